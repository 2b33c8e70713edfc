"""A date of publication that lies in the future.

What it finds
    A date at which the document was published, made or changed, in front matter, meta elements,
    OpenGraph, JSON-LD, `<time>` or behind a label, that is later than tomorrow: today anywhere on
    earth is no later. Drafts, events and dates in prose are not judged.

Why it matters
    `2062-09-17` for `2026-09-17` sorts before everything else for decades.

Example
    `date: 2062-09-17`

Repair
    None: only the source knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from textproof.dates import day_of
from textproof.document import Document
from textproof.entries import FRONT_MATTER, TIME, Entry
from textproof.finding import Defect, Severity
from textproof.lazy import compiled
from textproof.metadata_names import DATES, kind_of
from textproof.publication import is_byline, is_of_event
from textproof.rule import Options, fact, rule

TOLERANCE = timedelta(days=1)
"""Of a day: it is already tomorrow in the west of the Pacific."""

_MEANT = compiled(
    r"^[\"']?(?:draft[\"']?\s*[:=]\s*[\"']?true|(?:layout|type|kind)[\"']?\s*[:=]\s*[\"']?\w*"
    r"(?:event|talk|meetup|conference|webinar)"
    r"|(?:location|venue|event\w*|start\w*|end\w*|deadline|rsvp)[\"']?\s*[:=])",
    re.IGNORECASE | re.MULTILINE,
)
"""Keys of front matter that say why a date is still to come."""


@rule(
    "future-date",
    severity=Severity.WARNING,
    needs=(fact("html"), fact("dates")),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    if options.today is None:
        return
    places: dict[date, list[Entry]] = {}
    for entry in document.metadata:
        if kind_of(entry.name) in DATES or entry.origin == TIME:
            day = day_of(entry.value)
            if day and day > options.today + TOLERANCE and _is_published(document, entry):
                places.setdefault(day, []).append(entry)
    if places and _is_meant(document):
        return
    for day, entries in places.items():
        first, *others = entries
        yield Defect(
            first.start,
            first.end,
            f"{first.shown} is {day}, a day in the future",
            places=tuple((entry.start, entry.end) for entry in others),
            confidence=0.9,
        )


def _is_published(document: Document, entry: Entry) -> bool:
    """Whether a date is that of the document: a time element in its text may be any other."""
    own = entry.origin != TIME or kind_of(entry.name) in DATES
    return own or is_byline(document, entry)


def _is_meant(document: Document) -> bool:
    """Whether the document says why its date is still to come."""
    matter = [entry.end for entry in document.metadata if entry.origin == FRONT_MATTER]
    in_matter = _MEANT.search(document.text, 0, max(matter)) if matter else None
    return bool(in_matter or is_of_event(document))
