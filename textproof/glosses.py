"""Pinyin glosses that a converter injected after Han characters: `發(fā)展`, `企業(yè)`.

A byte-wise converter put "(reading)" after Traditional-only characters of GBK text. Genuine pinyin
stands in language-learning texts, dictionaries and after rare characters; it is told apart by the
document, not by one gloss:

- an author glosses words and characters of both variants (`你(nǐ)好(hǎo)`), the converter only
  Traditional-only ones;
- an author gives a reading once, the converter every time that the character occurs;
- an author glosses what a reader may not know, the converter 發 and 學 too.

>>> [gloss.char for gloss in find_glosses("企業(yè)的發(fā)展戰(zhàn)略")]
['業', '發', '戰']
>>> find_glosses("你(nǐ)好(hǎo)嗎(ma)? 學(xué)習(xí)漢(hàn)語(yǔ)")
()
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from textproof.language import HAN, han_count

TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
"""Vowels and nasals with a tone mark."""

ANCHOR = rf"\((?<=[{HAN}]\()(?=[a-zü{TONED}]{{1,6}}\))"
"""Where a gloss can begin. It starts with a literal, so a search costs next to nothing."""

OTHERS_SHARE = 0.1
"""Glosses after characters of both variants, as a share of all: above it an author is glossing."""

REPEATED_SHARE = 0.8
"""The share of the occurrences of the glossed characters that is glossed, and of the glosses that
stand after everyday characters, from which on they are a converter's."""

SHORT = 120
"""Han characters up to which one or two glosses can be all that a converter found."""

_GLOSS = rf"([{HAN}])\(([a-zü{TONED}]{{1,6}})\)"


class Gloss(NamedTuple):
    """An injected gloss: the span of "(reading)" in the prose, and what it glosses.

    ``proved`` says that the document leaves no doubt.
    """

    start: int
    end: int
    char: str
    reading: str
    proved: bool


@cache
def _table() -> tuple[dict[str, str], frozenset[str]]:
    """The readings of each Traditional-only character, and the everyday ones."""
    from textproof.tables.gloss_readings import EVERYDAY, READINGS

    readings: dict[str, str] = {}
    for word in READINGS.split():
        reading, _, chars = word.partition(":")
        for char in chars:
            readings[char] = f"{readings.get(char, '')} {reading} "
    return readings, frozenset(EVERYDAY)


def find_glosses(prose: str) -> tuple[Gloss, ...]:
    """The injected glosses of a document's prose, in order; none where an author glosses."""
    matches = list(re.finditer(_GLOSS, prose))
    if not matches:
        return ()
    readings, everyday = _table()
    glosses = [m for m in matches if f" {m[2]} " in readings.get(m[1], "")]
    others = sum(1 for m in matches if m[1] not in readings and not m[2].isascii())
    if not glosses or others > OTHERS_SHARE * (others + len(glosses)):
        return ()
    glossed = Counter(m[1] for m in glosses)
    occurrences = sum(prose.count(char) for char in glossed)
    systematic = len(glosses) >= REPEATED_SHARE * occurrences
    ordinary = sum(m[1] in everyday for m in glosses) >= REPEATED_SHARE * len(glosses)
    if not (systematic and ordinary):
        return ()
    proved = len(glosses) >= 3
    if not proved and han_count(prose) > SHORT:
        return ()
    return tuple(Gloss(m.end(1), m.end(), m[1], m[2], proved) for m in glosses)
