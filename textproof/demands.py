"""What a contract demands of a field's value, and what is wrong with a value.

The same answers serve the rule `field-format` and the reader of contracts, which holds the values
that a contract itself gives against its other demands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from textproof.contract import FieldContract, same_words
from textproof.dates import day_of
from textproof.value_types import DATES, number_of, wrong_type


def complaints(wanted: FieldContract, value: str, parts: Sequence[str] = ()) -> Iterator[str]:
    """What is wrong with a value, each as the end of a sentence about the field.

    ``parts`` are the items of a value that is a list; without them the contract's ``split`` says
    what they are.

    >>> list(complaints(FieldContract("source", max=4), "Agency"))
    ['is 6 characters long; the contract allows 4']
    """
    if not parts:
        parts = [part.strip() for part in value.split(wanted.split)] if wanted.split else [value]
    yield from _of_size(wanted, value)
    for part in parts:
        yield from _of_part(wanted, part, value)
    if wanted.ends and not same_words(wanted.ends, parts[-1]):
        yield f"ends in “{parts[-1]}”; the contract demands “{wanted.ends}”"
    if wanted.type in DATES:
        yield from _of_day(wanted, value)


def _of_size(wanted: FieldContract, value: str) -> Iterator[str]:
    if wanted.type == "number":
        number = number_of(value)
        if number is not None and wanted.max is not None and number > wanted.max:
            yield f"is {value}; the contract allows {wanted.max:g} at most"
        if number is not None and wanted.min is not None and number < wanted.min:
            yield f"is {value}; the contract demands {wanted.min:g} at least"
        return
    if wanted.max is not None and len(value) > wanted.max:
        yield f"is {len(value)} characters long; the contract allows {wanted.max:g}"
    if wanted.min is not None and len(value) < wanted.min:
        yield f"is {len(value)} characters long; the contract demands {wanted.min:g}"


def _of_part(wanted: FieldContract, part: str, value: str) -> Iterator[str]:
    """What is wrong with one of the parts, which is named where it is not all."""
    said = "" if part == value else f"holds “{part}”, which "
    wrong = wrong_type(part, wanted.type)
    if wrong:
        yield said + wrong
    if wanted.pattern and not re.fullmatch(wanted.pattern, part):
        yield f"{said}does not match the pattern “{wanted.pattern}”"
    if wanted.one_of and not any(same_words(v, part, any_case=False) for v in wanted.one_of):
        yield f"{said}is none of the values that the contract lists{_nearest(part, wanted.one_of)}"


def _nearest(part: str, values: Sequence[str]) -> str:
    from textproof.config import suggestion

    return suggestion(part, values) or (
        f": one of “{'”, “'.join(values)}”" if len(values) < 6 else ""
    )


def _of_day(wanted: FieldContract, value: str) -> Iterator[str]:
    day = day_of(value, wanted.zone)
    if day and wanted.after and day <= wanted.after:
        yield f"is {day}; the contract demands a day after {wanted.after}"
    if day and wanted.before and day >= wanted.before:
        yield f"is {day}; the contract demands a day before {wanted.before}"
