"""Text outside NFC, and marks that have no composed form."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_not_normalised(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "not-normalised")
