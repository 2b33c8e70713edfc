"""Declared languages that the text is not in."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_language_mismatch(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "language-mismatch")
