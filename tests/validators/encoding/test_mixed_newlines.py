"""Lines of one document that end in different ways."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_mixed_newlines(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "mixed-newlines")
