"""Text whose bytes slipped by one, and rare characters that are meant."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_byte_shift(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "byte-shift")
