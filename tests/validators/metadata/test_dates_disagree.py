"""Dates of one document that are not the same day."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_dates_disagree(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "dates-disagree")
