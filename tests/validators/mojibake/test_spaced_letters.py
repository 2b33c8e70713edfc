"""Letters that an extractor set apart, and those that are apart on purpose."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_spaced_letters(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "spaced-letters")
