"""Words that a conversion got wrong, and all that is right though it looks alike."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_han_conversion(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "han-conversion")
