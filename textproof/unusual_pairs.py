"""Whether letters stand beside one another that do so in no language: `ung³r`, `prÚs`, `lňses`.

That is what is left where one legacy encoding was read as another, and there it is so in all of a
text: a sample tells, and it costs next to nothing.

>>> has_unusual_pairs("f³r Fu\xdfgõnger"), has_unusual_pairs("L’été, c’est l’été – déjà 20 m²")
(True, False)
>>> has_unusual_pairs("lňses pňventet gňr fňr"), has_unusual_pairs("Příliš žluťoučký kůň")
(True, False)
>>> has_unusual_pairs("Бнбнфйуфпйчйб Эллейшзт"), has_unusual_pairs("Αναντιστοιχία έλλειψης")
(True, False)
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from itertools import islice

from textproof.lazy import compiled
from textproof.plausibility import pairs_of_languages

SAMPLE = 60
"""Characters beyond ASCII that are looked at."""

UNUSUAL, FEWEST = 0.4, 3
"""Share of the pairs that are in no language, from which on a text is odd, and from how many on.
Of clean messages in 99 languages none of a language that is listed has as many; of those that were
read wrongly nine of ten do (`python benchmarks/quality --split tune`)."""

_BEYOND = compiled("[^\x00-\x7f]")
_LISTED = compiled("[\x80-\u052f\u0590-\u06ff\u1e00-\u2fff]")
_USUAL_INSIDE = frozenset("’‘ʼ·–—…′→×■□▯")
_UNUSUAL = compiled("[\x80-\u052f\u0590-\u06ff\u1e00-\u2fff](?<![’‘·–—…′→×■□▯])")
_OPENING = "‚„"
_NO_LETTERS = frozenset("ªº")
_MARKS = ("Mn", "Mc", "Me", "Cf")
_NEVER = "\0"


def has_unusual_pairs(text: str, beyond: str | None = None) -> bool:
    """Whether many of the characters beyond ASCII stand where no language has them. ``beyond`` are
    these characters, where they are known: few of them may be marks that stand anywhere."""
    if beyond is not None and len(beyond) < SAMPLE and not _UNUSUAL.search(beyond):
        return False
    places = [match.start() for match in islice(_BEYOND.finditer(text), SAMPLE)]
    sample = "".join([text[place] for place in places])
    listed = [places[match.start()] for match in _LISTED.finditer(sample)]
    others = len(places) - len(listed)  # in no listed language
    # some pages have no-break spaces between all words; no letter is as frequent
    if "\xa0" in sample and text.count("\xa0") > text.count(" ") + FEWEST:
        listed = [place for place in listed if text[place] != "\xa0"]
    pairs = Counter(pair for place in listed if (pair := _pair(text, place)))
    total = pairs.total() + others
    if not total or (total < FEWEST and not pairs[_NEVER]):
        return False
    usual = (1 - UNUSUAL) * total - others
    return all(
        sum(count for pair, count in pairs.items() if pair in known) <= usual
        for known in pairs_of_languages()
    )


def _pair(text: str, place: int) -> str:
    """A letter beyond ASCII with the one before it, in small letters; ``_NEVER`` for what stands in
    no word; "" for marks that may stand there."""
    before, char = text[place - 1 : place], text[place]
    if char.isalpha() and char not in _NO_LETTERS:
        if not before.isalpha():
            return f" {char}".lower()
        is_inside = before.islower() or text[place + 1 : place + 2].islower()
        return _NEVER if is_inside and char.isupper() else f"{before}{char}".lower()
    if char in _OPENING and before.islower():
        return _NEVER
    is_inside = before.islower() and text[place + 1 : place + 2].islower()
    if not is_inside or char in _USUAL_INSIDE or unicodedata.category(char) in _MARKS:
        return ""
    return _NEVER
