"""Pinyin glosses injected after Han characters: `發(fā)展`, `企業(yè)`.

What it finds
    "(reading)" after a Traditional-only character, where the document shows that a converter put it
    there: the reading is the character's, everyday characters are glossed, and each glossed
    character is glossed nearly every time that it occurs.

Why it matters
    A converter worked byte by byte on GBK text and left its reading table in it. Nobody can search,
    segment or read such a text aloud, and no tool that looks for wrong decodings sees anything.

    Language-learning texts, dictionaries and rare names carry pinyin that is meant. They gloss
    characters of both variants, or a character once, or one that readers may not know.

Example
    `統戰(zhàn)工作` should be `統戰工作`.

Repair
    The gloss is taken out. Safe where the document holds at least three; in a short text with one
    or two the finding is a warning and the repair unsafe.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Repair, Safety, Severity
from textproof.glosses import ANCHOR
from textproof.rule import Options, pattern, rule


@rule("pinyin-gloss", severity=Severity.ERROR, needs=(pattern(ANCHOR),))
def check(document: Document, options: Options) -> Iterator[Defect]:
    for gloss in document.glosses:
        start, end = document.prose.source_span(gloss.start, gloss.end)
        yield Defect(
            start,
            end,
            f"pinyin gloss “({gloss.reading})” injected after {gloss.char}",
            repair=Repair("", Safety.SAFE if gloss.proved else Safety.UNSAFE),
            severity=None if gloss.proved else Severity.WARNING,
            confidence=1.0 if gloss.proved else 0.8,
        )
