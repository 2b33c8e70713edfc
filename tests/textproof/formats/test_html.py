"""HTML: text between tags with its entities decoded, in the places of the source."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.formats import html
from textproof.view import MASK


def prose_of(text):
    return html.prose(text).text.replace(MASK, "·")


def structure_of(text):
    return html.structure(text, html.prose(text), None)


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("<p>a</p>b", "\na\nb"),
        ("a<b>c</b>d", "acd"),
        ("a<br>b", "a\nb"),
        ("a<!-- b -->c", "ac"),
        ("a<!-- b", "a"),
        ("<script>a < b</script>c", "·c"),
        ("<STYLE>a</style >b", "·b"),
        ("<svg class=x/>a", "·a"),
        ("<pre-x>a</pre-x>", "\na\n"),
        ("a <code>b</code>", "a ·"),
        ("a < b and c > d", "a < b and c > d"),
        ("I <3 you", "I <3 you"),
        ('<a title="x > y">b</a>', "b"),
        ("<a title='x\ny'>b</a>", "b"),
        ("&lt;p&gt;", "<p>"),
        ("caf&eacute;", "café"),
        ("&#20013;&#x6587;", "中文"),
        ("&amp;eacute;", "&eacute;"),
        ("AT&T & B&Q;", "AT&T & B&Q;"),
        ("&nosuch; x", "&nosuch; x"),
        ("<!DOCTYPE html><title>a</title>", "\na\n"),
        ("<td>日期：x</td><td>作者</td>", "\n日期：x\n\n作者\n"),
    ],
)
def test_prose(text, prose):
    """Blocks are lines, entities are characters, code and comments are no prose."""
    assert prose_of(text) == prose


@pytest.mark.parametrize(
    ("text", "part", "source"),
    [
        ("<p>caf&eacute; x</p>", "é", "&eacute;"),
        ("<p>caf&eacute; x</p>", "café x", "caf&eacute; x"),
        ("<p>caf&eacute; x</p>", "x", "x"),
        ("a<b>c</b>d", "ac", "a<b>c"),
        ("&#x7D71;&#x4E00;", "一", "&#x4E00;"),
        ("x &notin; y", "∉", "&notin;"),
    ],
)
def test_a_span_of_the_prose_is_one_of_the_source(text, part, source):
    """The way back leads to the characters that a person would mark."""
    view = html.prose(text)
    start = view.text.index(part)
    low, high = view.source_span(start, start + len(part))
    assert text[low:high] == source


_PARTS = ["a", "統", " ", "\n", "<b>", "</b>", "<p class='x'>", "&eacute;", "&#20013;", "&amp",
          "&x;", "<", ">", "&", "<!--", "-->", '"', "'", "<h2>", "</h2>", "<pre>", "</pre>",
          "<meta name=a content='b'>", "<title>", "</title>", "<svg/>"]  # fmt: skip


@given(st.lists(st.sampled_from(_PARTS), max_size=20).map("".join))
def test_every_character_of_the_prose_has_its_source(text):
    """Each is the character of the source in its place, an entity's, a tag's line break or a
    mask."""
    view = html.prose(text)
    last = 0
    for index, char in enumerate(view.text):
        low, high = view.source_span(index, index + 1)
        assert last <= low < high <= len(text)
        source = text[low:high]
        assert char == source or char in unescape(source) or source[0] == "<"
        last = low


@given(st.text())
def test_any_text_is_read(text):
    """No text is an error; without markup it is its own prose."""
    prose = html.prose(text).text
    structure_of(text)
    if not set("<&") & set(text):
        assert prose == text


@given(st.lists(st.sampled_from(_PARTS), max_size=20).map("".join))
def test_sections_are_in_order(text):
    """Of any page, sections follow each other and lie within it."""
    last = 0
    for section in structure_of(text).sections:
        assert last <= section.start < section.end <= section.body_end <= len(text)
        last = section.body_end


@pytest.mark.parametrize(
    ("text", "name", "value", "source"),
    [
        ('<meta name="Author" content="Ada">', "author", "Ada", "Ada"),
        ("<META CONTENT='A &amp; B' NAME=keywords />", "keywords", "A & B", "A &amp; B"),
        ("<meta name=date content=2022-09-17>", "date", "2022-09-17", "2022-09-17"),
        ('<meta property="og:title" content="x > y">', "og:title", "x > y", "x > y"),
        ('<meta itemprop="datePublished" content="2022">', "date", "2022", "2022"),
        ('<meta property="article:published_time" content="2022">', "date", "2022", "2022"),
    ],
)
def test_meta_fields(text, name, value, source):
    """Attributes in any order and quotes; names of vocabularies are those of contracts."""
    (field,) = structure_of(text).fields
    assert (field.name, field.value) == (name, value)
    assert text[field.start : field.end] == source
    assert text[field.key_start] == "<"


@pytest.mark.parametrize(
    "text",
    [
        "<!-- <meta name='a' content='b'> -->",
        "<script>'<meta name=a content=b>'</script>",
        "<meta charset=utf-8>",
        "<meta name=a>",
        "<metadata name=a content=b>",
    ],
)
def test_no_meta_field(text):
    """Comments, scripts and other elements hold none."""
    assert structure_of(text).fields == ()


def test_a_field_keeps_its_name_where_a_better_one_is_there():
    """The first field of a name has it; another of the vocabulary stays beside it."""
    page = '<meta name="date" content="1"><meta property="article:published_time" content="2">'
    found = {field.name: field.value for field in structure_of(page).fields}
    assert found == {"date": "1", "article:published_time": "2"}


def test_title():
    """The first title element, and not the one in a picture."""
    page = "<svg><title>icon</title></svg><title> A &amp;\n B</title><title>C</title>"
    title = structure_of(page).title
    assert title.value == "A & B"
    assert page[title.start : title.end] == " A &amp;\n B"


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("<h1>A</h1>x<h2>B</h2>", [(1, "A", False, 2), (2, "B", True, 0)]),
        ("<h2>B</h2><p>x<H3 id=c>C <b>d</b></H3>y", [(2, "B", True, 2), (3, "C d", True, 1)]),
        ("<h2>A</h2><ul></ul><h2>B</h2><ul class=x></ul>", [(2, "A", True, 0), (2, "B", True, 1)]),
        ("<h2>A</h2><img src=x>", [(2, "A", True, 1)]),
        ("<h2><a href=x>A</a></h2>", [(2, "A", False, 0)]),
        ("<h2><a name=x></a>A</h2>", [(2, "A", True, 0)]),
        ("<h2></h2>", [(2, "", False, 0)]),
        ("<!-- <h2>A</h2> --><pre><h2>B</h2></pre>", []),
        ("<h2>A", []),
    ],
)
def test_sections(text, sections):
    """Level, words, whether the heading is sure, and what stands under it."""
    found = structure_of(text).sections
    assert [(s.level, s.heading, s.sure, s.items) for s in found] == sections
