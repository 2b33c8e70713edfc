"""Labelled fields in running text: `發布時間: 2022-09-17`, `Author: Jane Doe`.

A label opens its line, perhaps behind a bracket or a mark, and is followed by a colon. Behind it on
the same line more labels may stand; one with no space, bar or mark before it is *glued*: the line
break or gap that was between the fields is lost.

>>> [(f.name, f.glued) for f in find_labelled("Date: 2022-09-17Source: Reuters", BUILT_IN)]
[('date', False), ('source', True)]
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from textproof.language import any_variant
from textproof.tables.labels import LABELS

BUILT_IN: Mapping[str, tuple[str, ...]] = LABELS

_OPENING = r"[ \t\ufeff]*+(?>(?:[-*+>#•|(（\[【][ \t]*+)*)(?:__)?"
SEPARATORS = "|｜/／·,，;；、。.>＞(（【*_—–-"
"""Marks that part two fields on a line, as white space does."""

_TRIMMED = " \t\xa0\u202f\u3000|｜/／·,，;；、*_"
_CLOSING = {"(": ")", "（": "）", "[": "]", "【": "】"}


Labels = tuple[tuple[str, tuple[str, ...]], ...]


class Labelled(NamedTuple):
    """A labelled value: offsets in the text that was searched."""

    name: str
    label_start: int
    label_end: int
    start: int
    end: int
    glued: bool


def find_labelled(text: str, labels: Mapping[str, tuple[str, ...]]) -> tuple[Labelled, ...]:
    """Every labelled field of a text, in order. ``labels`` gives the labels of each field."""
    words = tuple(labels.items())
    opening, label = _patterns(words)
    found = []
    for first in opening.finditer("\n" + text):  # so that the first line is found like the others
        start = first.start(1) - 1
        line_end = text.find("\n", start)
        line_end = len(text) if line_end < 0 else line_end
        found += _of_line(text, label, start, line_end, words)
    return tuple(found)


@lru_cache(maxsize=16)
def _patterns(labels: Labels) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A pattern for a line that begins with a label, and one for any label."""
    words = sorted({word for _, group in labels for word in group}, key=len, reverse=True)
    alternatives = "|".join(any_variant(word) for word in words)
    label = rf"({alternatives})(?:\*\*|__)?[ \t\xa0\u202f]*[:：](?:\*\*|__)?"
    return (
        re.compile(rf"\n(?=[^\n:：]*+[:：]){_OPENING}{label}", re.IGNORECASE),
        re.compile(rf"(?:(?<![A-Z])|(?<=\dZ)|(?<=UTC)|(?<=GMT)){label}", re.IGNORECASE),
    )


def _of_line(
    text: str,
    label: re.Pattern[str],
    start: int,
    line_end: int,
    labels: Labels,
) -> list[Labelled]:
    """The labelled fields of one line that begins with a label."""
    matches = list(label.finditer(text, start, line_end))
    fields = []
    for index, match in enumerate(matches):
        until = matches[index + 1].start() if index + 1 < len(matches) else line_end
        before = text[match.start() - 1] if match.start() else "\n"
        closing = _CLOSING.get(before)
        if closing and closing in text[match.end() : until]:
            until = text.index(closing, match.end())
        value_start, value_end = match.end(), until
        while value_start < value_end and text[value_start] in _TRIMMED:
            value_start += 1
        while value_end > value_start and text[value_end - 1] in _TRIMMED + "\r([（【":
            value_end -= 1
        glued = index > 0 and not before.isspace() and before not in SEPARATORS
        name = _name_of(match[1], labels)
        fields.append(Labelled(name, match.start(1), match.end(1), value_start, value_end, glued))
    return fields


@lru_cache(maxsize=1024)
def _name_of(label: str, labels: Labels) -> str:
    """The field that a label names: the first one that lists it, in any case and variant."""
    return next(
        name
        for name, words in labels
        if any(re.fullmatch(any_variant(word), label, re.IGNORECASE) for word in words)
    )
