"""Which letters are of a language: those in the table of letters, and those that it lacks.

>>> is_in_an_alphabet("ř"), is_in_an_alphabet("ſ")
(True, False)
"""

from __future__ import annotations

import re
from functools import cache

from textproof.tables.letter_pairs import LETTERS

UNLISTED = re.compile("[\u0530-\u058f\u0900-\u0dff\u0e80-\u139f\u1780-\u17ff]")
"""Characters of scripts that many write, of which no language is listed."""

_OF_LISTED_LANGUAGES = re.compile(
    "[\x80-\u017f\u0370-\u045f\u0500-\u052f\u0590-\u06ff\u1f00-\u1fff]"
)
"""Letters of the scripts of the languages that are listed, but for those that only others have."""

ALPHABETS = (
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўђћџљњјѕќѓғқңүұһәөҗҙҡҫҥӑӗӳҷӣӯҳ",
    "āēīōūâêîôûŵŷäëïöüáéíóúàèìòùñçŋɛɔẹọṣńḿǹ",
    "êîûçşğıöüəžňýāäōūņčšģķļ",
    "ĉĝĥĵŝŭċġħżƙɗɓƴẽĩũỹ",
    "čḍɛǧɣḥṛṣṭẓʻāēīōū",
    "áâêîôûńóúıǵǿşçñäöüéýń",
)
"""Letters of languages, in the alphabets of their neighbours, that the table of letters lacks."""

OF_NO_TABLE = frozenset("".join(ALPHABETS))
"""The letters of those."""


@cache
def is_in_an_alphabet(letter: str) -> bool:
    """Whether a letter is one of a language that is listed, or of a script of which none is.

    >>> [is_in_an_alphabet(letter) for letter in "ŘſԬग"]
    [True, False, False, True]
    """
    small = letter.lower()[0]
    return not _OF_LISTED_LANGUAGES.match(small) or small in _listed() or small in OF_NO_TABLE


@cache
def is_known_letter(char: str) -> bool:
    """Whether a character is a letter of a language that is listed, of a script that many write, or
    no letter at all.

    >>> [is_known_letter(char) for char in "éʻƻग“"]
    [True, True, False, True, True]
    """
    small = char.lower()[0]
    if not char.isalpha() or small < "\x80" or small >= "\u2e80" or UNLISTED.match(char):
        return True
    return small in OF_NO_TABLE or small in _listed()


@cache
def _listed() -> frozenset[str]:
    return frozenset(char for scale in LETTERS.values() for group in scale for char in group)
