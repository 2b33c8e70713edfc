"""Bidirectional controls that make a text read otherwise than it is stored.

What it finds
    Overrides (U+202D, U+202E), embeddings and isolates that are not closed on their line (in HTML:
    in their block), and isolates that are closed without being opened, in prose, code and HTML
    entities alike. An embedding that is left open among Arabic or Hebrew letters, or in a document
    that is written in them, is only a warning.
    So is a direction mark (U+200E, U+200F, U+061C) in a line without any letter that is written
    from right to left, in a document that is not written so.

    Well-formed embeddings and isolates, and marks beside text from right to left, are how mixed
    text is written, and stay; so does U+202C with nothing to close, which has no effect.

Why it matters
    What a reviewer sees is not what a program reads: CVE-2021-42574, “Trojan Source”.

Example
    `access = "user` U+202E U+2066 `# admin"` shows the comment inside the string.

Repair
    Left-to-right marks are removed where the whole document has nothing that is written from right
    to left: there they have no effect. Other marks are removed by an unsafe repair. For the rest
    none: look at the line with the controls made visible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from textproof.document import Document
from textproof.finding import Defect, Repair, Safety, Severity
from textproof.gathering import gathered
from textproof.lazy import compiled
from textproof.rule import Options, characters, pattern, rule

_NAMES = {
    "\u061c": "Arabic letter mark",
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
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
_CONTROLS = "\u202a-\u202e\u2066-\u2069"
_ENTITY = r"&(?=#)#(?:[xX]0*+20(?:2[a-eA-E]|6[6-9])|0*+8(?:23[4-8]|29[4-7]))(?![0-9a-fA-F]);?"
"""The number of a control. It begins with `&` alone, since one character is looked for fastest."""

_CONTROL_OR_LINE = compiled(f"[\n\r\x85\u2029{_CONTROLS}]")
_CONTROL_OR_BLOCK = compiled(
    rf"[\u2029{_CONTROLS}]|{_ENTITY}"
    r"|</?(?:address|article|aside|blockquote|body|br|caption|dd|div|dl|dt|figcaption|figure|footer"
    r"|form|h[1-6]|head|header|hr|li|main|nav|ol|option|p|pre|script|section|style|table|tbody|td"
    r"|textarea|tfoot|th|thead|title|tr|ul)\b",
    re.IGNORECASE,
)
_MARKS = compiled("[\u061c\u200e\u200f]+")
_FROM_RIGHT = compiled(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_ASCII_WORD = compiled("[A-Za-z]+")
_WORD = compiled(r"[^\W\d_]{2}")

MAINLY = 3
"""Latin letters for each one from right to left up to which a document is written from right to
left with names, commands and markup in it, and may mark a line of these alone."""


@rule(
    "bidi-control",
    severity=Severity.ERROR,
    needs=(characters(f"\u061c\u200e\u200f{_CONTROLS}"), pattern(_ENTITY)),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    if document.repertoire.has(_CONTROLS) or re.search(_ENTITY, document.text):
        yield from gathered(_controls(document))
    yield from gathered(_marks(document))


def _controls(document: Document) -> Iterator[Defect]:
    """The embeddings, overrides and isolates that are not well-formed."""
    opened: list[tuple[str, int, int]] = []
    isolates = 0
    tokens = _CONTROL_OR_BLOCK if document.format == "html" else _CONTROL_OR_LINE
    for match in tokens.finditer(document.text):
        char = unescape(match[0]) if match[0][0] == "&" else match[0]
        place = (char, *match.span())
        if char not in _NAMES:
            yield from (_defect(document, *c, "is not closed on its line") for c in opened)
            opened.clear()
            isolates = 0
        elif char in "\u202d\u202e":
            yield _defect(document, *place, "changes the order of what follows")
        elif char in _EMBEDDINGS or char in _ISOLATES:
            opened.append(place)
            isolates += char in _ISOLATES
        elif char == "\u202c":
            if opened and opened[-1][0] in _EMBEDDINGS:
                opened.pop()
        elif isolates:
            while opened[-1][0] not in _ISOLATES:
                yield _defect(document, *opened.pop(), "is not closed in its isolate")
            opened.pop()
            isolates -= 1
        else:
            yield _defect(document, *place, "closes nothing")
    yield from (_defect(document, *c, "is not closed on its line") for c in opened)


def _defect(document: Document, char: str, start: int, end: int, why: str) -> Defect:
    likely = char in _EMBEDDINGS and (
        _FROM_RIGHT.search(_line(document, start)) or _is_from_right(document)
    )
    severity = Severity.WARNING if likely else None
    return Defect(start, end, f"{_NAMES[char]} U+{ord(char):04X} {why}", severity=severity)


def _marks(document: Document) -> Iterator[Defect]:
    """The direction marks with nothing beside them that is written from right to left."""
    text, from_right = document.text, None
    for match in _MARKS.finditer(text):
        line = _line(document, match.start())
        if _FROM_RIGHT.search(line):
            continue
        if from_right is None:
            from_right = bool(_FROM_RIGHT.search(document.repertoire.beyond_ascii))
        if from_right and _is_from_right(document):
            return
        if from_right and not _WORD.search(line):
            continue  # a template: `%d`, `{0}`, numbers
        if text[match.start() - 1 : match.start()] == text[match.end() : match.end() + 1] == "\t":
            continue  # a table of characters
        idle = set(match[0]) == {"\u200e"} and not from_right and "rtl" not in text.lower()
        yield Defect(
            *match.span(),
            f"{_NAMES[match[0][0]]} U+{ord(match[0][0]):04X} in a line without right-to-left text",
            Repair("", Safety.SAFE if idle else Safety.UNSAFE),
            Severity.WARNING,
        )


def _is_from_right(document: Document) -> bool:
    """Whether a document is written from right to left as a whole."""
    from_right = len(_FROM_RIGHT.findall(document.repertoire.beyond_ascii))
    read = document.prose.text if from_right else ""  # markup is written in Latin letters
    latin = sum(map(len, _ASCII_WORD.findall(read)))
    return from_right > 0 and from_right * MAINLY >= latin


def _line(document: Document, offset: int) -> str:
    return document.text[slice(*document.line_span(document.place(offset)[0]))]
