"""Text in GBK whose pairs of bytes slipped by one, and what it was.

Read one byte late, every character is the second byte of one and the first of the next: rare
characters, letters of other scripts. Read one byte on, they are everyday ones again. Four of five
characters in running text are among the thousand of most words, of what slipped one in ten.

>>> late = "今日价格正常，欢迎新老顾客来店".encode("gbk")[1:-1].decode(GBK)
>>> find_slipped("本店" + late).text
'日价格正常，欢迎新老顾'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from textproof.everyday_cjk import is_common_cjk

GBK = "gb18030"
"""The codec that reads GBK as browsers do: what it does not define is a private character."""

LEAST_GAIN = 2.0
"""Levels of usualness (see `_level`) that a run must gain when it is read one byte on: no run in 2
million characters of clean Chinese gains 2."""

PRIVATE = 1.0
"""What a private character in the run counts for: clean Chinese has none."""

AROUND = 3
"""Characters on each side of a rare one that are looked at first."""

TOLL = 0.5
"""What each character must gain, so that clean ones beside those that slipped are not taken in."""

LEFT = 2
"""Characters at the end of a run that belong to what slipped before them, however they read: there
is no place between where the bytes could be in step again."""

MARKS = "，。、；：！？“”‘’（）《》…—·"


class Slipped(NamedTuple):
    """Characters that slipped: their span, and how they read one byte on.

    The character of which the first byte is missing is not in ``text``; ``whole`` says that no byte
    of the last one is.
    """

    start: int
    end: int
    text: str
    whole: bool


@cache
def _frequent() -> frozenset[str]:
    from textproof.tables.frequent_han import FREQUENT

    return frozenset(FREQUENT + MARKS)


@cache
def _rare() -> re.Pattern[str]:
    return re.compile(f"[{rare_characters()}]")


def rare_characters() -> str:
    """The characters of GB2312's second level that are not everyday ones in Big5: one in three of
    what slipped; and the private characters that stand for the codes that GBK leaves free."""
    rare = _block("gb2312", range(0xD8, 0xF8)) - _block("big5", range(0xA4, 0xC7))
    return f"\ue000-\ue765{''.join(sorted(rare))}"


def _block(codec: str, leads: range) -> set[str]:
    """The characters with some first bytes."""
    trails = [*range(0x40, 0x7F), *range(0xA1, 0xFF)] if codec == "big5" else range(0xA1, 0xFF)
    pairs = bytes(byte for lead in leads for trail in trails for byte in (lead, trail))
    return set(pairs.decode(codec, "ignore"))


def read_on(first: bytes, text: str, start: int, end: int) -> Slipped | None:
    """A run read one byte on, behind a first byte; a letter in ASCII may be its last byte."""
    data = first + text[start:end].encode(GBK, "ignore")
    for pairs, last in ((data, end), (data + text[end : end + 1].encode(GBK), end + 1)):
        try:
            return Slipped(start, last, pairs.decode(GBK), True)
        except UnicodeDecodeError:
            continue
    try:
        return Slipped(start, end, data[:-1].decode(GBK), False)
    except UnicodeDecodeError:
        return None


def frequent_share(text: str) -> float:
    """The share of a text's characters that are frequent."""
    return sum(char in _frequent() for char in text) / max(len(text), 1)


def find_slipped(run: str) -> Slipped | None:
    """The part of a run of characters beyond ASCII, up to its end, that slipped."""
    data = run.encode(GBK, "ignore")
    if len(data) != 2 * len(run):
        return None
    on = data[1:-1].decode(GBK, "replace")
    if len(on) != len(run) - 1:
        return None
    gains = [_level(b) - _level(a) - TOLL for a, b in zip(run, on, strict=False)]
    best, first, last = 0.0, 0, 0
    low, low_at = 0.0, 0
    for index, total in enumerate(accumulate(gains), start=1):
        if total - low > best:
            best, first, last = total - low, low_at, index
        if total < low:
            low, low_at = total, index
    private = any("\ue000" <= char <= "\uf8ff" for char in run)
    if best < LEAST_GAIN - PRIVATE * private or not _rare().search(run, first, last + private):
        return None
    return Slipped(first, last, on[first:last], False)


def _level(char: str) -> int:
    """How usual a character is: frequent 2, known to every reader 1, rare 0."""
    return 2 if char in _frequent() else int(is_common_cjk(char))


def find_all_slipped(text: str) -> Iterator[Slipped]:
    """The runs of a text that slipped, each to the end of what did."""
    end = 0
    for match in _rare().finditer(text):
        if match.start() < end or not _is_usual_read_on(text, match.start()):
            continue
        start, end = _run_around(text, match.start())
        slipped = find_slipped(text[start:end])
        if slipped:
            last = start + slipped.end
            last = end if end - last <= LEFT else last
            yield slipped._replace(start=start + slipped.start, end=last)


def _is_usual_read_on(text: str, position: int) -> bool:
    """Whether the characters about a rare one are more usual read one byte on: a first look."""
    near = text[max(position - AROUND, 0) : position + AROUND + 1]
    data = near.encode(GBK, "ignore")
    if len(data) < 2 * len(near):  # ASCII is among them
        start, end = _run_around(near, min(position, AROUND))
        near = near[start:end]
        data = near.encode(GBK, "ignore")
    on = data[1:-1].decode(GBK, "ignore")
    return sum(map(_level, on)) > sum(map(_level, near))


def _run_around(text: str, position: int) -> tuple[int, int]:
    """The run of characters beyond ASCII that a position is in."""
    start = end = position
    while start and text[start - 1] > "\x7f":
        start -= 1
    while end < len(text) and text[end] > "\x7f":
        end += 1
    return start, end
