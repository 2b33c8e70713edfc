"""UTF-16 that no byte order mark announces, a whole document or what a program appended to one;
and whole documents in UTF-32.

>>> chinese = "這是中文，沒有標記。"
>>> utf16_of("naïve text\\n".encode("utf-16-be")), utf16_of(chinese.encode("utf-16-le"))
('utf-16-be', 'utf-16-le')
>>> utf16_of(chinese.encode("big5"))
>>> utf16_in("Größe\\n".encode() + "größer\\n".encode("utf-16-le"))
Stretch(start=8, end=22, encoding='utf-16-le')
"""

from __future__ import annotations

import codecs
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from textproof.everyday_cjk import is_common_cjk

FEWEST_NULS = 4
"""NULs from which on every other byte being one is no accident."""

NUL_SHARE = 0.25
"""Share of NULs that a text needs in which half of the characters are ASCII."""

CHARACTERS = 500
"""Characters that are looked at where there are no NULs to tell."""

USUAL_SHARE = 0.9
"""Share of everyday characters among them. Other bytes give 12 % by chance."""

FEWEST = 8
"""Characters that are needed to tell."""

MOSTLY = 0.9
"""Share of NULs among the high bytes of a stretch that is ASCII otherwise."""

FEWEST_LETTERS = 3
"""Letters of a script from which on a stretch can begin with such ones."""

ONE_SCRIPT = 0.85
"""Share of the letters of a stretch that are of its main script, or Latin."""

UNWRITTEN = frozenset(("Cc", "Cn", "Co", "Cs"))
"""The categories of what no text has: control characters, and code points of no character."""

_DECODERS = {"utf-16-le": codecs.utf_16_le_decode, "utf-16-be": codecs.utf_16_be_decode}
"""Decoders that leave a character that is cut off at the end."""

_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


class Stretch(NamedTuple):
    """A stretch of bytes that is UTF-16: its span in bytes, and its encoding."""

    start: int
    end: int
    encoding: str


def utf16_of(data: bytes) -> str | None:
    """``utf-16-le`` or ``utf-16-be`` where bytes without a mark are that as a whole, else None."""
    if _begins_as_utf8(data):
        return None
    nuls = data.count(0)
    for high, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if nuls >= max(FEWEST_NULS, NUL_SHARE * len(data)) and data[high::2].count(0) == nuls:
            return encoding
    head = data[: 2 * CHARACTERS]
    for encoding, decode in _DECODERS.items():
        with suppress(UnicodeDecodeError):  # other bytes have a lone surrogate soon
            if _usual_share(decode(head)[0]) >= USUAL_SHARE:
                return encoding
    enough = nuls >= FEWEST_NULS
    return next((name for name in _DECODERS if enough and _makes_sense(data, name)), None)


def utf32_of(data: bytes) -> str | None:
    """``utf-32-le`` or ``utf-32-be`` where bytes without a mark are that as a whole, else None.

    >>> utf32_of("naïve text\\n".encode("utf-32-be")), utf32_of(bytes(40))
    ('utf-32-be', None)
    """
    if len(data) % 4 or len(data) < 4 * FEWEST or 2 * data.count(0) < len(data):
        return None
    for encoding in ("utf-32-le", "utf-32-be"):
        with suppress(UnicodeDecodeError):  # three of four other bytes are beyond U+10FFFF
            text = data.decode(encoding)
            if not any(unicodedata.category(c) in UNWRITTEN for c in set(text) - set("\t\r\n")):
                return encoding
    return None


def _begins_as_utf8(data: bytes) -> bool:
    """Whether the first line is one of UTF-8, without a control character."""
    first = data.partition(b"\n")[0].rstrip(b"\r")
    return len(first) > 2 and _is_utf8(first)


