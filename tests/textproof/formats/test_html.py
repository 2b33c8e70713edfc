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
          "<meta name=a content='b'>", "<title>", "</title>", "<svg/>",
          "<nav>", "</nav>", "<MAIN>", "</main>", "<div role=menu>", "</div>",
          "<p itemprop=author>", "<header>", "</header>", "<time datetime=1>",
          "<html lang=x>"]  # fmt: skip


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
        ('<meta name="DC.Creator" content="Ada">', "author", "Ada", "Ada"),
        ('<meta name="DCTERMS.issued" content="2022">', "date", "2022", "2022"),
        ('<meta name="citation_author" content="Ada">', "author", "Ada", "Ada"),
        ('<html lang="zh-Hant">', "lang", "zh-Hant", "zh-Hant"),
        ("<HTML LANG=de>", "lang", "de", "de"),
        ('<html xml:lang="fr">', "lang", "fr", "fr"),
        ('<link rel="canonical" href="/a?b&amp;c">', "canonical", "/a?b&c", "/a?b&amp;c"),
        ('<link href="/a" rel="alternate canonical">', "canonical", "/a", "/a"),
        ("<time datetime=2022-09-17>today</time>", "time", "2022-09-17", "2022-09-17"),
        ('<span itemprop="author">A&amp;B</span>', "author", "A&B", "A&amp;B"),
        ("<h1 itemprop=headline>A <b>b</b></h1>", "headline", "A b", "A <b>b</b>"),
        ("<p itemprop=author>A<p>", "author", "A", "A"),
        (
            "<div itemprop='author' itemscope><b itemprop='url'>Ada</b> B</div>",
            "author",
            "Ada B",
            "<b itemprop='url'>Ada</b> B",
        ),
        ('<span itemprop="datePublished" content="2022">today</span>', "date", "2022", "2022"),
    ],
)
def test_fields(text, name, value, source):
    """Attributes in any order and quotes, elements of their own, and what an element says; names of
    vocabularies are those of contracts."""
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
        "<link rel=stylesheet href=a>",
        "<time>today</time>",
        "<html>",
        "<span itemprop=price>5</span>",
        "<span itemprop=author></span>",
    ],
)
def test_no_field(text):
    """Comments, scripts and other elements hold none."""
    assert structure_of(text).fields == ()


def test_a_field_keeps_its_name_where_a_better_one_is_there():
    """The first field of a name has it; another of the vocabulary stays beside it."""
    page = '<meta name="date" content="1"><meta property="article:published_time" content="2">'
    found = {field.name: field.value for field in structure_of(page).fields}
    assert found == {"date": "1", "article:published_time": "2"}


def test_a_time_element_of_the_vocabulary_is_both():
    """The time, and what it is the time of."""
    page = '<time itemprop="datePublished" datetime="2022-09-17">17 September</time>'
    found = [(field.name, field.value) for field in structure_of(page).fields]
    assert found == [("time", "2022-09-17"), ("date", "2022-09-17")]


FRAME = [
    ("<nav><h2>A</h2>x</nav><h1>B</h1>y", ["<nav><h2>A</h2>x</nav>"]),
    ("<NAV>x</NAV>y", ["<NAV>x</NAV>"]),
    ("<div role=navigation><div>x</div></div>y", ["<div role=navigation><div>x</div></div>"]),
    ("<header>x</header><h1>A</h1>", ["<header>x</header>"]),
    ("<header><h1>A</h1></header>y", []),
    ("<article><header>x</header>y<footer>z</footer></article>", []),
    ("<article>y<aside>z</aside></article>", ["<aside>z</aside>"]),
    ("x<main>y</main>z", ["x", "z"]),
    ("x<div role='main'><div>y</div></div>z", ["x", "z"]),
    ("<p role=note>x</p>", []),
    ("<nav>x", []),
    ("<footer>x</footer>", ["<footer>x</footer>"]),
]


@pytest.mark.parametrize(("text", "frame"), FRAME)
def test_what_frames_the_main_text(text, frame):
    """Navigation by element and by role; with a main element all that is not in it."""
    assert [text[start:end] for start, end in structure_of(text).frame] == frame


def test_a_heading_of_the_frame_is_not_sure():
    """A menu's heading stands for itself."""
    page = "<h1>A</h1>x<h2>B</h2><aside><h2>C</h2></aside>"
    assert [(s.heading, s.sure) for s in structure_of(page).sections] == [
        ("A", False),
        ("B", True),
        ("C", False),
    ]


def test_the_main_text_of_a_page_is_without_its_frame():
    """What a contract counts is what the page is about."""
    from textproof.decoding import Decoded
    from textproof.document import Document

    page = "<title>T</title><nav>Home</nav><p>Text of it.</p><footer>Terms</footer>"
    assert Document(Decoded(page, "utf-8"), format="html").main_text == "Text of it."


@given(st.lists(st.sampled_from(_PARTS), max_size=20).map("".join))
def test_the_text_is_that_of_its_pieces(text):
    """The prose, which is made at once, is what its pieces say, which are made when asked for."""
    view = html.prose(text)
    assert view.text == "".join(piece.text for piece in view.pieces)


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
        ('<h3 class="author">A</h3>', [(3, "A", False, 0)]),
        ('<h3 class="authors-note">A</h3>', [(3, "A", True, 0)]),
        ("<!-- <h2>A</h2> --><pre><h2>B</h2></pre>", []),
        ("<h2>A", []),
    ],
)
def test_sections(text, sections):
    """Level, words, whether the heading is sure, and what stands under it."""
    found = structure_of(text).sections
    assert [(s.level, s.heading, s.sure, s.items) for s in found] == sections
