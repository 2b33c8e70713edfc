"""reStructuredText: what is prose, headings by their underlines, docinfo, comments."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from views import comments, shown, structure

from textproof import check_text
from textproof.formats import rst
from textproof.view import MASK


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("a ``b`` c", "a ····· c"),
        ("a ``b ` c\nd`` e", "a ·······\n··· e"),
        ("a ``b\n\nc`` d", "a ``b\n\nc`` d"),
        ("use :func:`a.b` now", "use ··········· now"),
        ("see :ref:`the title <label>` there", "see ······the title········· there"),
        ("see :py:meth:`x <y>` there", "see ················ there"),
        ("a `link text <http://b.c>`_ d", "a ·link text··············· d"),
        ("a `phrase`_ and `code` b", "a ·phrase·· and ······ b"),
        ("it's `quoted' so", "it's `quoted' so"),
        ("|version| of | a | b |", "········· of | a | b |"),
        ("at http://a.b/c, and", "at ············· and"),
        ("a::\n\n  b\n\n   c\n\nd", "a::\n\n···\n\n····\n\nd"),
        ("::\n\n\tb\n\nd", "::\n\n··\n\nd"),
        ("a::\r\n\r\n  b\r\nd", "a::\r\n\r\n···\r\nd"),
        ("- a::\n\n    b\n\n  c\n", "- a::\n\n·····\n\n  c\n"),
        ("a::\n\n> b\n> c\n\nd", "a::\n\n···\n···\n\nd"),
        ("a::\n\nb", "a::\n\nb"),
        ("a :: b", "a :: b"),
        (">>> a\nb\n\nc", "·····\n·\n\nc"),
        (
            ".. code-block:: c\n   :linenos:\n\n   b\n\nc",
            "·················\n············\n\n····\n\nc",
        ),
        (".. note:: a\n   b", "········· a\n   b"),
        (".. note::\n   :class: x\n\n   a", "·········\n············\n\n   a"),
        (".. image:: a.png\n   :alt: a picture\n", "················\n   ····· a picture\n"),
        (
            ".. function:: a(b)\n              c(d)\n\n   says",
            "··················\n··················\n\n   says",
        ),
        (".. unknown::\n\n   says ``x``", "············\n\n   says ·····"),
        (".. versionadded:: 3.1\n   says", "················· 3.1\n   says"),
        ("* .. math:: x\n\n       y\n\n  z", "* ···········\n\n········\n\n  z"),
        (
            ".. note::\n\n   a::\n\n     b\n\n   .. raw:: html\n\n      c\n\n   d",
            "·········\n\n   a::\n\n······\n\n   ·············\n\n·······\n\n   d",
        ),
        (".. a comment\n   of two lines\n\nb", "············\n···············\n\nb"),
        ("..\n   hidden\n\nb", "··\n·········\n\nb"),
        ("..\n\n   quoted", "··\n\n   quoted"),
        (".. _label:\n\na", "··········\n\na"),
        (".. _a b: http://c.d\n", "···················\n"),
        ("__ http://c.d\n", "·············\n"),
        (".. [1] A note.", "·······A note."),
        (".. |x| replace:: text", "················ text"),
        (":Author: Jane\n:param a b: c", "········ Jane\n··········· c"),
        ("... and so on\n", "... and so on\n"),
    ],
)
def test_what_is_masked(text, prose):
    """Code, roles, targets, comments and the marks of directives; line ends stay."""
    assert shown("rst", text) == prose


TEXTS = st.text(alphabet="ab`:|.*_<> \n\t\r->=~[]\\1(", max_size=80)


@given(TEXTS)
def test_prose_is_as_long_as_its_text(text):
    """Of any text, a character of the prose is the one of the text, or a mask."""
    prose = rst.prose(text).text
    assert len(prose) == len(text)
    assert all(a in (b, MASK) for a, b in zip(prose, text, strict=True))
    assert prose.count("\n") == text.count("\n")


@given(TEXTS)
def test_sections_are_in_order(text):
    """Of any text, sections follow each other and lie within it; comments too."""
    last = 0
    for section in structure("rst", text).sections:
        assert last <= section.start < section.end <= section.body_start <= section.body_end
        last = section.body_end
    assert last <= len(text)
    comments("rst", text)


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("A\n=\n\nB\n-\n\nC\n=\n", [(1, "A"), (2, "B"), (1, "C")]),
        ("===\n A\n===\n\nB\n===\n", [(1, "A"), (2, "B")]),
        ("A\r\n***\r\n\r\nB\r\n+++\r\n", [(1, "A"), (2, "B")]),
        ("``a()`` and :func:`b`\n----------------------\n", [(1, "a() and b")]),
        ("*A* b_\n======\n", [(1, "A b")]),
        (".. _a:\n\nA\n---\n", [(1, "A")]),
        (".. _a:\nA\n---\n", [(1, "A")]),
        ("標題\n====\n", [(1, "標題")]),
        ("1. A\n====\n", [(1, "1. A")]),
        ("a\n\n----\n\nb\n", []),
        ("a\nb\n----\n", []),
        ("=== ===\nA   B\n=== ===\n1   2\n=== ===\n", []),
        ("+---+\n| a |\n+---+\n", []),
        ("  A\n  ===\n", []),
        ("::\n\n  A\n  ===\n", []),
        ("A long heading\n==\n", []),
        (".. A\n   ===\n", []),
        ("- a\n---\n", []),
    ],
)
def test_headings(text, headings):
    """A level is the place of the marks among those of the document; no table or rule is one."""
    assert [(s.level, s.heading) for s in structure("rst", text).sections] == headings


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("A\n==\n\nB\n--\n\nC\n--\n\nx\n", [("A", False, 1), ("B", True, 0), ("C", True, 1)]),
        ("A\n==\n\n.. _b:\n\nB\n==\n\n.. toctree::\n\n   c\n", [("A", False, 0), ("B", True, 2)]),
        ("A\n==\n\n.. todo: write this\n", [("A", True, 1)]),
        ("x\n\n3. A\n----\n\n3.1 B\n-----\n\nx\n", [("3. A", False, 1), ("3.1 B", True, 1)]),
        ("x\n\n3. A\n----\n\n4. B\n----\n\nx\n", [("3. A", False, 0), ("4. B", True, 1)]),
        ("A\n==\n\nB\n==\n\n.. include:: c.txt\n", [("A", False, 0), ("B", True, 1)]),
    ],
)
def test_what_stands_under_a_heading(text, sections):
    """A label for the next heading is nothing; a comment, a table of contents is something."""
    found = structure("rst", text).sections
    assert [(s.heading, s.sure, s.items) for s in found] == sections


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A\n==\n\nB\n--\n", "A"),
        ("A\n==\n\nB\n==\n", None),
        (".. title: T\n.. date: 2022-09-17\n\nA\n==\n", "T"),
        ("x\n", None),
    ],
)
def test_title(text, title):
    """The heading that alone is of the highest level, or the field."""
    found = structure("rst", text).title
    assert (found and found.value) == title


def test_docinfo():
    """Behind the title, each with the span of its value; Sphinx' own settings are no fields."""
    text = (
        "A\n==\n\n:Author: Jane *Doe*\n:Date: 2022-\n   09-17\n:orphan:\n:Status:\n\n:x: y\n\n"
        "text\n\n:z: no\n"
    )
    fields = structure("rst", text).fields
    found = [(field.name, field.value, text[field.start : field.end]) for field in fields]
    assert found == [
        ("author", "Jane Doe", "Jane *Doe*"),
        ("date", "2022- 09-17", "2022-\n   09-17"),
        ("status", "", ""),
        ("x", "y", "y"),
    ]
    assert text[fields[0].key_start :].startswith(":Author:")
    assert tuple(rst.fields(text + "x " * rst.HEAD)) == fields


