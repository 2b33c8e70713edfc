"""Which characters a text has, asked at the speed of bytes.

>>> repertoire = Repertoire("Grüße\\n")
>>> repertoire.has("\\n"), repertoire.has("a-fß"), repertoire.has("Ω")
(True, True, False)
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache, cached_property

from textproof.byte_classes import find
from textproof.character_rows import Rows

ASCII = bytes(range(128))
_BEYOND_ASCII = bytes(range(128, 256))

EAST_ASIAN_LEADS = bytes(range(0xE3, 0xEE))
"""What the Han characters up to U+9FFF, kana and Hangul syllables begin with in UTF-8."""

SUPPLEMENTARY_LEADS = frozenset(range(0xF0, 0xF5))
"""What the characters beyond U+FFFF begin with in UTF-8."""

USUAL = b"\t\n" + bytes(range(0x20, 0x7F)) + bytes(range(0x80, 0xF0))
"""The bytes of UTF-8 that texts are made of. To delete them takes half as long as to delete ASCII:
hardly a byte is left to be copied."""

HIGHER_NONCHARACTER = rb"\xbf[\xbe\xbf](?<=[\xf0-\xf4][\x8f\x9f\xaf\xbf]\xbf.)"
"""A noncharacter beyond U+FFFF in UTF-8."""

LARGE = 50_000
"""Bytes of a text from which on it pays to look for characters by their rows: less is searched in
a quarter of a millisecond, and the patterns for it take as long."""

MOSTLY_ASCII = 1.7
"""Bytes a character in UTF-8 up to which it pays to take the ASCII characters out first."""


def in_context(classes: tuple[str, ...], text: str) -> Set[str]:
    """Each of some characters in a text, given as the insides of classes, between the two that
    stand beside it: line ends, where the text begins or ends."""
    return set(_between(classes).findall(f"\n{text}\n"))


class Repertoire:
    """The characters of a text. ``data`` is the text in UTF-8, where it is at hand."""

    def __init__(self, text: str, data: bytes | None = None) -> None:
        self._text = text
        self._data = data if data is not None else text.encode("utf-8", "surrogatepass")
        self._in_context: dict[str, Set[str]] = {}

    @property
    def utf8(self) -> bytes:
        """The text in UTF-8, surrogates too."""
        return self._data

    @property
    def _is_ascii(self) -> bool:
        return len(self._data) == len(self._text)

    @cached_property
    def unusual(self) -> frozenset[int]:
        """The bytes of the text that are not `USUAL`: control characters, and those that begin a
        character beyond U+FFFF.

        >>> sorted(Repertoire("\\r\\n😀").unusual)
        [13, 240]
        """
        return frozenset(self._data.translate(None, USUAL))

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
    def rows(self) -> Rows | None:
        """The characters by their rows, where the text is large and mostly beyond ASCII."""
        if len(self._data) < LARGE or len(self._data) <= MOSTLY_ASCII * len(self._text):
            return None
        return Rows(self._text, self._data)

    def all_of(self, characters: str) -> set[str]:
        """Those of some characters beyond ASCII, given one by one or in ranges, that it has.

        >>> sorted(Repertoire("naïve Größe").all_of("à-ÿΩ"))
        ['ï', 'ö']
        """
        if self._is_ascii:
            return set()
        if self.rows:
            return self.rows.all_of(characters)
        _, _, pattern = _compiled(characters)
        return set(pattern.findall(self.beyond_ascii)) if pattern else set()

    @cached_property
    def in_ascii(self) -> str:
        """The characters of ASCII, in the order of the text: words of ASCII are looked for here,
        where a text in another script has little. What is found may have had others between."""
        if self._is_ascii:
            return self._text
        return self._data.translate(None, _BEYOND_ASCII).decode("ascii")

    def in_context(self, *classes: str) -> Set[str]:
        """Each of some characters, given as the insides of classes, between the two that stand
        beside it. They are remembered: who asks later for one of the classes is given all.

        >>> sorted(Repertoire("naïve").in_context("ï", "n"))
        ['\\nna', 'aïv']
        """
        if classes[0] not in self._in_context:
            found = in_context(classes, self._text)
            self._in_context.update(dict.fromkeys(classes, found))
        return self._in_context[classes[0]]

    def has(self, characters: str) -> bool:
        """Whether the text has one of some characters, given as the inside of a class."""
        return bool(self.one_of(characters))

    def one_of(self, characters: str) -> str:
        """One of some characters that the text has, or nothing where it has none.

        >>> Repertoire("naïve").one_of("à-ÿ"), Repertoire("naive").one_of("à-ÿ")
        ('ï', '')
        """
        unusual, in_ascii, pattern = _compiled(characters)
        if pattern is None:
            return ""
        if not unusual.isdisjoint(self.unusual):
            return chr(min(unusual & self.unusual))
        found = "" if self._is_ascii else find(characters, self._data)
        taken_out = in_ascii
        if found is None and self.rows:
            found = self.rows.one_of(characters)
        if found is None:
            beyond = self.beyond_ascii
            match = pattern.search(beyond)
            found = match[0] if match else ""
            taken_out = in_ascii if beyond is not self._text else b""
        if not found and taken_out and len(self._data.translate(None, taken_out)) < len(self._data):
            return next(chr(code) for code in taken_out if code in self._data)
        return found

    @cached_property
    def may_be_east_asian(self) -> bool:
        """Whether there may be a Han character, a kana or a Hangul syllable: a byte is looked for
        that one of them begins with."""
        return not self._is_ascii and any(lead in self._data for lead in EAST_ASIAN_LEADS)

    @property
    def reaches_noncharacters(self) -> bool:
        """Whether there is one of the two noncharacters at the end of a plane but the first."""
        if self._is_ascii:
            return False
        has_supplementary = not SUPPLEMENTARY_LEADS.isdisjoint(self.unusual)
        return has_supplementary and re.search(HIGHER_NONCHARACTER, self._data) is not None

    @property
    def reaches_hidden_plane(self) -> bool:
        """Whether there is a character from U+E0000 to U+E0FFF: tag characters, the 240 further
        variation selectors, and what is not assigned yet but invisible already."""
        return 0xF3 in self.unusual and b"\xf3\xa0" in self._data

    @property
    def reaches_compatibility_plane(self) -> bool:
        """Whether there is a character from U+2F000 to U+2FFFF: ideographs for compatibility."""
        return 0xF0 in self.unusual and b"\xf0\xaf" in self._data


@cache
def _between(classes: tuple[str, ...]) -> re.Pattern[str]:
    # what is searched for is the class, since it is skipped to faster than to what is before it
    return re.compile(f"[{''.join(classes)}](?<=(?=(...))..)", re.DOTALL)


@cache
def _compiled(characters: str) -> tuple[frozenset[int], bytes, re.Pattern[str] | None]:
    """The characters of ASCII among some, those apart that are unusual, and a pattern for all."""
    if not characters:
        return frozenset(), b"", None
    pattern = re.compile(f"[{characters}]")
    in_ascii = [code for code in ASCII if pattern.match(chr(code))]
    unusual = frozenset(in_ascii).difference(USUAL)
    return unusual, bytes(code for code in in_ascii if code not in unusual), pattern
