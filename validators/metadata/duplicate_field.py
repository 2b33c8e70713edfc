"""A field that a document gives two different values.

What it finds
    Two `<title>` elements, two canonical addresses, and two values of one description, `og:title`,
    `og:url`, `article:published_time` or another field that a document has once, in the docinfo of
    a reStructuredText and the header of a message catalogue too. In JSON-LD, one key of an object
    with two values; at the start of a text, one label with two dates. Fields that may be repeated
    (`og:image`, `article:tag`, authors, sources) are not judged, nor are equal values or values in
    other languages or for other screens.

Why it matters
    Which of the two counts is up to each reader: two plugins, or two templates, wrote one page.

Example
    `<meta name="description" content="News">` … `<meta name="description" content="Opening of …">`

Repair
    None: only the author knows which is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.dates import day_of
from textproof.document import Document
from textproof.entries import (
    FRONT_MATTER,
    LABEL,
    LINK,
    MARKUP,
    META,
    OPEN_GRAPH,
    TITLE,
    Entry,
    tag_at,
)
from textproof.finding import Defect, Severity
from textproof.json_ld import BrokenJsonError, Node, read_json, scripts
from textproof.lazy import compiled
from textproof.rule import Options, fact, rule

SINGLE = frozenset(
    "description title date pubdate og:title og:type og:url og:description og:site_name og:locale "
    "article:published_time article:modified_time article:section twitter:card twitter:title "
    "twitter:description twitter:url dc.title dc.date dc.description dc.language dcterms.title "
    "dcterms.date dcterms.language citation_title citation_publication_date citation_date "
    "citation_doi citation_journal_title robots referrer".split()
)
"""The fields that a page has once, by OpenGraph's and Highwire's rules and by what readers take."""

DOCINFO = frozenset("date version revision status lang language title copyright".split())
"""The fields that the docinfo of a reStructuredText has once."""

BLANK_LINE = "\n\n"
_APART = compiled(r"\s(?:media|lang|xml:lang|scheme)\s*=", re.IGNORECASE)


@rule("duplicate-field", severity=Severity.WARNING, needs=(fact("html"), fact("labels")))
def check(document: Document, options: Options) -> Iterator[Defect]:
    first: dict[str, Entry] = {}
    for entry in document.metadata:
        name = _single_name(document, entry)
        if name is None or not entry.value:
            continue
        known = first.setdefault(name, entry)
        if _differ(known, entry):
            yield Defect(
                entry.start,
                entry.end,
                f"{entry.shown} is “{_short(entry.value)}” here and “{_short(known.value)}” in"
                f" line {document.place(known.start)[0]}",
                detail={"other": known.value},
            )
    if document.format == "html":
        yield from _in_json_ld(document)


def _single_name(document: Document, entry: Entry) -> str | None:
    """What a field that is there once is counted by."""
    if entry.origin in (TITLE, LINK):
        return entry.origin
    if entry.origin in (META, OPEN_GRAPH) and entry.name in SINGLE:
        apart = _APART.search(tag_at(document.text, entry.tag_start))
        return None if apart else entry.name
    if entry.origin == MARKUP and document.format != "html":
        single = document.format == "po" or (document.format == "rst" and entry.name in DOCINFO)
        return f"field {entry.name}" if single else None
    if entry.origin == LABEL and entry.name in ("title", "date"):
        return _block_name(document, entry)
    return f"key {entry.name.lower()}" if entry.origin == FRONT_MATTER else None


def _block_name(document: Document, entry: Entry) -> str | None:
    """A label with the block of lines that it stands in: a list has its labels in each item."""
    text = document.text
    if document.format == "html":
        return None
    if entry.name == "date" and day_of(entry.value) is None:
        return None
    label = text[entry.tag_start : entry.start].strip(" \t*_:：").casefold()
    return f"label {label} {text.count(BLANK_LINE, 0, entry.tag_start)}"


def _differ(known: Entry, entry: Entry) -> bool:
    """Whether two values are not the same; keys of front matter in one case are its own matter."""
    if entry is known or (entry.origin == FRONT_MATTER and entry.name == known.name):
        return False
    return " ".join(known.value.split()) != " ".join(entry.value.split())


def _short(value: str) -> str:
    return value if len(value) <= 40 else f"{value[:39]}…"


def _in_json_ld(document: Document) -> Iterator[Defect]:
    for script in scripts(document.text):
        try:
            root = read_json(document.text, script.start, script.end)
        except BrokenJsonError:
            continue
        yield from _repeated(root)


def _repeated(node: Node) -> Iterator[Defect]:
    """The keys that an object has twice, with different values."""
    known: dict[str, Node] = {}
    for key, member in node.members or ():
        other = known.setdefault(key, member)
        if other is not member and (other.value, other.items) != (member.value, member.items):
            message = f"“{key}” in JSON-LD has two different values in one object"
            yield Defect(member.start, member.end, message)
        yield from _repeated(member)
    for item in node.items or ():
        yield from _repeated(item)
