"""What of a text was read with the wrong encoding: the stretches, what they were, and the chain.

Lines with a sign of it are asked first, whether UTF-8 was read wrongly (`misread`). What damaged
one line damaged others, so where some are found all are asked. Where the letters of the text are
those of no language, one legacy encoding may have been read as another (`misread_legacy`): that is
settled for the text as a whole, on a sample of its lines.

>>> [(w.start, w.end, w.meant, w.chain) for w in wrong_decodings("ein grÃ¼ner Tee")]
[(6, 8, 'ü', (('utf-8', 'cp1252'),))]
>>> [(w.meant, w.chain) for w in wrong_decodings("Ïðèâåò, êàê äåëà?")]
[('Привет, как дела', (('cp1251', 'cp1252'),))]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from textproof.codec_names import shown
from textproof.lazy import compiled
from textproof.misread import MOSTLY
from textproof.misread_legacy import LegacyReading, legacy_reading, reread
from textproof.misread_lines import LOST, Chain, Lines, WrongDecoding, stretches
from textproof.misread_signs import is_of_no_language, lines_with_signs
from textproof.misread_utf8 import replaced
from textproof.mixed_words import MixedWord
from textproof.plausibility import cost, letters_cost
from textproof.repertoire import Repertoire
from textproof.spans import SpanSet
from textproof.unusual_pairs import has_unusual_pairs
from textproof.view import MASK

__all__ = ["Chain", "WrongDecoding", "in_words", "wrong_decodings"]

SAMPLE, PART = 400, 100
"""Characters of the parts of lines with the most beyond ASCII, from which legacy is told, and of
each of those parts."""

ASKED = 20
"""Lines without a sign that are asked, where nothing is found in one that has one."""

DENSE = 0.01
"""Share of characters beyond ASCII from which on they are more than the names of some people."""

CLEARLY = 12.0
"""Nats by which the letters of a line, in whatever order, must be likelier to say so at once."""

_BEYOND = compiled("[^\x00-\x7f]")
_PART = compiled(rf"[^\n{MASK}]{{1,{PART}}}(?=[ \t\n{MASK}]|\Z)|[^\n \t{MASK}]+")


def wrong_decodings(
    text: str,
    mixed: Iterable[MixedWord] | None = None,
    repertoire: Repertoire | None = None,
    *,
    suspected: bool = False,
) -> list[WrongDecoding]:
    """The stretches of a text that were read wrongly, in order. ``mixed`` are its words of several
    alphabets and ``repertoire`` its characters, where they are known. Where it is ``suspected`` all
    of it is asked, without a sign too."""
    repertoire = repertoire or Repertoire(text)
    beyond = repertoire.beyond_ascii
    suspects = lines_with_signs(text, repertoire, mixed)
    dense = len(beyond) >= DENSE * len(text)
    doubtful = suspected or (dense and is_of_no_language(beyond)) or has_unusual_pairs(text)
    if not suspects and not doubtful:
        return []
    asked = Lines(text)
    reading = _legacy_of(text, _lines_beyond(text) if doubtful else suspects, asked)
    if reading:
        return list(_legacy_in(text, _lines_beyond(text), reading))
    found = [w for line in suspects for w in asked.misread_in(*line, alike=True)]
    if found or doubtful:
        seen = SpanSet(suspects)
        rest = [line for line in _lines_beyond(text) if not seen.overlaps(*line)]
        some = rest[:: max(len(rest) // ASKED, 1)]
        if not found:
            found = [w for line in some for w in asked.misread_in(*line)]
            rest = [line for line in rest if line not in some] if found else []
        found = sorted([*found, *(w for line in rest for w in asked.misread_in(*line))])
    return found


def _lines_beyond(text: str) -> list[tuple[int, int]]:
    """The lines of a text that are not of ASCII alone, without their ends."""
    lines, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        if not line.isascii():
            lines.append((start, end))
        start = end + 1
    return lines


def _legacy_of(text: str, lines: list[tuple[int, int]], asked: Lines) -> LegacyReading | None:
    """In which encoding some lines were written, and with which they were read, where a sample of
    them reads better so than as UTF-8 that was read wrongly."""
    sample = _sample(text, lines)
    found = [w for part in sample for w in asked.misread_in(*part)]
    covered = sum(len(_BEYOND.findall(text, w.start, w.end)) for w in found)
    if covered >= MOSTLY * sum(len(_BEYOND.findall(text, *part)) for part in sample):
        return None
    said = "\n".join(text[start:end] for start, end in sample)
    reading = None if LOST.search(said) else legacy_reading(said)
    return reading if reading and reading.gain > _gain(text, sample, found) else None


def _gain(text: str, lines: list[tuple[int, int]], found: list[WrongDecoding]) -> float:
    """By how many nats some lines read better for what was found in them."""
    return sum(
        cost(text[start:end]) - cost(replaced(text, inside, start, end))
        for start, end in lines
        if (inside := [w for w in found if start <= w.start and w.end <= end])
    )


def in_words(chain: Chain) -> str:
    """What was read as what, the last reading first.

    >>> in_words((("utf-8", "cp1252"),) * 2), in_words((("cp1251", "latin-1"),))
    ('UTF-8 read as windows-1252, twice', 'windows-1251 read as Latin-1')
    """
    first = f"{shown(chain[0][0])} read as {shown(chain[0][1])}"
    if len(set(chain)) == 1:
        times = {1: "", 2: ", twice"}.get(len(chain), f", {len(chain)} times")
        return first + times
    return ", before that ".join(f"{shown(true)} read as {shown(wrong)}" for true, wrong in chain)


def _legacy_in(
    text: str, lines: list[tuple[int, int]], reading: LegacyReading
) -> Iterator[WrongDecoding]:
    """The lines of a text that was in one legacy encoding and read as another."""
    for start, end in lines:
        for low, high in stretches(text, start, end):
            line = text[low:high]
            meant = reread(line, reading.wrong, reading.true)
            if meant and meant != line and _reads_better(meant, line):
                yield _of_line(line, meant, low, reading)


def _reads_better(meant: str, line: str) -> bool:
    """Whether a line reads better as what it may have been: the letters tell that mostly."""
    now, was = (letters_cost(Counter(_BEYOND.findall(text))) for text in (meant, line))
    return now + CLEARLY < was or cost(meant) < cost(line)


def _sample(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of some lines that have the most characters beyond ASCII."""
    parts = [match.span() for line in lines for match in _PART.finditer(text, *line)]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(parts, key=lambda part: -len(_BEYOND.findall(text, *part))):
        if sum(high - low for low, high in kept) < SAMPLE:
            kept.append((start, min(end, start + SAMPLE)))
    return kept


def _of_line(line: str, meant: str, offset: int, reading: LegacyReading) -> WrongDecoding:
    """A line that was read wrongly, from its first character that is another one to its last."""
    start, stop = 0, 0
    while line[start] == meant[start]:
        start += 1
    while stop < min(len(line), len(meant)) - start and line[-1 - stop] == meant[-1 - stop]:
        stop += 1
    end = len(line) - stop
    sure = reading.gain >= 40 and reading.margin >= 20
    return WrongDecoding(
        start + offset,
        end + offset,
        meant[start : len(meant) - stop],
        ((reading.true, reading.wrong),),
        0.95 if sure else 0.8,
        False,
    )
