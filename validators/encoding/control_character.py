"""Control characters, noncharacters and lone surrogates in a text.

What it finds
    NUL, the C1 controls U+0080 to U+009F, noncharacters and lone surrogates (errors); the other C0
    controls and DEL (warnings); the line separators U+2028 and U+2029 and form feeds (info).

Why it matters
    They come from binary data, terminal output and wrong decodings, break XML and JSON readers, and
    hide text from people.

    A C1 control beside letters or quotes is a left-over of windows-1252 and belongs to
    `control-residue`; one inside a wrongly decoded run to `wrong-decode`.

Example
    `\\x1b[31mError\\x1b[0m` from a terminal log.

Repair
    None.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.rule import Options, characters, fact, rule

CONTROLS = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udc7f\udd00-\udfff"
    "\ufdd0-\ufdef\ufffe\uffff"
)
"""Of the noncharacters those of the basic plane: a class with others costs ten times as much."""

HIGHER_NONCHARACTERS = "".join(
    chr(plane << 16 | end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF)
)

_RUN = f"[{CONTROLS}]+"
_ANY_RUN = f"[{CONTROLS}{HIGHER_NONCHARACTERS}]+"


@rule(
    "control-character",
    severity=Severity.ERROR,
    needs=(characters(CONTROLS), fact("noncharacter")),
    yields_to=("wrong-decode", "control-residue", "invalid-bytes"),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    run = _ANY_RUN if document.repertoire.reaches_noncharacters else _RUN
    for match in re.finditer(run, document.text):
        first = match[0][0]
        count = f", and {len(match[0]) - 1} more" if len(match[0]) > 1 else ""
        severity = max(map(_severity, match[0]))
        yield Defect(*match.span(), f"{_name(first)} U+{ord(first):04X}{count}", severity=severity)


def _severity(char: str) -> Severity:
    if char in "\u2028\u2029\x0c":
        return Severity.INFO
    if "\x01" <= char <= "\x1f" or char == "\x7f":
        return Severity.WARNING
    return Severity.ERROR


def _name(char: str) -> str:
    if "\ud800" <= char <= "\udfff":
        return "lone surrogate"
    if char in "\u2028\u2029":
        return unicodedata.name(char).lower()
    return "control character" if unicodedata.category(char) == "Cc" else "noncharacter"
