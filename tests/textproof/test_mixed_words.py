"""Words of several alphabets: found wherever they stand, and where they do not only look mixed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.mixed_words import CHUNK, LETTERS, mixed_words
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


@pytest.mark.parametrize("before", [CHUNK - 2, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK + 1])
@pytest.mark.parametrize("letter", ["x", "é", "я", "漢"])
def test_a_word_is_found_where_two_chunks_meet(before, letter):
    """A chunk ends in a letter of two bytes, in a word, and after chunks without a letter."""
    filling = (letter * 3 + " ") * (before // len((letter * 3 + " ").encode()))
    filling += "-" * (before - len(filling.encode()))
    text = f"{filling}яxя -- xяx. {filling}Hастройка"
    assert [word.text for word in mixed_words(text)] == ["яxя", "xяx", "Hастройка"]


@pytest.mark.parametrize("text", ["", "\ud800я", "aя b\udc92", "я" * 50 + "a", "a" * 50 + "я"])
def test_any_text_is_searched(text):
    """The empty text, lone surrogates, and a word as long as the text."""
    for word in mixed_words(text):
        assert text[word.start : word.end] == word.text
