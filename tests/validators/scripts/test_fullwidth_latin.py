"""Full-width letters in ordinary words, and those of East Asian convention."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_fullwidth_latin(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "fullwidth-latin")
