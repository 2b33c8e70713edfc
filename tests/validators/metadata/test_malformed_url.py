"""Addresses that are none, and unusual ones."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_malformed_url(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "malformed-url")
