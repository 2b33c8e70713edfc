"""Words that a conversion to Traditional Chinese, character by character, got wrong.

What it finds
    In a Traditional document, a character beside which another one belongs that is the same in
    Simplified Chinese: one too many converted (`皇後`, `隻有`, `意誌`), the wrong one of several
    (`頭發`, `鞦天`), or one that stayed as it was since Traditional has it too (`奮斗`, `聯系`,
    `關于`). The characters before and after decide, as they do in the phrases of OpenCC; where
    they disagree, or one of them goes with what is written, there is no finding.

    What Taiwan and Hong Kong write either way (台 and 臺, 佔 and 占, 布局 and 佈局) is none. A text
    that speaks of the variants, and Simplified, Japanese and Korean documents, are not looked at.

Why it matters
    后 is “queen” and 後 is “after”; a converter that knows characters and no words gives both as
    後. Such words are not found by a search, and read as a mistake of the author's.

Example
    `皇後的頭發` should be `皇后的頭髮`.

Repair
    The form that the words have; unsafe, since the author may have meant another word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from textproof.document import Document
from textproof.finding import Defect, Repair, Severity
from textproof.language import HAN, variant_of
from textproof.lazy import compiled
from textproof.rule import Options, fact, rule
from textproof.topics import speaks_of_variants

REMEMBERED = 1 << 14
"""Characters with their neighbours of which is remembered whether they are wrong: as many as a
megabyte of text has."""

_right: set[tuple[str, str]] = set()
"""What is remembered to be right: most of it stands in the next document too, and to take it away
all at once is fastest."""

LEFT = 2
"""于 in words with 於 from which on a document without any 於 has none but by a converter."""

_YU = compiled(f"于(?<=[{HAN}].)(?=[{HAN}])")


class _Form(NamedTuple):
    """One Traditional form, and the characters before and after it beside which it is right."""

    char: str
    before: str
    after: str


@rule("han-conversion", severity=Severity.INFO, needs=(fact("chinese"),))
def check(document: Document, options: Options) -> Iterator[Defect]:
    if variant_of(document.language) != "zh-Hant":
        return
    if not document.indirect and not document.glosses and not any(_suspects(document.text)):
        return
    view = document.without_glosses
    if speaks_of_variants(view.text):
        return
    for offset, form in (*_suspects(view.text), *_left_everywhere(view.text)):
        own = _own_form(form, view.text)
        before, char, after = (view.text[max(offset - 1, 0) : offset], *view.text[offset:][:2])
        yield Defect(
            *view.source_span(offset, offset + 1),
            f"{char} (U+{ord(char):04X}) in “{before}{char}{after}” is likely {own}: converted"
            " character by character",
            repair=Repair(own),
            confidence=0.9,
            detail={"candidates": [own]},
        )


def _suspects(text: str) -> Iterator[tuple[int, str]]:
    """Each character that is likely wrong, with the form that is right in its place.

    All that the text has are told apart first, which is one call; in a good text none is left.
    """
    pattern = _with_neighbours()
    unknown = set(pattern.findall(text)) - _right
    wrong = {found for found in unknown if _right_form(*found)}
    if len(_right) < REMEMBERED:
        _right.update(unknown - wrong)
    if not wrong:
        return
    for match in pattern.finditer(text):
        form = _right_form(*match.groups())
        if form:
            yield match.start(), form


def _left_everywhere(text: str) -> Iterator[tuple[int, str]]:
    """Each 于 that its neighbours do not decide, where all that they decide stand for 於.

    于 is a surname, and stands in a few old words; 於 is in every text of some length.
    """
    if "於" in text or text.count("于") < LEFT:
        return
    places = [match.start() for match in _YU.finditer(text)]
    forms = {place: _right_form(text[place - 1 : place + 1], text[place + 1]) for place in places}
    if sum(form == "於" for form in forms.values()) >= LEFT:
        yield from ((place, "於") for place, form in forms.items() if not form)


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
def _table_form() -> dict[str, str]:
    """For a character as Hong Kong or OpenCC write it, the form in the table."""
    from textproof.tables.han_conversion import REGIONAL

    return {pair[0]: pair[1] for pair in REGIONAL.split()}


@lru_cache(maxsize=REMEMBERED)
def _same(neighbour: str) -> frozenset[str]:
    """A neighbour and what may have become of it in the same conversion: 復 and 覆 for 複."""
    form = _table_form().get(neighbour, neighbour)
    return frozenset((form, *(other.char for other in _forms().get(form, ()))))


@cache
def _with_neighbours() -> re.Pattern[str]:
    """A pattern for the characters that can be wrong: groups hold the one before and it, and the
    one after."""
    from textproof.tables.han_conversion import NEVER_WRONG

    chars = "".join(char for char in _forms() if char not in NEVER_WRONG)
    return re.compile(rf"[{chars}](?<=(..))(?=(.?))", re.DOTALL)


@lru_cache(maxsize=REMEMBERED)
def _right_form(before_and_char: str, following: str) -> str:
    """The form that should stand between two characters, or nothing where what stands there may."""
    forms = _forms()[before_and_char[1]]
    before, after = _same(before_and_char[0]), _same(following)
    char = _table_form().get(before_and_char[1], before_and_char[1])
    wanted = (
        {form.char for form in forms if not before.isdisjoint(form.before)},
        {form.char for form in forms if not after.isdisjoint(form.after)},
    )
    decided = [chars for chars in wanted if chars]
    if not decided or any(char in chars for chars in decided):
        return ""
    right = set.intersection(*decided)
    return right.pop() if len(right) == 1 else ""


def _own_form(form: str, text: str) -> str:
    """A form as the document writes it: 裏 in Hong Kong for 裡."""
    others = [other for other, known in _table_form().items() if known == form]
    return next((other for other in others if form not in text and other in text), form)
