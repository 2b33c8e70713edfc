"""Whether bytes that are no UTF-8 are UTF-8 with damage, or a text in a legacy encoding.

Every detector calls a UTF-8 document with one bad byte a legacy encoding. What tells them apart is
the share of bad bytes among those outside ASCII: half and more in legacy texts (smallest of 4,428:
0.52), few in damaged ones. Where a text has few characters outside ASCII the share says nothing,
and it is asked whether the characters that do decode are ones that a writer would put there: by
chance, legacy bytes decode to `Ԡ` or `ǡ`, not to the `ü` of `für` (`benchmarks/encoding`).

>>> judge("Ein Grüß Gott aus München. Das caf".encode() + b"\\xe9 ist zu.").damaged
True
>>> judge("Ein Grüß Gott aus München. Das café ist zu.".encode("cp1252")).damaged
False
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from textproof.lazy import compiled
from textproof.plausibility import is_plausible, is_spelling

LEGACY_SHARE, LEGACY_SHARE_OF_FEW = 0.3, 0.45
"""Bad bytes among the non-ASCII bytes of a document from which on it may be legacy; the second
where there are fewer than `FEW_RUNS` runs of them."""

FEW_RUNS = 5

BAD_RUNS_TO_A_GOOD = 12
"""Bad runs that one plausible character outweighs: a line in another encoding has so many."""

FEW = 65_536
"""Bytes up to which a text with a single character outside ASCII can be legacy. In a longer one
that byte is an accident, and its place is what a person must know."""

FEWEST_LINES, FEWEST_BEYOND, EXPECTED = 14, 8, 150
"""Lines of a text, and bytes beyond ASCII in one of them, from which on the others should have some
too: as many as this, if they were written like it."""

SHORT = 200
"""Bytes of a text from which on no verdict was wrong (`benchmarks/encoding --part separator`)."""

OF_FEW = 0.2
"""The same share, of few, from which on the characters that do decode must be plausible."""

_OVERLONG = compiled(b"\xc0[\x80\xaf]")
"""NUL and the slash in two bytes: what Java writes, and what attacks a path."""

_SURROGATE_PAIR = compiled(b"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
_BAD = compiled("[\udc80-\udcff]+")
_GOOD = compiled(
    "(?<![\udc80-\udcff])([^\udc80-\udcff]?)([^\0-\x7f\udc80-\udcff]+)(?=([\0-\x7f]|$))", re.DOTALL
)
"""Characters outside ASCII with their neighbours, next to no bad byte."""

NO_BREAK_SPACE = b"\xa0"
"""In the encodings of Windows and of ISO, between two words; in UTF-8 half of it or of an `à`."""

_USUAL_LEADS = (b"\xc2", b"\xc3", b"\xc4", b"\xc5")
"""How nearly all characters of Latin script begin in UTF-8. As letters they are capitals."""

_LATIN_NAMES = ("LATIN ", "MODIFIER LETTER ")
_LETTER_CODECS = (
    "cp1252 cp1250 cp1254 cp1257 iso8859-2 cp850 cp852 cp775 mac-roman mac-latin2".split()
)
"""Encodings in which Latin text may have a letter or two outside ASCII."""

_BEGUN = compiled(b"[\xc2-\xf4]|[\xe0-\xf4][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{2}")
_FORM_OF_UTF8 = compiled(
    b"[\xc2-\xf4]|[\xe0-\xf4][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{2}|[\x80-\xbf]{1,3}"
)
"""A character that lost its end or its beginning."""


_LETTER = compiled(b"[A-Za-z]")
_JOINER = compiled("[\u200c\u200d]")
_ARMENIAN = compiled("[\u0531-\u058a]{3,}")

UNLIKELY_LEADS = range(0xC6, 0xCC)
"""Bytes that begin letters in UTF-8 that no text has one of: those of phonetics, and rare Latin."""

HAN_LEADS = range(0xE3, 0xEE)
"""Bytes that begin the Han characters, kana and Hangul syllables, which stand in no Latin word."""


class Judgement(NamedTuple):
    """Whether bytes are damaged UTF-8, and whether that is beyond doubt."""

    damaged: bool
    sure: bool = True


def judge(data: bytes) -> Judgement:
    """Whether bytes that do not decode as UTF-8 are nevertheless meant as UTF-8. Of a short text
    that has much of both, it is not sure.

    >>> judge(b"{}\\xa4\\xe5\\xbc\\x81\\n" * 6)  # in Johab, or 弁 behind a stray byte
    Judgement(damaged=True, sure=False)
    """
    judgement = _judged(data)
    if len(data) >= SHORT or not judgement.sure:
        return judgement
    rest = _OVERLONG.sub(b"", _SURROGATE_PAIR.sub(b"", data))
    text = rest.decode("utf-8", "surrogateescape")
    bad = sum(map(len, _BAD.findall(text)))
    beyond_ascii = sum(byte > 0x7F for byte in rest)
    mixed = bad >= OF_FEW * beyond_ascii and (judgement.damaged or _has_words(text, 1))
    return judgement._replace(sure=not mixed)


def _judged(data: bytes) -> Judgement:
    data = _SURROGATE_PAIR.sub(b"", data)  # only a UTF-8 writer that knows UTF-16 makes these
    without = _OVERLONG.sub(b"", data)
    if not without.isascii() and _is_utf8(without):
        return Judgement(True)
    text = data.decode("utf-8", "surrogateescape")
    bad = len(text) - len(text.encode("utf-8", "ignore").decode("utf-8"))
    beyond_ascii = len(data) - len(data.decode("ascii", "ignore"))
    runs = _BAD.findall(text)
    share = LEGACY_SHARE if len(runs) >= FEW_RUNS else LEGACY_SHARE_OF_FEW
    if bad < share * beyond_ascii or not bad:
        few = bad >= OF_FEW * beyond_ascii and 0 < len(runs) < FEW_RUNS
        by_chance = few and not _has_words(_BAD.sub(" ", text), 1)
        return Judgement(not by_chance, sure=not by_chance)
    if _is_one_line(data):
        return Judgement(True, sure=False)
    if bad == beyond_ascii:
        if len(runs) > 1:
            return Judgement(False)
        return Judgement(len(data) > FEW or not _is_a_letter(text), sure=len(data) > FEW)
    if len(runs) == 1 and text.endswith(runs[0]) and _BEGUN.fullmatch(_bytes(runs[0])):
        return Judgement(True)
    lines = text.splitlines()
    clean = [line for line in lines if not _BAD.search(line)]
    bad_lines = len(lines) - len(clean)
    enough = max(bad_lines, len(runs) / BAD_RUNS_TO_A_GOOD)
    if _has_words("\n".join(clean), bad_lines) or _has_words(text, enough):
        return Judgement(True)
    return Judgement(False, sure=not _has_words(text, max(enough / 3, 1)))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_one_line(data: bytes) -> bool:
    """Whether what is beyond ASCII is dense in one line, and none of it in many others: a line that
    came from elsewhere, in a text in ASCII."""
    lines = [line for line in data.splitlines() if line.strip()]
    foreign = [line for line in lines if not line.isascii()]
    if len(foreign) != 1 or len(lines) < FEWEST_LINES:
        return False
    beyond = len(foreign[0]) - len(foreign[0].decode("ascii", "ignore"))
    words = foreign[0].split()
    own = sum(len(_LETTER.findall(word)) for word in words if word.isascii())
    if own > beyond and not any(_LETTER.search(word) for word in words if not word.isascii()):
        return False  # words in another script among those of the text: a comment behind a command
    expected = beyond / len(foreign[0]) * sum(len(line) for line in lines if line.isascii())
    return beyond >= FEWEST_BEYOND and expected >= EXPECTED


def _bytes(run: str) -> bytes:
    return run.encode("utf-8", "surrogateescape")


def _has_words(text: str, enough: float) -> bool:
    """Whether enough different characters outside ASCII are ones that a writer would put there."""
    plausible = 0
    for before, characters, after in dict.fromkeys(_GOOD.findall(_JOINER.sub("", text))):
        if _ARMENIAN.fullmatch(characters):
            plausible += 1
            continue
        plausible += _is_latin(before, characters, after) or is_plausible(before, characters, after)
        if plausible >= enough:
            return True
    return False


def _is_latin(before: str, letters: str, after: str) -> bool:
    """Whether Latin letters stand beside an ASCII letter, as in the word of some language."""
    beside = (before + after).isascii() and (before.isalpha() or after.isalpha())
    fits = not (before.islower() and letters[0].isupper())
    return beside and fits and all(map(_is_usual_latin, letters))


def _is_usual_latin(char: str) -> bool:
    """Whether a letter is one of living languages. Those of U+0180 to U+024F come by chance."""
    usual = not "\u0180" <= char <= "\u024f" or char in "ƠơƯưȘșȚț"
    return usual and unicodedata.name(char, "").startswith(_LATIN_NAMES)


def _is_a_letter(text: str) -> bool:
    """Whether the only bytes outside ASCII are what a writer of a legacy encoding would put there:
    a letter of a Latin word, or a word of another script.

    An apostrophe of windows-1252 is none: it would be one of many, and its place is what counts.
    """
    match = _BAD.search(text)
    assert match
    data = _bytes(match[0])
    before, after = text[: match.start()][-1:], text[match.end() :][:1]
    if data == NO_BREAK_SPACE and not before.isspace() and not after.isspace():
        return True
    if data in (b"\x92", b"\xff") or (not after and data in (*_USUAL_LEADS, b"\xe2")):
        return False
    if data[0] in UNLIKELY_LEADS and _is_mark_of_macs(before, data, after):
        return True
    in_a_word = before.isascii() and before.isalpha() and after.isascii() and after.isalpha()
    latin = in_a_word and len(data) == 2 and data[0] in HAN_LEADS
    if len(data) > 2 or (len(data) == 2 and _BEGUN.fullmatch(data) and not latin):
        return not _FORM_OF_UTF8.fullmatch(data)
    meant = [data.decode(codec, "replace") for codec in _LETTER_CODECS]
    if data in _USUAL_LEADS:
        all_capitals = before.isupper() and not after.islower()
        meant = [char for char in meant if char.islower() or all_capitals]
    return any(is_spelling(before, letters, after) for letters in meant)


def _is_mark_of_macs(before: str, data: bytes, after: str) -> bool:
    """Whether a byte is the ellipsis of Mac Roman behind a word, or its no-break space between."""
    mark = data.decode("mac-roman")
    if mark == "…":
        return before.isalnum() and not after.isalnum()
    return mark == "\xa0" and before.isalnum() and after.isalnum()
