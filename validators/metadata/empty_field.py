"""A field of metadata that is there, and has no value.

What it finds
    An empty `<title>`, an empty description, author, date or title in meta elements, OpenGraph and
    JSON-LD; in front matter a title, a date or an author that is nothing or `""`; at the start of a
    text a label such as `Author:` with nothing behind it, between labels that have values. A field
    that a contract demands is a missing field.

Why it matters
    An export wrote the field and lost its value; whoever sorts or cites gets an empty line.

    A tag without a value in front matter and an empty list of keywords are usual, and harmless.

Example
    `<meta name="description" content="">`; `title: ""`.

Repair
    None: only the source knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.document import Document
from textproof.entries import FRONT_MATTER, JSON_LD, LABEL, LABELS, TITLE, Entry, tag_at
from textproof.finding import Defect, Severity
from textproof.lazy import compiled
from textproof.metadata_names import CREATED, MODIFIED, PUBLISHED, WORDS, kind_of
from textproof.rule import Options, fact, rule

_IN_FRONT_MATTER = frozenset("title date author authors pubdate publishdate published".split())
_IN_JSON_LD = frozenset("headline name author.name publisher.name".split())
_OPTIONAL = frozenset("caption source editor publisher abstract excerpt lead subtitle".split())
_HANDLES = frozenset(("twitter:creator", "twitter:site"))
_FORM = compiled(r"^about[ \t]*:|^assignees[ \t]*:", re.MULTILINE)
"""Keys of a template for issues, which whoever writes one fills in."""

_MDBOOK = "<!-- Book generated using mdBook -->"
"""mdBook writes an empty description into every page of a book that has none."""

_LABEL_LINE = compiled(r"[*_>#• \t-]*[^\W\d][\w -]{0,30}(?:\*\*|__)?[ \t]*[:：]")
_UNDER = compiled(r"\n(?:[ \t]+\S|- )")
_LIST_ITEM = compiled(r"\s*(?:[-*+•]|\d+[.)])[ \t]")


@rule("empty-field", severity=Severity.WARNING, needs=(fact("html"), fact("gaps")))
def check(document: Document, options: Options) -> Iterator[Defect]:
    entries = document.metadata
    contract = document.contract
    demanded = {f.name for f in contract.fields if not f.optional} if contract else set()
    labelled = any(entry.value for entry in entries if entry.origin == LABEL)
    for entry in entries:
        if entry.value.strip() or entry.name in demanded or not _is_wanted(entry):
            continue
        if entry.name == "description" and _MDBOOK in document.text:
            continue
        if entry.origin == LABEL and not (labelled and _is_among_labels(document, entry)):
            continue
        if entry.origin == FRONT_MATTER and _FORM.search(document.text, 0, entries[-1].end):
            continue
        if document.format != "html" and _is_parent(document, entry):
            continue
        start, end = _span(document, entry)
        yield Defect(start, end, f"{entry.shown} has no value", confidence=0.9)


def _is_wanted(entry: Entry) -> bool:
    """Whether a field of this kind is never left empty on purpose."""
    name, kind = entry.name, kind_of(entry.name)
    if entry.origin == FRONT_MATTER:
        return name.lower() in _IN_FRONT_MATTER
    if entry.origin == JSON_LD:
        return name in _IN_JSON_LD or kind == PUBLISHED
    if entry.origin == LABEL:
        return name in LABELS
    if entry.origin == TITLE:
        return True
    optional = name in _HANDLES or name.split(":")[-1] in _OPTIONAL
    return kind in (WORDS, PUBLISHED, MODIFIED, CREATED) and not optional


def _is_parent(document: Document, entry: Entry) -> bool:
    """Whether what belongs to a key stands in the lines under it, though nobody can read it."""
    return bool(_UNDER.match(document.text, document.text.find("\n", entry.tag_start)))


def _is_among_labels(document: Document, entry: Entry) -> bool:
    """Whether a label stands among others, so that its value is not on the lines that follow."""
    if document.format == "html":
        return True
    line, last = document.place(entry.tag_start)[0], len(document.line_starts)
    lines = [
        document.text[slice(*document.line_span(n))] if 0 < n <= last else ""
        for n in (line - 1, line + 1, line + 2)
    ]
    if lines[1].strip():
        return bool(_LABEL_LINE.match(lines[1]))
    return bool(_LABEL_LINE.match(lines[0])) and not _LIST_ITEM.match(lines[2])


def _span(document: Document, entry: Entry) -> tuple[int, int]:
    """The key or the tag: an empty value shows nothing."""
    if document.format == "html" and entry.origin not in (JSON_LD, LABEL):
        tag = tag_at(document.text, entry.tag_start)
        return entry.tag_start, max(entry.tag_start + len(tag), entry.end)
    if entry.origin == JSON_LD:
        return entry.start - 1, entry.end + 1
    line_end = document.line_span(document.place(entry.tag_start)[0])[1]
    return entry.tag_start, max(line_end, entry.tag_start + 1)
