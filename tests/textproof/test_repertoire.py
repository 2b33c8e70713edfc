"""Which characters a text has."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from textproof.repertoire import Repertoire

ANY = st.text(st.characters(exclude_categories=()), max_size=60)
PIECES = st.sampled_from(["plain ", "Größe ", "Утром ", "早上我们", "😀", "\0", "\ufeff", "\udc92"])
TEXTS = st.lists(ANY | PIECES, max_size=8).map("".join)


@st.composite
def classes(draw):
    """The inside of a class of characters: some characters, some ranges."""
    points = st.characters(exclude_categories=())
    parts = [re.escape(char) for char in draw(st.lists(points, max_size=4))]
    for pair in draw(st.lists(st.tuples(points, points), max_size=2)):
        parts.append("-".join(map(re.escape, sorted(pair))))
    return "".join(parts)


@given(TEXTS, classes())
@example("", "a")
@example("a", "")
@example("中a", "a")
@example("中a", "\\n")
@example("é" * 9, "\0-\x7f")
def test_it_agrees_with_a_search(text, characters):
    """A class has a character of the text exactly where a search finds one."""
    wanted = bool(characters) and re.search(f"[{characters}]", text) is not None
    assert Repertoire(text).has(characters) == wanted


@given(st.text(st.characters(exclude_categories=["Cs"])), classes())
def test_the_bytes_at_hand_change_nothing(text, characters):
    """With the bytes of the text it says what it says without them."""
    assert Repertoire(text, text.encode()).has(characters) == Repertoire(text).has(characters)


@given(TEXTS)
def test_what_is_beyond_ascii_is_all_of_it(text):
    """In order; a text with little ASCII in it comes whole."""
    beyond = Repertoire(text).beyond_ascii
    only = "".join(char for char in text if char > "\x7f")
    assert beyond in (only, text)
    assert "".join(char for char in beyond if char > "\x7f") == only


@given(TEXTS)
def test_noncharacters(text):
    """There is one beyond the basic plane where a code point ends in FFFE or FFFF."""
    expected = any(char > "\uffff" and ord(char) & 0xFFFE == 0xFFFE for char in text)
    assert Repertoire(text).reaches_noncharacters == expected


@pytest.mark.parametrize("text", ["plain", "Größe", "中文" * 20])
def test_a_text_without_them(text):
    """Characters of the basic plane are none beyond it."""
    assert not Repertoire(text).reaches_noncharacters
