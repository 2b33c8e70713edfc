"""Fields that a document gives two values, and those that may be repeated."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_duplicate_field(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "duplicate-field")
