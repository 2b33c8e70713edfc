"""Titles that share nothing, and those that merely differ."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_title_mismatch(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "title-mismatch")
