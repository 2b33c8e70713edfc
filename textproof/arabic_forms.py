"""The order that Arabic presentation forms stand in.

A form says whether its letter joins the one before and the one after it. In the order of reading a
letter that joins onwards is followed by one that joins back; where the letters were written as the
eye sees them, from left to right, all of that is the other way round.
"""

from __future__ import annotations

from enum import Enum
from itertools import pairwise
from unicodedata import combining, decomposition, normalize

from textproof.lazy import compiled

FORMS = "\ufb50-\ufbb1\ufbd3-\ufc5d\ufc64-\ufd3d\ufd50-\ufd8f\ufd92-\ufdc7\ufe80-\ufefc"
"""The inside of a class: the forms of letters and ligatures. Those of marks, which NFKC gives a
space, and the signs and honorifics, which are meant, are not among them."""

_FORM = compiled(f"[{FORMS}]")


class Order(Enum):
    """In which order the letters stand."""

    READING = "reading"
    EYE = "eye"
    UNKNOWN = "unknown"

    def __str__(self) -> str:
        return self.value


def order_of(text: str) -> Order:
    """The order of the forms in a text; unknown where they do not say or disagree.

    >>> word = "\\ufee3\\ufeae\\ufea3\\ufe92\\ufe8e"
    >>> order_of(word), order_of(word[::-1])
    (<Order.READING: 'reading'>, <Order.EYE: 'eye'>)
    """
    fit, misfit = _fits(text)
    turned_fit, turned_misfit = _fits(text[::-1])
    if fit and not misfit:
        return Order.READING
    if turned_fit > fit and turned_misfit < misfit:
        return Order.EYE
    return Order.UNKNOWN


def _fits(text: str) -> tuple[int, int]:
    """How many joins of neighbours fit, and how many do not. Two neighbours that do not join say
    nothing, nor does an ordinary letter."""
    fit = misfit = 0
    for word in text.split(" "):
        joins = [
            _joins(char) if _FORM.match(char) else None for char in word if not combining(char)
        ]
        for first, second in pairwise([(False, False), *joins, (False, False)]):
            if first and second and (first[1] or second[0]):
                fit += first[1] and second[0]
                misfit += first[1] != second[0]
    return fit, misfit


def _joins(char: str) -> tuple[bool, bool]:
    """Whether a form joins the letter before it, and the one after it."""
    shape = decomposition(char).partition(">")[0].lstrip("<")
    return shape in ("medial", "final"), shape in ("medial", "initial")


def restored(text: str, order: Order) -> str:
    """The letters in the order of reading; empty where the order is unknown and matters."""
    if order is Order.EYE:
        return "".join(normalize("NFKC", letter) for letter in _turned(text))
    if order is Order.UNKNOWN and len(_FORM.findall(text)) > 1:
        return ""
    return normalize("NFKC", text)


def _turned(text: str) -> list[str]:
    """The letters of a text from its end on, each with the marks that follow it."""
    letters: list[str] = []
    for char in text:
        if combining(char) and letters:
            letters[-1] += char
        else:
            letters.append(char)
    return letters[::-1]
