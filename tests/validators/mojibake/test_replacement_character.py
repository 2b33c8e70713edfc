"""U+FFFD and its own wrong decodings, and texts that speak of them."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_replacement_character(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "replacement-character")
