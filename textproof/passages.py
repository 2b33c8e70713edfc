"""What bytes of another encoding in a UTF-8 document meant: a passage of a line, or a single byte.

The document itself is the best witness: what its other lines are written with is likely in these
bytes too.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from textproof.lazy import compiled
from textproof.legacy import DOUBLE_BYTE, OLD, OLD_COST, SINGLE_BYTE, decoded
from textproof.plausibility import cost, is_spelling

KNOWN_CHARACTER, KNOWN_SCRIPT = 3.0, 2.0
"""Nats that a character gains where the rest of the document has it, or others of its script."""

LIKELY = 10.0
"""Nats a character beyond ASCII up to which a reading is likely. Binary data costs 12 and more."""

MANY = 20
"""Passages of a document after which only their encodings are tried."""

BAD_BYTE = 12.0
"""Nats that each bad byte costs where the line is taken for UTF-8 with stray bytes. The bytes of
one broken character are one."""

A_PASSAGE = 6.0
"""Nats that it costs to take it for a passage in another encoding."""

STRAY_COST = 12.0
"""Nats up to which a single character is likely."""

_BEYOND = compiled("[^\0-\x7f]")
_BAD = compiled("[\udc80-\udcff]")
_CONTROL = compiled("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_LONE = compiled("[\ud800-\udc7f\udd00-\udfff]")
_BROKEN = compiled("[\udcc2-\udcf4][\udc80-\udcbf]{0,2}|[\udc80-\udcff]")
_BETWEEN = frozenset("…–—·")
_APART = frozenset("“”„‚‘’«»‹›•×€±™®°©§£\xa0")
_FRACTIONS, _OPENING, _RAISED = frozenset("½¼¾"), frozenset("¿¡"), frozenset("²³ªº")
"""The marks of windows-1252, by where they stand: anywhere, apart from one of their neighbours,
away from letters, before a word, behind one."""


class Passage(NamedTuple):
    """The bytes of a span of a line, as they read in an encoding."""

    start: int
    end: int
    text: str
    encoding: str


class Stray(NamedTuple):
    """What a single byte meant, and in which encoding."""

    text: str
    encoding: str


def read_passage(line: str, letters: frozenset[str], known: Counter[str]) -> Passage | None:
    """The passage of a line that is in another encoding, None where no encoding reads it.

    ``letters`` are the characters beyond ASCII that the document has elsewhere. ``known`` counts
    the encodings of earlier passages, and this one's too: where there were many, no other is tried.
    """
    best: tuple[float, Passage] | None = None
    as_it_is = _cost_as_it_is(line, letters)
    for encoding in known if known.total() >= MANY else (*SINGLE_BYTE, *DOUBLE_BYTE):
        for passage in _readings(line, encoding):
            beyond = _BEYOND.findall(passage.text)
            own = cost(passage.text) + (OLD_COST if encoding in OLD else 0.0)
            total = own - _gain(beyond, letters) + _cost_as_it_is(line[: passage.start], letters)
            better = total + A_PASSAGE <= as_it_is and (best is None or total < best[0])
            if better and cost("".join(beyond)) <= LIKELY * len(beyond):
                best = (total, passage)
    if best is None:
        return None
    known[best[1].encoding] += 1
    return best[1]


def _cost_as_it_is(line: str, letters: frozenset[str]) -> float:
    """What a line costs as UTF-8 with stray bytes in it."""
    good = _BAD.sub(" ", line)
    broken = len(_BROKEN.findall(line))
    return cost(good) - _gain(_BEYOND.findall(good), letters) + BAD_BYTE * broken


def _readings(line: str, encoding: str) -> Iterator[Passage]:
    """A line read in an encoding: from its first character beyond ASCII, or its first bad byte."""
    firsts = {pattern.search(line).start() for pattern in (_BEYOND, _BAD)}  # type: ignore[union-attr]
    last = max(match.end() for match in _BEYOND.finditer(line))
    for first in sorted(firsts):
        for end in {last, min(last + 1, len(line))} if encoding in DOUBLE_BYTE else {last}:
            text = decoded(bytes_of(line[first:end]), encoding)
            # the last character of two bytes may end in one of ASCII, which belongs to it then
            whole = text and not _CONTROL.search(text)
            if text and whole and (end == last or text[-1] != line[last:end]):
                yield Passage(first, end, text, encoding)


def bytes_of(text: str) -> bytes:
    """The bytes of a text in UTF-8, with the bad ones that it keeps. What is a lone surrogate
    without being one of them counts as U+FFFD."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return _LONE.sub("\ufffd", text).encode("utf-8", "surrogateescape")


def read_stray(before: str, data: bytes, after: str, letters: frozenset[str]) -> Stray | None:
    """What a few bytes between two characters meant, if one encoding makes sense of them.

    0x92 is the apostrophe of all Windows code pages, wherever it stands; other marks of
    windows-1252 stand where such a mark can. A letter that the document has elsewhere is likelier
    than one that it has not, and a byte that no letter begins with must be one that it has.
    """
    if data == b"\x92":
        return Stray("’", "cp1252")
    if data == b"\xc2" and not (before.isalpha() or after.isalpha()):
        return None  # the first byte of a sign in UTF-8: © and all others up to U+00BF
    mark = decoded(data, "cp1252")
    if mark and len(mark) == 1 and _is_mark(before, mark, after, data, letters):
        return Stray(mark, "cp1252")
    scripts = {script_of(letter) for letter in letters}
    best: tuple[float, Stray] | None = None
    for encoding in SINGLE_BYTE:
        text = decoded(data, encoding)
        if not text or not is_spelling(before, text, after):
            continue
        if (data[0] < 0xC0 or data[0] > 0xFD) and not letters.issuperset(text):
            continue
        if letters and not scripts.issuperset(map(script_of, text)):
            continue
        total = cost(before + text + after) - cost(before + after) - _gain(text, letters)
        total += OLD_COST if encoding in OLD else 0.0
        if total <= STRAY_COST * len(text) and (best is None or total < best[0]):
            best = (total, Stray(text, encoding))
    return best[1] if best else None


def _is_mark(before: str, mark: str, after: str, data: bytes, letters: frozenset[str]) -> bool:
    """Whether a mark of windows-1252 can stand between two characters of a text in Latin letters,
    and is not the end of one of them."""
    if any(script_of(letter) not in ("LATIN", None) for letter in letters):
        return False
    beside = before.isalpha() or after.isalpha()
    if beside and any(letter.encode()[-1:] == data for letter in letters):
        return False
    if mark in _FRACTIONS:
        return not beside
    if mark in _OPENING:
        return not before.isalnum()
    if mark in _RAISED:
        return before.isalnum() and not after.isalpha()
    return mark in _BETWEEN or (mark in _APART and not (before.isalpha() and after.isalpha()))


def _gain(characters: Iterable[str], letters: frozenset[str]) -> float:
    """What some characters gain by what else the document has."""
    scripts = {script_of(letter) for letter in letters} - {None}
    return sum(
        KNOWN_CHARACTER * (char in letters) + KNOWN_SCRIPT * (script_of(char) in scripts)
        for char in characters
    )


@cache
def script_of(char: str) -> str | None:
    """A name for the script of a letter: the first word of its name; Han, kana and Hangul are one.

    None for what is no letter.
    """
    if not char.isalpha():
        return None
    return "CJK" if char >= "\u2e80" else unicodedata.name(char, " ").partition(" ")[0]
