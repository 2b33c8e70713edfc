"""Entities left in a text, and those that are meant."""

from cases import check_case, rule_cases

from textproof import fix_text


@rule_cases(__file__)
def test_entity_leak(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "entity-leak")


def test_nested_entities_are_undone_at_once():
    """However often the text was escaped."""
    assert fix_text("Tom &amp;amp;amp; Jos&amp;eacute;", unsafe=True).text == "Tom & José"
