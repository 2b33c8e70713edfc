"""How Han characters are read: the pinyin of Traditional-only and of everyday characters.

>>> reads("發", "fā"), reads("开", "kai"), reads("开", "guan")
(True, True, False)
"""

from __future__ import annotations

import unicodedata
from functools import cache

TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
"""Vowels and nasals with a tone mark."""


@cache
def traditional_readings() -> dict[str, str]:
    """The toned readings of each Traditional-only character, each between spaces."""
    from textproof.tables.gloss_readings import READINGS

    return _by_character(READINGS)


@cache
def everyday_traditional() -> frozenset[str]:
    """The Traditional-only characters that every reader knows."""
    from textproof.tables.gloss_readings import EVERYDAY

    return frozenset(EVERYDAY)


@cache
def _other_readings() -> dict[str, str]:
    from textproof.tables.gloss_readings import OTHER_READINGS

    return _by_character(OTHER_READINGS)


def _by_character(table: str) -> dict[str, str]:
    readings: dict[str, str] = {}
    for word in table.split():
        reading, _, chars = word.partition(":")
        for char in chars:
            readings[char] = f"{readings.get(char, '')} {reading} "
    return readings


def readings_of(char: str) -> str:
    """The toned readings of a character, each between spaces; empty where none is known."""
    return traditional_readings().get(char, "") or _other_readings().get(char, "")


@cache
def reads(char: str, reading: str) -> bool:
    """Whether a character is read so; a reading without tone marks fits any tone."""
    known = readings_of(char)
    if is_toned(reading):
        return f" {reading} " in known
    plain = untoned(known)
    return f" {reading.replace('v', 'ü')} " in plain or f" {reading} " in plain.replace("ü", "u")


def is_toned(reading: str) -> bool:
    """Whether a reading has a tone mark."""
    return any(char in TONED for char in reading)


def untoned(reading: str) -> str:
    """Pinyin without its tone marks.

    >>> untoned("lǜ shǒu")
    'lü shou'
    """
    plain = unicodedata.normalize("NFD", reading)
    kept = (c for c in plain if c == "\u0308" or not unicodedata.combining(c))
    return unicodedata.normalize("NFC", "".join(kept))
