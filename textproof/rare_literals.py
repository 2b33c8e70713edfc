"""Searches for patterns that begin with a literal, at the speed of memory where that is rare.

A pattern is asked at every character, which takes half a millisecond a megabyte though it begins
with a literal; to find the literal alone takes a tenth of that.

>>> import re
>>> [match[0] for match in matches(re.compile(r"\\?\\w"), "?", "a?b c??d")]
['?b', '?d']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

RARE = 4_000
"""Characters of a text, of which one may be the literal for each to be looked at by itself: to look
at one takes about as long as to search half as many."""


def matches(pattern: re.Pattern[str], literal: str, text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begins with a literal."""
    tries = len(text) // RARE
    if literal in text[:RARE]:
        tries //= 4  # it is likely not that rare
    at = text.find(literal)
    while at >= 0 and tries:
        match = pattern.match(text, at)
        if match:
            yield match
        at, tries = text.find(literal, max(match.end() if match else 0, at + 1)), tries - 1
    if at >= 0:
        yield from pattern.finditer(text, at)


def found(pattern: re.Pattern[str], literal: str, text: str) -> bool:
    """Whether a pattern that begins with a literal is in a text."""
    return next(matches(pattern, literal, text), None) is not None
