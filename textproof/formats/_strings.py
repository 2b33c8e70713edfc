"""Strings of catalogues: how the characters of a string are read that it writes as escapes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from textproof.lazy import compiled
from textproof.view import MASK, Piece

TAG = r"(?P<tag></?[A-Za-z](?![^<>\s]*@)[^<>]{0,400}>)"
"""A tag of HTML in a message, which no reader sees; an address of mail is none."""

_HIGH = compiled(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")


def pieces(
    text: str, start: int, end: int, indirect: re.Pattern[str], meaning: Callable[[str], str]
) -> Iterator[Piece]:
    """The pieces of a string between two offsets: tags are masked, escapes are what they mean.

    ``indirect`` finds tags, in its group ``tag``, and escapes.
    """
    position = start
    for match in indirect.finditer(text, start, end):
        if position < match.start():
            yield Piece(text[position : match.start()], position, match.start())
        position = match.end()
        yield Piece(MASK if match["tag"] else meaning(match[0]), *match.span())
    if position < end or start == end:
        yield Piece(text[position:end], position, end)


def escaped(text: str) -> str:
    """A text as it stands in a string between quotation marks.

    >>> escaped('say "x"')
    'say \\\\"x\\\\"'
    """
    for char, escape in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
        text = text.replace(char, escape)
    return text


def code_point(escape: str) -> str:
    r"""The character of `\xE9`, `\u00e9`, `\U0001F600`, or of a pair of surrogates.

    >>> code_point(r"\u00e9"), code_point(r"\ud83d\ude00")
    ('é', '😀')
    """
    if _HIGH.fullmatch(escape):
        high, low = int(escape[2:6], 16), int(escape[8:], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    number = int(escape[2:], 16)
    return chr(number) if number <= 0x10FFFF else escape
