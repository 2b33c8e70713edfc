"""Shapes of a font in place of letters, and signs that look like them."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_presentation_form(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "presentation-form")
