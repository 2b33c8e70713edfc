"""Byte order marks at the start, of other encodings, and inside a text."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_byte_order_mark(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "byte-order-mark")
