"""Sections that do not stand where their contract has them."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_section_order(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "section-order")
