"""Front matter in YAML, TOML and JSON: values as they are written, in their places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.front_matter import (
    FRONT_MATTER,
    find_front_matter,
    may_be_broken,
    read_front_matter,
    unclosed,
)


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
        ('a: "b\n', "unexpected end of stream", 3),
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


def in_document(text):
    """The fields of a document, each as its value, its source, and how its key begins."""
    matter = find_front_matter(text)
    assert matter.broken is None
    return {
        field.name: (field.value, text[field.start : field.end], text[field.key_start])
        for field in matter.fields
    }


@pytest.mark.parametrize(
    ("toml", "name", "value", "source"),
    [
        ("title = 'A: B'", "title", "A: B", "'A: B'"),
        ('title = "caf\\u00e9" # new', "title", "café", '"caf\\u00e9"'),
        ("date = 2022-02-28 11:45:40\t# x", "date", "2022-02-28 11:45:40", "2022-02-28 11:45:40"),
        ("id = 0o17", "id", "0o17", "0o17"),
        ("tags = [\n  'a', # ]\n  'b',\n]", "tags", *["[\n  'a', # ]\n  'b',\n]"] * 2),
        ("m = {a = '}', b = [1]}", "m", *["{a = '}', b = [1]}"] * 2),
        ('x = """\na\\"""b""""', "x", 'a"""b"', '"""\na\\"""b""""'),
        ("x = '''a\nb = 1'''", "x", "a\nb = 1", "'''a\nb = 1'''"),
        ("a.b = 1", "a.b", "1", "1"),
        ('"標題" = "統計"', "標題", "統計", '"統計"'),
        ("[params] # all\n# x\na = 1\nb = 2\n\n[other]\nc = 3", "params", *["a = 1\nb = 2"] * 2),
        ("[empty]\n[x]\na = 1", "empty", "", ""),
        ("[[menu]]\na = 1\n[[menu]]\na = 2", "menu", "a = 1", "a = 1"),
        ("[a.b]\nc = 1", "a", "c = 1", "c = 1"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_value_of_toml_is_what_the_author_wrote(toml, name, value, source, line_end):
    """Strings are read, all else is its source; comments belong to no value."""
    text = f"+++\n{toml}\n+++\nText".replace("\n", line_end)
    found = in_document(text)[name]
    assert found[:2] == (
        value if "\n" in value and source[0] in "\"'" else value.replace("\n", line_end),
        source.replace("\n", line_end),
    )
    assert found[2] in (name[0], '"', "[")


@pytest.mark.parametrize(
    ("json", "name", "value", "source"),
    [
        ('{"title": "A"}', "title", "A", '"A"'),
        ('{ "title" : "caf\\u00e9" }', "title", "café", '"caf\\u00e9"'),
        ('{\n"a": 1,\n"b": [1, {"c": 2}]\n}', "b", *['[1, {"c": 2}]'] * 2),
        ('{"a": {\n"b": null\n}}', "a", *['{\n"b": null\n}'] * 2),
        ('{"標題": "統計"}', "標題", "統計", '"統計"'),
        ('{"n": 012e1, "x": 1}'.replace("0", ""), "n", "12e1", "12e1"),
    ],
)
def test_a_value_of_json_is_what_the_author_wrote(json, name, value, source):
    """Strings are read, all else is its source."""
    assert in_document(f"\ufeff{json}\r\n\r\nText")[name] == (value, source, '"')


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("---\na: b\n---\nText", "Text"),
        ("+++\na = 1\n+++\nText", "Text"),
        ("+++ \r\n+++\r\nText", "Text"),
        ('{"a": 1}\nText', "Text"),
        ('{\n"a": {\n}\n}  \r\n\r\nText', "\r\nText"),
    ],
)
def test_the_body_begins_behind_it(text, body):
    """In each of the notations, on the next line."""
    assert text[find_front_matter(text).end :] == body


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Text",
        "{",
        "{}",
        "{a: 1}",
        '{"a": 1} Text',
        '{"a" b}',
        "+++",
        "+++\nText\n+++\n",
        "---\n",
    ],
)
def test_other_beginnings_are_no_front_matter(text):
    """Braces and plus signs begin other things too."""
    assert find_front_matter(text) is None


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("+++\na = \n+++\n", "invalid value", 2),
        ("+++\na = 1\nb\n+++\n", "expected '=' after a key in a key/value pair", 3),
        ("+++\r\na = 1\r\n\r\na = 2\r\n+++\r\n", "cannot overwrite a value", 4),
        ('+++\na = """\nb\n+++\n', "unterminated string", 3),
        ("+++\na = 1\nb = 2\n\nText", "no line `+++` closes it", 1),
        ('{\n"a": 1,\n"b" 2\n}\n', "expecting ':' delimiter", 3),
        ('{\n"a": 1,\n"a": 2\n}\n', "the key “a” stands twice", 3),
        ('{\n"a": nul\n}\n', "expecting value", 2),
        ('{\n"a": 1,\n"b": 2\n\n# Text\n', "no line `}` closes it", 1),
        ("---\na: 1\nb: 2\n'a': 3\n---\n", "the key “a” stands twice", 4),
        ("---\na:\n- {b: 1, c: [x, y], b: 2}\n---\n", "the key “b” stands twice", 3),
        ("---\na: {b: {c: 1}, d: 1, b: 2}\n---\n", "the key “b” stands twice", 2),
    ],
)
def test_what_is_wrong_is_said_at_its_line(text, message, line):
    """In TOML and JSON, and of keys that stand twice."""
    found, place = find_front_matter(text).broken
    assert message in found
    assert text.count("\n", 0, place) + 1 == line


