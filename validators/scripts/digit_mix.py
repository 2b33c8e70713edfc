"""Digits of two systems in one number.

What it finds
    Decimal digits that follow each other and are of different systems: `12٣4`, `１2`, Bengali
    beside Devanagari ones. Mathematical digits, superscripts, circled numbers and Han numerals
    (`3千`) are no digits of a system. A list of digits (`0123456789٠١٢٣`, `[0-9٠-٩]`) is no number.

Why it matters
    A number so written is not found, and many programs do not read it; Arabic and Persian digits,
    or Bengali and Devanagari ones, look alike or mean another value where they do.

Example
    `１2月` was `12月` or `１２月`.

Repair
    The number in the digits that most of it has, those of ASCII where both have as many; unsafe.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache

from textproof.document import Document
from textproof.finding import Defect, Repair, Severity
from textproof.rule import Options, characters, rule

_DIGITS = (
    "\u0660-\u0669\u06f0-\u06f9\u07c0-\u07c9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\u0ae6-\u0aef"
    "\u0b66-\u0b6f\u0be6-\u0bef\u0c66-\u0c6f\u0ce6-\u0cef\u0d66-\u0d6f\u0de6-\u0def\u0e50-\u0e59"
    "\u0ed0-\u0ed9\u0f20-\u0f29\u1040-\u1049\u1090-\u1099\u17e0-\u17e9\u1810-\u1819\u1946-\u194f"
    "\u19d0-\u19d9\u1a80-\u1a89\u1a90-\u1a99\u1b50-\u1b59\u1bb0-\u1bb9\u1c40-\u1c49\u1c50-\u1c59"
    "\ua620-\ua629\ua8d0-\ua8d9\ua900-\ua909\ua9d0-\ua9d9\ua9f0-\ua9f9\uaa50-\uaa59\uabf0-\uabf9"
    "\uff10-\uff19"
)
"""The digits of the systems of the basic plane, but those of ASCII."""

LISTED = 5
"""Digits that follow each other by value, as in a list of them, and not in a number."""


@cache
def _number() -> re.Pattern[str]:
    return re.compile(f"[{_DIGITS}][0-9{_DIGITS}]*")


@rule("digit-mix", severity=Severity.WARNING, needs=(characters(_DIGITS),))
def check(document: Document, options: Options) -> Iterator[Defect]:
    view = document.prose
    for match in _number().finditer(view.text):
        start, end = match.span()
        while start and view.text[start - 1] in "0123456789":
            start -= 1
        if end - start == 1:
            continue
        number = view.text[start:end]
        systems = Counter(map(_system, number))
        if len(systems) < 2 or number in options.allow or _is_listed(view.text, start, end):
            continue
        most = max(systems, key=lambda zero: (systems[zero], zero == "0"))
        names = " and ".join(_name(zero) for zero in systems)
        yield Defect(
            *view.source_span(start, end),
            f"{names} digits in one number",
            repair=Repair("".join(chr(ord(most) + unicodedata.digit(digit)) for digit in number)),
            confidence=0.9,
        )


def _system(digit: str) -> str:
    """The zero of a digit's system."""
    return chr(ord(digit) - unicodedata.digit(digit))


def _name(zero: str) -> str:
    name = unicodedata.name(zero).removesuffix("DIGIT ZERO").strip()
    return name.capitalize() or "ASCII"


def _is_listed(text: str, start: int, end: int) -> bool:
    """Whether digits are shown as digits: in order, or as the ends of ranges."""
    values = "".join(str(unicodedata.digit(digit)) for digit in text[start:end])
    in_order = any(values[i : i + LISTED] in "0123456789" for i in range(len(values) - LISTED + 1))
    around = text[max(start - 1, 0) : start] + text[end : end + 1]
    return in_order or (len(values) == 2 and "-" in around)
