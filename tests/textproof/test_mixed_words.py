"""Words of several alphabets: found wherever they stand, and where they do not only look mixed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.mixed_words import LETTERS, mixed_words
from textproof.scripts import script_of

WORD = re.compile(f"[{LETTERS}]+")
PIECES = st.sampled_from(
    [
        "a",
        "é",
        "я",
        "ї",
        "λ",
        "ἀ",
        "ո",
        " ",
        "-",
        "1",
        "’",
        "漢",
        "か",
        "한",
        "ا",
        "\u0301",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from(["", "a " * 99, "я " * 99]))
def test_the_fast_search_finds_what_a_slow_one_does(text, before):
    """Every word is found whose letters are of two alphabets, mostly Latin texts or others."""
    text = before + text
    slow = []
    for match in WORD.finditer(text):
        scripts = {script_of(char) for char in match[0]} - {""}
        if len(scripts) > 1 and "\u0301" not in match[0]:
            slow.append(match[0])
    assert [word.text for word in mixed_words(text) if "\u0301" not in word.text] == slow


@pytest.mark.parametrize("text", ["", "\ud800я", "aя b\udc92", "я" * 50 + "a", "a" * 50 + "я"])
def test_any_text_is_searched(text):
    """The empty text, lone surrogates, and a word as long as the text."""
    for word in mixed_words(text):
        assert text[word.start : word.end] == word.text
