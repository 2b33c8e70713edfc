"""Markdown: what is prose and what is not, and the headings of CommonMark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.formats import markdown
from textproof.view import MASK


def prose_of(text):
    return markdown.prose(text).text.replace(MASK, "·")


def structure_of(text):
    return markdown.structure(text, markdown.prose(text), None)


def headings_of(text):
    return [(s.level, s.heading) for s in structure_of(text).sections]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("a `b` c", "a ··· c"),
        ("``a ` b`` c", "········· c"),
        ("a `b\nc` d", "a ··\n·· d"),
        ("a `b\n\nc` d", "a `b\n\nc` d"),
        (r"a \`b\` c", r"a \`b\` c"),
        ("```js```\ntext", "········\ntext"),
        ("```\na\n```\nb", "···\n·\n···\nb"),
        ("```\r\na\r\n```\r\nb", "···\r\n·\r\n···\r\nb"),
        ("~~~ x\n```\n~~~~\nb", "·····\n···\n····\nb"),
        ("````\n```\n````\nb", "····\n···\n····\nb"),
        ("- ```\n  a\n  ```\n- b", "·····\n···\n·····\n- b"),
        ("> ```\n> a\n> ```\nb", "·····\n···\n·····\nb"),
        ("a\n```\nb", "a\n···\n·"),
        ("a <!-- b\nc --> d", "a ······\n····· d"),
        ("a <b class='x'>c</b> d", "a ·············c···· d"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("a <b\n\n> c", "a <b\n\n> c"),
        ("<pre>a\n\nb</pre> c", "······\n\n······· c"),
        ("x <kbd>a</kbd> y", "x ············ y"),
        ("x <code>a\n\ny", "x ······a\n\ny"),
        ("<pre-commit> is a tool", "············ is a tool"),
        ("[a](b) c", "[a]··) c"),
        ('[a](b(c)d "e") f', '[a]······ "e") f'),
        ("[a]: http://b.c 'd'\ne", "··············· 'd'\ne"),
        ("[^1]: A note.", "[^1]: A note."),
        ("see https://a.b/c?d=e, and", "see ·················· and"),
        ("网址https://a.b/c，以及", "网址·············，以及"),
        ("mailto:a@b.c x", "············ x"),
        ("https: is a scheme", "https: is a scheme"),
        ("![alt](a.png)", "![alt]······)"),
        ("# A `b`\n", "# A ···\n"),
    ],
)
def test_what_is_masked(text, prose):
    """Code, tags, comments, targets and URLs are masked one for one; line ends stay."""
    assert prose_of(text) == prose


@given(st.text(alphabet="ab`~<>!-[]()#=*\\ \n\r\t:/|\"'0", max_size=80))
def test_prose_is_as_long_as_its_text(text):
    """Of any text, a character of the prose is the one of the text, or a mask."""
    prose = markdown.prose(text).text
    assert len(prose) == len(text)
    assert all(a in (b, MASK) for a, b in zip(prose, text, strict=True))
    assert prose.count("\n") == text.count("\n")


@given(st.text())
def test_any_text_is_read(text):
    """No text is an error."""
    assert len(markdown.prose(text).text) == len(text)
    structure_of(text)


@given(st.text(alphabet="ab`~<>-[]()#=* \n\r:", max_size=80))
def test_sections_are_in_order(text):
    """Of any text, sections follow each other and lie within it."""
    last = 0
    for section in structure_of(text).sections:
        assert last <= section.start < section.end <= section.body_end <= len(text)
        last = section.body_end


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("# A\n## B ##\n###### C\n", [(1, "A"), (2, "B"), (6, "C")]),
        ("   # A\r\n\r\n## B #b\r\n", [(1, "A"), (2, "B #b")]),
        ("A\n===\n\nB\n---\n", [(1, "A"), (2, "B")]),
        ("A\r\n===\r\n\r\nB\r\n---\r\n", [(1, "A"), (2, "B")]),
        ("\ufeff# A\n", [(1, "A")]),
        ("# **A** _b_ {#id .x}\n", [(1, "A b")]),
        ("# A `code` b\n", [(1, "A  b")]),
        ("# snake_case_name\n", [(1, "snake_case_name")]),
        ("#\tA\n", [(1, "A")]),
        ("##\n", [(2, "")]),
        ("#A\n####### B\n    # C\n- # D\n\\# E\n", []),
        ("```\n# A\n```\n<!--\n# B\n-->\n", []),
        ("a\nb\n---\n\n- c\n  d\n---\n\n1. e\n---\n", []),
        ("| a |\n|---|\n\n---\n", []),
        ("---\ntitle: x\n---\n# A\n", [(1, "A")]),
        ("---\n\n# A\n\n---\n", [(1, "A")]),
    ],
)
def test_headings(text, headings):
    """Headings with marks and underlines, in any line end; none in code, lists and rules."""
    assert headings_of(text) == headings


def test_spans_of_a_section():
    """A heading's span has no line end, its body is all up to the next heading."""
    text = "# A\r\n\r\nText.\r\n\r\nB\r\n---\r\n"
    first, second = structure_of(text).sections
    assert text[first.start : first.end] == "# A"
    assert text[first.body_start : first.body_end].strip() == "Text."
    assert text[second.start : second.end] == "B\r\n---"


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("# A\n\n## B\n", [False, True]),
        ("## A\n\n## B\n", [True, True]),
        ("# A\n", [True]),
        ("x\n\n## [A](b)\n\n## [A][b]\n\n## A [b](c)\n", [False, False, True]),
        ("x\n\n##\n", [False]),
    ],
)
def test_which_headings_are_sure(text, sure):
    """The title over others, a link and an empty heading are not."""
    assert [section.sure for section in structure_of(text).sections] == sure


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: x\n---\n# A\n", "x"),
        ("---\ndate: x\n---\n# A\n", "A"),
        ("---\ntitle:\n---\n# A\n", "A"),
        ("## B\n# A\n", "A"),
        ("## B\n", None),
    ],
)
def test_title(text, title):
    """The title of front matter, or the first heading of level 1."""
    found = structure_of(text).title
    assert (found and found.value) == title


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("# A\n\n```\n# B\n```\n\n### C\n", [1, 3]),
        ("# A\n\n## `code`\n\n### https://example.org\n\n##\n\n## B: `code`\n", [1, 2]),
        ("A\n=\n\n## B\n", [1, 2]),
        ("---\ntitle: A\n---\n\n  ## B\n", [2]),
        ("## ```\n\n# C ###\n", [2, 1]),
    ],
)
def test_the_levels_of_headings_are_those_of_the_sections_that_say_something(text, levels):
    """They are told from the lines alone, since most documents are asked for no more."""
    view = markdown.outline(text)
    told = [section.level for section in markdown.sections(text, view) if section.heading]
    assert markdown.heading_levels(text, view) == told == levels
