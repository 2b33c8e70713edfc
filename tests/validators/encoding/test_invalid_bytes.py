"""Bytes of a UTF-8 document that do not decode: one finding a defect, at its exact place."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_invalid_bytes(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "invalid-bytes")
