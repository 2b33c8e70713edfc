"""What a document or its project declares of its encoding, against its bytes."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_declared_encoding(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "declared-encoding")
