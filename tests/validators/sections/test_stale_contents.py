"""Tables of contents that do not say what the document holds."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_stale_contents(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "stale-contents")
