"""Characters in UTF-7 that were not decoded: `+AOk-` for `é`.

>>> list(shifts("caf+AOk-s du matin"))
[Shift(start=3, end=8, meant='é', tells=2)]
>>> list(shifts("a grade of A+, g++-12"))
[]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from textproof.escape_places import IN_A_WORD, MEANT, ON_ITS_OWN, tells
from textproof.everyday_cjk import is_common_cjk
from textproof.lazy import compiled

LONG = 8
"""Characters of Base64 that no word ends in `+` or `/` with."""

BLOCK = 128
"""Code points of the block of a script of South or Southeast Asia."""

_BASE64 = "[A-Za-z0-9+/]"
SHIFTED = (
    rf"\+(?<!\+\+)((?:{_BASE64}{{8}})*(?:{_BASE64}{{8}}|{_BASE64}{{2}}[AEIMQUYcgkosw048]"
    rf"|{_BASE64}{{5}}[AQgw]))(?!{_BASE64})(-?)"
)
"""Whole units of UTF-16 in UTF-7: one in three characters, two in six, three in eight, and the
bits that are left over are zero (RFC 2152)."""

_UTF7 = compiled(SHIFTED)


class Shift(NamedTuple):
    """A shift of UTF-7, what it stands for, and how telling its place is."""

    start: int
    end: int
    meant: str
    tells: int


def shifts(text: str) -> Iterator[Shift]:
    """The shifts of UTF-7 in a text. A single character tells only where it stands in a word, and
    where one of all is clearly meant."""
    found = [shift for match in _UTF7.finditer(text) if (shift := _shift(text, match))]
    clear = any(len(shift.meant) > 1 or _is_clear(text, shift) for shift in found)
    for shift in found:
        before, after = _beside(text, shift)
        inside = before.islower() or after.islower() or _is_inside(text, shift)
        alone = len(shift.meant) == 1 and not inside
        level = min(shift.tells, ON_ITS_OWN if alone else IN_A_WORD)
        number = alone and (before or after)[:1].isalnum() and text[shift.end - 1] == "-"
        yield shift._replace(tells=level if clear and not number else MEANT)


def _shift(text: str, match: re.Match[str]) -> Shift | None:
    if (match[1][-1] in "+/" and len(match[1]) < LONG) or "++" in match[1]:
        return None
    try:
        meant = f"+{match[1]}-".encode("ascii").decode("utf-7")
    except UnicodeDecodeError:
        return None
    if f"{meant}-".encode("utf-7").decode().partition("-")[0] != f"+{match[1]}":
        return None
    if all("\xa0" < char < "\u2120" for char in meant) or all(map(is_common_cjk, meant)):
        return Shift(*match.span(), meant, tells(text, *match.span(), meant))
    return None


def _beside(text: str, shift: Shift) -> tuple[str, str]:
    """The characters before and after a shift, empty at the ends of the text."""
    return text[max(shift.start - 1, 0) : shift.start], text[shift.end : shift.end + 1]


def _is_clear(text: str, shift: Shift) -> bool:
    """Whether a single character is likely one: of an alphabet, or of what stands beside it."""
    before, after = _beside(text, shift)
    vietnamese = "\u1e00" <= shift.meant < "\u1f00" and before.islower() and after.islower()
    return "\xa0" < shift.meant < "\u0800" or vietnamese or _is_inside(text, shift)


def _is_inside(text: str, shift: Shift) -> bool:
    """Whether a character stands beside others of its block, or is the apostrophe of a word."""
    before, after = _beside(text, shift)
    if shift.meant == "’":
        return before.isalpha() and after.islower()
    block = ord(shift.meant[0]) // BLOCK
    return block > 1 and any(char and ord(char) // BLOCK == block for char in (before, after))
