"""Characters that nobody sees, and the scripts and emoji that need them."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_invisible_character(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "invisible-character")
