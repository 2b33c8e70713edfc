"""Words with letters of two alphabets, found at the speed of bytes.

An alphabet is a script whose letters pass for another's: Latin, Greek, Cyrillic, Armenian,
Cherokee, Lisu. Han, kana, Hangul, Arabic, Thai and the like beside Latin are seen at a glance, and
no part of a word here. A word ends at a digit, an underscore, a hyphen and an apostrophe.

>>> [word.text for word in mixed_words("Это Hастройка, a CPU-кэш, iPhone’ов и раypal.")]
['Hастройка', 'раypal']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from textproof.scripts import script_of
from textproof.view import View

OTHER_ALPHABETS = (
    "\u0370-\u0587\u13a0-\u13fd\u1c80-\u1c8a\u1f00-\u1fff\ua4d0-\ua4f7\ua640-\ua69b\uab70-\uabbf"
)
"""The letters of the alphabets but Latin, for a character class."""

LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff"
LETTERS = f"{LATIN}{OTHER_ALPHABETS}\u0300-\u036f"
"""The letters of the alphabets and the marks on them."""

CHUNK = 65_536
"""Bytes that are looked at together. In most of a text in Latin letters there are no others."""

_LONGEST = 4
"""Bytes of the longest character in UTF-8: a chunk is looked at together with the next one."""

_KINDS = {"Grek": b"\xcd\xce\xcf", "Cyrl": b"\xd0\xd1\xd2\xd3", "Armn": b"\xd4\xd5\xd6"}
"""The bytes that the letters of two bytes in UTF-8 begin with; with Armenian is more Cyrillic."""

_FAR = b"\xe1\xea"
"""The bytes that the rarer letters begin with, each that of several scripts."""

_CONTINUED = bytes(range(0x80, 0xC0))
"""The bytes that do not begin a character in UTF-8. Without them a character is one byte."""

_FIRST, _SECOND = 0b100001, 0b010010
"""The bits of letters of one kind and of another, ASCII letters being of the first: the bit above
one of a letter is one of the other kind, and of no letter of its own kind."""

_BEFORE_SECOND, _BEFORE_FIRST = 0b000001, 0b010000
"""The bits of a letter that are left where one of the other kind follows."""


class MixedWord(NamedTuple):
    """A word of letters of several alphabets, with its place in the text."""

    start: int
    end: int
    text: str

    @property
    def scripts(self) -> tuple[str, ...]:
        """Its scripts, in the order of the word."""
        return tuple(dict.fromkeys(filter(None, map(script_of, self.text))))

    @property
    def runs(self) -> list[tuple[str, str]]:
        """Its runs of one script, each with the script."""
        found: list[tuple[str, str]] = []
        for char in self.text:
            script = script_of(char)
            if found and script in ("", found[-1][0]):
                found[-1] = (found[-1][0], found[-1][1] + char)
            else:
                found.append((script, char))
        return found


@cache
def _word() -> re.Pattern[str]:
    return re.compile(f"[{LETTERS}]+")


def mixed_words(text: str, utf8: bytes | None = None) -> Iterator[MixedWord]:
    """The words of a text that mix alphabets, in order; ``utf8`` is the text, if at hand."""
    word = _word()
    end = 0
    data = text.encode("utf-8", "surrogatepass") if utf8 is None else utf8
    for place in sorted({*_near(data), *_far(text, data)}):
        if place < end:
            continue
        start = place
        while start > end and word.match(text, start - 1, start):
            start -= 1
        match = word.match(text, start)
        if match and match.end() > place:
            end = match.end()
            found = MixedWord(start, end, match[0])
            if len(found.scripts) > 1 and not _is_lost(text, start, end):
                yield found


def mixed_words_in(view: View) -> Iterator[MixedWord]:
    """The words of a view that mix alphabets."""
    return (word for word in mixed_words(view.text) if not _is_parted(word, view))


def _is_parted(word: MixedWord, view: View) -> bool:
    """Whether something stands in the source, such as a tag, wherever the alphabet of a word
    changes, so that there are several words: `<b>Λογότυπο</b><b>A</b>`."""
    lengths = accumulate(len(run) for _, run in word.runs[:-1])
    changes = [word.start + length for length in lengths]
    return all(view.source_span(at - 1, at)[1] < view.source_span(at, at + 1)[0] for at in changes)


def _is_lost(text: str, start: int, end: int) -> bool:
    """Whether a word stands right at bytes that did not decode, so that its letters are chance."""
    return any(
        char == "\ufffd" or "\udc80" <= char <= "\udcff"
        for char in text[max(start - 1, 0) : start] + text[end : end + 1]
    )


def _near(data: bytes) -> Iterator[int]:
    """Where in a text, given in UTF-8, a letter of one or two bytes stands beside one of another
    alphabet."""
    present = [leads for leads in _KINDS.values() if any(lead in data for lead in leads)]
    for index, leads in enumerate(present):
        table = _table(leads, b"".join(present[:index]))
        counted, passed = 0, 0
        for start in range(0, len(data), CHUNK):
            chunk = data[start : start + CHUNK + _LONGEST]
            if not any(lead in chunk for lead in leads):
                continue
            found = _adjacent(chunk.translate(table, _CONTINUED))
            if found:
                passed += len(data[counted:start].translate(None, _CONTINUED))
                counted = start
                yield from (passed + place for place in found)


@cache
def _table(leads: bytes, others: bytes) -> bytes:
    """The bit of what each byte begins: Latin letters and those that begin with ``others`` are one
    kind."""
    bits = bytearray(256)
    for byte in range(256):
        if byte in leads:
            bits[byte] = _SECOND
        elif chr(byte).isalpha() if byte < 0x80 else 0xC3 <= byte <= 0xCA or byte in others:
            bits[byte] = _FIRST
    return bytes(bits)


def _adjacent(bits: bytes) -> list[int]:
    """Where a letter of one kind stands right before one of another, given the bits of characters.

    All of them are one number, and a shift of it brings over each the bits of what follows.
    """
    number = int.from_bytes(bits, "little")
    number &= number >> 9  # a byte, and one bit
    if not number:
        return []
    left = number.to_bytes(len(bits), "little")
    return sorted(x for bit in (_BEFORE_SECOND, _BEFORE_FIRST) for x in _places(left, bit))


def _places(data: bytes, byte: int) -> Iterator[int]:
    """Where a byte stands, at the speed of memory."""
    place = data.find(byte)
    while place >= 0:
        yield place
        place = data.find(byte, place + 1)


def _far(text: str, data: bytes) -> Iterator[int]:
    """Where a letter of three bytes stands beside one of another alphabet."""
    for lead in _FAR:
        if lead not in data:
            continue
        pairs = _far_pairs()
        for start in range(0, len(data), CHUNK):
            chunk = data[start : start + CHUNK + 6]
            if lead in chunk and pairs.search(chunk.decode("utf-8", "ignore")):
                return (match.start() for match in pairs.finditer(text))
    return iter(())


@cache
def _far_pairs() -> re.Pattern[str]:
    greek, cyrillic, armenian = "\u0370-\u03ff", "\u0400-\u052f", "\u0531-\u0587"
    pairs = (
        ("\u1f00-\u1fff", f"{LATIN}{cyrillic}{armenian}"),
        ("\u1c80-\u1c8a\ua640-\ua69b", f"{LATIN}{greek}{armenian}"),
        ("\u13a0-\u13fd\ua4d0-\ua4f7\uab70-\uabbf", f"{LATIN}{greek}{cyrillic}{armenian}"),
        ("\u1e00-\u1eff", f"{greek}{cyrillic}{armenian}"),
    )
    far = "".join(letters for letters, _ in pairs)
    beside = "|".join(
        f"(?<=[{others}][{letters}])|(?<=[{letters}])(?=[{others}])" for letters, others in pairs
    )
    # what is searched for is a class, since it is skipped to faster than to what looks around
    return re.compile(f"[{far}](?:{beside})")
