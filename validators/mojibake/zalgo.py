"""Stacks of combining marks that no orthography uses: zalgo text.

What it finds
    Letters that carry more combining marks than any language or phonetic alphabet writes: four
    marks of the general blocks that no precomposed letter takes up, or three on each of several
    letters; five and more Thai vowel and tone signs, or Arabic vowel signs, in a row. Letters close
    to each other in a line are one finding. An info in a text that speaks of such marks.

Why it matters
    The marks run over the lines above and below, hide the words from search, and make some
    programs slow or crash. They come from generators, from spam, and from copies of both.

    Decomposed Vietnamese has two marks on a letter, decomposed Greek three, the phonetic alphabet
    up to three; pointed Hebrew and the scripts of India have stacks of their own, which are no part
    of this.

Example
    A word with a dozen marks U+0300 to U+036F on each letter was that word without them.

Repair
    The marks are taken out, precomposed letters stay. Of marks of a script's own, the first stays.
    Unsafe: which of the marks the author wrote cannot be told.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, partial

from textproof.document import Document
from textproof.finding import Defect, Repair, Severity
from textproof.lazy import compiled
from textproof.rule import Options, characters, rule
from textproof.topics import speaks_of_combining_marks

GENERAL = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
"""The blocks of combining marks that belong to no script."""

THAI = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
ARABIC = "\u064b-\u065f\u0670"

ALONE, TOGETHER = 4, 3
"""Marks, beyond those that compose, from which on a letter is too much: alone, and beside others.
The phonetic alphabets, general and Uralic, put three on a letter now and then."""

NEAR = 8
"""Characters between two such letters up to which they are one finding."""

_STACK = compiled(rf"[^{GENERAL}\0\r\n]?[{GENERAL}]{{3,}}")
_SIGNS = {marks: compiled(f"[{marks}]{{5,}}") for marks in (THAI, ARABIC)}
_IN_A_ROW = b"m" * 5
_MARKS = compiled(f"[{GENERAL}]+")


@rule("zalgo", severity=Severity.WARNING, needs=(characters(GENERAL + THAI + ARABIC),))
def check(document: Document, options: Options) -> Iterator[Defect]:
    view = document.prose
    has = partial(_may_have, document)
    groups = list(_groups(view.text)) if has(GENERAL) else []
    signs = [m for marks in (THAI, ARABIC) if has(marks) for m in _rows(view.text, marks)]
    severity = None
    if (groups or signs) and speaks_of_combining_marks(view.text):
        severity = Severity.INFO
    for start, end in groups:
        most = max(map(len, _MARKS.findall(view.text, start, end)))
        yield Defect(
            *view.source_span(start, end),
            f"up to {most} combining marks on one letter, more than any orthography has",
            repair=Repair(_MARKS.sub("", view.text[start:end])),
            severity=severity,
            confidence=0.9,
        )
    for match in signs:
        yield Defect(
            *view.source_span(*match.span()),
            f"{len(match[0])} vowel and tone signs on one letter, more than any orthography has",
            repair=Repair(match[0][0]),
            severity=severity,
            confidence=0.9,
        )


def _may_have(document: Document, marks: str) -> bool:
    """Whether there may be some marks in the prose; markup may write them as entities."""
    return document.indirect or bool(document.repertoire.one_of(marks))


def _rows(text: str, marks: str) -> Iterator[re.Match[str]]:
    """Five and more marks of a script in a row. Where the last bytes of the characters are not
    those of as many, which is told at the speed of bytes, the marks need not be looked for."""
    last = text.encode("utf-32-le", "surrogatepass")[::4].translate(_table(marks))
    return _SIGNS[marks].finditer(text) if _IN_A_ROW in last else iter(())


@cache
def _table(marks: str) -> bytes:
    """`m` for the last byte of a mark, and nothing else for any other."""
    known = {ord(char) & 255 for char in map(chr, range(0x600, 0xF00)) if _is_one(char, marks)}
    return bytes(ord("m") if byte in known else 0 for byte in range(256))


def _is_one(char: str, marks: str) -> bool:
    return bool(re.match(f"[{marks}]", char))


def _groups(text: str) -> Iterator[tuple[int, int]]:
    """The spans of letters with too many marks: one with very many, or several close together."""
    start = end = worst = count = 0
    for match in _STACK.finditer(text):
        beyond = _marks_beyond_composed(match[0])
        if beyond < TOGETHER:
            continue
        if count and (match.start() - end > NEAR or "\n" in text[end : match.start()]):
            if worst >= ALONE or count > 1:
                yield start, end
            count = worst = 0
        start = start if count else match.start()
        end, count, worst = match.end(), count + 1, max(worst, beyond)
    if worst >= ALONE or count > 1:
        yield start, end


def _marks_beyond_composed(stack: str) -> int:
    """The marks of a stack that no precomposed letter takes up."""
    return sum(map(len, _MARKS.findall(unicodedata.normalize("NFC", stack))))
