"""UTF-8 read as a single-byte encoding, and clean text that looks like it."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_wrong_decode(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "wrong-decode")
