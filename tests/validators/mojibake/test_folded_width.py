"""ASCII commas in full-width Chinese, and texts where they belong."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_folded_width(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "folded-width")
