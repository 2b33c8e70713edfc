"""JSON: the strings that are values are prose, with their escapes decoded."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from views import assert_mapped, comments, shown, source, strings

from textproof import check_text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": "b", "c": {"d": ["e", 1, true, "f"]}}', ["b", "e", "f"]),
        (r'["caf\u00e9 \"x\" \/ \\ \ud83d\ude00"]', ['café "x" / \\ 😀']),
        (r'["a\nb"]', ["a", "b"]),
        ('{"a": "see <b>this</b>"}', ["see ", "this"]),
        ('// c\n{"a": "b", /* "d" */}', ["b"]),
        ('{"a": "b"}\n{"a": "c"}\n', ["b", "c"]),
        ('{"a": "b", "c": "d', ['{"a": "b", "c": "d']),
        ("not JSON: `x`", ["not JSON: `x`"]),
        ('\ufeff{"a": "b"}', ["b"]),
        ('{"a" : "b" "c"', ["b", "c"]),
        ('{"a": ""}', []),
        ("", []),
    ],
)
def test_values_are_prose(text, said):
    """Keys, numbers and comments are masked; what does not consist of tokens is plain text."""
    assert strings("json", text) == said


def test_an_escape_has_its_place():
    """A pair of surrogates is one character."""
    text = r'{"a": "caf\u00e9 \ud83d\ude00"}'
    assert source("json", text, "é") == r"\u00e9"
    assert source("json", text, "😀") == r"\ud83d\ude00"


def test_no_depth_is_too_deep():
    """Nesting costs nothing."""
    assert shown("json", "[" * 100_000 + '"a"').endswith("·a·")


VALUES = st.recursive(
    st.text(st.characters(exclude_characters="<\0\n", exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def _leaves(value):
    if isinstance(value, str):
        return [value] if value else []
    inside = value.values() if isinstance(value, dict) else value
    return [leaf for part in inside for leaf in _leaves(part)]


@given(VALUES, st.booleans())
def test_what_python_writes_is_read_back(value, is_ascii):
    """The strings in a document are its values, in order."""
    assert strings("json", json.dumps(value, ensure_ascii=is_ascii)) == _leaves(value)


@given(st.text(alphabet='ab統"\\u0d8/{}[]:, \n', max_size=60))
def test_any_text_is_read(text):
    """No text is an error, and each character has its source."""
    assert_mapped("json", f'["{text}"]', _meanings)
    assert_mapped("json", text, _meanings)


def _meanings(source):
    if source.startswith("\\u"):
        return json.loads(f'"{source}"')
    return '\n\t\r\b\f"\\/' if source[0] == "\\" else ""


def test_damage_behind_an_escape_is_found():
    """A gloss that is written in escapes is one in the prose."""
    text = r'{"a": "\u6230\u0028zhàn)\u696d\u0028yè)", "戰(zhàn)業(yè)": 1}'
    (first, second) = check_text(text, path="a.json").findings
    assert (first.rule, second.rule) == ("pinyin-gloss", "pinyin-gloss")
    assert first.text == r"\u0028zhàn)"


def test_comments_are_those_of_its_readers():
    """JSON has none; what allows them has two kinds."""
    assert [c for c, _ in comments("json", '{"a": "// b" /* c */} // d')] == ["/* c */", "// d"]
