"""Dates that do not exist, and numbers that only look like them."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_bad_date(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "bad-date")
