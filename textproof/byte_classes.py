"""A class of characters, looked for in UTF-8 by the few bytes that they begin with.

A class of characters is asked of every character of a text, which takes as long as to decode it
twice. Where the class begins with few bytes, such as that of the control characters, a pattern that
begins with each of them skips what is between.

>>> find("\\x80-\\x9f\\u2028", "Ende\\u2028".encode())
'\\u2028'
>>> find("\\x80-\\x9f\\u2028", "“Ende”".encode())
''
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

FEW = 5
"""Bytes that the characters begin with, up to which it pays to look for each of them."""

RARE = 2_000
"""Bytes of a text, of which one may begin a character of the class for each to be looked at by
itself: to look at one takes about as long as to search so many."""

AHEAD = 16
"""How many more than that there may be in the part of a text that was looked at."""

MOST = 4_000
"""Characters beyond ASCII of a class that is looked at; larger ones begin with many bytes."""


def find(characters: str, data: bytes) -> str | None:
    """One of some characters beyond ASCII, given as the inside of a class, that a text in UTF-8
    has; nothing where it has none, None where the class is not one of few bytes."""
    patterns = _patterns(characters)
    if patterns is None:
        return None
    for lead, pattern in patterns:
        match = _search(lead, pattern, data)
        if match:
            return match[0].decode("utf-8", "surrogatepass")
    return ""


def _search(lead: int, pattern: re.Pattern[bytes], data: bytes) -> re.Match[bytes] | None:
    """The first match of a pattern that begins with a byte."""
    return next(matches(lead, pattern, data), None)


def matches(lead: int, pattern: re.Pattern[bytes], data: bytes) -> Iterator[re.Match[bytes]]:
    """The matches of a pattern that begins with a byte; a rare byte is found much faster."""
    at, enough = data.find(lead), -AHEAD * RARE
    while at >= 0 and at > enough:
        match = pattern.match(data, at)
        if match:
            yield match
        at, enough = data.find(lead, at + 1), enough + RARE
    if at >= 0:
        yield from pattern.finditer(data, at)


@cache
def _patterns(characters: str) -> tuple[tuple[int, re.Pattern[bytes]], ...] | None:
    """The bytes that characters beyond ASCII begin with, each with a pattern for its characters."""
    ranges = list(_ranges(characters))
    size = sum(last - first + 1 for first, last in ranges)
    if characters.startswith("^") or "\\" in characters or size > MOST:
        return None
    leads = by_leads(characters)
    if len(leads) > FEW:
        return None
    return tuple((lead, find_pattern(lead, ranges)) for lead, ranges in leads.items())


def by_leads(characters: str) -> dict[int, list[tuple[int, int]]]:
    """The characters beyond ASCII in the inside of a class as ranges of code points, by the byte
    that they begin with in UTF-8.

    >>> by_leads("a-zß-àΩ")
    {195: [(223, 224)], 206: [(937, 937)]}
    """
    leads: dict[int, list[tuple[int, int]]] = {}
    for first, last in _ranges(characters):
        start = first
        while start <= last:
            lead = chr(start).encode("utf-8", "surrogatepass")[0]
            bits = 6 if lead < 0xE0 else 12 if lead < 0xF0 else 18
            end = min(last, start | ((1 << bits) - 1))
            leads.setdefault(lead, []).append((start, end))
            start = end + 1
    return leads


def find_pattern(lead: int, ranges: Iterable[tuple[int, int]]) -> re.Pattern[bytes]:
    """A pattern for characters, as ranges of code points, that begin with a byte in UTF-8."""
    endings: dict[bytes, bytes] = {}
    for middle, ending in _blocks(ranges):
        endings[middle[1:]] = endings.get(middle[1:], b"") + ending
    return re.compile(_pattern(lead, endings))


def _pattern(lead: int, endings: dict[bytes, bytes]) -> bytes:
    """A pattern for a byte, what may follow it, and the last bytes behind that."""
    first = re.escape(bytes([lead]))
    if b"" in endings:
        return first + b"[" + endings[b""] + b"]"
    seconds = b"".join(sorted({re.escape(middle[:1]) for middle in endings}))
    rest = (re.escape(middle) + b"[" + ending + b"]" for middle, ending in endings.items())
    return first + b"(?=[" + seconds + b"])(?:" + b"|".join(rest) + b")"


def _blocks(ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[bytes, bytes]]:
    """The characters beyond ASCII in UTF-8: all bytes but the last, and a range of last bytes."""
    for first, last in ranges:
        for start in range(max(first, 0x80) & ~63, last + 1, 64):
            low, high = max(first, start, 0x80), min(last, start + 63)
            begin = chr(low).encode("utf-8", "surrogatepass")
            end = chr(high).encode("utf-8", "surrogatepass")
            yield begin[:-1], begin[-1:] + b"-" + end[-1:]


def _ranges(characters: str) -> Iterator[tuple[int, int]]:
    """The first and the last character of each range beyond ASCII in the inside of a class."""
    for match in re.finditer("(?s)(.)-(.)|.", characters):
        first, last = (match[1], match[2]) if match[1] else (match[0], match[0])
        if last > "\x7f":
            yield max(ord(first), 0x80), ord(last)
