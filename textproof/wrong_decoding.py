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

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from unicodedata import category

from textproof import western_runs
from textproof.codec_bytes import DOUBLE_BYTE, SINGLE_BYTE, codecs_with
from textproof.codec_names import shown
from textproof.misread import MOSTLY, SURE_MARGIN, Misread, are_proved, misread_in
from textproof.misread_holes import holed_in
from textproof.misread_legacy import LegacyReading, legacy_reading, reread
from textproof.misread_letters import far_scripts, is_of_scripts
from textproof.misread_lossy import lossy_segments
from textproof.misread_signs import is_of_no_language, lines_with_signs
from textproof.misread_utf8 import Segment, replaced, segments
from textproof.mixed_words import MixedWord
from textproof.plausibility import cost, is_known_letter
from textproof.spans import SpanSet
from textproof.unusual_pairs import has_unusual_pairs
from textproof.view import MASK

SAMPLE, PART = 400, 100
"""Characters of the parts of lines with the most beyond ASCII, from which legacy is told, and of
each of those parts."""

LONGEST = 800
"""Characters of a line up to which it is looked at whole; a longer one is parted at spaces."""

ASKED = 20
"""Lines without a sign that are asked, where nothing is found in one that has one."""

DENSE = 0.01
"""Share of characters beyond ASCII from which on they are more than the names of some people."""

_BEYOND = re.compile("[^\x00-\x7f]")
_RUN_BEYOND = re.compile("[^\x00-\x7f]+")
_LINE_BEYOND = re.compile("[^\\n]*[^\x00-\x7f\\n][^\\n]*")
_STRETCH = re.compile(rf"[^\n{MASK}]{{1,{LONGEST}}}(?=[ \t\n{MASK}]|\Z)|[^\n \t{MASK}]+")
_PART = re.compile(rf"[^\n{MASK}]{{1,{PART}}}(?=[ \t\n{MASK}]|\Z)|[^\n \t{MASK}]+")


_CUT_FOR_CERTAIN = re.compile("[ÃĂ]|â€|.*\ufffd")
"""What is a cut character though nothing else in its line was read wrongly."""

_QUOTES = "«»‹›“”„‘’–—…"

_LOST = re.compile("(?:ï¿½|Ã¯Â¿Â½|锟斤拷)+")
"""What stands for U+FFFD, which belongs to the rule replacement-character."""


Chain = tuple[tuple[str, str], ...]
"""Pairs of Python's codec names, the last reading first: what bytes were, and were read as."""


class WrongDecoding(NamedTuple):
    """A stretch that was read wrongly, what was meant, and how it came about."""

    start: int
    end: int
    meant: str
    chain: Chain
    confidence: float
    proved: bool


