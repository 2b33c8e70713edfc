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

from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Repair, Severity
from textproof.han_forms import can_be_wrong, misplaced, right_form, table_form, wrong_among
from textproof.language import HAN, variant_of
from textproof.lazy import compiled
from textproof.rule import Options, frequent, rule
from textproof.topics import speaks_of_variants

LEFT = 2
"""于 in words with 於 from which on a document without any 於 has none but by a converter."""

_HOW = compiled("瞭(?=如何)(?:(?<!明瞭)|(?<=[說説證表闡聲指]明瞭))")
"""介紹瞭如何, which its neighbours do not tell from 瞭如指掌; 明瞭如何 is right, 說明瞭如何 not."""

_YU = compiled(f"于(?<=[{HAN}].)(?=[{HAN}])")


@rule(
    "han-conversion",
    severity=Severity.INFO,
    needs=(frequent(can_be_wrong(), language="zh-Hant"),),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    if variant_of(document.language) != "zh-Hant":
        return
    if not document.indirect and not document.glosses and not _is_suspect(document):
        return
    view = document.without_glosses
    if speaks_of_variants(view.text):
        return
    how = ((match.start(), "了") for match in _HOW.finditer(view.text))
    found = {**dict(how), **dict(misplaced(view.text)), **dict(_left_everywhere(view.text))}
    for offset, form in sorted(found.items()):
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


def _is_suspect(document: Document) -> bool:
    """Whether something is wrong in the text as it stands."""
    wrong = wrong_among(document.repertoire.in_context(can_be_wrong()))
    return bool(wrong) or ("瞭" in document.text and _HOW.search(document.text) is not None)


def _left_everywhere(text: str) -> Iterator[tuple[int, str]]:
    """Each 于 that its neighbours do not decide, where all that they decide stand for 於.

    于 is a surname, and stands in a few old words; 於 is in every text of some length.
    """
    if "於" in text or text.count("于") < LEFT:
        return
    places = [match.start() for match in _YU.finditer(text)]
    forms = {place: right_form(*text[place - 1 : place + 2]) for place in places}
    if sum(form == "於" for form in forms.values()) >= LEFT:
        yield from ((place, "於") for place, form in forms.items() if not form)


def _own_form(form: str, text: str) -> str:
    """A form as the document writes it: 裏 in Hong Kong for 裡."""
    others = [other for other, known in table_form().items() if known == form]
    return next((other for other in others if form not in text and other in text), form)
