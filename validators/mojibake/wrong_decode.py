"""UTF-8 that was read as a single-byte encoding: `CafÃ©`, `â€œquotedâ€\\x9d`.

What it finds
    Runs of non-ASCII characters that, written in windows-1252 or Latin-1, are valid UTF-8 from end
    to end and read as plausible text; also what went through that twice and more. Runs on one line
    are one finding. A warning in a text that speaks of encodings.

Why it matters
    It is the most common damage of Western text. The bytes are all there, so it can be undone.

    `MAÇÃ».` and `CAFÉ®` are words in capitals before a mark, and stay.

Example
    `enviÃ¡ mensajes` was `enviá mensajes`.

Repair
    The text read as UTF-8. Safe where the run holds several characters of it, or one that follows a
    lower-case letter; otherwise unsafe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from textproof.document import Document
from textproof.finding import Defect, Repair, Safety, Severity
from textproof.rule import Options, pattern, rule
from textproof.topics import speaks_of_encodings

_MARKS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_CONTINUES = f"\x80-\xbf{_MARKS}"
_RUN = re.compile(f"[\x80-\xff{_MARKS}]+")
_LIKELY_ALONE = re.compile(
    "[\xa1-\xff\u2010-\u2044\u20a0-\u20bf\u2122\u2190-\u27bf\u3000-\u9fff\uac00-\ud7a3\ufeff\ufe0f]"
)
LAYERS = 6
"""How many times over a text may have been read wrongly."""


class _Run(NamedTuple):
    start: int
    end: int
    text: str
    layers: int
    sure: bool


@rule(
    "wrong-decode",
    severity=Severity.ERROR,
    needs=(pattern(f"[\xc2-\xf4][{_CONTINUES}]"),),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    view = document.prose
    runs = [run for match in _RUN.finditer(view.text) if (run := _read(view.text, match))]
    meant = bool(runs) and speaks_of_encodings(view.text)
    for _, group in groupby(
        runs, key=lambda run: (view.text.count("\n", 0, run.start), run.layers)
    ):
        line = list(group)
        first, last = line[0], line[-1]
        times = {1: "", 2: ", twice"}.get(first.layers, f", {first.layers} times")
        start, end = view.source_span(first.start, last.end)
        sure = not meant and all(run.sure for run in line)
        yield Defect(
            start,
            end,
            f"UTF-8 read as windows-1252{times}",
            repair=Repair(_repaired(view.text, line), Safety.SAFE if sure else Safety.UNSAFE),
            severity=Severity.WARNING if meant else None,
            confidence=0.5 if meant else 1.0 if sure else 0.9,
            detail={"chain": ["utf-8", "windows-1252"] * first.layers},
        )


def _read(text: str, match: re.Match[str]) -> _Run | None:
    """The run as it was meant, or None where it is no damage."""
    meant, layers, sequences = match[0], 0, 0
    while layers < LAYERS:
        undone = _undone(meant)
        if undone is None:
            break
        meant, layers = undone, layers + 1
        sequences = sequences or len(undone)
    before = text[match.start() - 1 : match.start()]
    if not layers or "\ufffd" in meant or not _plausible(meant, layers, before):
        return None
    sure = layers > 1 or sequences > 1 or len(match[0]) > 2 or before.islower()
    return _Run(*match.span(), meant, layers, sure)


def _undone(text: str) -> str | None:
    """A text written as windows-1252 (or Latin-1) and read as UTF-8, where both are possible."""
    import ftfy.bad_codecs  # noqa: F401  (registers sloppy-windows-1252)

    for codec in ("sloppy-windows-1252", "latin-1"):
        try:
            undone = text.encode(codec).decode("utf-8")
        except UnicodeError:
            continue
        if undone != text:
            return undone
    return None


def _plausible(meant: str, layers: int, before: str) -> bool:
    """Whether a run was meant so: several characters, or one that stands alone in real text."""
    if layers > 1 or len(meant) > 1:
        return True
    if not _LIKELY_ALONE.match(meant):
        return False
    return not (before.isupper() and not meant.isupper())


def _repaired(text: str, runs: list[_Run]) -> str:
    pieces, position = [], runs[0].start
    for run in runs:
        pieces += [text[position : run.start], run.text]
        position = run.end
    return "".join(pieces)
