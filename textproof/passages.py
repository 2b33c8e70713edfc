"""What bytes of another encoding in a UTF-8 document meant: a passage of a line, or a single byte.

The document itself is the best witness: what its other lines are written with is likely in these
bytes too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from textproof.legacy import OLD, OLD_COST, decoded
from textproof.plausibility import cost, is_common_cjk, is_spelling

SINGLE_BYTE = (
    "cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 iso8859-2 iso8859-5 koi8-r "
    "cp866 cp850 cp437 mac-roman cp874"
).split()
DOUBLE_BYTE = "gb18030 big5 cp932 euc_jp cp949".split()

KNOWN_CHARACTER, KNOWN_SCRIPT = 3.0, 2.0
"""Nats that a character gains where the rest of the document has it, or others of its script."""

LIKELY = 10.0
"""Nats a character beyond ASCII up to which a reading is likely. Binary data costs 12 and more."""

BAD_BYTE = 12.0
"""Nats that each bad byte costs where the line is taken for UTF-8 with stray bytes. The bytes of
one broken character are one."""

A_PASSAGE = 6.0
"""Nats that it costs to take it for a passage in another encoding."""

STRAY_COST = 12.0
"""Nats up to which a single character is likely."""

_BEYOND = re.compile("[^\0-\x7f]")
_BAD = re.compile("[\udc80-\udcff]")
_BROKEN = re.compile("[\udcc2-\udcf4][\udc80-\udcbf]{0,2}|[\udc80-\udcff]")
_TYPOGRAPHY = frozenset("’‘“”„‚–—…•€™«»©®°§·\xa0")


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


def read_passage(line: str, letters: frozenset[str], known: list[str]) -> Passage | None:
    """The passage of a line that is in another encoding, None where no encoding reads it.

    ``letters`` are the characters beyond ASCII that the document has elsewhere. ``known`` are the
    encodings of earlier passages, the last one first, and gets this one's.
    """
    best: tuple[float, Passage] | None = None
    as_it_is = _cost_as_it_is(line, letters)
    for encoding in [*known, *SINGLE_BYTE, *DOUBLE_BYTE]:
        for passage in _readings(line, encoding):
            beyond = _BEYOND.findall(passage.text)
            own = cost(passage.text) + (OLD_COST if encoding in OLD else 0.0)
            total = own - _known(beyond, letters) + _cost_as_it_is(line[: passage.start], letters)
            if own > LIKELY * len(beyond) or total + A_PASSAGE > as_it_is:
                continue
            if best is None or total < best[0]:
                best = (total, passage)
        if encoding in known and best:
            break
    if best is None:
        return None
    known[:] = [best[1].encoding, *(name for name in known if name != best[1].encoding)]
    return best[1]


def _cost_as_it_is(line: str, letters: frozenset[str]) -> float:
    """What a line costs as UTF-8 with stray bytes in it."""
    good = _BAD.sub(" ", line)
    return (
        cost(good) - _known(_BEYOND.findall(good), letters) + BAD_BYTE * len(_BROKEN.findall(line))
    )


def _readings(line: str, encoding: str) -> Iterator[Passage]:
    """A line read in an encoding: from its first character beyond ASCII, or its first bad byte."""
    firsts = {pattern.search(line).start() for pattern in (_BEYOND, _BAD)}  # type: ignore[union-attr]
    last = max(match.end() for match in _BEYOND.finditer(line))
    for first in sorted(firsts):
        for end in {last, min(last + 1, len(line))} if encoding in DOUBLE_BYTE else {last}:
            text = decoded(line[first:end].encode("utf-8", "surrogateescape"), encoding)
            # the last character of two bytes may end in one of ASCII, which belongs to it then
            if text and (end == last or text[-1] != line[last:end]):
                yield Passage(first, end, text, encoding)


def read_stray(before: str, data: bytes, after: str, letters: frozenset[str]) -> Stray | None:
    """What a few bytes between two characters meant, if one encoding makes sense of them.

    A character that the document has elsewhere is likelier than one that it has not. 0x92 is the
    apostrophe of all Windows code pages, wherever it stands.
    """
    if data == b"\x92":
        return Stray("’", "cp1252")
    best: tuple[float, Stray] | None = None
    for encoding in SINGLE_BYTE:
        text = decoded(data, encoding)
        if not text or not all(_fits(before, char, after, letters) for char in text):
            continue
        total = cost(before + text + after) - cost(before + after) - _known(text, letters)
        total += OLD_COST if encoding in OLD else 0.0
        if total <= STRAY_COST * len(text) and (best is None or total < best[0]):
            best = (total, Stray(text, encoding))
    return best[1] if best else None


def _known(characters: Iterable[str], letters: frozenset[str]) -> float:
    """What some characters gain by what else the document has."""
    scripts = {_script(letter) for letter in letters} - {None}
    return sum(
        KNOWN_CHARACTER * (char in letters) + KNOWN_SCRIPT * (_script(char) in scripts)
        for char in characters
    )


@cache
def _script(char: str) -> str | None:
    """A name for the script of a letter: the first word of its name; Han, kana and Hangul are one.

    None for what is no letter.
    """
    if not char.isalpha():
        return None
    return "CJK" if char >= "\u2e80" else unicodedata.name(char, " ").partition(" ")[0]


def _fits(before: str, char: str, after: str, letters: frozenset[str]) -> bool:
    """Whether a character can stand between two others."""
    if char in _TYPOGRAPHY:
        return char in "’‘–—…·\xa0" or not (before.isalpha() and after.isalpha())
    return is_common_cjk(char) or is_spelling(before, char, after)
