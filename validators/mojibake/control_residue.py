"""A C1 control where a curly quote or dash of windows-1252 stood.

What it finds
    A single character U+0080 to U+009F that windows-1252 has a typographic mark for, beside
    letters, punctuation or spaces: the text was written in windows-1252 and read as Latin-1.

Why it matters
    The mark is invisible, and XML, JSON and search engines stumble over the control.

Example
    `It` U+0092 `s` was `It’s`.

Repair
    The mark of windows-1252; unsafe, since the author's encoding may have been another.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Repair, Severity
from textproof.lazy import compiled
from textproof.rule import Options, characters, rule

_MARK = compiled("(?<![\x80-\x9f])[\x82-\x8c\x91-\x9c\x80\x8e\x9e\x9f](?![\x80-\x9f])")


@rule(
    "control-residue",
    severity=Severity.ERROR,
    needs=(characters("\x80-\x9f"),),
    yields_to=("wrong-decode", "invalid-bytes"),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    for match in _MARK.finditer(document.text):
        meant = match[0].encode("latin-1").decode("cp1252")
        yield Defect(
            *match.span(),
            f"control U+{ord(match[0]):04X} stands where windows-1252 has {meant}",
            repair=Repair(meant),
            confidence=0.95,
        )
