"""Broken front matter: a metadata block that no reader can read.

What it finds
    YAML front matter of a Markdown document that is invalid, or that nothing closes. Text between
    two horizontal rules is no front matter, and a template's `{{ title }}` is not judged here.

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

_PLAIN = r"(?:[\w/.(][^\n:#\"'{}\[\]&*!|>%@`]*+|\"[^\"\\\n]*+\"|'[^'\n]*+')"
_ITEM = r"(?:'[^'\n]*+'|\"[^\"\\\n]*+\"|[\w/.][\w/. -]*+)[ ]*+"
_LIST = rf"\[[ ]*+(?>(?:{_ITEM}(?:,[ ]*+|(?=\])))*)\]"
_END = r"[ \t]*+\r?\n"
_LINES = "|".join(rf"(?>(?:{indent}-[ ]++{_PLAIN}{_END})+)" for indent in ("", "  ", "    "))
_SIMPLE = (
    rf"(?>(?:[A-Za-z_][\w-]*+:(?:[ ]++(?:{_LIST}|{_PLAIN}){_END}|{_END}(?:{_LINES})?)|\r?\n)*)"
    rf"---{_END}"
)
"""Lines that are certainly valid: the YAML of most documents needs no parser to say so."""


@rule(
    "broken-front-matter",
    severity=Severity.ERROR,
    needs=(pattern(rf"\A\ufeff?---[ \t]*+\r?\n(?!{_SIMPLE})"),),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    if document.broken_metadata:
        message, offset = document.broken_metadata
        offset = min(offset, max(len(document.text) - 1, 0))
        yield Defect(offset, offset + 1, f"broken front matter: {message}")
