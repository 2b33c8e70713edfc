"""Text that is hidden in invisible characters, and what it says.

Three ways are known: tag characters, which mirror ASCII at U+E0000; variation selectors, of which
there are 256, one for each byte; and bits in two kinds of zero-width characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from textproof.lazy import compiled

_HIDDEN = compiled(
    "(?P<tags>[\U000e0000-\U000e007f]+)"
    "|(?P<selectors>[\ufe00-\ufe0f\U000e0100-\U000e01ef]{3,})"
    "|(?P<bits>[\u200b-\u200d\u2060-\u2064\ufeff]{16,})"
    "|(?P<unassigned>[\U000e0080-\U000e00ff\U000e01f0-\U000e0fff]+)"
)
"""Three selectors are one more than a character can have; sixteen bits are two letters."""

_FLAG = compiled("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")
"""The flag of a region: a black flag, the code of its subdivision (CLDR: two letters and up to four
letters or digits) in tag characters, and the one that ends it (UTS #51)."""


class Hidden(NamedTuple):
    """A stretch of invisible characters that hides something; ``says`` is empty where it cannot be
    told."""

    start: int
    end: int
    carrier: str
    says: str


def find_hidden(text: str) -> Iterator[Hidden]:
    """What is hidden in a text.

    >>> [h.says for h in find_hidden("Hi" + "".join(chr(0xE0000 + ord(c)) for c in "you"))]
    ['you']
    """
    for match in _HIDDEN.finditer(text):
        chars, kind = match[0], match.lastgroup
        if kind == "tags":
            if not _FLAG.fullmatch(text[max(match.start() - 1, 0) : match.end()]):
                says = "".join(chr(ord(char) - 0xE0000) for char in chars)
                yield Hidden(*match.span(), "tag characters", printable(says))
        elif kind == "selectors":
            if set(chars) - {"\ufe0e", "\ufe0f"}:
                says = bytes(map(_byte, chars)).decode("utf-8", "replace")
                yield Hidden(*match.span(), "variation selectors", printable(says))
        elif kind == "unassigned":
            yield Hidden(*match.span(), "unassigned invisible characters", "")
        elif says := _bits(chars):
            yield Hidden(*match.span(), "zero-width characters", says)


def printable(text: str) -> str:
    """A text without what does not print.

    >>> printable("a\\0b\\ufffd")
    'ab'
    """
    return "".join(char for char in text if char.isprintable() and char != "\ufffd")


def _byte(selector: str) -> int:
    code = ord(selector)
    return code - 0xFE00 if code < 0xE0000 else code - 0xE0100 + 16


def _bits(chars: str) -> str:
    """The ASCII that two kinds of characters spell as bits; empty where they spell none."""
    kinds = sorted(set(chars))
    if len(kinds) != 2 or len(chars) % 8:
        return ""
    for one in kinds:
        bits = "".join("1" if char == one else "0" for char in chars)
        data = bytes(int(bits[i : i + 8], 2) for i in range(0, len(bits), 8))
        if data.isascii() and (says := data.decode()).isprintable():
            return says
    return ""
