"""A field that is there, but not in the form that its contract demands.

What it finds
    A value that is not of its `type` (number, url, email, language; a date that is none is a
    `bad-date`), does not match its `pattern`, is none of `one_of`, is shorter than `min` or longer
    than `max`, does not end as `ends` says, is not `after` or `before` a given day, or is not what
    `equals` demands; and what breaks the JSON Schema of a field, or of the metadata as a whole.

Why it matters
    A value that is too long has swallowed its neighbour; a date before the site existed is a
    default that nobody set; a status that no template knows hides the page.

Example
    `source = { label = "來源", max = 30 }` and a source of 400 characters.

Repair
    None.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textproof.contract import FieldContract, Schema, same_words
from textproof.dates import day_of
from textproof.demands import complaints
from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.metadata import items_of, metadata_of, value_of
from textproof.rule import Options, fact, rule
from textproof.structure import Field

if TYPE_CHECKING:
    from textproof.schema_check import Breach


@rule("field-format", severity=Severity.ERROR, needs=(fact("contract"),))
def check(document: Document, options: Options) -> Iterator[Defect]:
    contract = document.contract
    for wanted in contract.fields if contract else ():
        field = document.fields.get(wanted.name)
        if field is None or not field.value:
            continue
        for complaint in complaints(wanted, field.value, items_of(document, field)):
            yield _defect(field, f"field “{wanted.name}” {complaint}")
        other = _unequal(document, wanted, field)
        if other is not None:
            yield _defect(field, f"field “{wanted.name}” is “{field.value}”, and not {other}")
        if wanted.schema:
            for breach in _breaches(wanted.schema, value_of(document, field)):
                yield _defect(field, f"field “{wanted.name}” breaks its schema: {breach.message}")
    if contract and contract.schema:
        yield from _of_all(document, contract.schema)


def _defect(field: Field, message: str) -> Defect:
    return Defect(field.start, field.end, message, detail={"field": field.name})


def _of_all(document: Document, schema: Schema) -> Iterator[Defect]:
    """What breaks the schema of the metadata, each at its field; what is missing is nowhere."""
    fields = metadata_of(document)
    values = {name: value_of(document, field) for name, field in fields.items()}
    for breach in _breaches(schema, values):
        field = fields.get(str(breach.keys[0])) if breach.keys else None
        if field:
            yield _defect(field, f"field “{field.name}” breaks the schema: {breach.message}")
        else:
            yield Defect(0, 0, f"the metadata breaks the schema: {breach.message}")


def _breaches(schema: Schema, value: object) -> Iterator[Breach]:
    from textproof.schema_check import breaches

    return breaches(schema, value)


def _unequal(document: Document, wanted: FieldContract, field: Field) -> str | None:
    """What a field must equal and does not. A field that is missing is for another rule to say."""
    if wanted.equals is None:
        return None
    contract = document.contract
    names_field = wanted.equals_field or wanted.equals == "title"
    if names_field or (contract and contract.field(wanted.equals)):
        other = document.fields.get(wanted.equals)
        if other is None or not other.value or _same(wanted, field.value, other.value):
            return None
        return f"“{other.value}” as “{wanted.equals}”"
    return None if _same(wanted, field.value, wanted.equals) else f"“{wanted.equals}”"


def _same(wanted: FieldContract, value: str, other: str) -> bool:
    """Whether two values are the same: as days where they are days, else as words."""
    day = day_of(value, wanted.zone)
    if day and day == day_of(other, wanted.zone):
        return True
    return same_words(" ".join(other.split()), " ".join(value.split()), any_case=False)
