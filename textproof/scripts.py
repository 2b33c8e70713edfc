"""The script of a character, and which scripts a word or a host is written in.

The tables are Unicode's Script and Script_Extensions. Han, kana and Hangul are written together in
Chinese, Japanese and Korean; UTS #39 adds a script for each of these to what their characters have.

>>> script_of("я"), script_of("a"), script_of("-")
('Cyrl', 'Latn', '')
>>> [is_moderately_restricted(text) for text in ("例え", "日本go", "pаypal")]
[True, True, False]
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from textproof.tables.script_ranges import EXTENSIONS, RANGES

_WRITTEN_WITH = {
    "Hani": {"Hanb", "Jpan", "Kore"},
    "Hira": {"Jpan"},
    "Kana": {"Jpan"},
    "Hang": {"Kore"},
    "Bopo": {"Hanb"},
}

_BESIDE_LATIN = frozenset(
    "Arab Armn Beng Bopo Deva Ethi Geor Gujr Guru Hang Hani Hebr Hira Kana Khmr Knda Laoo Mlym Mymr"
    " Orya Sinh Taml Telu Thaa Thai Tibt Hanb Jpan Kore".split()
)
"""UAX #31's recommended scripts but Latin, Cyrillic and Greek: a host may mix one with Latin."""


@cache
def _ranges() -> tuple[list[int], list[str]]:
    """Where each run of one script begins, and the script; "" for characters of none or of all."""
    starts, names, position = [], [], 0
    for word in RANGES.split():
        match = re.fullmatch(r"([0-9a-f]+)([A-Z][a-z]{3})?", word)
        assert match
        starts.append(position)
        names.append(match[2] or "")
        position += int(match[1], 16)
    return [*starts, position], [*names, ""]


@cache
def _extensions() -> tuple[list[int], list[int], list[frozenset[str]]]:
    """The first and last code points of runs of characters that some scripts share, in order."""
    rows = []
    for word in EXTENSIONS.split():
        codes, names = word.split(":")
        first, _, last = codes.partition("-")
        rows.append((int(first, 16), int(last or first, 16), frozenset(names.split(","))))
    rows.sort(key=lambda row: row[0])
    return [row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows]


@cache
def script_of(char: str) -> str:
    """The script of a character, "" where it has none of its own."""
    starts, names = _ranges()
    return names[bisect_right(starts, ord(char)) - 1]


def are_written_together(first: str, second: str) -> bool:
    """Whether two letters may stand in one word: Han and kana may, Latin and Greek may not.

    >>> are_written_together("字", "か"), are_written_together("a", "α")
    (True, False)
    """
    return not scripts_of(first).isdisjoint(scripts_of(second))


@cache
def scripts_of(char: str) -> frozenset[str]:
    """The scripts that a character is written in, by UTS #39; empty where it may be any."""
    firsts, lasts, shared = _extensions()
    index = bisect_right(firsts, ord(char)) - 1
    if index >= 0 and ord(char) <= lasts[index]:
        found = set(shared[index])
    else:
        found = {script_of(char)} - {""}
    for script in tuple(found):
        found |= _WRITTEN_WITH.get(script, set())
    return frozenset(found)


def is_moderately_restricted(text: str) -> bool:
    """Whether a text keeps to UTS #39's moderately restrictive level: it is of one script, or of
    Latin and one other recommended script that is neither Cyrillic nor Greek."""
    sets = [scripts for scripts in map(scripts_of, text) if scripts]
    if not sets or frozenset.intersection(*sets):
        return True
    others = [scripts for scripts in sets if "Latn" not in scripts]
    return bool(others) and bool(frozenset.intersection(*others) & _BESIDE_LATIN)
