"""Metadata as data."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.decoding import Decoded
from textproof.document import Document
from textproof.metadata import _of_toml, items_of, metadata_of, value_of


def values(text, path="a.md"):
    document = Document(Decoded(text, "utf-8"), path=path)
    return {name: value_of(document, field) for name, field in metadata_of(document).items()}


@pytest.mark.parametrize(
    ("yaml", "value"),
    [
        ("12", 12),
        ("012", 12),
        ("1.50", 1.5),
        ("1e3", 1000.0),
        ("true", True),
        ("no", "no"),
        ("null", None),
        ("~", None),
        ('"12"', "12"),
        ("'true'", "true"),
        ("2022-02-30", "2022-02-30"),
        ("12:30:45", "12:30:45"),
        ("0x1F", "0x1F"),
        ("[a, 1, [b]]", ["a", 1, ["b"]]),
        ("\n- a\n- b: 1\n  c: 2", ["a", {"b": 1, "c": 2}]),
        ("\n    - a\n    - b", ["a", "b"]),
        ("\n  b: 1\n  c:\n    - d", {"b": 1, "c": ["d"]}),
        ("|\n  one\n  two", "one\ntwo"),
        ("{a: {b: 1}}", {"a": {"b": 1}}),
    ],
)
def test_a_value_of_yaml(yaml, value):
    """It is what YAML 1.2 makes of it, in the middle of other fields."""
    assert values(f"---\nfirst: 1\nx: {yaml}\nlast: z\n---\nText.\n")["x"] == value


@pytest.mark.parametrize(
    ("toml", "value"),
    [
        ("'x'", "x"),
        ("2022-09-17", "2022-09-17"),
        ("[1, { a = true }]", [1, {"a": True}]),
        ('"""a\nb"""', "a\nb"),
        ("q = 1\nr = [2]", {"q": 1, "r": [2]}),
        ("no value", "as it is"),
    ],
)
def test_a_value_of_toml(toml, value):
    """It is what TOML makes of it; days are strings, and a table is its statements."""
    assert _of_toml(toml, "as it is") == value


def test_values_of_pages_and_of_plain_text_are_strings():
    """Nothing else is known of them."""
    assert values("<meta name=a content=12>", "a.html")["a"] == "12"
    assert values("Author: 12\n", "a.txt") == {"author": "12"}


def test_the_items_of_a_list():
    """Only a list has items; a text that begins like one has none."""
    text = "---\na: [x, 1]\nb: x\nc: {d: e}\nd:\n- x\n---\n- [ ] do\n"
    document = Document(Decoded(text, "utf-8"), path="a.md")
    items = {name: items_of(document, field) for name, field in document.fields.items()}
    assert items == {"a": ["x", "1"], "b": [], "c": [], "d": ["x"]}


@pytest.mark.parametrize("yaml", ["[" * 5000, "{a: " * 3000, "- " * 3000, "&a [*a]", "!!x y", "*z"])
def test_a_value_that_no_reader_should_read_is_a_string(yaml):
    """Deep nesting and unknown tags are left alone, and nothing is raised."""
    text = f"---\nx: {yaml}\n---\n"
    assert all(isinstance(value, str | list) for value in values(text).values())


@given(st.text("ab:-[]{}'\"|>&*!#,\n 1~", max_size=60))
def test_any_front_matter_has_values(yaml):
    """Whatever stands there, every field has a value."""
    assert isinstance(values(f"---\nx: {yaml}\n---\n"), dict)
