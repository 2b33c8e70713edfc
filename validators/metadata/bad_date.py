"""A date that does not exist, or a date field that holds none.

What it finds
    A date that does not exist (`2022-02-30`, `31.04.2022`, `30 February 2022`, `25:61`) or that a
    program wrote for none (`Invalid Date`, `0000-00-00`), in front matter, meta elements, JSON-LD,
    `<time>` or behind a label. A date of publication that is words and no date (`last week`) is a
    warning. Where the contract gives a field the type date or datetime, a value that is no date is
    an error too; one with a year in it is taken for a date in a form that textproof does not read.
    Prose, version numbers and addresses are never judged.

Why it matters
    Readers of dates fail on it, or worse, silently read another one.

Example
    `Date: 2022-02-30`; `<time datetime="2022-13-01">`; `"datePublished": "Invalid Date"`.

Repair
    None: only the source knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.date_defects import is_words, what_is_wrong
from textproof.dates import read_date
from textproof.document import Document
from textproof.entries import JSON_LD, LABEL, META, OPEN_GRAPH, TIME, Entry
from textproof.finding import Defect, Severity
from textproof.impossible_dates import may_hold_impossible
from textproof.lazy import compiled
from textproof.metadata_names import DATES, PUBLISHED, is_dated, kind_of
from textproof.rule import Options, fact, pattern, rule
from textproof.structure import Field

_INVALID = compiled("Invalid [Dd]ate")
_YEAR = compiled(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


_MACHINE_READ = (META, OPEN_GRAPH, JSON_LD, TIME)


@rule(
    "bad-date",
    severity=Severity.ERROR,
    needs=(
        fact("impossible-date"),
        pattern("Invalid [Dd]ate"),
        fact("contract"),
        pattern("<day"),  # JATS parts a date into day, month and year
        fact("html"),
        fact("dates"),
    ),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    contract = document.contract
    judged = set()
    for wanted in contract.fields if contract else ():
        field = document.fields.get(wanted.name)
        if field and wanted.type in ("date", "datetime"):
            judged.add(field.start)
            why = _under_contract(field)
            if why:
                yield _defect(field, field.name, why)
    for entry in (*document.metadata, *_labelled(document)):
        if entry.start not in judged and entry.value:
            judged.add(entry.start)
            yield from _of_entry(entry)


def _of_entry(entry: Entry) -> Iterator[Defect]:
    """What is wrong with a field that holds a date by its name or its place."""
    kind = kind_of(entry.name)
    if not (entry.origin == TIME or is_dated(entry.name)):
        return
    why = what_is_wrong(entry.value)
    if why:
        yield _defect(entry, entry.name, why)
        return
    machine = entry.origin in _MACHINE_READ
    judged = (
        kind in DATES or entry.origin == TIME
        if machine
        else kind == PUBLISHED and entry.name != "published"
    )
    if judged and entry.origin != LABEL and is_words(entry.value):
        yield _defect(entry, entry.name, "no date", Severity.WARNING)


def _defect(field: Field | Entry, name: str, why: str, severity: Severity | None = None) -> Defect:
    message = f"“{field.value}” in “{name}” is {why}"
    return Defect(field.start, field.end, message, severity=severity)


def _labelled(document: Document) -> Iterator[Entry]:
    """The dates behind labels anywhere in the text, where one in it may not exist."""
    if document.format == "html":
        return
    if may_hold_impossible(document) or _INVALID.search(document.screened):
        view = document.without_glosses
        for label in document.labelled:
            start, end = view.source_span(label.start, label.end)
            value = view.text[label.start : label.end]
            yield Entry(LABEL, label.name, value, start, end, start)


def _under_contract(field: Field) -> str | None:
    """Why a value is not the date that a contract demands. An empty one is a missing field."""
    why = what_is_wrong(field.value)
    if why or not field.value or _YEAR.search(field.value):
        return why
    return "no known date" if read_date(field.value) is None else None
