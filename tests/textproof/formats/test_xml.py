"""XML: text nodes are prose; JATS and DocBook give fields and sections."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from views import assert_mapped, comments, shown, source, structure

from textproof import check_text
from textproof.formats import xml


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("<d><b>x</b>y</d>", "\nxy\n"),
        ("<para>a <emphasis>b</emphasis>c</para>", "\na bc\n"),
        ("<db:para>a</db:para>", "\na\n"),
        ("<p>a &amp; &#20013; &#x6587; caf&eacute;</p>", "\na & 中 文 café\n"),
        ("<p>&chapter1; &lt;p&gt;</p>", "\n· <p>\n"),
        ("<p>AT&T & x</p>", "\nAT&T & x\n"),
        ("<!-- a --><?b c?><p>d</p>", "\nd\n"),
        ("<p><![CDATA[a < <b>]]></p>", "\na < <b>\n"),
        ('<!DOCTYPE a [<!ENTITY b "c > d"> <!-- ]> --> ]><p>e</p>', "\ne\n"),
        ("<!DOCTYPE a PUBLIC '-//x>//y' 'z'><p>e</p>", "\ne\n"),
        ("<programlisting>a &b; <![CDATA[c]]></programlisting>d", "·d"),
        ("say <command>a</command>, <db:filename class='b'>c</db:filename>", "say ·, ·"),
        ("<code/>a", "·a"),
        ("<x y='a > b'>c</x>", "\nc\n"),
        ("<screen>never closed", "·"),
        ("<!-- never closed", ""),
        ("a < b and <", "a < b and <"),
        ("<title>標題</title>", "\n標題\n"),
    ],
)
def test_prose(text, prose):
    """Elements are lines, but within a sentence; entities characters; code and comments nothing."""
    assert shown("xml", text) == prose


def test_an_entity_has_its_place():
    """As has a word over the edge of an element within a sentence."""
    assert source("xml", "<p>caf&eacute;</p>", "é") == "&eacute;"
    assert source("xml", "<p>caf<b>e</b>s</p>", "cafes") == "caf<b>e</b>s"


def test_no_entity_is_expanded():
    """What a document defines is masked, however it is nested."""
    bomb = (
        '<!DOCTYPE a [<!ENTITY b0 "lol">'
        + "".join(f'<!ENTITY b{i} "{f"&b{i - 1};" * 10}">' for i in range(1, 10))
        + '<!ENTITY file SYSTEM "file:///etc/passwd">]><d>&b9; &file;</d>'
    )
    assert shown("xml", bomb) == "\n· ·\n"


JATS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.2//EN" "x.dtd">
<article xml:lang="en"><front>
<journal-meta><journal-title>Rivers</journal-title></journal-meta>
<article-meta><article-id pub-id-type="doi">10.1/x</article-id>
<title-group><article-title>On <italic>banks</italic> &amp; beds</article-title></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Doe</surname>
<given-names>Jane</given-names></name></contrib>
<contrib contrib-type="editor"><name><surname>No</surname></name></contrib></contrib-group>
<pub-date pub-type="epub"><day>3</day><month>2</month><year>2022</year></pub-date>
</article-meta></front>
<body><sec><title>Methods</title><p>We walked.</p><sec><title>Sites</title><p/></sec></sec>
<sec><title>Results</title><fig><graphic href="a"/></fig></sec></body>
<back><ref-list><title>References</title><ref><article-title>Another</article-title></ref>
</ref-list></back></article>
"""

