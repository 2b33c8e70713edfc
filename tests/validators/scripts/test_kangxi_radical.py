"""Radicals in place of Han characters, and radicals that are meant."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_kangxi_radical(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "kangxi-radical")
