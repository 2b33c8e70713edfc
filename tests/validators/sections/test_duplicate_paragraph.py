"""Paragraphs that stand in a document twice."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_duplicate_paragraph(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "duplicate-paragraph")
