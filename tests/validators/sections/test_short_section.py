"""Sections with less text than their contract demands."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_short_section(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "short-section")
