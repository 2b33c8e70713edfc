"""Which characters a text has, asked at the speed of bytes.

>>> repertoire = Repertoire("Grüße\\n")
>>> repertoire.has("\\n"), repertoire.has("a-fß"), repertoire.has("Ω")
(True, True, False)
"""

from __future__ import annotations

import re
from functools import cache, cached_property

from textproof.byte_classes import find

ASCII = bytes(range(128))
_BEYOND_ASCII = bytes(range(128, 256))

EAST_ASIAN_LEADS = bytes(range(0xE3, 0xEE))
"""What the Han characters up to U+9FFF, kana and Hangul syllables begin with in UTF-8."""

SUPPLEMENTARY_LEADS = bytes(range(0xF0, 0xF5))
"""What the characters beyond U+FFFF begin with in UTF-8."""

HIGHER_NONCHARACTER = rb"\xbf[\xbe\xbf](?<=[\xf0-\xf4][\x8f\x9f\xaf\xbf]\xbf.)"
"""A noncharacter beyond U+FFFF in UTF-8."""

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

    @property
    def _is_ascii(self) -> bool:
        return len(self._data) == len(self._text)

    @cached_property
    def beyond_ascii(self) -> str:
        """The characters outside ASCII, in the order of the text.

        A text that is mostly of such characters is given whole: it is searched as fast.
        """
        if self._is_ascii:
            return ""
        if len(self._data) > MOSTLY_ASCII * len(self._text):
            return self._text
        return self._data.translate(None, ASCII).decode("utf-8", "surrogatepass")

    @cached_property
    def in_ascii(self) -> str:
        """The characters of ASCII, in the order of the text: words of ASCII are looked for here,
        where a text in another script has little. What is found may have had others between."""
        if self._is_ascii:
            return self._text
        return self._data.translate(None, _BEYOND_ASCII).decode("ascii")

    def has(self, characters: str) -> bool:
        """Whether the text has one of some characters, given as the inside of a class."""
        return bool(self.one_of(characters))

    def one_of(self, characters: str) -> str:
        """One of some characters that the text has, or nothing where it has none.

        >>> Repertoire("naïve").one_of("à-ÿ"), Repertoire("naive").one_of("à-ÿ")
        ('ï', '')
        """
        in_ascii, pattern = _compiled(characters)
        if pattern is None:
            return ""
        found = "" if self._is_ascii else find(characters, self._data)
        taken_out = in_ascii
        if found is None:
            beyond = self.beyond_ascii
            match = pattern.search(beyond)
            found = match[0] if match else ""
            taken_out = in_ascii if beyond is not self._text else b""
        if not found and taken_out and len(self._data.translate(None, taken_out)) < len(self._data):
            return next(chr(code) for code in taken_out if code in self._data)
        return found

    @property
    def may_be_east_asian(self) -> bool:
        """Whether there may be a Han character, a kana or a Hangul syllable: a byte is looked for
        that one of them begins with."""
        return not self._is_ascii and any(lead in self._data for lead in EAST_ASIAN_LEADS)

    @property
    def reaches_noncharacters(self) -> bool:
        """Whether there is one of the two noncharacters at the end of a plane but the first."""
        if self._is_ascii:
            return False
        has_supplementary = any(lead in self._data for lead in SUPPLEMENTARY_LEADS)
        return has_supplementary and re.search(HIGHER_NONCHARACTER, self._data) is not None

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