def test_a_comment_speaks_of_the_paragraph_behind_it():
    """Which docutils wants to be parted from it by a blank line."""
    text = ".. a\n   b\n\nc\nd\n\ne\n\n.. note:: f\n"
    assert comments("rst", text) == [(".. a\n   b\n", "\nc\nd")]


DAMAGE = "Ã©tÃ© Ã© l'Ã©cole"


@pytest.mark.parametrize(
    "text",
    [
        f".. textproof: ignore[wrong-decode] an example\n\nSaid\n{DAMAGE}.\n",
        f"- a\n\n  .. textproof: ignore\n\n  {DAMAGE}\n",
        f".. textproof: ignore-start\n\n{DAMAGE}\n\n{DAMAGE}\n\n.. textproof: ignore-end\n",
        f"{DAMAGE}\n\n.. textproof: ignore-file[mojibake]\n",
    ],
)
def test_a_comment_suppresses(text):
    """For the paragraph, between two comments, for the file."""
    assert check_text(text, path="a.rst").findings == ()


@pytest.mark.parametrize(
    "text",
    [
        f"::\n\n   .. textproof: ignore-file\n\n{DAMAGE}\n",
        f".. code-block:: rst\n\n   .. textproof: ignore-file\n\n{DAMAGE}\n",
        f"# textproof: ignore-file\n\n{DAMAGE}\n",
        f".. textproof: ignore\n\nclean\n\n{DAMAGE}\n",
    ],
)
def test_what_is_no_comment_suppresses_nothing(text):
    """In code, of another syntax, or over another paragraph."""
    assert "wrong-decode" in {f.rule for f in check_text(text, path="a.rst").findings}


def test_an_empty_section_is_found_under_any_marks():
    """The title over others is none, nor a label for the next one something."""
    text = "A\n**\n\nB\n++\n\nC\n++\n\ntext\n"
    assert [(f.rule, f.line) for f in check_text(text, path="a.rst").findings] == [
        ("empty-section", 4)
    ]
