"""A field that is there, but not in the form that its contract demands.

What it finds
    A value longer than `max`, a list that does not end as `ends` says, a date not `after` or
    `before` a given day.

Why it matters
    A value that is too long has swallowed its neighbour; a date before the site existed is a
    default that nobody set.

Example
    `source = { label = "來源", max = 30 }` and a source of 400 characters.

Repair
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.contract import FieldContract, same_words
from textproof.dates import day_of
from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.rule import Options, fact, rule


@rule("field-format", severity=Severity.ERROR, needs=(fact("contract"),))
def check(document: Document, options: Options) -> Iterator[Defect]:
    for wanted in document.contract.fields if document.contract else ():
        field = document.fields.get(wanted.name)
        if field and field.value:
            for complaint in _complaints(wanted, field.value):
                yield Defect(field.start, field.end, f"field “{wanted.name}” {complaint}")


def _complaints(wanted: FieldContract, value: str) -> Iterator[str]:
    if wanted.max is not None and len(value) > wanted.max:
        yield f"is {len(value)} characters long; the contract allows {wanted.max}"
    parts = [part.strip() for part in value.split(wanted.split)] if wanted.split else [value]
    if wanted.ends and not same_words(wanted.ends, parts[-1]):
        yield f"ends in “{parts[-1]}”; the contract demands “{wanted.ends}”"
    day = day_of(value, wanted.zone)
    if day and wanted.after and day <= wanted.after:
        yield f"is {day}; the contract demands a day after {wanted.after}"
    if day and wanted.before and day >= wanted.before:
        yield f"is {day}; the contract demands a day before {wanted.before}"
