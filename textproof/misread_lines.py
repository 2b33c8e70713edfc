"""What of a line was UTF-8 that was read with the wrong encoding, and how sure that is.

What `misread` finds in a line is judged by what clean text may hold, and by whether another reading
comes near; what lost a byte since is found beside it. A text that was read wrongly was so
throughout: once many stretches were proved, the next is asked first whether it is like them.

>>> found = Lines("ein grÃ¼ner Tee").misread_in(0, 15)
>>> [(w.start, w.end, w.meant, w.chain, w.proved) for w in found]
[(6, 8, 'ü', (('utf-8', 'cp1252'),), True)]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category

from textproof import western_runs
from textproof.alphabets import is_known_letter
from textproof.codec_bytes import DOUBLE_BYTE, SINGLE_BYTE, codecs_with
from textproof.lazy import compiled
from textproof.misread import AROUND, NO_GAIN, SURE_MARGIN, Misread, are_proved, misread_in
from textproof.misread_holes import holed_in
from textproof.misread_letters import far_scripts, is_of_scripts
from textproof.misread_lossy import lossy_segments
from textproof.misread_utf8 import Segment, replaced, segments
from textproof.plausibility import cost
from textproof.sign_places import has_sign
from textproof.view import MASK

LONGEST = 800
"""Characters of a line up to which it is looked at whole; a longer one is parted at spaces."""

HABIT, HABITUAL = 20, 0.9
"""Stretches of one chain from which on those to come are first taken to be alike, and proved as
they are; and its share of all that were found."""

_BEYOND = compiled("[^\x00-\x7f]")
_STRETCH = compiled(rf"[^\n{MASK}]{{1,{LONGEST}}}(?=[ \t\n{MASK}]|\Z)|[^\n \t{MASK}]+")

_CUT_FOR_CERTAIN = compiled("[ÃĂ]|â€|.*\ufffd")
"""What is a cut character though nothing else in its line was read wrongly."""

_QUOTES = "«»‹›“”„‘’–—…"

LOST = compiled("(?:ï¿½|Ã¯Â¿Â½|锟斤拷)+")
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


class Lines:
    """The lines of a text, which are asked one after another."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._chains: Counter[Chain] = Counter()
        self._proved: Counter[Chain] = Counter()

    def misread_in(self, start: int, end: int, *, alike: bool = False) -> Iterator[WrongDecoding]:
        """The stretches of a line that were UTF-8. It may be ``alike`` to those before."""
        for low, high in stretches(self._text, start, end):
            line = self._text[low:high]
            usual = self._usual()
            found: Sequence[WrongDecoding] | None = None
            if alike and usual:
                found = _undone(line, usual, proved=self._proved[usual] >= HABIT)
            if found is None:
                found = _found_in(line, usual)
                self._chains.update(w.chain for w in found)
                self._proved.update(w.chain for w in found if w.proved)
            yield from (w._replace(start=w.start + low, end=w.end + low) for w in found)

    def _usual(self) -> Chain:
        """How most of the lines before were read; empty where there is no such chain."""
        if not self._chains:
            return ()
        chain, count = self._chains.most_common(1)[0]
        return chain if count >= max(HABIT, HABITUAL * self._chains.total()) else ()


def stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a line that are asked, each for itself."""
    for match in _STRETCH.finditer(text, start, end):
        if not match[0].isascii():
            yield match.span()


def _undone(line: str, chain: Chain, *, proved: bool) -> list[WrongDecoding] | None:
    """What a line was if all of it that is beyond ASCII was read with a chain of encodings; None
    where not, or where clean text may read so."""
    first, *others = [wrong for _, wrong in chain]
    pieces = _explained(line, first)
    if pieces is None:
        return None
    found = []
    for start, end, meant in pieces:
        is_western = first in western_runs.CODECS and meant < "\u0370"
        if is_western and western_runs.may_be_clean(line[start:end]):
            return None
        for codec in others:
            deeper = _explained(meant, codec)
            if deeper is None:
                return None
            meant = replaced(meant, deeper)
        found.append(WrongDecoding(start, end, meant, chain, 1.0 if proved else 0.9, proved))
    return None if has_sign(replaced(line, found)) else found


def _explained(text: str, codec: str) -> list[Segment] | None:
    """The stretches of a text that are UTF-8 in an encoding, if that is all beyond ASCII."""
    pieces = segments(text, codec)
    covered = sum(len(_BEYOND.findall(text[start:end])) for start, end, _ in pieces)
    return pieces if covered == len(_BEYOND.findall(text)) else None


@lru_cache(maxsize=1024)  # lines come again: in catalogues, and at the head and foot of pages
def _found_in(line: str, usual: Chain) -> tuple[WrongDecoding, ...]:
    """What is found in a line, which may have been read as is ``usual``."""
    holed = holed_in(line, usual[0][1] if usual else "")
    if holed:
        chain = (("utf-8", holed.codec),)
        return tuple(WrongDecoding(*segment, chain, 0.9, False) for segment in holed.segments)
    return tuple(_with_cut_ones(line, _judged(line, misread_in(line))))


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
    gained = [piece for piece in pieces if piece.gain != NO_GAIN]
    proved = are_proved(gained) and not _have_rival(line, gained)
    judged = [_sure(line, piece, proved) for piece in pieces if not LOST.fullmatch(piece.meant)]
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


def _near(line: str, piece: Misread) -> tuple[str, list[Misread]]:
    """The part of a line around a piece, and the piece where it stands there."""
    first = max(piece.start - AROUND, 0)
    near = piece._replace(start=piece.start - first, end=piece.end - first)
    return line[first : piece.end + AROUND], [near]


def _stands_apart(line: str, wrong: WrongDecoding, pieces: list[Misread]) -> bool:
    """Whether a stretch has no other character beyond ASCII beside it that stays, but for quotes
    and dashes: that may be the rest of a cut one."""
    before, after = line[: wrong.start][-1:], line[wrong.end :][:1]
    begins = before <= "\x7f" or before in _QUOTES or any(p.end == wrong.start for p in pieces)
    ends = after <= "\x7f" or after in _QUOTES or any(p.start == wrong.end for p in pieces)
    return begins and ends


def _sure(line: str, piece: Misread, proved: bool) -> WrongDecoding:
    proved = proved and piece.gain != NO_GAIN
    run, sure = line[piece.start : piece.end], 1.0 if proved else 0.9
    if piece.gain != NO_GAIN and len(piece.chain) == 1 and piece.chain[0] in western_runs.CODECS:
        sure = western_runs.confidence(line[: piece.start], run, line[piece.end :], piece.meant)
        proved = sure == 1 and not _have_rival(*_near(line, piece))
    chain = tuple(("utf-8", codec) for codec in piece.chain)
    return WrongDecoding(piece.start, piece.end, piece.meant, chain, sure, proved)
