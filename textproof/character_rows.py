"""Which of some characters a large text has that is mostly beyond ASCII, as in Russian or Chinese.

A class of characters is asked of every character of a text, which takes five milliseconds a
megabyte. Here only those are looked for that may be there: whose first byte in UTF-8 is in the
text, or, where it is that of every other character, those in whose row of 256 code points the text
has some. Each of these few is then looked for by itself, at the speed of memory.

>>> text = "Съешь ещё этих мягких французских булок, № 5. " * 99
>>> rows = Rows(text, text.encode())
>>> rows.one_of("Ђђ°№"), rows.one_of("Ђђ\\ue000-\\uf8ff"), sorted(rows.all_of("Ђ№ё"))
('№', '', ['ё', '№'])
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple

from textproof.byte_classes import by_leads, find_pattern, matches

SAMPLE = 2_048
"""Bytes at the start and in the middle of a text, by which it is told which ones it is full of."""

FREQUENT = 0.02
"""Share of a byte in the sample from which on each place of it costs more than the way between."""

FEW = 24
"""Characters that are looked for one by one: each costs as much as a twentieth of a class."""

BEYOND = 0xF0
"""What the characters of the further planes begin with, which have rows of their own."""


class Part(NamedTuple):
    """Some characters that begin with the same byte in UTF-8, as ranges of code points."""

    lead: int
    ranges: tuple[tuple[int, int], ...]

    @property
    def inside(self) -> str:
        """The inside of a class for them."""
        return "".join(f"{chr(first)}-{chr(last)}" for first, last in self.ranges)


@cache
def parts_of(characters: str) -> tuple[Part, ...] | None:
    """The parts of some characters beyond ASCII, given as the inside of a class; None where they
    are not given one by one or in ranges."""
    if characters.startswith("^") or "\\" in characters:
        return None
    return tuple(Part(lead, tuple(ranges)) for lead, ranges in by_leads(characters).items())


@cache
def _bytes_of(part: Part) -> re.Pattern[bytes]:
    return find_pattern(part.lead, part.ranges)


@cache
def _class_of(characters: str) -> re.Pattern[str]:
    return re.compile(f"[{characters}]")


class Rows:
    """The characters of a text, asked by their first bytes and by their rows."""

    def __init__(self, text: str, data: bytes) -> None:
        """``data`` is the text in UTF-8."""
        self._text = text
        self._data = data
        middle = len(data) // 2
        sample = data[:SAMPLE] + data[middle : middle + SAMPLE]
        limit = FREQUENT * len(sample)
        self._frequent = {byte for byte in set(sample) if sample.count(byte) > limit}
        self._known: dict[Part, str] = {}

    @cached_property
    def _high(self) -> bytes:
        """The rows of the characters."""
        return self._text.encode("utf-16-le", "surrogatepass")[1::2]

    def one_of(self, characters: str) -> str | None:
        """One of some characters beyond ASCII that the text has, nothing where it has none; None
        where they are not given one by one or in ranges, or are too many of those that it has."""
        parts = parts_of(characters)
        if parts is None or sum(map(self._is_costly, parts)) > 1:
            return None
        return next(filter(None, map(self._one_of_part, parts)), "")

    def all_of(self, characters: str) -> set[str]:
        """Those of some characters beyond ASCII, one by one or in ranges, that the text has."""
        return {char for part in parts_of(characters) or () for char in self._all_of_part(part)}

    def _is_costly(self, part: Part) -> bool:
        """Whether it takes a search for a class to find some characters."""
        size = sum(last - first + 1 for first, last in part.ranges)
        return size > FEW and part.lead in self._frequent

    def _one_of_part(self, part: Part) -> str:
        if part not in self._known:
            self._known[part] = next(self._all_of_part(part), "")
        return self._known[part]

    def _all_of_part(self, part: Part) -> Iterator[str]:
        if part.lead not in self._data:
            return iter(())
        if part.lead >= BEYOND or part.lead not in self._frequent:
            found = matches(part.lead, _bytes_of(part), self._data)
            return (match[0].decode("utf-8", "surrogatepass") for match in found)
        chars = list(self._in_rows(part))
        if len(chars) <= FEW:
            return filter(self._text.__contains__, chars)
        return (match[0] for match in _class_of(part.inside).finditer(self._text))

    def _in_rows(self, part: Part) -> Iterator[str]:
        """The characters of a part in whose rows the text has some."""
        for first, last in part.ranges:
            for row in range(first >> 8, (last >> 8) + 1):
                if row in self._high:
                    yield from map(chr, range(max(first, row << 8), min(last, row << 8 | 255) + 1))
