"""Text that was read with the wrong encoding: `CafÃ©`, `â€œquotedâ€\\x9d`, `浣犲ソ`, `Ïðèâåò`.

What it finds
    Runs that, written in the encoding that they were read with, are valid UTF-8 from end to end and
    that clean text does not hold: UTF-8 read as any encoding of one or two bytes a character, once
    or several times; also those of which a byte was lost since. And text in one legacy encoding
    that was read as another, where its letters are those of no language before and of one
    afterwards. Runs on one line with one chain are one finding. A warning where clean text might
    read so (`KÃ–LN`), and in a text that speaks of encodings.

Why it matters
    It is the most common damage there is. The bytes are all there, so it can be undone.

    An accented letter before marks is valid UTF-8 too: `« été »` with no-break spaces, `amanhã…”`,
    `vidíš“`, `MAÇÃ».`, `CAFÉ®`. Such runs stay, unless their whole line was read wrongly.

Example
    `enviÃ¡ mensajes` was `enviá mensajes`: UTF-8 read as windows-1252.

Repair
    The text as it was meant. Safe where each run holds what never follows a letter, or a capital
    inside a word, or where no other reading comes near; otherwise unsafe.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Repair, Safety, Severity
from textproof.lazy import compiled
from textproof.misread_utf8 import replaced
from textproof.mixed_words import OTHER_ALPHABETS
from textproof.repertoire import Repertoire
from textproof.rule import Options, characters, fact, rule
from textproof.sign_places import LEADS
from textproof.tables.misread_signs import SIGNS
from textproof.topics import speaks_of_encodings
from textproof.view import MASK
from textproof.wrong_decoding import WrongDecoding, in_words, wrong_decodings

_BETWEEN = compiled(f"[\n{MASK}]")


@rule(
    "wrong-decode",
    severity=Severity.ERROR,
    needs=(characters(SIGNS), characters(LEADS), characters(OTHER_ALPHABETS), fact("no-language")),
    yields_to=("invalid-bytes",),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    view = document.prose
    written = document.indirect or document.visible is not None  # as other characters, maybe
    repertoire = Repertoire(view.text) if written else document.repertoire
    found = wrong_decodings(view.text, document.mixed_words, repertoire)
    quoted = bool(found) and speaks_of_encodings(view.text)
    for runs in _of_one_chain(view.text, found):
        safe = not quoted and all(run.proved for run in runs)
        confidence = 0.5 if quoted else max(run.confidence for run in runs)
        start, end = runs[0].start, runs[-1].end
        meant = replaced(view.text, runs, start, end)
        yield Defect(
            *view.source_span(start, end),
            in_words(runs[0].chain),
            repair=Repair(meant, Safety.SAFE if safe else Safety.UNSAFE),
            severity=Severity.WARNING if confidence < 0.9 else None,
            confidence=confidence,
            detail={"chain": [codec for pair in runs[0].chain for codec in pair]},
        )


def _of_one_chain(text: str, found: list[WrongDecoding]) -> Iterator[list[WrongDecoding]]:
    """The runs of one chain with nothing but text between them."""
    alike: list[WrongDecoding] = []
    for run in found:
        if alike and (
            run.chain != alike[0].chain or _BETWEEN.search(text, alike[-1].end, run.start)
        ):
            yield alike
            alike = []
        alike.append(run)
    if alike:
        yield alike
