"""Letters of another alphabet in a word, and words that mix alphabets on purpose."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_homoglyph(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "homoglyph")
