"""Han characters of old character sets, and those that only look so."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_compatibility_ideograph(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "compatibility-ideograph")
