"""Sections that hold nothing but what a template put there."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_boilerplate_only(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "boilerplate-only")
