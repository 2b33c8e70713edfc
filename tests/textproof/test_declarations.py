"""What a document says of its own encoding, and where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.declarations import (
    declared_codecs,
    find_declarations,
    may_declare,
    relabelled,
    web_codec,
)

FORMATS = ("plain", "markdown", "html")


def declared(text, format="html", path=None):
    """How and what a text declares."""
    return [(d.source, d.label) for d in find_declarations(text, format, path)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ('<meta charset="gbk">', "gbk"),
        ("<meta charset='gbk'/>", "gbk"),
        ("<META CHARSET=gbk>", "gbk"),
        ("<meta\n  charset = gbk >", "gbk"),
        ('<meta name="x" charset="gbk">', "gbk"),
        ('<meta charset="iso-8859-1">', "iso-8859-1"),
        ('<meta charset="ISO_8859-1:1987">', "ISO_8859-1:1987"),
    ],
)
def test_meta_charset(text, label):
    """In whatever case, order and quotes."""
    assert declared(text) == [("meta charset", label)]
    (found,) = find_declarations(text, "html")
    assert text[found.start : found.end] == label


@pytest.mark.parametrize(
    "text",
    [
        '<meta http-equiv="Content-Type" content="text/html; charset=gbk">',
        "<meta content='text/html;charset=gbk' http-equiv=content-type>",
        '<META HTTP-EQUIV="CONTENT-TYPE" CONTENT="text/html; CHARSET=gbk">',
    ],
)
def test_http_equiv(text):
    """In whatever case and order."""
    assert declared(text) == [("meta http-equiv", "gbk")]


@pytest.mark.parametrize(
    "text",
    [
        '<!-- <meta charset="gbk"> -->',
        '<script>"<meta charset=gbk>"</script>',
        "<title><meta charset=gbk></title>",
        '<noscript><meta charset="gbk"></noscript>',
        '</head><body><meta charset="gbk"></body>',
        '<meta name="charset" content="gbk">',
        '<meta data-charset="gbk">',
        '<link charset="gbk">',
        "charset=gbk",
        "&lt;meta charset=gbk&gt;",
        "",
    ],
)
def test_what_is_no_declaration_of_a_page(text):
    """Comments, scripts, titles, bodies, other attributes and other elements declare nothing."""
    assert declared(text) == []


@pytest.mark.parametrize(
    ("text", "format", "path", "found"),
    [
        ('<?xml version="1.0" encoding="gbk"?>', "plain", "a.xml", ("XML declaration", "gbk")),
        ("<?xml version='1.0' encoding='gbk'?>", "html", "a.xhtml", ("XML declaration", "gbk")),
        ("-*- coding: gbk -*-", "plain", None, ("coding line", "gbk")),
        ("% -*- mode: tex; coding: gbk-unix; -*-", "plain", None, ("coding line", "gbk-unix")),
        ("\n# -*- coding: gbk -*-", "plain", "a.py", ("coding line", "gbk")),
        ("# coding=gbk", "plain", "a.py", ("coding line", "gbk")),
        ("# vim: set fileencoding=gbk :", "plain", "a.py", ("coding line", "gbk")),
        ("---\nencoding: gbk\n---\n", "markdown", "a.md", ("front matter", "gbk")),
        ("---\ntitle: a\nCharset: 'gbk'\n---\n", "markdown", "a.md", ("front matter", "gbk")),
        (
            'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=gbk\\n"\n',
            "plain",
            "a.po",
            ("catalogue header", "gbk"),
        ),
    ],
)
def test_other_declarations(text, format, path, found):
    """XML, Emacs, Python, front matter and message catalogues."""
    assert declared(text, format, path) == [found]


@pytest.mark.parametrize(
    ("text", "format", "path"),
    [
        (' <?xml version="1.0" encoding="gbk"?>', "plain", "a.xml"),
        ('<?xml version="1.0"?><a encoding="gbk"/>', "plain", "a.xml"),
        ("\n\n# coding: gbk", "plain", "a.py"),
        ("# coding: gbk", "plain", "a.txt"),
        ("x = 1  coding: gbk", "plain", "a.py"),
        ("---\ntitle: a\n---\nencoding: gbk\n", "markdown", "a.md"),
        ("encoding: gbk\n", "markdown", "a.md"),
        ("---\nencoding: gbk\n---\n", "plain", "a.txt"),
        ('msgid "charset=gbk"\nmsgstr "charset=gbk"\n', "plain", "a.po"),
    ],
)
def test_what_only_looks_like_one(text, format, path):
    """In the wrong place, or in a format that has none."""
    assert declared(text, format, path) == []


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("utf-8", "utf-8"),
        ("UTF8", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("latin1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("windows-1251", "cp1251"),
        ("gb2312", "gbk"),
        ("koi8-r", "koi8-r"),
        ("cp437", "cp437"),
        ("utf-9", None),
        ("base64", None),
        ("rot13", None),
        ("", None),
    ],
)
def test_labels(label, codec):
    """As browsers read them, and otherwise as Python does; what is no encoding of text is none."""
    assert web_codec(label) == codec


def test_a_page_that_can_say_utf16_is_utf8():
    """The HTML standard has it so; an XML declaration means what it says."""
    (meta,) = find_declarations('<meta charset="utf-16">', "html")
    (xml,) = find_declarations('<?xml version="1.0" encoding="utf-16"?>', "html")
    assert meta.codec == "utf-8"
    assert xml.codec == "utf-16-le"


def test_bytes_declare_too():
    """In whatever format, each codec once."""
    data = b'<?xml version="1.0" encoding="koi8-r"?><meta charset="gbk"><meta charset="gbk">'
    assert declared_codecs(data) == ("koi8-r", "gbk")
    assert declared_codecs(b"\xff\xfe\0") == ()


@given(st.text(max_size=80), st.sampled_from(FORMATS))
def test_a_text_without_declarations_stays(text, format):
    """Relabelling changes nothing where nothing is declared."""
    if not find_declarations(text, format, None):
        assert relabelled(text, format, None) == text


@given(st.text(max_size=200), st.sampled_from(FORMATS), st.sampled_from([None, "a.py", "a.po"]))
def test_a_text_without_the_words_declares_nothing(text, format, path):
    """The screen leaves out no document that declares an encoding."""
    if not may_declare(text, format):
        assert find_declarations(text, format, path) == []


@pytest.mark.parametrize(
    ("text", "format", "path", "after"),
    [
        ('<meta charset="gbk">', "html", None, '<meta charset="utf-8">'),
        ("<meta charset=gbk><p>gbk", "html", None, "<meta charset=utf-8><p>gbk"),
        ('<meta charset="UTF8">', "html", None, '<meta charset="UTF8">'),
        (
            '<?xml version="1.0" encoding="gbk"?><meta charset="big5">',
            "html",
            None,
            '<?xml version="1.0" encoding="utf-8"?><meta charset="utf-8">',
        ),
        ("# coding: gbk\n# gbk\n", "plain", "a.py", "# coding: utf-8\n# gbk\n"),
        ("---\nencoding: gbk\n---\ngbk", "markdown", None, "---\nencoding: utf-8\n---\ngbk"),
    ],
)
def test_relabelled(text, format, path, after):
    """Each label becomes `utf-8` but those that mean it; a second time nothing changes."""
    assert relabelled(text, format, path) == after
    assert relabelled(after, format, path) == after


@given(st.sampled_from(["gbk", "koi8-r", "utf-16", "latin1", "klingon"]), st.text(max_size=40))
def test_relabelling_twice_changes_nothing_more(label, text):
    """Whatever was declared, and whatever follows it."""
    once = relabelled(f'<meta charset="{label}">{text}', "html", None)
    assert relabelled(once, "html", None) == once


def test_the_value_of_another_attribute_is_no_declaration():
    """A description that quotes `charset=gbk` declares nothing."""
    assert declared('<meta name="description" content="how to set charset=gbk today">') == []
