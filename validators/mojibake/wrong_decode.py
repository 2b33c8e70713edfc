"""UTF-8 that was read as a single-byte encoding: `CafÃ©`, `â€œquotedâ€\\x9d`.

What it finds
    Runs of non-ASCII characters that, written in windows-1252 or Latin-1, are valid UTF-8 from end
    to end and that clean text does not hold; also what went through that twice and more. Runs on
    one line are one finding. A warning where clean text might read so (`KÃ–LN`), and in a text that
    speaks of encodings.

Why it matters
    It is the most common damage of Western text. The bytes are all there, so it can be undone.

    An accented letter before marks is valid UTF-8 too: `« été »` with no-break spaces, `amanhã…”`,
    `vidíš“`, `MAÇÃ».`, `CAFÉ®`. Such runs stay, unless their whole line was read wrongly.

Example
    `enviÃ¡ mensajes` was `enviá mensajes`.

Repair
    The text read as UTF-8. Safe where each run holds what never follows a letter, or a capital
    inside a word; otherwise unsafe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple
from unicodedata import category

from textproof.document import Document
from textproof.finding import Defect, Repair, Safety, Severity
from textproof.rule import Options, pattern, rule
from textproof.topics import speaks_of_encodings

_MARKS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_CONTINUES = f"\x80-\xbf{_MARKS}"
_SUSPECT = f"[\xc2-\xf4][{_CONTINUES}]"
_LINE = re.compile(f"^.*{_SUSPECT}.*$", re.MULTILINE)
_RUN = re.compile(f"[\x80-\xff{_MARKS}]+")

_ENDS_WORD = frozenset("\xa0«»‘’“”…–—‹›•™©®šž")
"""What follows an accented letter in clean text: it ends the word, or it is Czech (`vidíš`)."""

_CLEAN = re.compile(f"(?:[\xc2-\xf4][{''.join(_ENDS_WORD)}°ªº¹²³·†‡]+)+")
_SIGNS = "\xa0¡¢£¥§©ª«¬®°±´µ¶·º»¼½¾¿"
"""What `Â` and itself stand for. Not ²: operators wear a hat (`⟨Â²⟩`)."""

_SYMBOL = re.compile(
    "[\u2010-\u2044\u20a0-\u20bf\u2122\u2190-\u27bf\u3000-\u30ff\ufe0f\ufeff\U0001f000-\U0001faff]"
)
_LAYERS = 6
"""How many times over a text may have been read wrongly."""


class _Run(NamedTuple):
    start: int
    end: int
    meant: str
    layers: int
    confidence: float
    clean: bool


@rule(
    "wrong-decode",
    severity=Severity.ERROR,
    needs=(pattern(_SUSPECT),),
    yields_to=("invalid-bytes",),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    view = document.prose
    lines = [(line, runs) for line in _LINE.finditer(view.text) if (runs := _damaged(line[0]))]
    quoted = bool(lines) and speaks_of_encodings(view.text)
    for line, runs in lines:
        for layers, group in groupby(runs, key=lambda run: run.layers):
            alike = list(group)
            start, end = line.start() + alike[0].start, line.start() + alike[-1].end
            safe = not quoted and all(run.confidence == 1 for run in alike)
            confidence = 0.5 if quoted else max(run.confidence for run in alike)
            times = {1: "", 2: ", twice"}.get(layers, f", {layers} times")
            yield Defect(
                *view.source_span(start, end),
                f"UTF-8 read as windows-1252{times}",
                repair=Repair(_repaired(line[0], alike), Safety.SAFE if safe else Safety.UNSAFE),
                severity=Severity.WARNING if confidence < 0.9 else None,
                confidence=confidence,
                detail={"chain": ["utf-8", "windows-1252"] * layers},
            )


def _damaged(line: str) -> list[_Run]:
    """The runs of a line that are damage: those that are so for certain, and beside such a run
    all of them, if all of them decode."""
    matches = list(_RUN.finditer(line))
    runs = [run for match in matches if (run := _read(line, match))]
    certain = [run for run in runs if run.confidence]
    if not certain or len(runs) < len(matches):
        return certain
    best = max(run.confidence for run in certain)
    joined = {True: min(best, 0.9), False: best}
    return [run._replace(confidence=run.confidence or joined[run.clean]) for run in runs]


def _read(line: str, match: re.Match[str]) -> _Run | None:
    """A run as it was meant, or None where it does not decode to text."""
    start, end = match.span()
    before, after = line[:start][-1:], line[end : end + 1]
    meant, readings = match[0], list[float]()
    while len(readings) < _LAYERS and (undone := _undone(meant)):
        confidence = _confidence(before, meant, after, undone)
        if readings and not confidence and _ends_word(before, meant):
            break
        meant, readings = undone, [*readings, confidence]
    if not readings or any(c == "\ufffd" or category(c) in ("Cc", "Cn", "Co") for c in meant):
        return None
    clean = bool(_CLEAN.fullmatch(match[0]))
    return _Run(start, end, meant, len(readings), readings[0], clean)


def _undone(text: str) -> str | None:
    """A text written as windows-1252 (or Latin-1) and read as UTF-8, where both are possible."""
    import ftfy.bad_codecs  # noqa: F401  (registers sloppy-windows-1252)

    if text.isascii() or "\ufffd" in text:  # which the sloppy codec would write as 0x1A
        return None
    for codec in ("sloppy-windows-1252", "latin-1"):
        try:
            return text.encode(codec).decode("utf-8")
        except UnicodeError:
            continue
    return None


def _confidence(before: str, run: str, after: str, meant: str) -> float:
    """How sure it is that a run is damage; 0 where clean text may read so."""
    if before.islower() and run[0].isupper():  # a capital inside a word: deÄŸil, 5 kmÂ²
        return float(len(meant) > 1 or not meant.isupper())
    if len(meant) > 1:
        return float(not _CLEAN.fullmatch(run))
    ends_word = set(run[1:]) <= _ENDS_WORD
    if len(run) > 2:
        inside_word = before.islower() and after.islower()
        return float(not ends_word and bool(inside_word or _SYMBOL.match(meant)))
    if before.isupper():  # CAFÃ‰, not CAFÉ®; KÃ–LN, not “IRMÃ”
        if not meant.isupper() or not _CLEAN.fullmatch(run):
            return 0.9 * meant.isupper()
        return 0.7 if run[0] == "Ã" and after.isupper() else 0.0
    if run[0] == "Â":
        return 0.9 if meant in _SIGNS else 0.0
    if meant == "×":
        return 0.9 * before.isdigit()
    if run[0] == "Ã" and ends_word:  # Ã–sterreich; à on its own
        return 0.9 * (after.isalpha() or (meant == "à" and after.isspace()))
    return 0.9 * (meant.isalpha() and not ends_word and (run[0] == "Ã" or after.islower()))


def _ends_word(before: str, run: str) -> bool:
    """Whether a run is a letter of its word and the marks behind it: vidíš“, “IRMÃ”."""
    return set(run[1:]) <= _ENDS_WORD and (run[0].islower() or before.isupper())


def _repaired(line: str, runs: list[_Run]) -> str:
    pieces, position = [], runs[0].start
    for run in runs:
        pieces += [line[position : run.start], run.meant]
        position = run.end
    return "".join(pieces)
