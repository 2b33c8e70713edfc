"""Headings with nothing under them, and headings that only seem so."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_empty_section(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "empty-section")
