"""Controls that turn the direction of text, and the well-formed ones of Arabic and Hebrew."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_bidi_control(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "bidi-control")
