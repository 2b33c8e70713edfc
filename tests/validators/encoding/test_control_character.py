"""Control characters, noncharacters and lone surrogates, and the white space that stays."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_control_character(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "control-character")
