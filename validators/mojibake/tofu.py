"""Boxes that stand where a font or a converter had no character: `caf□s`, `don■t`.

What it finds
    □ ▯ ▢ ■ and runs of ¤ between the letters of a word; runs of two or more white boxes that take
    the place of a word in a sentence; U+FFFC, which stands for a picture or another object, left in
    the text. A warning; an info in a text that speaks of fonts and missing characters.

Why it matters
    What stood there is lost for everybody who reads, searches or quotes the text. Programs that
    write PDF print ■ for what their font lacks, and the box is copied with the text.

    Boxes are marks of their own, too: to be ticked (`□ paid`, `Yes□ No□`), before a Japanese
    heading, in ratings (■■■□□), in games, after a proof; and in editions of old Chinese and
    Japanese texts □ stands for a character that cannot be read. Between Han characters and kana,
    where it is nearly always meant, nothing is said.

Example
    `na□ve` was `naïve`.

Repair
    None: what was lost cannot be read off the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.lazy import compiled
from textproof.rule import Options, characters, rule
from textproof.topics import speaks_of_missing_glyphs

BOX = "□▯▢■"
OBJECT = "\ufffc"
LETTER = "[^\\W\\d_\u2e80-\uffef\U00020000-\U0003ffff]"
"""A letter of an alphabet: no Han character, kana or Hangul syllable."""

_WORD = compiled(rf"(?<![\w{BOX}¤]){LETTER}+(?:(?:[{BOX}]+|¤¤+){LETTER}+)+(?![\w{BOX}¤])")
_BOXES = compiled(f"[{BOX}]+|¤+")
_BEFORE_A_LETTER = compiled(rf"(?:[{BOX}]+|¤¤+)(?={LETTER})")
_PLACE = compiled(
    rf"(?:(?<={LETTER} )|(?<={LETTER} [(\"“«]))[□▯▢]{{2,}}(?:[ -][□▯▢]{{2,}})*"
    rf"(?=[)\"”»]? {LETTER}|[)\"”»]?[.,;:!?])"
)
_OBJECT = compiled("\ufffc(?:[ \u00a0]?\ufffc)*")


@rule(
    "tofu",
    severity=Severity.WARNING,
    needs=(characters(BOX + OBJECT + "¤"),),
    yields_to=("wrong-decode",),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    view = document.prose
    lost = sorted(_lost(view.text))
    severity = Severity.INFO if lost and speaks_of_missing_glyphs(view.text) else None
    for start, end, what in lost:
        char = view.text[start]
        name = "U+FFFC" if char == OBJECT else f"{char} U+{ord(char):04X}"
        yield Defect(
            *view.source_span(start, end),
            f"{name} stands where {what} was lost",
            severity=severity,
            confidence=0.8,
        )


def _lost(text: str) -> Iterator[tuple[int, int, str]]:
    """The spans of boxes, and what stood there."""
    lines = {_line_around(text, box.start()) for box in _BEFORE_A_LETTER.finditer(text)}
    for line in lines:
        for word in _WORD.finditer(text, *line):
            if _is_word(word[0]):
                for match in _BOXES.finditer(word[0]):
                    yield word.start() + match.start(), word.start() + match.end(), "a letter"
    for match in _PLACE.finditer(text):
        if "■" not in text[slice(*_line_around(text, match.start()))]:
            yield *match.span(), "a word"
    for match in _OBJECT.finditer(text):
        yield *match.span(), "a picture or another object"


def _is_word(word: str) -> bool:
    """Whether a word with boxes in it is one: `Yes□No` is a form, `x□y` an operation."""
    parts = _BOXES.split(word)
    return not any(part[0].isupper() for part in parts[1:]) and max(map(len, parts)) > 1


def _line_around(text: str, position: int) -> tuple[int, int]:
    """The span of the line of a place."""
    end = text.find("\n", position)
    return text.rfind("\n", 0, position) + 1, end if end >= 0 else len(text)
