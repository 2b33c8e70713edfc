"""Lines of a page's template, and the same words in running text."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_boilerplate(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "boilerplate")
