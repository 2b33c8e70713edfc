"""Simplified characters in a Traditional document, and the other way round.

What it finds
    A character that only the other variant of written Chinese has, in a line that is otherwise
    written in the document's own variant. The document's variant is decided first, by the
    characters that only one variant has.

Why it matters
    A converter that knows too few characters, or text pasted from two sources, leaves a residue
    that search and fonts stumble over.

    A passage in the other variant is a quotation; a document of both variants has none of its own;
    Japanese and Korean are never judged. In a text that speaks of the variants it is an info.

Example
    `并在浙江省開展試點工作` in a Traditional document should be `並在浙江省開展試點工作`.

Repair
    The document's own form of the character; unsafe, since several may be possible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Repair, Severity
from textproof.glosses import HAN
from textproof.language import counterparts, variants
from textproof.rule import Options, pattern, rule
from textproof.topics import speaks_of_variants

_NAMES = {"zh-Hans": "Simplified", "zh-Hant": "Traditional"}
_LINE = re.compile(r"[^\r\n]*")

OWN_IN_LINE = 3
"""Characters of the document's own variant in a line, for each one of the other, from which on the
line is no quotation."""


@rule("han-variant", severity=Severity.WARNING, needs=(pattern(f"[{HAN}]"),))
def check(document: Document, options: Options) -> Iterator[Defect]:
    own = document.language
    if own not in _NAMES:
        return
    other = "zh-Hans" if own == "zh-Hant" else "zh-Hant"
    if not document.indirect and not _is_suspect(document.text, own, other):
        return
    view = document.without_glosses
    severity = Severity.INFO if speaks_of_variants(view.text) else None
    reported = -1
    for match in variants()[other].finditer(view.text):
        start, end = _line_around(view.text, match.start())
        if start == reported:
            continue
        reported = start
        line = view.text[start:end]
        foreign = list(variants()[other].finditer(line))
        if len(variants()[own].findall(line)) < OWN_IN_LINE * len(foreign):
            continue
        for found in foreign:
            yield _defect(document, found[0], start + found.start(), own, severity)


def _is_suspect(text: str, own: str, other: str) -> bool:
    """Whether a line could hold a residue: asked of the text, since making its prose costs more."""
    return any(
        len(variants()[own].findall(text, *_line_around(text, match.start()))) >= OWN_IN_LINE
        for match in variants()[other].finditer(text)
    )


def _line_around(text: str, position: int) -> tuple[int, int]:
    start = max(text.rfind("\n", 0, position), text.rfind("\r", 0, position)) + 1
    match = _LINE.match(text, start)
    return (start, match.end()) if match else (start, start)


def _defect(
    document: Document, char: str, offset: int, own: str, severity: Severity | None
) -> Defect:
    forms = counterparts().get(char, "")
    other = "zh-Hans" if own == "zh-Hant" else "zh-Hant"
    said = " or ".join(forms)
    return Defect(
        *document.without_glosses.source_span(offset, offset + 1),
        f"{_NAMES[other]} character {char} (U+{ord(char):04X}) in a {_NAMES[own]} document"
        + (f"; there it is {said}" if said else ""),
        repair=Repair(forms[0]) if forms else None,
        severity=severity,
        confidence=0.9,
        detail={"candidates": list(forms)},
    )
