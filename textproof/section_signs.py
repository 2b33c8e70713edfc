"""What must be in a document for the rules of `sections` to fire, asked at little cost.

A sign is a literal that the text must hold, and a pattern that begins with it.

>>> has_sign("Figure 7 shows it.", CAPTION_SIGNS), has_sign("Figure it out.", CAPTION_SIGNS)
(True, False)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from textproof.lazy import compiled

if TYPE_CHECKING:
    from textproof.document import Document

SHORT = 2_000
"""Code points up to which a text is short."""

_ENDS = frozenset((*".!?。！？…:：)）]】」』》”’\"'»`|>*_-=\0", ""))
"""What ends a text, or stands at the end of one that is no prose."""

WRITTEN = ("plain", "markdown", "rst")
"""The formats of running text that is written as it is read. What a catalogue or a table holds are
messages and values, which end, repeat themselves, and stand alone as they like."""

MARKED = ("markdown", "rst")
"""Those among them whose headings are sure, by their marks."""

Signs = tuple[tuple[str, str], ...]

CAPTION_SIGNS: Signs = (
    ("igure", r"igure[ \t\u00a0]\d"),
    ("ig.", r"ig\.[ \t\u00a0]?\d"),
    ("Abb.", r"Abb\.[ \t\u00a0]?\d"),
    ("able", r"able[ \t\u00a0]\d"),
    ("abelle", r"abelle[ \t\u00a0]\d"),
    ("bbildung", r"bbildung[ \t\u00a0]\d"),
    ("igura", r"igura[ \t\u00a0]\d"),
    ("исунок", r"исунок[ \t\u00a0]\d"),
    ("图", r"图[ \t\u00a0]*\d"),
    ("圖", r"圖[ \t\u00a0]*\d"),
    ("図", r"図[ \t\u00a0]*\d"),
    ("表", r"表[ \t\u00a0]*\d"),
    ("그림", r"그림[ \t\u00a0]*\d"),
)
"""What a caption or a mention of one holds: one of them is in a document with captions."""

SECTION_SIGNS: Signs = (
    ("ection", r"ection\s+\d"),
    ("bschnitt", r"bschnitt\s+\d"),
    ("hapter", r"hapter\s+\d"),
    ("Kapitel", r"Kapitel\s+\d"),
    ("раздел", r"раздел\w?\s+\d"),
    ("глав", r"глав\w\s+\d"),
    ("第", r"第[ \t]*[一二三四五六七八九十\d]{1,3}[ \t]*[章节節]"),
)
"""What a mention of a section by its number holds, in its commonest forms."""

CONTENTS_SIGNS: Signs = (
    ("ontents", r"ontents\b[^\w\n]*\n"),
    ("CONTENTS", r"CONTENTS\b[^\w\n]*\n"),
    ("Inhalt", r"Inhalt(?:sverzeichnis|sübersicht)?[^\w\n]*\n"),
    ("Sommaire", r"Sommaire[^\w\n]*\n"),
    ("Índice", r"Índice[^\w\n]*\n"),
    ("Содержание", r"Содержание[^\w\n]*\n"),
    ("Оглавление", r"Оглавление[^\w\n]*\n"),
    ("目", r"目[ \u3000]*[录錄次][^\w\n]*\n"),
    ("목차", r"목차[^\w\n]*\n"),
)
"""What the heading of a list of names ends in, in its commonest forms."""

_REFERENCE_SIGNS: Signs = (
    ("[^", r"\[\^[^\[\]\s^]{1,40}\](?!:)"),
    ("][", r"\]\[(?<=[^\s\[\]]\]\[)(?=[^\[\]\n]{0,80}\](?![\[(:]))"),
    ("[1]", r"\[1\][ \t]"),
)

XML_SIGNS = ("linkend=", " rid=")
"""The attributes that refer to an element of the document, in DocBook and JATS."""

_RST_SIGNS = ("]_", "`_", "| ", "|.", "|,", "|\n")
"""What a reference by name ends in, in reStructuredText."""


def has_sign(text: str, signs: Signs) -> bool:
    """Whether a text has one of some signs."""
    return any(_finds(text, literal, sign) for literal, sign in signs)


TRIES = 200
"""Places of a literal that are looked at one by one: a literal is found much faster than a pattern,
but each of its places takes as long as a hundred characters."""


def _finds(text: str, literal: str, sign: str) -> bool:
    if literal[0] > "\x7f" and literal[0] not in text:  # one character is found much faster
        return False
    at, tries = text.find(literal), TRIES
    if at < 0:
        return False
    pattern = _compiled(sign)
    while at >= 0 and tries:
        if pattern.match(text, at):
            return True
        at, tries = text.find(literal, at + 1), tries - 1
    return at >= 0 and pattern.search(text, at) is not None


@cache
def _compiled(sign: str) -> re.Pattern[str]:
    return re.compile(sign)


def _has_own_links(document: Document) -> bool:
    return any(sign in document.text for sign in ("](#", '="#', "='#"))


def _has_references(document: Document) -> bool:
    if document.format == "xml":
        return any(sign in document.text for sign in XML_SIGNS)
    text = document.screened
    if document.format == "rst" and any(sign in text for sign in _RST_SIGNS):
        return True
    return any(has_sign(text, s) for s in (_REFERENCE_SIGNS, CAPTION_SIGNS, SECTION_SIGNS))


def _is_open(document: Document) -> bool:
    if document.format == "rst" and document.text[-200:].rstrip()[-2:] == "::":
        return True  # a block is announced
    if document.format == "xml":
        return _may_be_open(document.text)
    end = document.text[-200:].rstrip()
    return document.format == "html" or end[-1:] not in _ENDS or end.endswith(("...]", "…]"))


_ROOT = compiled(r"<([A-Za-z_][\w.:-]*)")
_ROOT_STARTS, _ROOT_ENDS = 4_000, 400
"""Characters of the start in which the root of an XML document begins, of the end in which it
ends."""


def _may_be_open(text: str) -> bool:
    """Whether the first element may not have its end."""
    root = _ROOT.search(text, 0, _ROOT_STARTS)
    return root is not None and f"</{root[1]}" not in text[-_ROOT_ENDS:]


SECTION_FACTS: dict[str, Callable[[Document], bool]] = {
    "contents": lambda document: has_sign(document.screened, CONTENTS_SIGNS),
    "open-end": _is_open,
    "own-links": _has_own_links,
    "references": _has_references,
    "short": lambda document: document.is_page_of_another or len(document.screened) <= SHORT,
}
"""The facts that these rules need: it may have a list of its contents, it does not end in a mark
that ends a text, it may link to anchors of its own, it may refer to footnotes, figures or sections,
it is short."""
