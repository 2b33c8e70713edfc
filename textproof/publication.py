"""Where a document says on which day it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from textproof.dates import day_of
from textproof.entries import JSON_LD, LABEL, LINK, META, OPEN_GRAPH, TIME, Entry
from textproof.lazy import compiled
from textproof.metadata_names import ADDRESS, CREATED, MODIFIED, PUBLISHED, kind_of

if TYPE_CHECKING:
    from textproof.document import Document

ONE_DAY = timedelta(days=1)
"""What two time zones may make of one moment."""

_IN_ADDRESS = compiled(
    r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?P<mark>[-/_.]?)(?P<month>[0-9]{2})(?P=mark)"
    r"(?P<day>[0-9]{2})(?![0-9])"
)
_CHANGED = compiled(
    r"updat|modif|revis|edit|chang|last|geändert|aktualisiert|mis à jour|actualiz|aggiorn|обновл"
    r"|更新",
    re.IGNORECASE,
)
_PUBLISHED = compiled(
    r"(?:publish\w*|posted|written|ver[öo]ffentlicht(?: am)?|publi[ée]e?(?: le)?"
    r"|publicado(?: el| em)?|pubblicato(?: il)?|опубликовано|發[布佈表]\w*|发[布表]\w*|公開\w*"
    r"|投稿\w*|日期|date)[\s:：]*\Z",
    re.IGNORECASE,
)
_CLASS = compiled(r"publish|posted|post-date|entry-date|pubdate|byline|dt-published", re.IGNORECASE)

LONGEST_BYLINE = 12
"""Words between the main heading and a time that is part of its byline."""

_EVENT = compiled(r"\"@type\"\s*:\s*\"\w*Event\"|schema\.org/\w*Event\b|\bvevent\b|\bh-event\b")
_BIBLIOGRAPHIC = compiled(r"citation_|dc\.|dcterms\.|issued|online", re.IGNORECASE)


class Witness(NamedTuple):
    """A day of publication, what says it (for a message) and the entry, if it is one."""

    says: str
    day: date
    entry: Entry | None


def witnesses(document: Document) -> list[Witness]:
    """What says on which day a document was published, each in its own way once.

    Where one kind of place names several days, it is no witness; nor is a date of publication that
    is the day of the last change, or of making, elsewhere.
    """
    found: dict[str, list[Witness]] = {}
    for witness in [*_of_entries(document), *_of_addresses(document)]:
        found.setdefault(witness.says, []).append(witness)
    other = {day_of(e.value) for e in document.metadata if kind_of(e.name) in (MODIFIED, CREATED)}
    return [
        group[0]
        for group in found.values()
        if len({w.day for w in group}) == 1 and group[0].day not in other
    ]


def in_address(address: str) -> date | None:
    """The day that a path or an address names.

    >>> in_address("https://example.org/news/2022/09/17/opening"), in_address("/2022/opening-17")
    (datetime.date(2022, 9, 17), None)
    """
    match = _IN_ADDRESS.search(address)
    return day_of(f"{match['year']}-{match['month']}-{match['day']}") if match else None


def _of_entries(document: Document) -> Iterator[Witness]:
    times = any(entry.origin == TIME and entry.name == "time" for entry in document.metadata)
    event = times and is_of_event(document)
    for entry in document.metadata:
        published = kind_of(entry.name) == PUBLISHED and not _BIBLIOGRAPHIC.match(entry.name)
        if entry.origin == JSON_LD:
            published = entry.name == "datePublished"
        elif entry.origin == LABEL:
            label = document.text[entry.tag_start : entry.start]
            published = published and not _CHANGED.search(label)
        elif entry.origin == TIME and not published and entry.name == "time":
            published = not event and is_byline(document, entry)
        day = day_of(entry.value) if published else None
        if day:
            yield Witness(_name(entry), day, entry)


def _name(entry: Entry) -> str:
    if entry.origin in (OPEN_GRAPH, JSON_LD, TIME):
        return {OPEN_GRAPH: "OpenGraph", JSON_LD: "JSON-LD", TIME: "the time element"}[entry.origin]
    kind = {META: "the meta element ", LABEL: "the label "}.get(entry.origin, "")
    return f"{kind}“{entry.name}”"


def is_of_event(document: Document) -> bool:
    """Whether a page describes an event, whose times are not those of its publication."""
    text = document.text
    return ("vent" in text) and bool(_EVENT.search(text))


def is_byline(document: Document, entry: Entry) -> bool:
    """Whether a time element says when the page was published: by its class, by the word before it,
    or by its place under or over the main heading; and not when it was changed."""
    text = document.text
    before = re.sub(r"<[^<>]*>", " ", text[max(entry.tag_start - 300, 0) : entry.tag_start])
    tag = text[entry.tag_start : entry.start]
    if _CHANGED.search(before[-40:]) or _CHANGED.search(tag):
        return False
    if _PUBLISHED.search(before) or _CLASS.search(tag):
        return True
    _, heading, under = text[max(entry.tag_start - 600, 0) : entry.tag_start].rpartition("</h1")
    if heading:
        words = re.sub(r"<[^<>]*>|>", " ", under).split()
        # a second time under a heading is that of a change, or one in a text of many
        return len(words) <= LONGEST_BYLINE and "</p" not in under and "<time" not in under
    return bool(re.search(r"<h1\b", text[entry.end : entry.end + 300], re.IGNORECASE))


def _of_addresses(document: Document) -> Iterator[Witness]:
    day = in_address(document.path or "")
    if day:
        yield Witness("the path", day, None)
    for entry in document.metadata:
        if entry.origin == LINK or (kind_of(entry.name) == ADDRESS and "." not in entry.name):
            day = in_address(entry.value)
            if day:
                yield Witness("the address", day, entry)
