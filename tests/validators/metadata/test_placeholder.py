"""Values that nobody filled in, and texts that mean what they say."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_placeholder(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "placeholder")
