"""Characters written in another way than Unicode's usual one (NFC).

What it finds
    Letters and their accents as two characters where one is usual, Korean syllables as separate
    letters (jamo), Vietnamese letters with loose tones, and the signs for ångström, ohm and kelvin
    in place of the letters. One finding for the document, which counts them and lists the places;
    its message says where the document has the same letters in both ways.

    Hebrew, the scripts of India and Tibet, whose characters normalisation takes apart, and angle
    brackets, which it would make wide, are left alone, and so is a text that speaks of characters;
    compatibility ideographs have a rule of their own.

Why it matters
    What looks the same is not found, sorted apart and counted twice; file names from macOS and text
    from PDF come so.

Example
    `Café` with U+0301 after `e`, where other lines have `é`.

Repair
    None for the document as a whole: normalise it to NFC.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import is_normalized, normalize

from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.lazy import compiled
from textproof.rule import Options, characters, rule
from textproof.topics import speaks_of_characters

_MARKS = "\u0300-\u034e\u0350-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u3099\u309a"
_FINALS = "\u11a8-\u11c2"
_VOWELS = "\u1161-\u1175"
_SINGLETONS = (
    "\u037e\u1f71\u1f73\u1f75\u1f77\u1f79\u1f7b\u1f7d\u1fbb\u1fc9\u1fcb\u1fd3\u1fdb\u1fe3\u1feb"
    "\u1ff9\u1ffb\u2126\u212a\u212b"
)
_SUSPECT = compiled(
    # three marks are the most that compose, in Greek; a stack of more belongs to another rule
    f"[^\\W\\d_][{_MARKS}]{{1,3}}(?![{_MARKS}])"
    f"|[\u1100-\u1112][{_VOWELS}][{_FINALS}]?|[\uac00-\ud7a3][{_FINALS}]|[{_SINGLETONS}]"
)


QUOTED = 3
"""Different sequences that a message quotes."""


@rule(
    "not-normalised",
    severity=Severity.INFO,
    needs=(characters(_MARKS + _VOWELS + _FINALS + _SINGLETONS),),
    yields_to=("invalid-bytes",),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    if not document.indirect and is_normalized("NFC", document.text):
        return
    view = document.prose
    spans: list[tuple[int, int]] = []
    kinds: dict[str, str] = {}
    for match in _SUSPECT.finditer(view.text):
        composed = normalize("NFC", match[0])
        if composed != match[0]:
            spans.append(view.source_span(*match.span()))
            kinds.setdefault(match[0], composed)
    if not spans or speaks_of_characters(document.text):
        return
    quoted = ", ".join(
        f"“{new}” as {' '.join(f'U+{ord(char):04X}' for char in old)}"
        for old, new in list(kinds.items())[:QUOTED]
    )
    more = ", …" if len(kinds) > QUOTED else ""
    mixed = any(new in view.text for new in kinds.values())
    also = ", and composed elsewhere in the document" if mixed else ""
    times = "once" if len(spans) == 1 else f"{len(spans)} times"
    yield Defect(
        *spans[0],
        f"not in NFC, {times}: {quoted}{more}{also}",
        places=tuple(spans[1:]),
        detail={"count": len(spans), "mixed": mixed},
    )
