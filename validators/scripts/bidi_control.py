"""Bidirectional controls that make a text read otherwise than it is stored.

What it finds
    Overrides (U+202D, U+202E), embeddings and isolates that are not closed on their line, and
    isolates that are closed without being opened. Well-formed embeddings and isolates, and the
    marks U+200E, U+200F and U+061C, are how mixed text is written, and stay; so does U+202C with
    nothing to close, which has no effect.

Why it matters
    What a reviewer sees is not what a program reads: CVE-2021-42574, “Trojan Source”.

Example
    `access = "user` U+202E U+2066 `# admin"` shows the comment inside the string.

Repair
    None: look at the line with the controls made visible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.rule import Options, characters, rule

_NAMES = {
    "\u202a": "left-to-right embedding",
    "\u202b": "right-to-left embedding",
    "\u202c": "pop directional formatting",
    "\u202d": "left-to-right override",
    "\u202e": "right-to-left override",
    "\u2066": "left-to-right isolate",
    "\u2067": "right-to-left isolate",
    "\u2068": "first strong isolate",
    "\u2069": "pop directional isolate",
}
_EMBEDDINGS = "\u202a\u202b"
_ISOLATES = "\u2066\u2067\u2068"
_CONTROL_OR_LINE = re.compile("[\n\r\x85\u2029\u202a-\u202e\u2066-\u2069]")


@rule("bidi-control", severity=Severity.ERROR, needs=(characters("\u202a-\u202e\u2066-\u2069"),))
def check(document: Document, options: Options) -> Iterator[Defect]:
    opened: list[tuple[str, int]] = []
    isolates = 0
    for match in _CONTROL_OR_LINE.finditer(document.text):
        char = match[0]
        if char not in _NAMES:
            yield from (_defect(c, at, "is not closed on its line") for c, at in opened)
            opened.clear()
            isolates = 0
        elif char in "\u202d\u202e":
            yield _defect(char, match.start(), "changes the order of what follows")
        elif char in _EMBEDDINGS or char in _ISOLATES:
            opened.append((char, match.start()))
            isolates += char in _ISOLATES
        elif char == "\u202c":
            if opened and opened[-1][0] in _EMBEDDINGS:
                opened.pop()
        elif isolates:
            while opened[-1][0] not in _ISOLATES:
                yield _defect(*opened.pop(), "is not closed in its isolate")
            opened.pop()
            isolates -= 1
        else:
            yield _defect(char, match.start(), "closes nothing")
    yield from (_defect(c, at, "is not closed on its line") for c, at in opened)


def _defect(char: str, offset: int, why: str) -> Defect:
    return Defect(offset, offset + 1, f"{_NAMES[char]} U+{ord(char):04X} {why}")