@pytest.mark.parametrize("opening", ["+++\na = " + "[" * 20_000, '{"a": ' + "[" * 100_000])
def test_deep_nesting_in_other_notations_ends_no_process(opening):
    """Front matter that is nested deeper than any stack is broken, and nothing worse."""
    find_front_matter(opening + "\n+++\n}\n")


@given(
    st.sampled_from(["---\n", "+++\n", "{", '{"a": ', "\ufeff+++\r\na = "]),
    st.text(alphabet="ab:=-+[]{}#'\"., \n\r\t1\\\ufeff統\udc80\0", max_size=40),
    st.sampled_from(["\n---\n", "\n+++\n", "}\n", "\n}\nText", ""]),
)
def test_any_beginning_is_read(opening, middle, end):
    """Whatever stands there, fields lie within the document and nothing raises."""
    text = opening + middle + end
    matter = find_front_matter(text)
    if matter:
        assert all(0 <= f.key_start <= f.start <= f.end <= len(text) for f in matter.fields)
        assert 0 <= matter.end <= len(text)
        assert matter.broken is None or 0 <= matter.broken[1] <= len(text)


YAML_PIECES = st.sampled_from(
    [
        *("title: ", "a: ", "tags:\n", "x:", "  - ", "- ", "\n", "\n\n", "\r\n", "A", "b c", "1"),
        *(
            ": ",
            ":",
            "#",
            " #",
            "'",
            '"',
            "[",
            "]",
            ", ",
            "{",
            "}",
            "&",
            "*",
            "!",
            "|",
            ">",
            "%",
            "@",
        ),
        *("`", "(", "/", ".", "?", "-", "\t", "\x07", "\x85", "\u2028", "\ufeff", "統", "\udc80"),
    ]
)


@given(st.lists(YAML_PIECES, max_size=14).map("".join))
def test_what_is_certainly_valid_is_valid(yaml):
    """Where no parser is asked, it would have found nothing wrong."""
    text = f"---\n{yaml}\n---\n"
    matter = find_front_matter(text)
    if matter and matter.broken:
        assert may_be_broken(text)
