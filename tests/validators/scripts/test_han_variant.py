"""Residues of a conversion between Simplified and Traditional, and quotations that are none."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_han_variant(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "han-variant")
