"""Everyday characters of Chinese, Japanese and Korean: which they are, and what others cost.

>>> is_common_cjk("你"), is_common_cjk("浣"), is_common_cjk("か"), is_common_cjk("가")
(True, False, True, True)
"""

from __future__ import annotations

import unicodedata
from functools import cache

from textproof.lazy import compiled

_HANGUL = compiled("[\uac00-\ud7a3]")
_KANA = compiled("[\u3041-\u30fa]")

Standards = tuple[tuple[str, int, int], ...]

CHINESE: Standards = (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6))
JAPANESE: Standards = (("shift_jis", 0x88, 0x97),)
"""The first bytes of the everyday characters, which these standards list before the others."""


def standards_of(text: str) -> Standards:
    """The standards of the Han characters that a text may have: of Japanese and Korean only their
    own are usual, and Korean needs none."""
    return JAPANESE if _KANA.search(text) else () if _HANGUL.search(text) else CHINESE


def is_common_cjk(char: str, standards: Standards = (*CHINESE, *JAPANESE)) -> bool:
    """Whether a character is an everyday Han character, kana, a syllable or their punctuation.

    >>> is_common_cjk("你"), is_common_cjk("浣"), is_common_cjk("か"), is_common_cjk("가")
    (True, False, True, True)
    """
    return char in everyday_cjk(standards)


@cache
def everyday_cjk(standards: Standards = (*CHINESE, *JAPANESE)) -> frozenset[str]:
    """Everyday Han characters by some standards, kana, the 2,350 syllables of Korean words, and
    their punctuation."""
    found = {chr(code) for code in (*range(0x3001, 0x3100), *range(0xFF01, 0xFF5F))}
    for codec, first, last in (*standards, ("euc_kr", 0xB0, 0xC8)):
        trails = [*(() if codec in ("gb2312", "euc_kr") else range(0x40, 0x7F)), *range(0xA1, 0xFF)]
        if codec == "shift_jis":
            trails = [*range(0x40, 0x7F), *range(0x80, 0xFD)]
        for lead in range(first, last + 1):
            data = b"".join(bytes((lead, trail, 0x20)) for trail in trails)
            found.update(data.decode(codec, "ignore"))
    return frozenset(char for char in found if char >= "\u2e80")


@cache
def cost_of_cjk(char: str, standards: Standards) -> float:
    """What a Chinese, Japanese or Korean character costs, in nats."""
    if "\u3001" <= char <= "\u30ff":
        return 5.0
    if "\uac00" <= char <= "\ud7a3":
        return 6.0 if is_common_cjk(char) else 13.0
    if unicodedata.category(char) in ("Cn", "Co", "Cs"):
        return 18.0
    if "\uff61" <= char <= "\uff9f":
        return 9.0
    if "\ufb00" <= char <= "\ufb06":  # ligatures of f, s and t
        return 5.0
    if char >= "\uff00":
        return 6.5
    return 7.0 if is_common_cjk(char, standards) else 13.0
