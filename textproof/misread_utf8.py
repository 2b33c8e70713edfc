"""UTF-8 that was read with another encoding: where it stands, and what it was.

Every character of such a run, written in that encoding again, gives bytes that are valid UTF-8 from
end to end. By chance that happens to few runs, and what they give then is of no language.

>>> [(s.start, s.end, s.meant) for s in segments("Ya te enviÃ¡ los mensajes", "cp1252")]
[(10, 12, 'á')]
>>> [s.meant for s in segments("caf茅 浣犲ソ", "gbk")]
['é', '你好']
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple, Protocol

from textproof.codec_bytes import DOUBLE_BYTE, bytes_of
from textproof.lazy import compiled

_VALID = compiled(
    "(?:\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]"
    "|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
    "|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})+"
)
RUN = compiled("[^\x00-\x7f]{2,}")
"""What may be UTF-8 that was read as an encoding of one byte: a character alone is none."""


_NO_TEXT = frozenset(("Co", "Cs"))


class Segment(NamedTuple):
    """A stretch of a text that is UTF-8 read wrongly, and what was meant."""

    start: int
    end: int
    meant: str


def segments(text: str, codec: str) -> list[Segment]:
    """The stretches of a text that, written in an encoding, are valid UTF-8 beyond ASCII, and text:
    no private characters. Controls may be bytes, read wrongly before."""
    if codec in DOUBLE_BYTE:
        return _double_byte_segments(text, codec)
    return [
        Segment(run.start() + found.start, run.start() + found.end, found.meant)
        for run in RUN.finditer(text)
        for found in _segments_of_run(run[0], codec)
    ]


@lru_cache(maxsize=8192)
def _segments_of_run(run: str, codec: str) -> tuple[Segment, ...]:
    table = bytes_of(codec)
    data = "".join([table[char] or "\0" for char in run])
    return tuple(
        Segment(*match.span(), meant)
        for match in _VALID.finditer(data)
        if (meant := _text(match[0]))
    )


def _text(data: str) -> str | None:
    meant = data.encode("latin-1").decode("utf-8", "surrogatepass")
    if "\xed" in data:  # CESU-8: a pair of surrogates stands for one character
        meant = meant.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return None if any(_is_no_text(char) for char in meant) else meant


@lru_cache(maxsize=4096)
def _is_no_text(char: str) -> bool:
    category = unicodedata.category(char)
    is_unassigned = category == "Cn" and char < "\u2e80"  # emoji are newer than some Pythons
    return char == "\ufffd" or (char > "\x9f" and category in _NO_TEXT) or is_unassigned


def _double_byte_segments(text: str, codec: str) -> list[Segment]:
    """The same for an encoding of two bytes, whose characters may end in a byte of ASCII."""
    table = bytes_of(codec)
    data = [char if char < "\x80" else table[char] or "\0" for char in text]
    owner = [index for index, piece in enumerate(data) for _ in piece]
    joined = "".join(data)
    owner.append(len(text))
    found = []
    for match in _VALID.finditer(joined):
        start, end = match.span()
        while start < end and start and owner[start] == owner[start - 1]:
            start += 1
        while end < len(joined) and owner[end] == owner[end - 1] and joined[end] < "\x80":
            end += 1
        whole = end == len(joined) or owner[end] != owner[end - 1]
        if start == match.start() and whole and text[owner[start]] > "\x7f":
            meant = _text(joined[start:end])
            if meant:
                found.append(Segment(owner[start], owner[end], meant))
    return found


class Piece(Protocol):
    """A stretch of a text that has a meaning of its own."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def meant(self) -> str:
        """What it stands for."""


def replaced(text: str, pieces: Iterable[Piece], start: int = 0, end: int | None = None) -> str:
    """A text, or a stretch of it, with what was meant in place of some pieces, in order and apart.

    >>> replaced("cafÃ© Ã©t", [Segment(3, 5, "é"), Segment(6, 8, "é")], 3)
    'é ét'
    """
    kept = []
    for piece in pieces:
        kept += [text[start : piece.start], piece.meant]
        start = piece.end
    return "".join([*kept, text[start:end]])
