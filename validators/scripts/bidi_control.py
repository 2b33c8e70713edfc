"""Bidirectional controls that make a text read otherwise than it is stored.

What it finds
    Overrides (U+202D, U+202E), and embeddings and isolates that are not closed on their line or
    closed without being opened. Well-formed embeddings and isolates, and the marks U+200E, U+200F
    and U+061C, are how mixed text is written, and stay.

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
_CLOSES = {"\u202c": "\u202a\u202b\u202d\u202e", "\u2069": "\u2066\u2067\u2068"}
_CONTROL_OR_LINE = re.compile("[\n\r\u2029\u202a-\u202e\u2066-\u2069]")


@rule("bidi-control", severity=Severity.ERROR, needs=(characters("\u202a-\u202e\u2066-\u2069"),))
def check(document: Document, options: Options) -> Iterator[Defect]:
    opened: list[tuple[str, int]] = []
    for match in _CONTROL_OR_LINE.finditer(document.text):
        char = match[0]
        if char not in _NAMES:
            yield from (_defect(c, at, "is not closed on its line") for c, at in opened)
            opened.clear()
        elif char not in _CLOSES:
            if char in "\u202d\u202e":
                yield _defect(char, match.start(), "changes the order of what follows")
            else:
                opened.append((char, match.start()))
        elif opened and opened[-1][0] in _CLOSES[char]:
            opened.pop()
        elif char == "\u2069":
            yield _defect(char, match.start(), "closes nothing")
    yield from (_defect(c, at, "is not closed on its line") for c, at in opened)


def _defect(char: str, offset: int, why: str) -> Defect:
    return Defect(offset, offset + 1, f"{_NAMES[char]} U+{ord(char):04X} {why}")
