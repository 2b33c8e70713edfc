"""Where a text has a character that clean text does not have beside another one beyond ASCII.

Most texts have few of the characters that may be such a sign, and each stands at few places, so
these are looked for one by one: a search for all of them at once is asked of every character.

>>> text = "one\\ncafÃ©\\ntwo\\nKÄ–N"
>>> sorted(sign_places(text, signs_among(Repertoire(text))))
[7, 15]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from textproof.lazy import compiled
from textproof.rare_literals import matches
from textproof.repertoire import Repertoire
from textproof.tables.misread_signs import SIGNS

LEADS = "âïðÎÏÄÅÌíĂĄĐŃĹÐ"
"""What the first byte of UTF-8 is read as, in Western encodings, that clean text has too."""

CAPITALS = "À-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ"
CONTINUES = "\x80-\xbf€ƒ„…†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ“”–—‘’‚\ufffd"
"""What the further bytes of UTF-8 are read as, in Western encodings."""

MOST = 40
"""Different characters from which on it is faster to search for all at once."""

_FOLLOWS = f"[{re.escape(SIGNS)}{CONTINUES}]"
_SIGN = compiled(
    f"[{re.escape(SIGNS)}](?:(?=[^\x00-\x7f])|(?<=[^\x00-\x7f].))"
    f"|[{LEADS}](?={_FOLLOWS})"
    f"|[{CAPITALS}](?<=[a-z].)(?:(?=[^\x00-\x7f])|(?={_FOLLOWS}[a-z]))"
    "|Ã(?<=[a-zà-ÿ]Ã)(?=[ ,.])"
)


def has_sign(text: str) -> bool:
    """Whether a short text has a character that clean text does not have beside another one."""
    return bool(_SIGN.search(text))


def signs_among(repertoire: Repertoire) -> set[str]:
    """The characters of a text that may be a sign, beside another one."""
    return repertoire.all_of(f"{SIGNS}{LEADS}{CAPITALS}")


def sign_places(text: str, signs: set[str]) -> Iterator[int]:
    """The places of a text, in no order, where one of some characters that it has is a sign."""
    if len(signs) > MOST:
        yield from (match.start() for match in _SIGN.finditer(text))
        return
    for char in signs:
        for match in matches(_beside_another(char), char, text):
            if _SIGN.match(text, match.start()):
                yield match.start()


@cache
def _beside_another(char: str) -> re.Pattern[str]:
    """A pattern for a character that stands beside another one beyond ASCII; `Ã` everywhere."""
    beside = "" if char == "Ã" else "(?:(?=[^\x00-\x7f])|(?<=[^\x00-\x7f].))"
    return re.compile(re.escape(char) + beside)
