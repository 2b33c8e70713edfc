"""Fields that a contract demands, in plain text, Markdown and HTML."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_missing_field(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "missing-field")
