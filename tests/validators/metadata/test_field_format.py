"""Fields that are not in the form that their contract demands."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_field_format(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "field-format")
