"""Excerpts: a finding in its line, and its repair as changes of that line.

An excerpt is a list of pieces: plain ones with the kind "", and those that are a `mark`, a `del` or
an `ins`, which are the names of the HTML elements for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby, takewhile
from operator import itemgetter

from textproof.finding import CONTEXT, Finding

Piece = tuple[str, str]

LONGEST = 240
"""Code points of a damaged text, or of its repair, that are looked at."""

NEAR = 16
"""Code points of the line that are shown on either side of a change."""


def excerpt(finding: Finding) -> list[Piece]:
    """A finding in its line; nothing where it is about something that is not there."""
    if not finding.end:
        return []
    text, more = finding.text[:LONGEST], len(finding.text) > LONGEST
    before = _end_of(finding.before, CONTEXT, _begins_before(finding))
    after = _start_of(finding.after, CONTEXT, _goes_on(finding))
    return [("", before), ("mark", text + "…" * more), ("", after)]


def repaired(finding: Finding) -> list[Piece]:
    """What a repair takes out of its line and what it puts in; nothing where there is none."""
    if not finding.repair:
        return []
    old, new = finding.text, finding.repair.text
    start = _alike(old, new)
    before, old, new = finding.before + old[:start], old[start:], new[start:]
    after, more = finding.after, _goes_on(finding)
    old_words, new_words = _words(old), _words(new)
    if max(len(old), len(new)) > LONGEST:
        after, more = "", True
        whole = min(len(old_words), len(new_words)) - 1
        old_words, new_words = old_words[: whole or None], new_words[: whole or None]
    pieces = [("", before), *_changes(old_words, new_words), ("", after)]
    grouped = groupby(pieces, key=itemgetter(0))
    merged = [(kind, "".join(text for _, text in group)) for kind, group in grouped]
    between = [(kind, text if kind else _ends_of(text)) for kind, text in merged[1:-1]]
    return [
        ("", _end_of(merged[0][1], NEAR, _begins_before(finding))),
        *between,
        ("", _start_of(merged[-1][1] if between else "", NEAR, more)),
    ]


def _words(text: str) -> list[str]:
    """As much of a text as is shown, cut into words; there is always one, if an empty one."""
    return re.findall(r"\S+\s*|\s+", text[:LONGEST]) or [""]


def _changes(old: list[str], new: list[str]) -> Iterator[Piece]:
    """From old words to new ones.

    >>> list(_changes(["Los ", "niÃ±os ", "y"], ["Los ", "niños ", "y"]))
    [('', 'Los '), ('', 'ni'), ('del', 'Ã±'), ('ins', 'ñ'), ('', 'os '), ('', 'y')]
    """
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for _, first, last, new_first, new_last in matcher.get_opcodes():
        taken, put = old[first:last], new[new_first:new_last]
        if len(taken) != len(put):
            taken, put = ["".join(taken)], ["".join(put)]
        for word, new_word in zip(taken, put, strict=True):
            yield from _change(word, new_word)


def _change(old: str, new: str) -> Iterator[Piece]:
    """From an old word to a new one, without the ends that stay."""
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    taken, put = old[start : len(old) - end], new[start : len(new) - end]
    pieces = [("", old[:start]), ("del", taken), ("ins", put), ("", old[len(old) - end :])]
    return ((kind, text) for kind, text in pieces if text)


def _alike(one: str, other: str) -> int:
    """The length of what two texts begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _begins_before(finding: Finding) -> bool:
    return finding.column > len(finding.before) + 1


def _goes_on(finding: Finding) -> bool:
    return len(finding.after) >= CONTEXT


def _end_of(text: str, reach: int, more: bool) -> str:
    return "…" * (more or len(text) > reach) + text[-reach:].lstrip()


def _start_of(text: str, reach: int, more: bool) -> str:
    return text[:reach].rstrip() + "…" * (more or len(text) > reach)


def _ends_of(text: str) -> str:
    return text if len(text) <= 3 * NEAR else f"{text[:NEAR]}…{text[-NEAR:]}"
