"""Pinyin glosses that a converter injected, and pinyin that an author meant."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_pinyin_gloss(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "pinyin-gloss")
