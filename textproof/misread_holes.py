"""UTF-8 read as an encoding of two bytes that could not read all of it: `浣犲ソ锛屼笘鐣屻\ufffd`.

Each byte that the encoding does not have became one U+FFFD, so that all others stand where they
were. What is whole is given back; where a byte is missing, the character that the language of the
rest has there is taken if it is likelier by far than all else, and U+FFFD if none is.

>>> found = holed_in("浣犲ソ锛屼笘鐣屻\\ufffd\\ufffd")
>>> found.codec, found.segments[0].meant
('gbk', '你好，世界。')
>>> holed_in("Привет") is None
True
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from textproof.codec_bytes import DOUBLE_BYTE, bytes_of
from textproof.lazy import compiled
from textproof.misread_utf8 import Segment, replaced
from textproof.plausibility import cost, likeliest_language, steps_in
from textproof.tables.frequent_han import FREQUENT

LEAST_MARGIN = 2.0
"""Nats by which what is put in place of a lost byte must be likelier than all else."""

MOST_HOLES = 0.5
"""Share of the bytes beyond ASCII that may be lost."""

_HOLE = "\x00"
_ANY = "[\x80-\xbf\x00]"
_WITH_LEAD = f"[\xc2-\xdf]{_ANY}|[\xe0-\xef]{_ANY}{{2}}|[\xf0-\xf4]{_ANY}{{3}}"
_MARK_ALONE = "(?<![\x00\x80-\xff])\x00{3}(?![\x00\x80-\xff])"
_CHARACTER = {
    width: re.compile(f"{_MARK_ALONE}|{_WITH_LEAD}|\x00{_ANY}{{{width - 1}}}") for width in (2, 3)
}
_LEAD = compiled("[\xc2-\xef]")
_RUN = compiled("[\x00\x80-\xff]+")
_OF_CJK = "[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff61-\uff9f]"
_CJK = compiled(_OF_CJK)
_ASKED = compiled(rf"(?<={_OF_CJK})\?")
_MARKS = "。，、：！？）」”’…—“–（「"
"""Marks that are tried in place of one that is cut."""

_SENTENCE_END = compiled(r"[.!?]\s\Z")
_RANK = {mark: rank / 2 for rank, mark in enumerate("…，。、：！？）」”")}
_AT_THE_END = "。！？”…"


class Holed(NamedTuple):
    """The stretches of a line that was read with an encoding, as far as they can be told."""

    codec: str
    segments: tuple[Segment, ...]


def holed_in(line: str, usual: str = "") -> Holed | None:
    """What a line was, if it was UTF-8 read as an encoding of two bytes that left U+FFFD, or a
    question mark behind a character, in place of a byte. The encoding that is ``usual`` is taken if
    it explains the line."""
    marked = line if "\ufffd" in line else _ASKED.sub("\ufffd", line)
    if "\ufffd" not in marked or not _CJK.search(line):
        return None
    # more than a byte may have become a question mark: what is there is not guessed then
    guesses = marked == line
    if usual in DOUBLE_BYTE and (holed := _read_as(marked, usual, guesses)):
        return holed
    read: dict[tuple[Segment, ...], Holed] = {}
    for codec in DOUBLE_BYTE:
        if holed := _read_as(marked, codec, guesses):
            read.setdefault(holed.segments, holed)
    costs = {found: cost(replaced(line, found)) for found in read}
    best = min(costs, key=costs.__getitem__, default=())
    return read[best] if best and costs[best] < cost(line) else None


def _read_as(line: str, codec: str, guesses: bool) -> Holed | None:
    """What a line was if it was read as an encoding, where nearly all of it fits."""
    table = bytes_of(codec)
    data = [_HOLE if c == "\ufffd" else c if c < "\x80" else table[c] for c in line]
    if not all(data):
        return None
    owner = [index for index, piece in enumerate(data) for _ in piece]
    joined = "".join(data)
    known = Counter(2 if lead < "\xe0" else 3 for lead in _LEAD.findall(joined))
    runs = [match.span() for match in _RUN.finditer(joined)]
    if not known or joined.count(_HOLE) > MOST_HOLES * sum(end - start for start, end in runs):
        return None
    character = _CHARACTER[known.most_common(1)[0][0]]
    parts: list[tuple[int, int, list[str]]] = []
    for start, end in runs:
        cut = character.findall(joined, start, end)
        if sum(map(len, cut)) < end - start:
            return None
        while owner[end - 1] == owner[min(end, len(owner) - 1)] and end < len(joined):
            cut.append(joined[end])  # a letter of ASCII that the encoding took with it
            end += 1
        parts.append((owner[start], owner[end - 1] + 1, cut))
    return Holed(codec, tuple(_filled(line, parts, guesses)))


def _filled(line: str, parts: list[tuple[int, int, list[str]]], guesses: bool) -> list[Segment]:
    """The parts of a line in the language that they are in, as far as they are known, and with
    ``guesses`` as far as they are likely."""
    whole = "".join(_whole(char) or " " for _, _, cut in parts for char in cut)
    language = likeliest_language(whole)
    found = []
    for start, end, cut in parts:
        meant = before = line[:start][-2:]
        behind = [*map(_whole, cut[1:]), line[end : end + 1] or " "]
        for char, after in zip(cut, behind, strict=True):
            likely = _likely(char, meant[-2:], after, language) if _HOLE in char and guesses else ""
            meant += _whole(char) or likely or "\ufffd"
        found.append(Segment(start, end, meant[len(before) :]))
    return found


def _whole(char: str) -> str:
    """A character of which no byte is lost."""
    return "" if _HOLE in char else char.encode("latin-1").decode("utf-8", "replace")


def _likely(char: str, before: str, after: str, language: str) -> str:
    """The character that a language has between two others, of those that fit some bytes; "" where
    none is likelier by far than the next."""
    begins, before = not before or bool(_SENTENCE_END.match(before)), before[-1:] or " "
    if char == _HOLE * 3:
        return "’" if before.isalpha() and after.isalpha() and after < "\u0250" else ""
    if len(char) == 2 or char[0] == "\xe1":  # with which the letters of Vietnamese begin
        letters, pairs = steps_in(language)
        ranked = sorted(
            (_step(before, letter, pairs, letters) + _step(letter, after, pairs, letters), letter)
            for letter in _cased(letters, begins or (before + after).isupper())
            if _pattern(char).fullmatch(_utf8(letter))
        )
    else:
        ranked = _marks_and_han(char, before, after)
    if not ranked or (len(ranked) > 1 and ranked[1][0] - ranked[0][0] < LEAST_MARGIN):
        return ""
    return ranked[0][1]


def _marks_and_han(char: str, before: str, after: str) -> list[tuple[float, str]]:
    """Marks and frequent Han characters that fit some bytes, with what they cost."""
    marks = [(_cost_of_mark(mark, before, after), mark) for mark in _fitting(char, _MARKS)]
    return sorted([*marks, *((4.0, han) for han in _fitting(char, FREQUENT))])


@cache
def _fitting(char: str, candidates: str) -> str:
    """Which of some characters fit bytes of which some are lost."""
    return "".join(one for one in candidates if _pattern(char).fullmatch(_utf8(one)))


@cache
def _pattern(char: str) -> re.Pattern[str]:
    return re.compile(char.replace(_HOLE, "[\x80-\xff]"))


def _cost_of_mark(mark: str, before: str, after: str) -> float:
    """How unlikely a mark is between two characters."""
    if mark in "“（「–—":
        return 1.0 + 4.0 * (before != " ") + 4.0 * (after.isspace() != (mark in "–—"))
    if mark == "’":
        return 0.0 if before.isalpha() and after.isalpha() else 8.0
    ends = not after or after.isspace()
    return _RANK[mark] + (4.0 if ends != (mark in _AT_THE_END) else 0.0) + 6.0 * (before == " ")


def _step(before: str, after: str, pairs: dict[str, float], letters: dict[str, float]) -> float:
    """What a letter costs after another."""
    pair = "".join(char.lower() if char.isalpha() else " " for char in (before, after or "?"))
    if not after or (before + after).isascii():
        return 0.0
    return pairs.get(pair, letters.get(pair[1], 12.0) + 3.0)


def _cased(letters: dict[str, float], is_capital: bool) -> list[str]:
    """The letters beyond ASCII of a language, as capitals or not."""
    small = [letter for letter in letters if letter > "\x7f"]
    return [letter.upper() for letter in small] if is_capital else small


@cache
def _utf8(char: str) -> str:
    return char.encode().decode("latin-1")
