"""Sections that a contract demands and the document does not have."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_missing_section(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "missing-section")
