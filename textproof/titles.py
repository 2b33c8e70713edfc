"""What the titles of one document share: words, or characters where words are not parted.

>>> share("Opening of the bridge | Example News", "The new bridge was opened")
True
>>> share("Opening of the bridge", "Annual report of the council")
False
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from unicodedata import normalize

from textproof.lazy import compiled
from textproof.scripts import script_of
from textproof.tables.languages import WORDS

LEAST_WORDS = 2
"""Words of its own that a title must have to be told from another."""

LEAST_HAN = 3
"""Pairs of characters of a Chinese, Japanese or Korean title that are as much as two words."""

STEM = 4
"""Letters at the start that two forms of one word share: `opened` and `opening`."""

_WORD = compiled(r"[^\W_]+")
_NAME = compiled(r"\w+(?:[_.:-]+\w+)+")
"""A name of a program, of which each part may say nothing: `_mm_or_pd`."""

_EAST = frozenset(("Hani", "Hira", "Kana", "Hang"))


@cache
def _common() -> frozenset[str]:
    return frozenset(word for words in WORDS.values() for word in words.split())


def words_of(title: str) -> list[str]:
    """The words of a title that say something, folded; of one in Han or kana each two characters
    that stand together, since one alone is in half of all titles.

    >>> words_of("市图书馆 2020"), words_of("Opening of the bridge")
    (['市图', '图书', '书馆', '2020'], ['opening', 'bridge'])
    """
    words: list[str] = []
    folded = normalize("NFKC", title).casefold()
    for word in (*_WORD.findall(folded), *_NAME.findall(folded)):
        if script_of(word[0]) in _EAST:
            chars = [char for char in word if script_of(char) in _EAST]
            words += map("".join, pairwise(chars)) if len(chars) > 1 else chars
        elif len(word) > 2 and word not in _common():
            words.append(word)
    return words


def is_long_enough(title: str, words: list[str]) -> bool:
    """Whether a title says enough to be told from another, and is no identifier."""
    east = sum(script_of(word[0]) in _EAST for word in words)
    return east >= LEAST_HAN if east else min(len(words), len(title.split())) >= LEAST_WORDS


def script_group(words: list[str]) -> str:
    """The script of a title's words; of one with Chinese, Japanese or Korean in it, these."""
    scripts = [script for script in (script_of(word[0]) for word in words) if script]
    return "East" if _EAST.intersection(scripts) else next(iter(scripts), "")


def share(one: str, other: str) -> bool:
    """Whether two titles have a word in common, or one that begins as the other's."""
    first, second = words_of(one), words_of(other)
    if {word[:STEM] for word in first} & {word[:STEM] for word in second}:
        return True
    glued = "".join(second), "".join(first)
    return any(w in glued[0] for w in first if len(w) >= STEM) or any(
        w in glued[1] for w in second if len(w) >= STEM
    )
