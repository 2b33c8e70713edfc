"""Characters that stand for what a decoder could not read: U+FFFD and its own wrong decodings.

What it finds
    Runs of U+FFFD; `ï¿½` (U+FFFD in UTF-8 read as Latin-1) and what came of it in a second round;
    `锟斤拷` (the same read as GBK). Memory that a debugger filled, read as GBK: four and more 烫 or
    屯, a warning, since people write so too. A warning in a text that speaks of such characters.

Why it matters
    The text that was there is lost; only the source has it.

Example
    `W` U+FFFD `hler` was `Wöhler`.

Repair
    None: what was lost cannot be read off the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.lazy import compiled
from textproof.rule import Options, characters, pattern, rule
from textproof.topics import speaks_of_encodings

_LOST = compiled("\ufffd(?:[ ?]?\ufffd)*|(?:ï¿½)+|(?:Ã¯Â¿Â½)+|(?:锟斤拷)+锟?|烫{4,}|屯{4,}")


@rule(
    "replacement-character",
    severity=Severity.ERROR,
    needs=(
        characters("\ufffd"),
        pattern("½(?<=ï¿½)"),
        pattern("½(?<=Ã¯Â¿Â½)"),
        pattern("锟(?=斤拷)"),
        pattern("烫(?=烫烫烫)"),
        pattern("屯(?=屯屯屯)"),
    ),
    yields_to=("wrong-decode",),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    view = document.prose
    meant = speaks_of_encodings(view.text)
    for match in _LOST.finditer(view.text):
        count = len(match[0].replace(" ", "").replace("?", ""))
        what = "U+FFFD" if match[0][0] == "\ufffd" else f"“{match[0][:6]}”"
        times = f", {count} times," if match[0][0] == "\ufffd" and count > 1 else ""
        likely = meant or match[0][0] in "烫屯"
        yield Defect(
            *view.source_span(*match.span()),
            f"{what}{times} stands where text could not be decoded and was lost",
            severity=Severity.WARNING if likely else None,
            confidence=0.5 if likely else 1.0,
        )
