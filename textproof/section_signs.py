"""What must be in a document for the rules of `sections` to fire, asked at little cost.

A sign is a literal that the text must hold, and a pattern that begins with it.

>>> has_sign("Figure 7 shows it.", CAPTION_SIGNS), has_sign("Figure it out.", CAPTION_SIGNS)
(True, False)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from textproof.lazy import compiled
from textproof.template_lines import may_hold_some

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

_OTHER_TITLE = r"\n(?:[ \ufeff]++#[ \t]|#\t|[ ]*+=++[ \t\r]*+(?:\n|\Z))"
"""A title in Markdown that does not begin with `# `."""

Signs = tuple[tuple[str, str], ...]

CAPTION_SIGNS: Signs = (
    ("igur", r"igur[ea][ \t\u00a0]\d"),
    ("ig.", r"ig\.[ \t\u00a0]?\d"),
    ("able", r"able[ \t\u00a0]\d"),
    ("abelle", r"abelle[ \t\u00a0]\d"),
    ("bb", r"bb(?:(?<=Abb)\.[ \t\u00a0]?|ildung[ \t\u00a0])\d"),
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


def has_sign(text: str, signs: Signs, in_ascii: str | None = None) -> bool:
    """Whether a text has one of some signs. Given its characters of ASCII, words of these are
    looked for there first; of another word the first character, which is found much faster."""
    for literal, sign in signs:
        if literal > "\x7f":
            found = literal[0] in text and literal in text
        else:
            found = literal in (text if in_ascii is None else in_ascii)
        if found and _compiled(sign).search(text):
            return True
    return False


def shows(document: Document, signs: Signs) -> bool:
    """Whether a document has one of some signs, in its prose or what is not masked for little."""
    in_ascii = None if document.indirect else document.repertoire.in_ascii
    return has_sign(document.screened, signs, in_ascii)


@cache
def _compiled(sign: str) -> re.Pattern[str]:
    return re.compile(sign)


def _has_own_links(document: Document) -> bool:
    text = document.text if document.indirect else document.repertoire.in_ascii
    return "](#" in text or ("<" in text and ('="#' in text or "='#" in text))


def _has_references(document: Document) -> bool:
    if document.format == "xml":
        return any(sign in document.text for sign in XML_SIGNS)
    text = document.screened
    if document.format == "rst" and any(sign in text for sign in _RST_SIGNS):
        return True
    return any(shows(document, s) for s in (_REFERENCE_SIGNS, CAPTION_SIGNS, SECTION_SIGNS))


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


def _may_jump(document: Document) -> bool:
    """Whether a heading is more than one level deeper than the one before it."""
    text = document.text
    if document.format == "html":
        return _compiled("<[hH][3-6]").search(text) is not None
    if document.format not in MARKED or (document.format == "markdown" and "###" not in text):
        return False
    return any(low > high + 1 for high, low in pairwise(document.heading_levels))


def _may_have_several_titles(document: Document) -> bool:
    """Whether there is more than one heading of the highest level."""
    text = document.text
    if document.format == "html":
        return text.count("<h1") + text.count("<H1") > 1
    if document.format not in MARKED:
        return False
    if document.format == "markdown":
        marked = text.lstrip(" \ufeff").startswith("#") + text.count("\n# ")
        if marked < 2 and not _compiled(_OTHER_TITLE).search(text):
            return False
    return document.heading_levels.count(1) > 1


SECTION_FACTS: dict[str, Callable[[Document], bool]] = {
    "contents": lambda document: shows(document, CONTENTS_SIGNS),
    "heading-jump": _may_jump,
    "open-end": _is_open,
    "own-links": _has_own_links,
    "references": _has_references,
    "several-titles": _may_have_several_titles,
    "short": lambda document: document.is_page_of_another or len(document.screened) <= SHORT,
    "template-lines": lambda document: may_hold_some(document.screened),
}
"""The facts that these rules need: it may have a list of its contents, it does not end in a mark
that ends a text, it may link to anchors of its own, it may refer to footnotes, figures or sections,
it is short."""
