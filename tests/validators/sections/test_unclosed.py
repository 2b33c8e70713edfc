"""Fences, comments, quotations and brackets that nothing closes."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_unclosed(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "unclosed")
