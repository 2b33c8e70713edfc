"""Stacks of combining marks, and the marks that languages write."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_zalgo(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "zalgo")
