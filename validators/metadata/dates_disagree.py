"""Dates of one document that are not the same day.

What it finds
    A date field whose contract says `agree`, where the document's path, its JSON-LD, its OpenGraph
    metadata or its `<time>` element names another day. Days are those of the contract's `zone`.

Why it matters
    Whoever sorts by one of them files the document elsewhere than whoever sorts by another; it is
    the mark of a migration that stamped its own date on everything.

Example
    `date: 2022-09-17` in `news/2021/09/17/opening.md`, with `agree = ["url"]`.

Repair
    None: only the source knows which one is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from textproof.dates import day_of
from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.rule import Options, fact, rule

_IN_PATH = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/_.]?)(\d\d)\2(\d\d)(?!\d)")
_NAMES = {
    "url": "the path",
    "jsonld": "JSON-LD",
    "opengraph": "OpenGraph",
    "time": "the time element",
}
_FIELDS = {"jsonld": "jsonld", "opengraph": "article:published_time", "time": "time"}


@rule("dates-disagree", severity=Severity.WARNING, needs=(fact("contract"),))
def check(document: Document, options: Options) -> Iterator[Defect]:
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
