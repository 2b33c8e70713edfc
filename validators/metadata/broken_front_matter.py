"""Broken front matter: a metadata block that no reader can read.

What it finds
    YAML front matter of a Markdown document that is invalid, or that holds no keys and values.

Why it matters
    Site generators fail on it or show it as text; title, date and author are gone.

Example
    `title: A: B` needs quotes around `A: B`.

Repair
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.rule import Options, pattern, rule

_PLAIN = (
    r"(?:[\w/.(\u3400-\U0003ffff][^\n:#\"'{}\[\]&*!|>%@`]*|\"[^\"\\\n]*\"|'[^'\n]*')?[ \t]*\r?\n"
)
_LIST = r"\[(?:'[^'\n]*'|\"[^\"\\\n]*\"|[\w/. -]+|,)*\][ \t]*\r?\n"
_SIMPLE = rf"(?:[A-Za-z_][\w-]*:[ ]*(?:{_LIST}|{_PLAIN})|[ ]*-[ ]+{_PLAIN}|\r?\n)*---[ \t]*\r?\n"
"""Lines that are certainly valid: the YAML of most documents needs no parser to say so."""


@rule(
    "broken-front-matter",
    severity=Severity.ERROR,
    needs=(pattern(rf"\A\ufeff?---[ \t]*\r?\n(?!{_SIMPLE})"),),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    broken = document.structure.broken
    if broken:
        message, offset = broken
        offset = min(offset, max(len(document.text) - 1, 0))
        yield Defect(offset, offset + 1, f"broken front matter: {message}")
