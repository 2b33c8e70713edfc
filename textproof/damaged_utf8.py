"""Whether bytes that are no UTF-8 are UTF-8 with damage, or a text in a legacy encoding.

Every detector calls a UTF-8 document with one bad byte a legacy encoding. What tells them apart is
the share of bad bytes among those outside ASCII: half and more in legacy texts (smallest of 4,428:
0.52), few in damaged ones. Where a text has few characters outside ASCII the share says nothing,
and it is asked whether the characters that do decode are ones that a writer would put there: by
chance, legacy bytes decode to `Ԡ` or `ǡ`, not to the `ü` of `für` (`benchmarks/encoding`).

>>> is_damaged_utf8("Ein Grüß Gott aus München. Das caf".encode() + b"\\xe9 ist zu.")
True
>>> is_damaged_utf8("Ein Grüß Gott aus München. Das café ist zu.".encode("cp1252"))
False
"""

from __future__ import annotations

import re
import unicodedata

from textproof.plausibility import is_plausible, is_spelling

LEGACY_SHARE = 0.45
"""Bad bytes among the non-ASCII bytes of a document from which on it may be legacy."""

BAD_RUNS_TO_A_GOOD = 12
"""Bad runs that one plausible character outweighs: a line in another encoding has so many."""

FEW = 65_536
"""Bytes up to which a text with a single character outside ASCII can be legacy. In a longer one
that byte is an accident, and its place is what a person must know."""

_SURROGATE_PAIR = re.compile(b"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
_BAD = re.compile("[\udc80-\udcff]+")
_GOOD = re.compile(
    "(?<![\udc80-\udcff])([^\udc80-\udcff]?)([^\0-\x7f\udc80-\udcff]+)(?=([\0-\x7f]|$))", re.DOTALL
)
"""Characters outside ASCII with their neighbours, next to no bad byte."""

_USUAL_LEADS = (b"\xc2", b"\xc3", b"\xc4", b"\xc5")
"""How nearly all characters of Latin script begin in UTF-8. As letters they are capitals."""

_LATIN_NAMES = ("LATIN ", "MODIFIER LETTER ")
_LATIN = ("cp1252", "cp1250", "cp850", "cp852", "mac_roman", "mac_latin2")
"""Encodings in which Latin text may have a single character outside ASCII."""


def is_damaged_utf8(data: bytes) -> bool:
    """Whether bytes that do not decode as UTF-8 are nevertheless meant as UTF-8."""
    data = _SURROGATE_PAIR.sub(b"", data)  # only a UTF-8 writer that knows UTF-16 makes these
    text = data.decode("utf-8", "surrogateescape")
    bad = len(text) - len(text.encode("utf-8", "ignore").decode("utf-8"))
    beyond_ascii = len(data) - len(data.decode("ascii", "ignore"))
    if bad < LEGACY_SHARE * beyond_ascii:
        return True
    runs = _BAD.findall(text)
    if bad == beyond_ascii:
        return len(runs) == 1 and (len(data) > FEW or not _is_a_letter(text))
    bad_lines = sum(1 for line in text.splitlines() if _BAD.search(line))
    enough = max(bad_lines, len(runs) / BAD_RUNS_TO_A_GOOD)
    plausible = 0
    for before, characters, after in _GOOD.findall(text):
        plausible += _is_latin(before, characters, after) or is_plausible(before, characters, after)
        if plausible >= enough:
            return True
    return False


def _is_latin(before: str, letters: str, after: str) -> bool:
    """Whether Latin letters stand beside an ASCII letter, as in the word of some language."""
    beside = (before + after).isascii() and (before.isalpha() or after.isalpha())
    fits = not (before.islower() and letters[0].isupper())
    return (
        beside and fits and all(unicodedata.name(c, "").startswith(_LATIN_NAMES) for c in letters)
    )


def _is_a_letter(text: str) -> bool:
    """Whether the only bytes outside ASCII are one that a writer of Latin script would put there.

    An apostrophe of windows-1252 is none: it would be one of many, and its place is what counts.
    """
    match = _BAD.search(text)
    assert match
    data = match[0].encode("utf-8", "surrogateescape")
    before, after = text[: match.start()][-1:], text[match.end() :][:1]
    if data == b"\x92":
        return False
    meant = [data.decode(codec, "replace") for codec in _LATIN]
    if data in _USUAL_LEADS:
        meant = [char for char in meant if char.islower() or before.isupper()]
    return any(is_spelling(before, char, after) for char in meant)
