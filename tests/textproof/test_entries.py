"""Metadata with where each value was said, in every format, and the facts that the screen asks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.decoding import Decoded
from textproof.document import Document
from textproof.metadata_names import is_dated, kind_of
from textproof.metadata_signs import signs


def entries(text, format):
    document = Document(Decoded(text, "utf-8"), format=format)
    return [(e.origin, e.name, e.value, text[e.start : e.end]) for e in document.metadata]


def test_a_page_says_its_metadata_in_many_places():
    """Each is named as the page names it, with the place of its value."""
    page = """<html lang="de"><head><title>Brücke &amp; Fluss</title>
<link rel="canonical" href="https://example.org/a"><meta property="og:title" content="Brücke">
<meta name="Author" content='Ada'>
<script type="application/ld+json">{"headline": "Br\\u00fccke"}</script>
</head><body><time datetime=2022-09-17 itemprop="datePublished">x</time><p>Datum: 17.9.2022</p>"""
    assert entries(page, "html") == [
        ("html element", "lang", "de", "de"),
        ("title element", "title", "Brücke & Fluss", "Brücke &amp; Fluss"),
        ("link element", "canonical", "https://example.org/a", "https://example.org/a"),
        ("OpenGraph", "og:title", "Brücke", "Brücke"),
        ("meta element", "author", "Ada", "Ada"),
        ("JSON-LD", "headline", "Brücke", "Br\\u00fccke"),
        ("time element", "datepublished", "2022-09-17", "2022-09-17"),
        ("label", "date", "17.9.2022", "17.9.2022"),
    ]


def test_a_name_is_that_of_the_page_and_not_of_a_contract():
    """`article:published_time` is `date` to a contract, and itself here."""
    page = '<meta content="2022-09-17" property="article:published_time">'
    assert entries(page, "html") == [
        ("OpenGraph", "article:published_time", "2022-09-17", "2022-09-17")
    ]


def test_front_matter_or_else_the_labels_at_the_start():
    """Where there is front matter, labels in the text are prose."""
    assert entries("---\ntitle: A\n---\nDate: 2022-09-17\n", "markdown") == [
        ("front matter", "title", "A", "A")
    ]
    dated = "---\ndate: 2022-09-17\n---\n\n# A\n\n**Date:** {}\n\nText.\n\nDate: 2020-01-01\n"
    assert entries(dated.format("2021-01-02"), "markdown") == [
        ("front matter", "date", "2022-09-17", "2022-09-17"),
        ("label", "date", "2021-01-02", "2021-01-02"),
    ]
    assert entries("Title: A\n\n    Date: 2022-09-17\n", "markdown") == [
        ("label", "title", "A", "A")
    ]
    assert entries("標題：開幕\n" + "文" * 700 + "\n日期：2022-09-17\n", "plain") == [
        ("label", "title", "開幕", "開幕")
    ]


def test_labels_are_read_without_glosses():
    """A glossed label is known, as it is to contracts."""
    found = entries("發(fā)布時間：2022-09-17\n企業(yè)發(fā)展，學(xué)習(xí)。\n", "plain")
    assert found == [("label", "date", "2022-09-17", "2022-09-17")]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("date", "published"),
        ("DC.date.issued", "published"),
        ("dcterms.modified", "modified"),
        ("article:published_time", "published"),
        ("last_modified_at", "modified"),
        ("og:description", "words"),
        ("author.name", "words"),
        ("canonical_url", "address"),
        ("og:locale", "language"),
        ("og:locale:alternate", None),
        ("og:image", None),
        ("weight", None),
    ],
)
def test_the_name_of_a_field_tells_what_it_holds(name, kind):
    """By the vocabularies that pages and site generators use."""
    assert kind_of(name) == kind


def test_fields_of_other_dates_are_dated_too():
    """An expiry must exist, and may lie in the future."""
    assert is_dated("expiryDate")
    assert is_dated("archived_on")
    assert not is_dated("update-notes")


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("---\ntitle: A\nweight: 3\n---\n# A\n", set()),
        ('+++\ntitle = "A"\ndate = 2022-09-17\n+++\n', {"dates"}),
        ('{\n "title": "",\n "lang": "de"\n}\n', {"gaps", "languages", "placeholders"}),
        ("---\nurl: /a\ntitle: One thing\n---\n\n# Another\n", {"addresses", "titles"}),
        ("---\nTitle: A\ntitle: B\n---\n", {"labels"}),
        ("Date: 2022-09-17\nAuthor:\n", {"dates", "gaps"}),
        ("# Features\n\nThese are new:\n\n- one: two\n", set()),
        ("Text without a colon, and\n---\na rule.\n", set()),
    ],
)
def test_the_signs_of_metadata_are_told_from_the_text(text, facts):
    """Front matter of three kinds, labels, and what only looks like them."""
    assert signs(text) == facts


@given(
    st.text(alphabet="-+{}\n:= \"'titledaundfn/", max_size=60),
    st.sampled_from(["plain", "markdown"]),
)
def test_no_text_is_too_strange_to_be_asked(text, format):
    """Whatever begins like front matter, the signs and the entries are told."""
    for opening in ("---\n", "+++\n", "{\n", ""):
        signs(opening + text)
        entries(opening + text, format)
