"""Pinyin glosses injected after Han characters: `發(fā)展`, `开(kai)始`, `上shang海`.

Two kinds of converter do so. One worked byte by byte and put "(reading)" after Traditional-only
characters of GBK text (`發(fā)展`); where the bytes that it looked for were those of two
characters it cut them apart (`split_glosses`). The other scatters readings over everyday
characters of both variants (`scattered_glosses`). Genuine pinyin stands in language-learning texts,
dictionaries and after rare characters; it is told apart by the document, not by one gloss:

- an author glosses words and characters of both variants (`你(nǐ)好(hǎo)`), the first converter
  only Traditional-only ones;
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
from typing import NamedTuple

from textproof.language import HAN, han_count
from textproof.readings import TONED, everyday_traditional, traditional_readings

ANCHOR = rf"\((?<=[{HAN}]\()(?=[a-zü{TONED}]{{1,6}} ?\))"
"""Where a gloss can begin. It starts with a literal, so a search costs next to nothing."""

OTHERS_SHARE = 0.1
"""Glosses after characters of both variants, as a share of all: above it an author is glossing."""

REPEATED_SHARE = 0.8
"""The share of the occurrences of the glossed characters that is glossed, and of the glosses that
stand after everyday characters, from which on they are a converter's."""

SHORT = 120
"""Han characters up to which one or two glosses can be all that a converter found."""

_GLOSS = rf"\((?<=[{HAN}]\()([a-zü{TONED}]{{1,6}})\)"


class Gloss(NamedTuple):
    """An injected gloss: the span of "(reading)" in the prose, and what it glosses.

    ``replacement`` is what should stand there: nothing, or the character that the gloss cut apart
    with all that it shifted; None where that cannot be told. ``proved`` says that the document
    leaves no doubt.
    """

    start: int
    end: int
    char: str
    reading: str
    proved: bool
    replacement: str | None = ""


def may_hold_glosses(text: str, *, chinese: bool) -> bool:
    """Whether a text, of which some may be masked in the prose, shows a sign of glosses.

    >>> may_hold_glosses("企業(yè)", chinese=False), may_hold_glosses("企業是", chinese=True)
    (True, False)
    """
    if "(" in text and re.search(ANCHOR, text):
        return True
    if not chinese:
        return False
    from textproof.scattered_glosses import begins_with_bare_glosses

    return begins_with_bare_glosses(text)


def find_glosses(prose: str, *, chinese: bool = True) -> tuple[Gloss, ...]:
    """The injected glosses of a document's prose, in order; none where an author glosses.

    ``chinese`` says that it is in one variant of Chinese: only there is a bare reading a gloss.
    """
    if "(" in prose and re.search(ANCHOR, prose):
        found = _with_split(prose, _converted(prose))
        if not found:
            from textproof.scattered_glosses import find_scattered_glosses

            found = find_scattered_glosses(prose)
        if found:
            return found
    if not chinese:
        return ()
    from textproof.scattered_glosses import find_bare_glosses

    return find_bare_glosses(prose)


def _with_split(prose: str, whole: tuple[Gloss, ...]) -> tuple[Gloss, ...]:
    """The glosses of a converter, with those that cut a character apart."""
    if not whole:
        return ()
    from textproof.split_glosses import find_split_glosses

    split = find_split_glosses(prose, proved=whole[0].proved)
    taken = {index for gloss in split for index in range(gloss.start, gloss.end)}
    return tuple(sorted([*(g for g in whole if g.start not in taken), *split]))


def _converted(prose: str) -> tuple[Gloss, ...]:
    """The toned glosses after Traditional-only characters."""
    matches = list(re.finditer(_GLOSS, prose))
    if not matches:
        return ()
    readings, everyday = traditional_readings(), everyday_traditional()
    chars = [prose[m.start() - 1] for m in matches]
    glosses = [
        (char, m)
        for char, m in zip(chars, matches, strict=True)
        if f" {m[1]} " in readings.get(char, "")
    ]
    others = sum(
        char not in readings and not m[1].isascii() for char, m in zip(chars, matches, strict=True)
    )
    if not glosses or others > OTHERS_SHARE * (others + len(glosses)):
        return ()
    glossed = Counter(char for char, _ in glosses)
    occurrences = sum(prose.count(char) for char in glossed)
    systematic = len(glosses) >= REPEATED_SHARE * occurrences
    ordinary = sum(char in everyday for char, _ in glosses) >= REPEATED_SHARE * len(glosses)
    if not (systematic and ordinary):
        return ()
    proved = len(glosses) >= 3
    if not proved and han_count(prose) > SHORT:
        return ()
    return tuple(Gloss(m.start(), m.end(), char, m[1], proved) for char, m in glosses)
