"""YAML: scalars that are no keys are prose, in whichever style they are written."""

import pytest
import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as st
from views import assert_mapped, comments, shown, source, strings

from textproof import check_text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: b c\nd:\n  - e\n  - f: g\n", ["b c", "e", "g"]),
        ("a: it's # a comment\n# b: c\n", ["it's"]),
        ("a: 'it''s'\n", ["it's"]),
        (r'a: "caf\u00e9 \x41 \U0001F600 \"b\" \\"', ['café A 😀 "b" \\']),
        ('a: "b \\\n   c"\n', ["b c"]),
        ("a: |\n  b # no\n  c\n", ["  b # no", "  c"]),
        ("a: >-\n  b\n  c\n\nd: e\n", ["  b", "  c", "e"]),
        ("a: &x b\nc: *x\nd: !!str e\n", ["b", "e"]),
        ("[a, {b: c}]", ["a", "c"]),
        ("? a\n: b\n", ["b"]),
        ("---\na: b\n---\nc: d\n", ["b", "d"]),
        ("a: see <b>this</b>\n", ["see ", "this"]),
        ("\ufeffa: 中\r\nb: c\r\n", ["中", "c"]),
        ("a: b: c\n", ["a: b: c"]),
        ("{% if x %}\na: b\n", ["{% if x %}", "a: b"]),
        ("", []),
    ],
)
def test_values_are_prose(text, said):
    """Keys, comments, anchors and aliases are masked; what is no YAML is plain text."""
    assert strings("yaml", text.replace("\r", "")) == said


def test_an_escape_has_its_place():
    """In double quotes, and the two quotes that stand for one in single ones."""
    assert source("yaml", r'a: "caf\u00e9"', "é") == r"\u00e9"
    assert source("yaml", "a: 'it''s'", "'s") == "''s"


def test_damage_that_yaml_refuses_is_still_in_its_place():
    """Control characters and bytes that do not decode make no document unreadable."""
    assert strings("yaml", "a: b\x93\nc: d\udc92\n") == ["b\x93", "d\udc92"]


def test_an_alias_is_not_expanded():
    """Ten levels of ten aliases each are ten levels."""
    lines = ["a0: &a0 [x]"] + [
        f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 10)
    ]
    assert strings("yaml", "\n".join(lines)) == ["x"]


def test_comments():
    """Behind a `#`, but not in a scalar."""
    text = "# a\nb: c # d\ne: 'f # g'\nh: |\n  # i\n"
    assert [comment for comment, _ in comments("yaml", text)] == ["# a", "# d"]


def test_a_comment_suppresses():
    """On its own line and over one."""
    damage = "Ã©tÃ© Ã© l'Ã©cole"
    text = f"a: {damage} # textproof: ignore[wrong-decode]\n# textproof: ignore\nb: {damage}\n"
    assert check_text(text, path="a.yml").findings == ()


@given(
    st.dictionaries(
        st.text("ab", min_size=1),
        st.text(
            st.characters(
                exclude_characters="<\0\n\r\x85\u2028\u2029\ufeff",
                exclude_categories=["Cs", "Cn", "Co"],
            )
        ),
    ),
    st.sampled_from(["'", '"']),
)
def test_what_pyyaml_writes_is_read_back(value, style):
    """The values are the strings, in order."""
    text = pyyaml.dump(value, default_style=style, allow_unicode=True, width=10**6, sort_keys=False)
    assert strings("yaml", text) == [part for part in value.values() if part]


@given(st.text(alphabet="ab統:-#'\"\\u0x41>| \n\t&*!{}[]%", max_size=60))
def test_any_text_is_read(text):
    """No text is an error, and each character has its source."""
    assert_mapped("yaml", text, _meanings)
    comments("yaml", text)
    assert len(shown("yaml", text)) <= len(text)


def _meanings(source):
    if source == "''":
        return "'"
    return pyyaml.safe_load(f'"{source}"') if source[0] == "\\" else ""
