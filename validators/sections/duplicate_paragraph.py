"""A long paragraph that is there twice.

What it finds
    A paragraph of 100 columns (50 Han characters) and more that an earlier one equals but for
    white space at its ends. Code, tables, lists, quotations and headings are not compared.

Why it matters
    A pasted text, or an extraction that took the teaser and the article, stands there twice.

Example
    The first paragraph of an article, again behind the picture.

Repair
    The second one is taken out; unsafe, because some texts repeat themselves on purpose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from operator import itemgetter

from textproof.document import Document
from textproof.finding import Defect, Repair, Severity
from textproof.rule import Options, pattern, rule
from textproof.section_signs import WRITTEN
from textproof.view import MASK

_NO_TEXT = frozenset("`|->#<*+~:{}[=_.")
"""What lists, tables, code and other blocks that are no text begin with."""

MANY = 100
"""Repeated blocks of a document, after which no more are looked at."""

LONG = 100
"""Columns from which on nobody writes a paragraph twice by chance."""


@rule(
    "duplicate-paragraph",
    severity=Severity.INFO,
    needs=(pattern(r"\n"), pattern("<[pP]")),
    yields_to=("invalid-bytes",),  # where nothing decodes, nobody knows the paragraphs
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    if document.format not in (*WRITTEN, "html"):
        return
    if document.format == "html":
        from textproof.paragraphs import TEXT

        texts = (p for p in document.paragraphs if p.kind == TEXT)
        paragraphs = [p for p in texts if len(p.text) - p.text.count(MASK) >= LONG // 2]
        yield from _defects(document, [(p.words, p.start, p.end) for p in paragraphs])
        return
    repeated = _repeated(document.text, plain=document.format == "plain")
    if repeated:
        text = document.text
        places = [
            (part, match.start(), match.end())
            for part in repeated
            for match in re.finditer(re.escape(part), text)
            if _is_text(document, *match.span())
        ]
        yield from _defects(document, sorted(places, key=itemgetter(1)))


def _defects(document: Document, paragraphs: list[tuple[str, int, int]]) -> Iterator[Defect]:
    """The paragraphs, given as words and span, that say what an earlier one says."""
    from textproof.paragraphs import columns

    seen: dict[str, int] = {}
    for words, start, end in paragraphs:
        if len(words) < LONG // 2 or columns(words) < LONG:
            continue
        first = seen.setdefault(words, start)
        if first != start:
            source = document.text[start:end]
            start += len(source) - len(source.lstrip())
            message = f"the paragraph stands in line {document.place(first)[0]} already"
            yield Defect(start, end, message, repair=Repair(""), confidence=0.8)


def _is_text(document: Document, start: int, end: int) -> bool:
    """Whether a span of the source is a paragraph, and mostly prose."""
    prose = document.prose.text
    if len(prose) != len(document.text):
        return False
    text = prose[start:end]
    return text.count(MASK) < len(text) // 2


def _repeated(text: str, *, plain: bool) -> list[str]:
    """The long blocks of a text that are there twice, and of plain text the long lines too."""
    text = text.strip()
    found: list[str] = []
    line = "\r\n" if "\r\n\r\n" in text else "\n"
    for separator in (line * 2, line) if plain else (line * 2,):
        parts = [part for part in text.split(separator) if len(part) >= LONG // 2]
        if len(set(parts)) < len(parts):
            stripped = (part.strip() for part, count in Counter(parts).items() if count > 1)
            whole = (line * 2).join(found)
            texts = (part for part in islice(stripped, MANY) if part[:1] not in _NO_TEXT)
            found += [part for part in texts if part not in whole]
    return found
