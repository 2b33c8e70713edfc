"""Which of several Traditional forms of a character belongs beside others.

后 and 後 are one character in Simplified Chinese. The characters before and after it decide, as
they do in the phrases of OpenCC; where they disagree, or one of them goes with what is written,
nothing is wrong.

>>> list(misplaced("皇後與他的隨後的人"))
[(1, '后')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

ALIKE = ("後只系徑準遊餘惡嘗衝致折歷", "面發", "制複", "裡製")
"""Nine in ten of the characters in a Traditional text that can be wrong; together are those that
are wrong beside the same others, or beside few."""


class _Form(NamedTuple):
    """One Traditional form, and the characters before and after it beside which it is right."""

    char: str
    before: str
    after: str


def misplaced(text: str) -> Iterator[tuple[int, str]]:
    """Each character that is likely wrong, with the form that is right in its place.

    All that may be wrong are found with their neighbours first, which is one call and takes as long
    as to read the text; in a good one hardly any is left.
    """
    pattern = _suspicious()
    within = f"\n{text}\n"  # so that each character has one before and one after it
    beside = _wrong_beside()
    suspects = {
        three
        for three in set(pattern.findall(within))
        if three[0] in beside[three[1]][0] or three[2] in beside[three[1]][1]
    }
    wrong = {three for three in suspects if right_form(*three)}
    if wrong:
        for match in pattern.finditer(within):
            if match[1] in wrong:
                yield match.start() - 1, right_form(*match[1])


def right_form(before: str, char: str, after: str) -> str:
    """The form that should stand between two characters, or nothing where what stands there may.

    >>> right_form("皇", "後", "的"), right_form("隨", "後", "的"), right_form("王", "後", "面")
    ('后', '', '')
    """
    forms, own = _forms()[char], table_form().get(char, char)
    beside = _same(before), _same(after)
    wanted = (
        {form.char for form in forms if not beside[0].isdisjoint(form.before)},
        {form.char for form in forms if not beside[1].isdisjoint(form.after)},
    )
    decided = [chars for chars in wanted if chars]
    if not decided or any(own in chars for chars in decided):
        return ""
    right = set.intersection(*decided)
    return right.pop() if len(right) == 1 else ""


@cache
def _forms() -> dict[str, tuple[_Form, ...]]:
    """For each character that is one of several, all of them. The Simplified one is among them."""
    from textproof.tables.han_conversion import CLASSES

    known: dict[str, tuple[_Form, ...]] = {}
    for word in CLASSES.split():
        simplified, *parts = word.split(":")
        forms = tuple(map(_Form, parts[::3], parts[1::3], parts[2::3]))
        for char in {simplified, *parts[::3]}:
            known[char] = known.get(char, ()) + forms
    return known


@cache
def table_form() -> dict[str, str]:
    """For a character as Hong Kong or OpenCC write it, the form in the table."""
    from textproof.tables.han_conversion import REGIONAL

    return {pair[0]: pair[1] for pair in REGIONAL.split()}


def _same(neighbour: str) -> frozenset[str]:
    """A neighbour and what may have become of it in the same conversion: 復 and 覆 for 複."""
    form = table_form().get(neighbour, neighbour)
    return frozenset((form, *(other.char for other in _forms().get(form, ()))))


@cache
def _wrong_beside() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """For each character that can be wrong, those after which and those before which it may be."""
    from textproof.tables.han_conversion import NEVER_WRONG

    written: dict[str, set[str]] = {}
    for neighbour in {*_forms(), *table_form()}:
        for char in _same(neighbour):
            written.setdefault(char, {char}).add(neighbour)

    def beside(forms: Iterable[str]) -> set[str]:
        return {shape for char in set().union(*forms) for shape in written.get(char, char)}

    found = {}
    for char, forms in _forms().items():
        own = table_form().get(char, char)
        right = [form for form in forms if form.char == own]
        others = [form for form in forms if form.char != own]
        sides = (
            frozenset(beside(f.before for f in others) - beside(f.before for f in right)),
            frozenset(beside(f.after for f in others) - beside(f.after for f in right)),
        )
        if any(sides) and char not in NEVER_WRONG:
            found[char] = sides
    return found


@cache
def _suspicious() -> re.Pattern[str]:
    """A pattern for the characters that may be wrong, beside one that one of their group is wrong
    beside. The group is three characters: the one before, it, and the one after."""
    known = _wrong_beside()
    rest = "".join(char for char in known if char not in "".join(ALIKE))
    groups = []
    for chars in (*ALIKE, rest):
        sides = zip(*(known[char] for char in chars), strict=True)
        before, after = ("".join(set().union(*side)) for side in sides)
        groups.append(f"(?<=[{chars}])(?:(?<=[{before}].)|(?=[{after}]))")
    return re.compile(f"[{''.join(known)}](?:{'|'.join(groups)})(?<=(?=(...))..)", re.DOTALL)
