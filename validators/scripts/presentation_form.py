"""Letters in the shapes of a font: Arabic presentation forms, Latin ligatures.

What it finds
    Words in Arabic presentation forms, Latin and Armenian ligatures (ﬁ, ﬂ, ﬀ, ﬃ, ﬓ), wide Hebrew
    letters: what a PDF extractor or an old program wrote in place of letters. Arabic forms that
    stand in the order of the eye, from left to right, are told apart from those in the order of
    reading.

    Signs that are meant stay: ornate parentheses, honorifics such as ﷺ, ﷲ and the rial sign. A form
    that stands alone, as in a table of forms, and all in a text that speaks of characters, is an
    info; so are Hebrew letters with points, which Yiddish keyboards type, once for a document.

Why it matters
    Search does not find “office” in “oﬃce”, a speller knows neither, and Arabic in the order of the
    eye is no text at all.

Example
    `eﬃcient` is `efficient`.

Repair
    The letters (NFKC): safe for a ligature in a word and for Arabic whose shapes agree with the
    order of reading. Where they stand in the order of the eye it is turned round, unsafe.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from textproof.arabic_forms import FORMS, Order, order_of, restored
from textproof.document import Document
from textproof.finding import Defect, Repair, Safety, Severity
from textproof.gathering import gathered
from textproof.lazy import compiled
from textproof.rule import Options, characters, rule
from textproof.topics import speaks_of_characters
from textproof.view import View

_LIGATURES = "\ufb00-\ufb06\ufb13-\ufb17\ufb20-\ufb29\ufb4f"
_POINTED = "\ufb1d\ufb1f\ufb2a-\ufb36\ufb38-\ufb3c\ufb3e\ufb40\ufb41\ufb43\ufb44\ufb46-\ufb4e"
_LIGATURE = compiled(f"[{_LIGATURES}]")
_HEBREW = compiled(f"[{_POINTED}]")
_LETTER = compiled(r"[^\W\d_]")
_ARABIC = "\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ff"
_WORD = f"[{_ARABIC}]*+[{FORMS}][{_ARABIC}{FORMS}]*+"
_STRETCH = compiled(f"{_WORD}(?: {_WORD})*")
"""Words with a form in each, one space between them."""


@rule(
    "presentation-form",
    severity=Severity.WARNING,
    needs=(characters(f"{_LIGATURES}{_POINTED}{FORMS}"),),
    yields_to=("wrong-decode", "invalid-bytes"),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    view = document.prose
    about = speaks_of_characters(document.text)
    yield from gathered(_ligatures(view, about=about))
    yield from _arabic(view, about=about)
    pointed = [view.source_span(*match.span()) for match in _HEBREW.finditer(view.text)]
    if pointed:
        yield Defect(
            *pointed[0],
            "Hebrew letter with its point as one character"
            + (f", {len(pointed)} times" if len(pointed) > 1 else ""),
            severity=Severity.INFO,
            places=tuple(pointed[1:]),
            detail={"count": len(pointed)},
        )


def _ligatures(view: View, *, about: bool) -> Iterator[Defect]:
    """Ligatures of Latin and Armenian, and Hebrew letters of odd width."""
    text = view.text
    for match in _LIGATURE.finditer(text):
        char, letters = match[0], normalize("NFKC", match[0])
        start, end = match.span()
        sides = text[max(start - 1, 0) : start], text[end : end + 1]
        sure = any(map(_LETTER.match, sides)) and not about
        yield Defect(
            *view.source_span(start, end),
            f"presentation form {char} U+{ord(char):04X} stands for “{letters}”",
            Repair(letters, Safety.SAFE if sure else Safety.UNSAFE),
            None if sure else Severity.INFO,
        )


def _arabic(view: View, *, about: bool) -> Iterator[Defect]:
    """Stretches of Arabic presentation forms; what order they are in is told by all of them."""
    stretches = list(_STRETCH.finditer(view.text))
    in_document = order_of(" ".join(match[0] for match in stretches))
    alone = all(len(match[0]) == 1 for match in stretches)
    for match in stretches:
        order = order_of(match[0])
        safe = order is in_document is Order.READING and not about
        if order is Order.UNKNOWN:
            order = in_document
        letters = restored(match[0], order)
        first = next(ord(char) for char in match[0] if char >= "\ufb50")
        how = ", in the order of the eye" if order is Order.EYE else ""
        yield Defect(
            *view.source_span(*match.span()),
            f"Arabic presentation forms, first U+{first:04X}{how}",
            Repair(letters, Safety.SAFE if safe else Safety.UNSAFE) if letters else None,
            Severity.INFO if alone or about else None,
            detail={"order": str(order)},
        )
