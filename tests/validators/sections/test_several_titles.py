"""Documents with more than one heading of the highest level."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_several_titles(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "several-titles")