DOCBOOK = """<book xmlns="http://docbook.org/ns/docbook" version="5.0" xml:lang="de">
<info><title>Der Fluss</title>
<author><personname><firstname>Ada</firstname><surname>Bach</surname></personname></author>
<pubdate>2022-09-17</pubdate></info>
<chapter><title>Ufer</title>
<section><info><title>Links</title></info><para>Text.</para></section>
<section><title>Rechts</title></section>
</chapter></book>
"""


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            JATS,
            {
                "lang": "en",
                "source": "Rivers",
                "doi": "10.1/x",
                "title": "On banks & beds",
                "author": "Jane Doe",
                "date": "2022-02-03",
            },
        ),
        (
            DOCBOOK,
            {"lang": "de", "title": "Der Fluss", "author": "Ada Bach", "date": "2022-09-17"},
        ),
    ],
)
def test_fields(text, values):
    """Title, authors, date and language, each in its place."""
    found = structure("xml", text)
    assert {field.name: field.value for field in found.fields} == values
    assert found.title.value == values["title"]
    assert tuple(xml.fields(text)) == found.fields
    for field in found.fields:
        assert text[field.key_start] == "<"
        assert 0 < field.key_start < field.start < field.end or field.name == "lang"


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        (
            JATS,
            [
                (1, "Methods", True, 2),
                (2, "Sites", True, 0),
                (1, "Results", True, 1),
                (1, "References", True, 1),
            ],
        ),
        (DOCBOOK, [(1, "Ufer", True, 1), (2, "Links", True, 1), (2, "Rechts", True, 0)]),
        ("<rss><section><title>A</title></section></rss>", [(1, "A", False, 0)]),
        ("<chapter><title>A</title><xi:include href='b'/></chapter>", [(1, "A", True, 1)]),
        ("<chapter><title>A</title>&b;</chapter>", [(1, "A", True, 2)]),
        ("<chapter><title>A</title><!-- b --><para></para></chapter>", [(1, "A", True, 0)]),
        ("<chapter><title>A</title><screen>b</screen></chapter>", [(1, "A", True, 1)]),
        ("<sec><title>A</title><p>x</sec><sec><title>B", [(1, "A", True, 1)]),
        ("<a><title>B</title></a>", []),
    ],
)
def test_sections(text, sections):
    """Level by the nesting; sure where the document is of a vocabulary that is known."""
    found = structure("xml", text).sections
    assert [(s.level, s.heading, s.sure, s.items) for s in found] == sections


@pytest.mark.parametrize(
    ("date", "value"),
    [
        ('<pub-date iso-8601-date="2022-09-17"><year>2022</year></pub-date>', "2022-09-17"),
        ("<pub-date><month>9</month><year>2022</year></pub-date>", "2022-09"),
        ("<pub-date><year>2022</year></pub-date>", "2022"),
        ("<pub-date><string-date>Spring 2022</string-date></pub-date>", "Spring 2022"),
    ],
)
def test_dates_of_jats(date, value):
    """By the attribute, of parts, or as written."""
    text = f"<article><front><article-meta>{date}</article-meta></front></article>"
    assert [field.value for field in structure("xml", text).fields] == [value]


def test_a_date_that_does_not_exist_is_found():
    """In its parts, which lie apart in the source."""
    page = JATS.replace("<day>3</day>", "<day>30</day>")
    assert [(f.rule, f.line) for f in check_text(page, path="a.xml").findings] == [
        ("bad-date", 10),
        ("empty-section", 12),
    ]


_PARTS = ["a", "統", " ", "\n", "<b>", "</b>", "<sec>", "</sec>", "<title>", "</title>", "&eacute;",
          "&#20013;", "&amp", "&x;", "<", ">", "&", "<!--", "-->", '"', "'", "<![CDATA[", "]]>",
          "<code>", "</code>", "<a/>", "<?x", "?>", "<!DOCTYPE a [", "]", "<article>",
          "<pub-date><year>1</year>", "</pub-date>", "<author>", "</author>"]  # fmt: skip


@given(st.lists(st.sampled_from(_PARTS), max_size=20).map("".join))
def test_any_text_is_read(text):
    """No text is an error; each character has its source, and sections follow each other."""
    assert_mapped("xml", text, unescape)
    last = 0
    for section in structure("xml", text).sections:
        assert last <= section.start < section.end <= section.body_start <= section.body_end
        last = section.body_start
    comments("xml", text)


@given(st.text())
def test_text_without_markup_is_its_own_prose(text):
    """No text is an error."""
    structure("xml", text)
    if not set("<&") & set(text):
        assert shown("xml", text) == text.replace("\0", "·")


def test_a_comment_suppresses():
    """On its own line and over one; in CDATA it is text."""
    damage = "Ã©tÃ© Ã© l'Ã©cole"
    ignore = "<!-- textproof: ignore[wrong-decode] -->"
    text = f"<a>\n<b>{damage}</b> {ignore}\n{ignore}\n<b>{damage}</b></a>"
    assert check_text(text, path="a.xml").findings == ()
    text = f"<a><![CDATA[<!-- textproof: ignore-file -->]]>\n<b>{damage}</b></a>"
    assert [f.rule for f in check_text(text, path="a.xml").findings] == ["wrong-decode"]