def wrong_decodings(
    text: str,
    mixed: Iterable[MixedWord] | None = None,
    beyond: str | None = None,
    *,
    suspected: bool = False,
) -> list[WrongDecoding]:
    """The stretches of a text that were read wrongly, in order. ``mixed`` are its words of several
    alphabets and ``beyond`` its characters beyond ASCII, where they are known. Where it is
    ``suspected`` all of it is asked, without a sign too."""
    if beyond is None:
        beyond = "".join(_RUN_BEYOND.findall(text))
    suspects = lines_with_signs(text, beyond, mixed)
    dense = len(beyond) >= DENSE * len(text)
    doubtful = suspected or (dense and is_of_no_language(beyond)) or has_unusual_pairs(text)
    if not suspects and not doubtful:
        return []
    lines = [match.span() for match in _LINE_BEYOND.finditer(text)]
    found = [w for line in suspects for w in _utf8_in(text, *line)]
    if found or doubtful:
        seen = SpanSet(suspects)
        rest = [line for line in lines if not seen.overlaps(*line)]
        some = rest[:: max(len(rest) // ASKED, 1)]
        if not found:
            found = [w for line in some for w in _utf8_in(text, *line)]
            rest = [line for line in rest if line not in some] if found else []
        found = sorted([*found, *(w for line in rest for w in _utf8_in(text, *line))])
    asked = lines if doubtful else suspects
    covered = sum(len(_BEYOND.findall(text, w.start, w.end)) for w in found)
    if covered < MOSTLY * sum(len(_BEYOND.findall(text, *line)) for line in asked):
        sample = _sample(text, asked)
        said = "\n".join(text[start:end] for start, end in sample)
        reading = None if _LOST.search(said) else legacy_reading(said)
        if reading and reading.gain > _gain(text, sample, found):
            return list(_legacy_in(text, lines, reading))
    return found


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


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _STRETCH.finditer(text, start, end):
        if not match[0].isascii():
            yield match.span()


def _utf8_in(text: str, start: int, end: int) -> Iterator[WrongDecoding]:
    """The stretches of a line that were UTF-8."""
    for low, high in _stretches(text, start, end):
        line = text[low:high]
        holed = holed_in(line)
        if holed:
            chain = (("utf-8", holed.codec),)
            found = [WrongDecoding(*segment, chain, 0.9, False) for segment in holed.segments]
        else:
            found = _with_cut_ones(line, _judged(line, misread_in(line)))
        yield from (w._replace(start=w.start + low, end=w.end + low) for w in found)


def _with_cut_ones(line: str, found: list[WrongDecoding]) -> list[WrongDecoding]:
    """What was found in a line, and beside it what was read as wrongly and lost a byte then."""
    codecs = Counter(w.chain[-1][1] for w in found if w.chain[-1][1] not in DOUBLE_BYTE)
    codec = codecs.most_common(1)[0][0] if codecs else "cp1252"
    line_as_meant = replaced(line, found)
    cut = [
        WrongDecoding(start, end, piece.meant, (("utf-8", codec),), 1.0 if codecs else 0.9, False)
        for piece in lossy_segments(line_as_meant, codec, certain=bool(codecs))
        for start, end in [_in_the_line(piece, found)]
        if line[start:end] == line_as_meant[piece.start : piece.end]
        and (codecs or _CUT_FOR_CERTAIN.match(line[start:end]))
    ]
    return sorted([*found, *cut]) if cut else found


def _in_the_line(piece: Segment, found: list[WrongDecoding]) -> tuple[int, int]:
    """Where a piece of a repaired line stands in the line itself."""
    shift = 0
    for wrong in found:
        if wrong.start + shift >= piece.start:
            break
        shift += len(wrong.meant) - (wrong.end - wrong.start)
    return piece.start - shift, piece.end - shift


def _judged(line: str, pieces: list[Misread]) -> list[WrongDecoding]:
    """Pieces with how sure they are. Those that clean text may read so stay only beside sure ones,
    if all of the line is damage, or they are of the script of those."""
    gained = [piece for piece in pieces if piece.gain]
    proved = are_proved(gained) and not _have_rival(line, gained)
    judged = [_sure(line, piece, proved) for piece in pieces if not _LOST.fullmatch(piece.meant)]
    judged = [w._replace(proved=w.proved and _stands_apart(line, w, pieces)) for w in judged]
    scripts = far_scripts(w for w in judged if w.confidence)
    judged = [
        w._replace(confidence=0.9, proved=False)
        if not w.confidence and is_of_scripts(w.meant, scripts)
        else w
        for w in judged
    ]
    certain = [w for w in judged if w.confidence]
    covered = sum(len(_BEYOND.findall(line[p.start : p.end])) for p in pieces)
    if not certain or covered < len(_BEYOND.findall(line)):
        return certain
    best = max(w.confidence for w in certain)
    return [
        w if w.confidence else w._replace(confidence=min(best, 0.9), proved=False) for w in judged
    ]


def _have_rival(line: str, pieces: list[Misread]) -> bool:
    """Whether another encoding reads some pieces as other text that is as likely, or what they are
    said to be has letters that no language has, or a mark on none."""
    once = [piece for piece in pieces if len(piece.chain) == 1]
    if not all(is_known_letter(char) for piece in once for char in piece.meant):
        return True
    if any(category(piece.meant[0])[0] == "M" for piece in once):
        return True  # a mark on nothing
    if not once or once[0].chain[0] not in SINGLE_BYTE:
        return False
    runs = [line[piece.start : piece.end] for piece in once]
    rivals = set()
    for codec in codecs_with("".join(runs)):
        read = [found[0] for run in runs if len(found := segments(run, codec)) == 1]
        if [(0, len(run)) for run in runs] == [segment[:2] for segment in read]:
            rivals.add(tuple(segment.meant for segment in read))
    rivals.discard(tuple(piece.meant for piece in once))
    limit = cost(replaced(line, once)) + SURE_MARGIN / 2 if rivals else 0
    return any(
        cost(replaced(line, [p._replace(meant=m) for p, m in zip(once, rival, strict=True)]))
        < limit
        for rival in rivals
    )


def _stands_apart(line: str, wrong: WrongDecoding, pieces: list[Misread]) -> bool:
    """Whether a stretch has no other character beyond ASCII beside it that stays, but for quotes
    and dashes: that may be the rest of a cut one."""
    before, after = line[: wrong.start][-1:], line[wrong.end :][:1]
    begins = before <= "\x7f" or before in _QUOTES or any(p.end == wrong.start for p in pieces)
    ends = after <= "\x7f" or after in _QUOTES or any(p.start == wrong.end for p in pieces)
    return begins and ends


def _sure(line: str, piece: Misread, proved: bool) -> WrongDecoding:
    run, sure = line[piece.start : piece.end], 1.0 if proved else 0.9
    proved = proved and piece.gain > 0
    if piece.gain and len(piece.chain) == 1 and piece.chain[0] in western_runs.CODECS:
        sure = western_runs.confidence(line[: piece.start], run, line[piece.end :], piece.meant)
        proved = sure == 1 and not _have_rival(line, [piece])
    chain = tuple(("utf-8", codec) for codec in piece.chain)
    return WrongDecoding(piece.start, piece.end, piece.meant, chain, sure, proved)


def _legacy_in(
    text: str, lines: list[tuple[int, int]], reading: LegacyReading
) -> Iterator[WrongDecoding]:
    """The lines of a text that was in one legacy encoding and read as another."""
    for start, end in lines:
        for low, high in _stretches(text, start, end):
            line = text[low:high]
            meant = reread(line, reading.wrong, reading.true)
            if meant and meant != line and cost(meant) < cost(line):
                yield _of_line(line, meant, low, reading)


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
