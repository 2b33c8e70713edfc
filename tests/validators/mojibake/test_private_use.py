"""Private-use characters, and those with a code point of their own."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_private_use(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "private-use")
