"""References to what is not there, and references that only seem to be such."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_dangling_reference(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "dangling-reference")
