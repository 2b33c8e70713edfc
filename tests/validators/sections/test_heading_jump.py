"""Headings that leave out a level."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_heading_jump(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "heading-jump")
