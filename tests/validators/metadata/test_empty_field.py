"""Fields that are there and have no value, and what is empty on purpose."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_empty_field(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "empty-field")
