"""Documents in legacy encodings, and bytes that are no text."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_not_utf8(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "not-utf8")
