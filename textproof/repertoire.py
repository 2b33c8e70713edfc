"""Which characters a text has, asked at the speed of bytes.

>>> repertoire = Repertoire("Grüße\\n")
>>> repertoire.has("\\n"), repertoire.has("a-fß"), repertoire.has("Ω")
(True, True, False)
"""

from __future__ import annotations

import re
from functools import cache, cached_property

ASCII = bytes(range(128))

EAST_ASIAN_LEADS = bytes(range(0xE3, 0xEE))
"""What the Han characters up to U+9FFF, kana and Hangul syllables begin with in UTF-8."""

MOSTLY_ASCII = 1.7
"""Bytes a character in UTF-8 up to which it pays to take the ASCII characters out first."""


class Repertoire:
    """The characters of a text. ``data`` is the text in UTF-8, where it is at hand."""

    def __init__(self, text: str, data: bytes | None = None) -> None:
        self._text = text
        self._data = data if data is not None else text.encode("utf-8", "surrogatepass")

    @property
    def utf8(self) -> bytes:
        """The text in UTF-8, surrogates too."""
        return self._data

    @cached_property
    def beyond_ascii(self) -> str:
        """The characters outside ASCII, in the order of the text.

        A text that is mostly of such characters is given whole: it is searched as fast.
        """
        if len(self._data) == len(self._text):
            return ""
        if len(self._data) > MOSTLY_ASCII * len(self._text):
            return self._text
        return self._data.translate(None, ASCII).decode("utf-8", "surrogatepass")

    @property
    def distinct(self) -> Repertoire:
        """The same characters, each of them once: where one of them is asked for after the other.

        >>> sorted(Repertoire("naïve и naïve").distinct.beyond_ascii)
        ['ï', 'и']
        """
        in_ascii = bytes(code for code in ASCII if code in self._data)
        return Repertoire("".join({*self.beyond_ascii, *in_ascii.decode()}))

    def has(self, characters: str) -> bool:
        """Whether the text has one of some characters, given as the inside of a class."""
        in_ascii, pattern = _compiled(characters)
        if pattern is None:
            return False
        beyond = self.beyond_ascii
        if pattern.search(beyond):
            return True
        taken_out = in_ascii if beyond is not self._text else b""
        return bool(taken_out) and len(self._data.translate(None, taken_out)) < len(self._data)

    @property
    def may_be_east_asian(self) -> bool:
        """Whether there may be a Han character, a kana or a Hangul syllable: a byte is looked for
        that one of them begins with."""
        return any(lead in self._data for lead in EAST_ASIAN_LEADS)

    @property
    def is_supplementary(self) -> bool:
        """Whether there is a character beyond U+FFFF, which UTF-16 writes as two."""
        beyond = self.beyond_ascii
        return len(beyond.encode("utf-16-le", "surrogatepass")) > 2 * len(beyond)

    @property
    def reaches_hidden_plane(self) -> bool:
        """Whether there is a character from U+E0000 to U+E0FFF: tag characters, the 240 further
        variation selectors, and what is not assigned yet but invisible already."""
        return self._has_pair(b"\xf3", b"\xa0")

    @property
    def reaches_compatibility_plane(self) -> bool:
        """Whether there is a character from U+2F000 to U+2FFFF: ideographs for compatibility."""
        return self._has_pair(b"\xf0", b"\xaf")

    def _has_pair(self, first: bytes, second: bytes) -> bool:
        """Whether a byte is followed by another; a single byte is looked for much faster."""
        return first in self._data and first + second in self._data


@cache
def _compiled(characters: str) -> tuple[bytes, re.Pattern[str] | None]:
    """The characters of ASCII among some, and a pattern for all of them."""
    if not characters:
        return b"", None
    pattern = re.compile(f"[{characters}]")
    return bytes(code for code in ASCII if pattern.match(chr(code))), pattern
