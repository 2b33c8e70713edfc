"""UTF-8 read wrongly, of which a byte was lost afterwards: `SlovenÄ�ina`, `â€œbb+â€?`, `voilÃ  le`.

A byte that the wrong encoding leaves free became U+FFFD or a question mark; a no-break space became
a space, a curly quote a straight one. What may have stood there is tried, and taken where it is
likelier by far than all else; otherwise U+FFFD says that a character is lost.

>>> [(s.start, s.end, s.meant) for s in lossy_segments("SlovenÄ\\ufffdina", "cp1252")]
[(6, 8, 'č')]
>>> [s.meant for s in lossy_segments("from â€œbbâ€?", "cp1252")]
['”']
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import product

from textproof.alphabets import is_in_an_alphabet
from textproof.codec_bytes import bytes_of
from textproof.everyday_cjk import is_common_cjk
from textproof.lazy import compiled
from textproof.misread_utf8 import Segment
from textproof.plausibility import cost

LEAST_MARGIN = 2.0
"""Nats by which what is put in place of a lost byte must be likelier than all else."""

AROUND = 24
"""Characters on either side that tell what is likely."""

_LOST = "\x00"
_HOLE = "[\x00?\"' ]"
_CUT = compiled(
    f"[\xc2-\xdf]{_HOLE}|\xe0(?:[\xa0-\xbf]{_HOLE}|{_HOLE}[\x80-\xbf])|[\xe1-\xef](?:[\x80-\xbf]{_HOLE}|{_HOLE}[\x80-\xbf])"
    f"|\xf0(?:[\x90-\xbf][\x80-\xbf]{_HOLE}|[\x90-\xbf]{_HOLE}[\x80-\xbf]|{_HOLE}[\x80-\xbf]{{2}})"
)


def lossy_segments(text: str, codec: str, *, certain: bool = False) -> Iterator[Segment]:
    """The cut characters of a text that was UTF-8 and read with an encoding of one byte, which is
    ``certain`` where other characters say so."""
    table = bytes_of(codec)
    data = "".join(
        [c if c < "\x80" else _LOST if c == "\ufffd" else table[c] or "\x01" for c in text]
    )
    for match in _CUT.finditer(data):
        start, end = match.span()
        begins = certain and match[0][-1] == " " and not text[start - 1 : start].isalpha()
        if match[0][-1] in "? " and not begins and not _may_be_cut(text, start, end):
            continue
        meant = _meant(text, start, match[0], codec)
        if meant is not None:
            kept = " " if match[0][-1] == " " and _keeps_its_space(text, start, end) else ""
            yield Segment(start, end, meant + kept)


def _may_be_cut(text: str, start: int, end: int) -> bool:
    """Whether a question mark or a space is part of what is before it: two bytes of three are
    enough, and a capital right behind a small letter, or À before a space."""
    behind_small = text[start - 1 : start].islower() and text[start].isupper()
    return end - start > 2 or behind_small or (text[start] in "ÃĂ" and text[end - 1] == " ")


def _keeps_its_space(text: str, start: int, end: int) -> bool:
    """Whether a space after `Ã` is one between words, the no-break space having gone with it."""
    return (
        text[start] in "ÃĂГ"
        and end - start == 2
        and text[end : end + 1].isalnum()
        and text[end : end + 2] not in ("s ", "s,")
        and (text[end : end + 5] != "quele")
    )


def _meant(text: str, start: int, cut: str, codec: str) -> str | None:
    """The character that was cut; where several are as likely, U+FFFD if that is there already, and
    None if not, as where there is none."""
    choices = [_bytes_for(byte, codec) for byte in cut]
    before, after = text[:start][-AROUND:], text[start + len(cut) :][:AROUND]
    found = set()
    for data in product(*choices):
        try:
            found.add("".join(data).encode("latin-1").decode("utf-8"))
        except UnicodeError:
            continue
    ranked = sorted((cost(before + char + after), char) for char in found if _is_usual(char))
    if not ranked:
        return None
    if len(ranked) > 1 and ranked[1][0] - ranked[0][0] < LEAST_MARGIN:
        return "\ufffd" if _LOST in cut else None
    return ranked[0][1]


def _is_usual(char: str) -> bool:
    """Whether a character is one of text that is written."""
    if unicodedata.category(char)[0] == "M":
        return "\u0900" <= char < "\u0e80"
    if char.isalpha():
        if char >= "\u2e80":
            return is_common_cjk(char)
        return is_in_an_alphabet(char) and not "\u1200" <= char < "\u1e00"
    return char == "\xa0" or "\u2010" <= char <= "\u2044" or "\xa1" <= char <= "\xbf"


@cache
def _bytes_for(byte: str, codec: str) -> tuple[str, ...]:
    """What may have stood where a byte is now."""
    if byte in (_LOST, "?"):
        return _free_bytes(codec)
    return {" ": ("\xa0",), '"': ("\x93", "\x94"), "'": ("\x91", "\x92")}.get(byte, (byte,))


@cache
def _free_bytes(codec: str) -> tuple[str, ...]:
    """The bytes of a continuation that an encoding leaves free, all of them where it has none."""
    every = tuple(map(chr, range(0x80, 0xC0)))
    taken = {data for char, data in bytes_of(codec).items() if char != data or char > "\x9f"}
    return tuple(byte for byte in every if byte not in taken) or every
