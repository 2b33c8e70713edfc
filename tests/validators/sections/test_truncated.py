"""Documents that break off, and ends that only look like it."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_truncated(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "truncated")
