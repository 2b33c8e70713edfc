"""Whether letters that stand apart read as text: an extractor's damage, or a list of letters.

>>> reads_as_text("thisisatest"), reads_as_text("abcdefghij"), reads_as_text("etaoinshrdlu")
(True, False, False)
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from textproof.language import han_count

VOWELS = frozenset("aeiouyæøœαεηιουωаеиоуыэюяіє")
"""The vowels of the Latin, Greek and Cyrillic alphabets, without their accents."""

VOWEL_SHARE = (0.25, 0.6)
"""Vowels among the letters of a text: .37 (Czech) to .49 (Finnish); a short stretch varies."""

SEQUENCE_SHARE = 0.25
"""Letters that follow the one before them in the alphabet, from which on it is an alphabet."""

FEWEST_LETTERS = 5
"""Different letters from which on it may be words: the words of a group have two or three."""


def reads_as_text(letters: str) -> bool:
    """Whether letters read as text: they repeat, as those of a list do not, and vowels are among
    them. Of Han characters and kana nothing but the repetition can be asked."""
    folded = unicodedata.normalize("NFD", letters.casefold())
    small = [char for char in folded if char.isalpha()]
    if not FEWEST_LETTERS <= len(set(small)) < len(small):
        return False
    if han_count(letters) or any("\u3041" <= char <= "\u30fa" for char in letters):
        return True
    in_order = sum(ord(b) - ord(a) == 1 for a, b in pairwise(small))
    vowels = sum(char in VOWELS for char in small) / len(small)
    least, most = VOWEL_SHARE
    return in_order < SEQUENCE_SHARE * len(small) and least <= vowels <= most
