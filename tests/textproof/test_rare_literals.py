"""Patterns that begin with a literal are found where `re` finds them, however rare it is."""

import re

import pytest

from textproof.rare_literals import RARE, found, matches

PATTERNS = [(r"\?\w", "?"), (r"\?{2,}", "?"), (r"\?(?<=a\?)(?=b)", "?"), (r"\?", "?")]


@pytest.mark.parametrize(("expression", "literal"), PATTERNS)
@pytest.mark.parametrize("between", [0, 3, RARE, 3 * RARE], ids="{} apart".format)
def test_the_matches_are_those_of_re(expression, literal, between):
    pattern = re.compile(expression)
    text = ("a?b" + "-" * between + "x??y????" + "-" * between) * 20
    expected = [match.span() for match in pattern.finditer(text)]
    assert [match.span() for match in matches(pattern, literal, text)] == expected
    assert found(pattern, literal, text) == bool(expected)


def test_a_text_without_the_literal_has_none():
    assert not found(re.compile(r"\?\w"), "?", "abc" * RARE)
