"""Boxes for lost characters, and boxes that are meant."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_tofu(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "tofu")
