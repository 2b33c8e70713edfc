"""Damage by extractors, and good text that looks like it."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_extraction_damage(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "extraction-damage")
