"""A date that does not exist, or a date field that holds none.

What it finds
    A labelled or marked-up date such as `2022-02-30`; and, where the contract gives a field the type
    date or datetime, a value that is no date.

Why it matters
    Readers of dates fail on it, or worse, silently read another one.

Example
    `Date: 2022-02-30`; `date: last week` in front matter under a contract.

Repair
    None: only the source knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.dates import read_date
from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.rule import Options, fact, pattern, rule
from textproof.structure import Field

NAMES = frozenset(
    [
        "date",
        "published",
        "updated",
        "created",
        "modified",
        "lastmod",
        "pubdate",
        "publishdate",
        "datepublished",
        "datemodified",
        "article:published_time",
        "article:modified_time",
    ]
)
"""Fields that hold a date by their name."""

_IMPOSSIBLE = (
    r"(?:0?2{0}(?:29|3\d)|(?:0?[469]|11){0}31"
    r"|(?:00|1[3-9]|[2-9]\d){0}\d\d|\d\d?{0}(?:00|3[2-9]|[4-9]\d))"
)


def _impossible(mark: str) -> str:
    """A pattern for dates that may not exist, written with a mark between their parts."""
    return rf"{mark}(?<=\d\d\d\d{mark})" + _IMPOSSIBLE.replace("{0}", mark)


@rule(
    "bad-date",
    severity=Severity.ERROR,
    needs=(
        pattern(_impossible("-")),
        pattern(_impossible("/")),
        pattern(_impossible(r"\.")),
        pattern(_impossible("[年月]").replace("[年月]", "年", 1)),
        fact("contract"),
    ),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    contract = document.contract
    for field in document.fields.values():
        wanted = contract.field(field.name) if contract else None
        demanded = wanted is not None and wanted.type in ("date", "datetime")
        if demanded or field.name.lower() in NAMES:
            yield from _defects(field, demanded)


def _defects(field: Field, demanded: bool) -> Iterator[Defect]:
    try:
        date = read_date(field.value)
    except ValueError as error:
        yield Defect(
            field.start, field.end, f"“{field.value}” in “{field.name}” is no date: {error}"
        )
        return
    if demanded and date is None and field.value:
        yield Defect(field.start, field.end, f"“{field.value}” in “{field.name}” is no known date")