def _is_utf8(data: bytes) -> bool:
    """Whether bytes are UTF-8 without a control character."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return False
    return not any(unicodedata.category(char) == "Cc" for char in text)


def _usual_share(text: str) -> float:
    usual = [char for char in text if " " <= char <= "~" or char in "\t\r\n" or is_common_cjk(char)]
    return len(usual) / len(text) if len(text) >= FEWEST else 0.0


def utf16_in(data: bytes) -> Stretch | None:
    """The stretch of UTF-16 in bytes that begin as another encoding, as programs append it.

    It begins with a byte order mark, where the first NUL belongs to one of its characters, or with
    the line of the first byte that is no UTF-8, and goes on to the end, or as far as there are
    NULs.
    """
    for start, encoding in dict.fromkeys(_starts(data)):
        for end in (len(data), data.rfind(b"\0") + 1):
            part = 0 <= start < end and end - start < len(data)
            head = data[start : min(end, start + 2 * CHARACTERS)]  # of large data, look there first
            if part and _makes_sense(head, encoding) and _makes_sense(data[start:end], encoding):
                return Stretch(_from_its_line(data, start, head, encoding), end, encoding)
    return None


def _from_its_line(data: bytes, start: int, head: bytes, encoding: str) -> int:
    """Where a stretch begins, with the letters of its main script before its first NUL: one byte of
    Devanagari is a tab, of Gurmukhi a line break, and 在 is `(W` in UTF-16LE.

    Pairs of bytes in ASCII are Han characters too, so back to where a line begins, or not at all.
    """
    scripts = Counter(map(_script, filter(str.isalpha, _DECODERS[encoding](head)[0])))
    scripts.pop("LATIN", None)
    script, letters = scripts.most_common(1)[0] if scripts else ("", 0)
    if letters < FEWEST_LETTERS:
        return start
    backs = [start]
    while backs[-1] >= 2 and _is_of(data[backs[-1] - 2 : backs[-1]], encoding, script):
        backs.append(backs[-1] - 2)
    of_lines = [back for back in backs if data[back - 1 : back] in (b"\n", b"\r", b"")]
    return min(of_lines or (backs[:1] if script == "CJK" else backs))


def _is_of(pair: bytes, encoding: str, script: str) -> bool:
    """Whether two bytes are a character of a script, an everyday one of those of East Asia."""
    char = pair.decode(encoding, "replace")
    return is_common_cjk(char) if script == "CJK" else _script(char) == script


def _starts(data: bytes) -> Iterator[tuple[int, str]]:
    """Where UTF-16 could begin, the likeliest first."""
    for mark, encoding in _MARKS.items():
        yield data.find(mark), encoding
    nul = data.find(0)
    if nul >= 0:
        line = data.rfind(b"\n", 0, nul) + 1
        if nul == line:
            yield line, "utf-16-be"
        if not data[line : nul - 1].isascii() or data[line : nul - 1].strip(_PRINTABLE):
            yield line, "utf-16-le"
            yield line, "utf-16-be"
        yield nul - 1, "utf-16-le"
        yield nul, "utf-16-be"
        yield line, "utf-16-le"
    try:
        codecs.utf_8_decode(data)
    except UnicodeDecodeError as error:
        line = data.rfind(b"\n", 0, error.start) + 1
        yield line, "utf-16-le"
        yield line, "utf-16-be"


_PRINTABLE = bytes(range(0x20, 0x7F)) + b"\t\r"


def _makes_sense(data: bytes, encoding: str) -> bool:
    """Whether bytes are a text in UTF-16: NULs where its ASCII characters have them, letters of one
    script, and no control characters."""
    try:
        whole = _DECODERS[encoding](data)[0].removeprefix("\ufeff")
    except UnicodeDecodeError:
        return False
    text = whole[:CHARACTERS] + whole[CHARACTERS:][-CHARACTERS:]
    if _usual_share(text) >= USUAL_SHARE and not text.isascii():
        return True
    high, low = (data[1::2], data[::2]) if encoding == "utf-16-le" else (data[::2], data[1::2])
    if 4 * low.count(0) > max(high.count(0), 4):
        return False
    without_nuls = data.translate(None, b"\0\t\r\n")
    if _is_utf8(without_nuls):  # a text with some NULs, if it is not UTF-16 of ASCII
        enough = max(FEWEST_NULS, MOSTLY * len(high))
        return without_nuls.isascii() and high.count(0) >= enough
    if high.count(0) < 2 and (data[:2] not in _MARKS or _is_utf8(data[2:])):
        return False
    unwritten = any(
        unicodedata.category(char) in UNWRITTEN for char in text if char not in "\t\r\n"
    )
    if len(text) < 2 or unwritten:
        return False
    scripts = Counter(map(_script, filter(str.isalpha, text)))
    latin = scripts.pop("LATIN", 0)
    others = scripts.most_common(1)[0][1] if scripts else 0
    return latin + others >= ONE_SCRIPT * (latin + scripts.total())


def _script(letter: str) -> str:
    """A name for the script of a letter; Han, kana and Hangul are one."""
    return "CJK" if letter >= "\u2e80" else unicodedata.name(letter, "").partition(" ")[0]
