"""Which of several Traditional forms of a character belongs beside others.

后 and 後 are one character in Simplified Chinese. The characters before and after it decide, as
they do in the phrases of OpenCC; where they disagree, or one of them goes with what is written,
nothing is wrong.

>>> list(misplaced("皇後與他的隨後的人"))
[(1, '后')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import cache, lru_cache
from typing import NamedTuple

from textproof.repertoire import in_context


class _Form(NamedTuple):
    """One Traditional form, and the characters before and after it beside which it is right."""

    char: str
    before: str
    after: str


def misplaced(text: str) -> Iterator[tuple[int, str]]:
    """Each character that is likely wrong, with the form that is right in its place."""
    wrong = wrong_among(in_context((can_be_wrong(),), text))
    if wrong:
        within = f"\n{text}\n"  # so that each character has one before and one after it
        for match in re.finditer(f"(?=({'|'.join(map(re.escape, wrong))}))", within):
            yield match.start(), wrong[match[1]]


def wrong_among(threes: Set[str]) -> dict[str, str]:
    """Of some characters, each between the two that stand beside it, those that are likely wrong,
    with the form that is right. Others than those that can be wrong may be among them.

    >>> wrong_among({"皇後與", "隨後的", "，我們"})
    {'皇後與': '后'}
    """
    beside, found = _wrong_beside(), {}
    for three in threes:
        wrong_before, wrong_after = beside.get(three[1], _NOTHING)
        if three[0] in wrong_before or three[2] in wrong_after:
            form = right_form(*three)
            if form:
                found[three] = form
    return found


@cache
def can_be_wrong() -> str:
    """The characters that can be wrong."""
    return "".join(sorted(_wrong_beside()))


@lru_cache(maxsize=4_096)  # the same few are asked about in one document after the other
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
def _wrong_beside() -> dict[str, tuple[str, str]]:
    """For each character that can be wrong, those after which and those before which it may be.

    Few are in a text, so that what is read of the table must be small: strings, and no sets.
    """
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
            "".join(beside(f.before for f in others) - beside(f.before for f in right)),
            "".join(beside(f.after for f in others) - beside(f.after for f in right)),
        )
        if any(sides) and char not in NEVER_WRONG:
            found[char] = sides
    return found


_NOTHING = ("", "")
