"""What an extractor of PDF or HTML did to text.

What it finds
    Four kinds, named in the detail `kind`: `lam-alef`, Arabic words whose lam and alef changed
    places; `column`, eight and more lines of one character each that read as text; `hyphenation`,
    words still hyphenated where their lines were joined, at least three in a document that has one
    of them whole, too; `footnotes`, numbers of footnotes (1, 2, 3 in order) at the ends of words.

Why it matters
    The words cannot be found, counted or read aloud, and no tool for encodings sees it.

    Suspended hyphens (`Vor- und Nachteile`), lists of letters, versions and identifiers with
    numbers look alike and are none of it.

Example
    `األولى` was `الأولى`, `the exam- ple` was `the example`.

Repair
    The word as it was, where that can be told; unsafe. None for footnotes and columns of an
    alphabet, in which the spaces are lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from textproof.document import Document
from textproof.extraction import (
    COLUMN,
    HYPHEN,
    NOTES,
    SWAPPED,
    Damage,
    columns_of_characters,
    glued_footnotes,
    joined_hyphens,
    swapped_lam_alef,
)
from textproof.finding import Defect, Repair, Severity
from textproof.language import han_count
from textproof.rare_literals import found
from textproof.rule import Options, characters, pattern, rule


class Kind(NamedTuple):
    """A kind of damage: its name, a pattern that must be in the text, the character that it begins
    with, what finds it, and the sentence for it."""

    name: str
    sign: str
    begins: str
    find: Callable[[str], Iterator[Damage]]
    message: str


KINDS = (
    Kind("lam-alef", SWAPPED, "ا", swapped_lam_alef, "lam and alef changed places in “{meant}”"),
    Kind("column", COLUMN, "\n", columns_of_characters, "one character in each line: “{meant}”"),
    Kind("hyphenation", HYPHEN, "-", joined_hyphens, "hyphen of a line’s end inside “{meant}”"),
    Kind(
        "footnotes", NOTES, "1", glued_footnotes, "number of a footnote, once raised, ends a word"
    ),
)


@rule(
    "extraction-damage",
    severity=Severity.INFO,
    needs=(characters("ا"), *map(pattern, (COLUMN, HYPHEN, NOTES))),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    text = document.screened
    for kind in KINDS:
        if found(re.compile(kind.sign), kind.begins, text):
            yield from _found(document, kind)


def _found(document: Document, kind: Kind) -> Iterator[Defect]:
    """What there is of a kind: the same damage is one defect with all its places."""
    view = document.prose
    places: dict[tuple[str, str | None], list[tuple[int, int]]] = {}
    for damage in kind.find(view.text):
        text = view.text[damage.start : damage.end] if damage.meant else ""
        span = view.source_span(damage.start, damage.end)
        places.setdefault((text, damage.meant), []).append(span)
    for (_, meant), (first, *others) in places.items():
        repaired = meant if kind.name != "column" or han_count(meant or "") else None
        yield Defect(
            *first,
            kind.message.format(meant=(meant or "")[:30]),
            repair=Repair(repaired) if repaired else None,
            confidence=0.8,
            places=tuple(others),
            detail={"kind": kind.name, "count": 1 + len(others)},
        )
