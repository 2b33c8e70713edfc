"""Question marks that stand for lost characters, and those that ask."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_lost_character(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "lost-character")
