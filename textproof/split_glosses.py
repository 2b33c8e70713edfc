"""Glosses that cut a character apart: `再?gòu)U話` was `再廢話`.

The converter looked for the bytes of 購 (D9 8F) in GBK text and found them across 再 (D4 D9) and 廢
(8F 55). Behind the second one it put "(gòu)". A decoder then reads 8F and the parenthesis as one bad
character, `?`, and every byte that follows in the wrong pair, until a byte in ASCII. All of it can be
undone: the glossed character begins with the last byte of the character before the `?` and is read
so; that gives the byte that was lost.

>>> find_split_glosses("再?gòu)U話", proved=True)[0].replacement
'廢'
"""

from __future__ import annotations

import re
from functools import cache

from textproof.glosses import Gloss
from textproof.plausibility import is_common_cjk
from textproof.readings import TONED, traditional_readings

_SPLIT = re.compile(rf"(?<=[^\x00-\x7f])[?\ufffd]\(?([a-zü{TONED}]{{1,6}})\)")
_INNER = re.compile(rf"\(([a-zü{TONED}]{{1,6}})\)")


def find_split_glosses(prose: str, *, proved: bool) -> list[Gloss]:
    """The glosses that cut a character apart, in a text that a converter glossed."""
    found: list[Gloss] = []
    for match in _SPLIT.finditer(prose):
        if found and match.start() < found[-1].end:
            continue
        readings = []
        for char in _candidates(prose[match.start() - 1], match[1]):
            undone = _undone(prose, match.end(), char.encode("gbk")[1:])
            if undone:
                readings.append((char, *undone))
        if len(readings) == 1:
            char, text, end = readings[0]
            found.append(Gloss(match.start(), end, char, match[1], proved, text))
        elif _candidates(prose[match.start() - 1], match[1]):
            found.append(Gloss(*match.span(), "", match[1], proved, None))
    return found


@cache
def _by_reading() -> dict[str, list[str]]:
    """The Traditional-only characters that GBK has, by their toned readings."""
    chars: dict[str, list[str]] = {}
    for char, readings in traditional_readings().items():
        if len(char.encode("gbk", "ignore")) == 2:
            for reading in readings.split():
                chars.setdefault(reading, []).append(char)
    return chars


def _candidates(before: str, reading: str) -> list[str]:
    """The characters that the converter may have seen, one for each second byte."""
    data = before.encode("gbk", "ignore")[-1:]
    chars = [c for c in _by_reading().get(reading, ()) if c.encode("gbk")[:1] == data]
    return list({char.encode("gbk"): char for char in chars}.values())


def _undone(prose: str, start: int, lost: bytes) -> tuple[str, int] | None:
    """What stood from a lost byte on until the pairs are right again, and where that is."""
    data, position = bytearray(lost), start
    while position < len(prose):
        char = prose[position]
        if char > "\x7f":
            pair = char.encode("gbk", "ignore")
            if len(pair) != 2:
                return None
            data += pair
            position += 1
            inner = _INNER.match(prose, position)
            if inner and f" {inner[1]} " in traditional_readings().get(char, ""):
                position = inner.end()
        elif again := _SPLIT.match(prose, position):
            closing = _candidates(prose[position - 1], again[1])
            if len(closing) != 1:
                return None
            data += closing[0].encode("gbk")[1:]
            return _text(data, again.end())
        elif "\x40" <= char <= "\x7e":
            data += char.encode()
            undone = _text(data, position + 1)
            return undone and _without_own_gloss(prose, *undone)
        else:
            return None
    return None


def _without_own_gloss(prose: str, text: str, end: int) -> tuple[str, int]:
    """The end moved behind the gloss of the last character, which looked like that of a letter."""
    inner = _INNER.match(prose, end)
    if inner and f" {inner[1]} " in traditional_readings().get(text[-1], ""):
        return text, inner.end()
    return text, end


def _text(data: bytearray, end: int) -> tuple[str, int] | None:
    """The bytes as text, where that reads like Chinese."""
    try:
        text = data.decode("gbk")
    except UnicodeDecodeError:
        return None
    return (text, end) if all(map(_is_likely, text)) else None


def _is_likely(char: str) -> bool:
    return char in "“”‘’…—·" or is_common_cjk(char)
