"""Glosses that cut a character apart: `再?gòu)U話` was `再廢話`.

The converter looked for the bytes of 購 (D9 8F) in GBK text and found them across 再 (D4 D9) and 廢
(8F 55). Behind the second one it put "(gòu)". A decoder then reads 8F and the parenthesis as one
bad character, `?`, and every byte that follows in the wrong pair, until a byte in ASCII. All of it
can be undone: the glossed character begins with the last byte of the character before the `?` and
is read so; that gives the byte that was lost.

>>> find_split_glosses("再?gòu)U話", proved=True)[0].replacement
'廢'
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from textproof.everyday_cjk import is_common_cjk
from textproof.glosses import Gloss
from textproof.lazy import compiled
from textproof.readings import TONED, traditional_readings

_SPLIT = compiled(rf"(?<=[^\x00-\x7f])[?\ufffd]\(?([a-zü{TONED}]{{1,6}})\)")
_LETTER = compiled(rf"(?<=[^\x00-\x7f])([@-~])\(([a-zü{TONED}]{{1,6}})\)")
_INNER = compiled(rf"\(([a-zü{TONED}]{{1,6}})\)")

GBK = "gb18030"
"""The codec that reads GBK as browsers do: what it does not define is a private character."""


class _Undone(NamedTuple):
    """What stood there, up to which offset, and whether no byte of it had to be guessed."""

    text: str
    end: int
    sure: bool = True


def find_split_glosses(prose: str, *, proved: bool) -> list[Gloss]:
    """The glosses that cut a character apart, in a text that a converter glossed."""
    found: list[Gloss] = []
    for match in _SPLIT.finditer(prose):
        if found and match.start() < found[-1].end:
            continue
        candidates = _candidates(prose[match.start() - 1], match[1])
        readings = [
            (char, undone)
            for char in candidates
            if (undone := _undone(prose, match.end(), char.encode(GBK)[1:]))
        ]
        if len(readings) == 1:
            char, undone = readings[0]
            sure = proved and undone.sure
            found.append(Gloss(match.start(), undone.end, char, match[1], sure, undone.text))
        elif candidates:
            found.append(Gloss(*match.span(), "", match[1], proved, None))
    return found + _behind_letters(prose, proved)


def _behind_letters(prose: str, proved: bool) -> list[Gloss]:
    """The glosses of a character that the converter saw in a byte and a letter of ASCII."""
    found = []
    for match in _LETTER.finditer(prose):
        last = prose[match.start() - 1].encode(GBK, "ignore")[-1:]
        char = (last + match[1].encode()).decode(GBK, "ignore")
        if f" {match[2]} " in traditional_readings().get(char, ""):
            found.append(Gloss(match.end(1), match.end(), match[1], match[2], proved))
    return found


@cache
def _by_reading() -> dict[str, list[str]]:
    """The Traditional-only characters that GBK has, by their toned readings."""
    chars: dict[str, list[str]] = {}
    for char, readings in traditional_readings().items():
        if len(char.encode(GBK, "ignore")) == 2:
            for reading in readings.split():
                chars.setdefault(reading, []).append(char)
    return chars


def _candidates(before: str, reading: str) -> list[str]:
    """The characters that the converter may have seen, one for each second byte."""
    data = before.encode(GBK, "ignore")[-1:]
    chars = [c for c in _by_reading().get(reading, ()) if c.encode(GBK)[:1] == data]
    return list({char.encode(GBK): char for char in chars}.values())


def _undone(prose: str, start: int, lost: bytes) -> _Undone | None:
    """What stood from a lost byte on until the pairs are right again."""
    data, position = bytearray(lost), start
    while position < len(prose):
        char = prose[position]
        if char > "\x7f" and char != "\ufffd":
            pair = char.encode(GBK, "ignore")
            if len(pair) != 2:
                return None
            data += pair
            position += 1
            position = _behind_gloss(prose, position, char)
        elif again := _SPLIT.match(prose, position):
            closing = _candidates(prose[position - 1], again[1])
            if len(closing) != 1:
                return None
            return _read(data + closing[0].encode(GBK)[1:], again.end())
        elif "\x40" <= char <= "\x7e":
            undone = _read(data + char.encode(), position + 1)
            if undone is None:
                return None
            return undone._replace(end=_behind_gloss(prose, undone.end, undone.text[-1]))
        else:
            return _completed(prose, data, position)
    return _completed(prose, data, position)


def _behind_gloss(prose: str, position: int, char: str) -> int:
    """The position, behind the gloss of a character where there is one."""
    inner = _INNER.match(prose, position)
    if inner and f" {inner[1]} " in traditional_readings().get(char, ""):
        return inner.end()
    return position


def _completed(prose: str, data: bytearray, position: int) -> _Undone | None:
    """The reading where the last byte was lost too: `?`, or nothing, stands for it.

    The last character is the one that follows the same character elsewhere in the text; at the end
    of a line a full stop.
    """
    undone = _read(data[:-1], position)
    if undone is None:
        return None
    if prose[position : position + 1] in ("?", "\ufffd"):
        position += 1
    lead, last = bytes(data[-1:]), undone.text[-1:]
    following = {prose[m.end()] for m in re.finditer(re.escape(last) + "(?=[^\x00-\x7f])", prose)}
    known = [char for char in following if last and char.encode(GBK, "ignore")[:1] == lead]
    if len(known) != 1 and lead == b"\xa1" and prose[position : position + 1] in ("", "\r", "\n"):
        known = ["。"]
    if len(known) != 1:
        return None
    return _Undone(undone.text + known[0], position, sure=False)


def _read(data: bytearray, end: int) -> _Undone | None:
    """The bytes as text, where that reads like Chinese."""
    try:
        text = data.decode(GBK)
    except UnicodeDecodeError:
        return None
    return _Undone(text, end) if all(map(_is_likely, text)) else None


def _is_likely(char: str) -> bool:
    return char in "“”‘’…—·" or is_common_cjk(char)
