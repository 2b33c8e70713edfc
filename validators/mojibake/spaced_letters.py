"""Words whose letters an extractor set apart: `T h i s  i s`.

What it finds
    Eight and more single letters in a line with spaces between them that read as words: at least
    two words where wider gaps show them, sixteen letters where none do. Latin, Greek and Cyrillic
    letters, most of them small.

Why it matters
    PDF places letters one by one, and an extractor that takes the distance for a space leaves a
    text in which no word can be found.

    Letters are set apart on purpose in headings (`C O N T E N T S`), in alphabets, in lists of
    variables, in sequences, and to stress a single word.

Example
    `T h e  r i v e r  r o s e` was `The river rose`.

Repair
    The joined words, where wider gaps show where they end; unsafe. Otherwise none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Repair, Severity
from textproof.lazy import compiled
from textproof.letters import reads_as_text
from textproof.rule import Options, characters, pattern, rule

LETTER = "[A-Za-zÀ-ÖØ-öø-ʯͰ-ϿЀ-ӿἀ-ῼ]"
MARK = "[.,;:!?'’\"“”()«»-]"
GAP = "[ \u00a0]"

_RUN = compiled(
    rf"(?<![^\s\0{MARK[1:-1]}])"
    rf"{LETTER}(?:{GAP}{{1,6}}(?:{LETTER}|{MARK})(?![^\s{MARK[1:-1]}])|{MARK}){{7,}}"
)
_ANCHOR = compiled(r" (?:e(?<=\w e)|о(?<=\w о)|\u03b1(?<=\w \u03b1)) (?=\w )")
"""Letters without which there is hardly a text in Latin, Cyrillic or Greek, set apart."""

_WIDE = compiled(rf"{GAP}{{2,}}")
_NEXT_WORDS = compiled(rf"(?<={MARK})(?:{GAP}{LETTER}){{1,3}}\Z")
"""Words of one letter that go on after the run."""

_RULE = compiled(r"\W{3,}")
_OPENING = ' \u00a0"“«(-'
"""What may stand before the next word, and is no part of the run."""

FEWEST, FEWEST_WITHOUT_GAPS = 8, 24
"""Letters from which on a run reads as words: with gaps that show them, and with none. Without
gaps it may be one long word that is stressed."""

SMALL_SHARE = 0.7
"""Small letters among those of running text; a heading, a sequence or initials are capitals."""


@rule(
    "spaced-letters",
    severity=Severity.INFO,
    needs=(pattern(r" e (?<=\w e )(?=\w )"), characters("о\u03b1")),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    if not _ANCHOR.search(document.screened):
        return
    view = document.prose
    for match in _RUN.finditer(view.text):
        run = _NEXT_WORDS.sub("", match[0]).rstrip(_OPENING)
        start, end = match.start(), match.start() + len(run)
        words = [re.sub(GAP, "", word) for word in _WIDE.split(run)]
        if not _is_text(words) or _is_heading(view.text, start, end):
            continue
        joined = " ".join(words)
        yield Defect(
            *view.source_span(start, end),
            f"letters set apart by spaces: “{joined[:30]}{'…' if len(joined) > 30 else ''}”",
            repair=Repair(joined) if len(words) > 1 else None,
            confidence=0.8,
        )


def _is_text(words: list[str]) -> bool:
    """Whether joined letters are words of a text."""
    letters = [char for word in words for char in word if char.isalpha()]
    real = [word for word in words if sum(map(str.isalpha, word)) > 1]
    fewest = FEWEST if len(real) > 1 else FEWEST_WITHOUT_GAPS
    if len(letters) < fewest or 2 * len(real) < len(words):
        return False
    small = sum(map(str.islower, letters))
    return small >= SMALL_SHARE * len(letters) and reads_as_text("".join(letters))


def _is_heading(text: str, start: int, end: int) -> bool:
    """Whether a run is set apart from the text: in a line of its own between empty ones, without
    the end of a sentence, or between rules."""
    first, last = _line(text, start)
    above, below = _line(text, first - 1), _line(text, last + 1)
    around = [text[slice(*line)].strip() for line in (above, below)]
    if any(_RULE.fullmatch(line) for line in around):
        return True
    alone = not text[first:start].strip(" #*\t") and not text[end:last].strip(" #*\t\r")
    return alone and not any(around) and text[end - 1] not in ".!?"


def _line(text: str, position: int) -> tuple[int, int]:
    """The span of the line of a place, empty before the first and behind the last."""
    if not 0 <= position <= len(text):
        return 0, 0
    end = text.find("\n", position)
    return text.rfind("\n", 0, position) + 1, end if end >= 0 else len(text)
