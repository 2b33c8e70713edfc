"""Hosts that look like others, and names in all the world's scripts."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_confusable_url(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "confusable-url")
