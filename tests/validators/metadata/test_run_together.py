"""Fields that lost what was between them, and words that end like a label."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_run_together(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "run-together")
