"""Digits of two systems in one number."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_digit_mix(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "digit-mix")
