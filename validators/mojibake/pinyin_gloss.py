"""Pinyin glosses injected after Han characters: `發(fā)展`, `开(kai)始`, `上shang海`.

What it finds
    "(reading)" after a Traditional-only character, where the document shows that a converter put it
    there: the reading is the character's, everyday characters are glossed, and each glossed
    character is glossed nearly every time that it occurs. In such a text also the gloss that cut a
    character apart (`再?gòu)U話`), with all that it shifted.

    Readings scattered over everyday characters of both variants: without tone marks, also twice
    (`年(nian)(nian)`), with a space (`台(tái )语`), without parentheses (`上shang海`), with a
    picture between them (`(🥇)`). They are found where several single characters inside phrases
    carry their only reading.

Why it matters
    A converter worked byte by byte on GBK text and left its reading table in it, or a page was spun
    for search engines. Nobody can search, segment or read such a text aloud, and no tool that looks
    for wrong decodings sees anything.

    Language-learning texts, dictionaries and rare names carry pinyin that is meant. They gloss
    whole phrases, or a character once, or one that readers may not know, or in which tone it is
    read.

Example
    `統戰(zhàn)工作` should be `統戰工作`.

Repair
    The gloss is taken out, and a character that it cut apart put together again. Safe where the
    document proves it: at least three glosses of the converter, six that are scattered. In a text
    with fewer the finding is a warning and the repair unsafe.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Repair, Safety, Severity
from textproof.glosses import ANCHOR, Gloss
from textproof.rule import Options, fact, pattern, rule


@rule(
    "pinyin-gloss",
    severity=Severity.ERROR,
    needs=(pattern(ANCHOR, east_asian=True), fact("chinese")),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    for gloss in document.glosses:
        start, end = document.prose.source_span(gloss.start, gloss.end)
        safety = Safety.SAFE if gloss.proved and gloss.reading.isalpha() else Safety.UNSAFE
        yield Defect(
            start,
            end,
            _message(gloss, document.prose.text[gloss.start : gloss.end]),
            repair=None if gloss.replacement is None else Repair(gloss.replacement, safety),
            severity=None if gloss.proved else Severity.WARNING,
            confidence=1.0 if gloss.proved else 0.8,
        )


def _message(gloss: Gloss, text: str) -> str:
    if gloss.replacement is None:
        return f"pinyin gloss “({gloss.reading})” injected inside a character, which is lost"
    if gloss.replacement:
        return (
            f"pinyin gloss “({gloss.reading})” injected inside {gloss.replacement[0]}, whose bytes "
            f"it cut apart"
        )
    if not gloss.char:
        return f"“{text}” injected among pinyin glosses"
    return f"pinyin gloss “{text}” injected after {gloss.char}"
