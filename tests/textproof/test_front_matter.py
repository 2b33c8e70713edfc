"""YAML front matter: values as they are written, in their places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.front_matter import FRONT_MATTER, read_front_matter, unclosed


def fields_of(yaml):
    read = read_front_matter(yaml, 0)
    assert read is not None
    fields, broken = read
    assert broken is None
    return fields


@pytest.mark.parametrize(
    ("yaml", "value", "source"),
    [
        ("date: 2022-02-30\n", "2022-02-30", "2022-02-30"),
        ("draft: no\n", "no", "no"),
        ("id: 012\n", "012", "012"),
        ('title: "A: B"\n', "A: B", '"A: B"'),
        ("title: 'it''s'  # note\n", "it's", "'it''s'"),
        ("title: 統一戰線\r\n", "統一戰線", "統一戰線"),
        ("tags: [a, b]\n", "[a, b]", "[a, b]"),
        ("tags:\n  - a\n  - b\n\nx: y\n", "- a\n  - b", "- a\n  - b"),
        ("menu: {main: {weight: 1}}\n", "{main: {weight: 1}}", "{main: {weight: 1}}"),
        ("text: >\n  one\n  two\n", "one two\n", ">\n  one\n  two"),
        ("empty:\n", "", ""),
        ("😀: 𠀀\n", "𠀀", "𠀀"),
    ],
)
def test_a_value_is_what_the_author_wrote(yaml, value, source):
    """Scalars stay strings, and a span is that of the value in the YAML."""
    field = fields_of(yaml)[0]
    assert field.value == value
    assert yaml[field.start : field.end] == source
    assert yaml[field.key_start :].startswith(field.name)


def test_offsets_are_those_of_the_document():
    """Places count from the beginning of the document, not of the block."""
    (fields, broken) = read_front_matter("a: b\nc: d\n", 100)
    assert broken is None
    assert [(f.name, f.key_start, f.start, f.end) for f in fields] == [
        ("a", 100, 103, 104),
        ("c", 105, 108, 109),
    ]


@pytest.mark.parametrize(
    ("yaml", "message", "offset"),
    [
        ("title: A: B\n", "mapping values are not allowed", 8),
        ("title: *x\n", "found undefined alias", 7),
        ("a:\n\t- b\n", "cannot start any token", 3),
        ('a: "b\n', "unexpected end of stream", 6),
        ("a: \x07\n", "unacceptable character", 0),
    ],
)
def test_what_is_wrong_is_said_with_its_place(yaml, message, offset):
    """A message for the user, and where in the document it shows."""
    fields, broken = read_front_matter(yaml, 10)
    assert fields == []
    assert message in broken[0]
    assert broken[1] == 10 + offset


@pytest.mark.parametrize(
    "yaml", ["- a\n", "\n# A\n", "just text\n", "Text with: a: b\n", "\ntext\n", "[a]\n"]
)
def test_text_between_rules_is_no_front_matter(yaml):
    """What is no mapping, and does not begin like one, is text."""
    assert read_front_matter(yaml, 0) is None


@pytest.mark.parametrize("yaml", ["", "\n\n", "{{ title }}: x\n"])
def test_front_matter_may_hold_nothing(yaml):
    """An empty block is valid, and one with keys that are no words holds no field."""
    assert fields_of(yaml) == []


@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "? "])
def test_deep_nesting_ends_no_process(opening):
    """YAML that is nested deeper than any stack is broken or not, and nothing worse."""
    read_front_matter("a: " + opening * 20_000, 0)
    read_front_matter("a:\n  " + opening * 20_000, 0)


def test_bytes_that_do_not_decode_are_no_obstacle():
    """A lone surrogate stands for such a byte; the places stay right."""
    fields = fields_of("a: caf\udce9\nb: c\n")
    assert [(f.name, f.start) for f in fields] == [("a", 3), ("b", 11)]


@pytest.mark.parametrize(
    ("text", "yaml"),
    [
        ("---\na: b\n---\nText", "a: b\n"),
        ("\ufeff---\r\na: b\r\n---\r\nText", "a: b\r\n"),
        ("---  \na: b\n...\n", "a: b\n"),
        ("---\na: b\n---", "a: b\n"),
        ("---\n---\n", ""),
        ("----\na: b\n---\n", None),
        ("\n---\na: b\n---\n", None),
        ("---\na: b\n", None),
        ("--- a\nb: c\n---\n", None),
    ],
)
def test_where_front_matter_stands(text, yaml):
    """At the very beginning, between two lines of three hyphens (or dots at the end)."""
    match = FRONT_MATTER.match(text)
    assert (match and match["yaml"]) == yaml


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("---\ntitle: a\ndate: b\n\nText", True),
        ("\ufeff---\r\ntitle: a\r\ndate: b\r\n\r\nText", True),
        ("---\ntitle: a\n\nText", False),
        ("---\nNote: a\nMore: b\n\nText", False),
        ("---\n\ntitle: a\ndate: b\n", False),
        ("title: a\ndate: b\n\n", False),
    ],
)
def test_unclosed(text, broken):
    """Two keys right behind the hyphens are front matter; less may be text under a rule."""
    assert (unclosed(text) is not None) is broken


@given(st.text(alphabet="ab:-[]{}&*!|>'\"#%@`, \n\t\r?\ufeff統\udc80\0", max_size=40))
def test_any_text_is_read(yaml):
    """Whatever stands there, fields lie within it and nothing raises."""
    fields, broken = read_front_matter(yaml, 0) or ([], None)
    assert all(0 <= f.key_start <= f.start <= f.end <= len(yaml) for f in fields)
    assert broken is None or 0 <= broken[1] <= len(yaml)
