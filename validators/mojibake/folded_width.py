"""ASCII marks between Han characters in a text whose other punctuation is full-width.

What it finds
    `,` with a Han character on either side, in a document that writes 、。“”《》 full-width; and
    where commas are so, each of `: ; ( ) ? !` between Han characters that the document never writes
    full-width. One finding a mark; its detail counts the places and lists them.

Why it matters
    NFKC and width-folding converters turn ，：；（）？！ into ASCII and leave 、。“”《》, so the
    mixture tells that the text went through one. Many good documents are typed that way, so it
    never fails one.

Example
    `以來,以習近平` was `以來，以習近平`.

Repair
    The full-width mark in every place; unsafe, because the author may have typed it so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Repair, Severity
from textproof.language import HAN
from textproof.lazy import compiled
from textproof.rule import Options, pattern, rule

FEWEST = 3
"""Marks from which on it is a pattern and not a slip of the hand."""

_COMMA = ","
_NAMES = {
    _COMMA: "comma",
    ":": "colon",
    ";": "semicolon",
    "(": "opening parenthesis",
    ")": "closing parenthesis",
    "?": "question mark",
    "!": "exclamation mark",
}
_FULL_WIDTH = compiled("[、。“”《》]")
_WIDER = 0xFEE0
"""From a mark in ASCII to its full-width form."""


@rule(
    "folded-width",
    severity=Severity.INFO,
    needs=(pattern(rf",(?=[{HAN}])(?<=[{HAN})],)", east_asian=True),),
    yields_to=("lost-character",),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    text = document.without_glosses.text
    if len(_FULL_WIDTH.findall(text)) < FEWEST:
        return
    for mark in _NAMES:
        wide = chr(ord(mark) + _WIDER)
        if mark != _COMMA and wide in text:
            continue
        places = list(_places(document, mark))
        if len(places) >= FEWEST:
            yield Defect(
                *places[0],
                f"ASCII {_NAMES[mark]} between Han characters, {len(places)} times, "
                f"where 、。“”《》 are full-width",
                repair=Repair(wide),
                places=tuple(places[1:]),
                detail={"count": len(places)},
            )
        elif mark == _COMMA:
            return


def _places(document: Document, mark: str) -> Iterator[tuple[int, int]]:
    """The spans of a mark between Han characters; at a parenthesis further marks may stand."""
    after = rf"[{HAN}，。、；：,;:]" if mark == ")" else f"[{HAN}]"
    view = document.without_glosses
    for match in re.finditer(rf"{re.escape(mark)}(?<=[{HAN}].)(?={after})", view.text):
        yield view.source_span(*match.span())
