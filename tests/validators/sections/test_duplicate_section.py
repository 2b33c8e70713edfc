"""Sections that stand twice in their document."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_duplicate_section(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "duplicate-section")
