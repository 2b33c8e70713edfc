"""Dates of one document that are not the same day.

What it finds
    A day of publication that front matter, a meta element, JSON-LD, OpenGraph, a `<time>` element,
    a label or a dated path gives as another day than the others do. One day apart is one moment in
    two time zones; the day of a change is no day of publication, and where one kind of place names
    several days none of them is compared. A path that is a few weeks off is worth a look only.

    Under a contract, a date field that says `agree` is held against just the places that are named
    there, on the days of the contract's `zone`.

Why it matters
    Whoever sorts by one of them files the document elsewhere than whoever sorts by another; it is
    the mark of a migration that stamped its own date on everything.

Example
    `date: 2022-09-17` in `news/2021/09/17/opening.md`.

Repair
    None: only the source knows which one is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from textproof.dates import day_of
from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.lazy import compiled
from textproof.publication import ONE_DAY, Witness, witnesses
from textproof.rule import Options, fact, rule

A_MONTH = timedelta(days=31)
"""How far the day in a path may be from the day of publication: one in seven of the 2,500 posts of
a Chinese blog was named when it was begun, up to a month before or after its date."""

_IN_PATH = compiled(r"(?<!\d)((?:19|20)\d\d)([-/_.]?)(\d\d)\2(\d\d)(?!\d)")
_NAMES = {
    "url": "the path",
    "jsonld": "JSON-LD",
    "opengraph": "OpenGraph",
    "time": "the time element",
}
_FIELDS = {"jsonld": "jsonld", "opengraph": "article:published_time", "time": "time"}


@rule(
    "dates-disagree",
    severity=Severity.WARNING,
    needs=(fact("contract"), fact("html"), fact("dates")),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    contract = document.contract
    if contract is None or not any(f.type in ("date", "datetime") for f in contract.fields):
        yield from _among_themselves(document)
    for wanted in document.contract.fields if document.contract else ():
        field = document.fields.get(wanted.name)
        day = day_of(field.value, wanted.zone) if field and wanted.agree else None
        if field is None or day is None:
            continue
        for witness in wanted.agree:
            other = _day_of(document, witness, wanted.zone)
            if other and other != day:
                yield Defect(
                    field.start,
                    field.end,
                    f"“{wanted.name}” is {day}, {_NAMES[witness]} says {other}",
                    detail={"witness": witness, "says": str(other)},
                )


def _day_of(document: Document, witness: str, zone: str | None) -> date | None:
    """The day that a witness names, if it names one."""
    if witness == "url":
        match = _IN_PATH.search(document.path or "")
        return day_of(f"{match[1]}-{match[3]}-{match[4]}") if match else None
    field = document.fields.get(_FIELDS[witness])
    return day_of(field.value, zone) if field else None


def _is_near(first: Witness, others: list[Witness]) -> bool:
    """Whether a path alone names a day a few weeks off: that on which a post was begun."""
    in_path = {w.says for w in others} <= {"the path", "the address"}
    return in_path and all(abs(w.day - first.day) <= A_MONTH for w in others)


def _among_themselves(document: Document) -> Iterator[Defect]:
    """The first day of publication that a document names, if others in it name other days."""
    if not document.metadata:
        return
    found = witnesses(document)
    apart = [w for w in found if abs(w.day - found[0].day) > ONE_DAY]
    if apart:
        first = found[0]
        entries = [w.entry for w in (first, *apart) if w.entry]
        said = ", ".join(f"{w.says} says {w.day}" for w in apart)
        yield Defect(
            entries[0].start,
            entries[0].end,
            f"published on {first.day} by {first.says}, but {said}",
            places=tuple((entry.start, entry.end) for entry in entries[1:]),
            severity=Severity.INFO if _is_near(first, apart) else None,
            confidence=0.8,
            detail={"days": {w.says: str(w.day) for w in (first, *apart)}},
        )
