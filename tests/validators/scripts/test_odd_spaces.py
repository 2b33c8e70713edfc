"""Spaces that nothing asks for, and those of typography."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_odd_spaces(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "odd-spaces")
