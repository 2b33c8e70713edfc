"""Classes of characters that are looked for by bytes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.byte_classes import find
from textproof.validators.encoding.control_character import CONTROLS

FEW = (CONTROLS, "\ufeff", "\x80-\x9f", "é", "\U0001f600-\U0001f64f", "-é", "\ud800-\udfff")
MANY = ("à-ÿа-яא-ת٠-٩०-९", "^é", "\\d", "一-龥")

TEXTS = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\x85é\u2027\u2028\u202a\ufdcf\ufdd0\ufdef\ufdf0"
            "\ufefe\ufeff\uffff\ud7ff\ud800\udc80\udfff\ue000😀🙐"
        ),
    )
)


@pytest.mark.parametrize("characters", FEW, ids=ascii)
@given(text=TEXTS)
def test_what_is_found_is_what_the_class_finds(characters, text):
    """Whatever stands around it; what is found is in the class and in the text."""
    found = find(characters, text.encode("utf-8", "surrogatepass"))
    beyond = [char for char in re.findall(f"[{characters}]", text) if char > "\x7f"]
    assert bool(found) == bool(beyond)
    assert not found or found in beyond


@pytest.mark.parametrize("filler", ["a" * 9, "–", "a" * 9_000 + "–"], ids=["no", "many", "few"])
def test_what_stands_at_the_end_is_found(filler):
    """Behind many characters that begin with the same byte, or few, or none."""
    text = filler * 3_000
    assert find(CONTROLS, text.encode()) == ""
    assert find(CONTROLS, f"{text}\u2028".encode()) == "\u2028"


@pytest.mark.parametrize("characters", MANY, ids=ascii)
def test_other_classes_are_not_looked_for_by_bytes(characters):
    """Those of many bytes, and those that are no plain list of characters and ranges."""
    assert find(characters, "é".encode()) is None
