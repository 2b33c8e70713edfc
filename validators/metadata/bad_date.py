"""A date that does not exist, or a date field that holds none.

What it finds
    A labelled or marked-up date such as `2022-02-30`; and, where the contract gives a field the
    type date or datetime, any date that does not exist (`30 February 2022`) and a value that is no
    date. A value with a year in it is taken for a date in a form that textproof does not read.
    Prose, version numbers and addresses are never judged.

Why it matters
    Readers of dates fail on it, or worse, silently read another one.

Example
    `Date: 2022-02-30`; `date: last week` in front matter under a contract.

Repair
    None: only the source knows.
"""

from __future__ import annotations

import re
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

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


def _impossible(mark: str, second: str = "") -> str:
    """A pattern for dates that may not exist, by the marks behind year and month.

    It begins with its rarest character and looks back at the year.
    """
    month = second or mark
    return (
        rf"{mark}(?:(?<=\d\d\d\d{mark})|(?<=\d\d\d\d {mark}))\s*+(?:0?2{month}(?:29|3\d)"
        rf"|(?:0?[469]|11){month}31|(?:0?0|1[3-9]|[2-9]\d){month}\d"
        rf"|\d\d?{month}(?:0(?!\d)|00|3[2-9]|[4-9]\d))"
    )


@rule(
    "bad-date",
    severity=Severity.ERROR,
    needs=(
        pattern(_impossible("-")),
        pattern(_impossible("/")),
        pattern(_impossible(r"\.")),
        pattern(_impossible("年", r"\s*+月\s*+")),
        pattern(_impossible("년", r"\s*+월\s*+")),
        fact("contract"),
        pattern("<day"),  # JATS parts a date into day, month and year
    ),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    contract = document.contract
    for field in document.fields.values():
        wanted = contract.field(field.name) if contract else None
        demanded = wanted is not None and wanted.type in ("date", "datetime")
        numeric = field.name.lower() in NAMES and field.value[:4].isdigit()
        why = _what_is_wrong(field, demanded) if demanded or numeric else None
        if why:
            message = f"“{field.value}” in “{field.name}” is {why}"
            yield Defect(field.start, field.end, message)


def _what_is_wrong(field: Field, demanded: bool) -> str | None:
    try:
        date = read_date(field.value)
    except ValueError as error:
        return f"no date: {error}"
    unknown = demanded and date is None and field.value and not _YEAR.search(field.value)
    return "no known date" if unknown else None
