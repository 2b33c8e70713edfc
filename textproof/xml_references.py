"""References of an XML document to elements of its own: `linkend` of DocBook, `rid` of JATS.

>>> text = '<article><sect1 id="a"/><xref linkend="a"/><xref linkend="b"/></article>'
>>> [(found.name, found.start) for found in dangling_ids(text)]
[('b', 58)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from textproof.lazy import compiled

WHOLE = ("article", "book", "set")
"""Roots of documents that stand for themselves; what begins with a chapter is a part of a book."""

_NOT_SHOWN = compiled(r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)", re.DOTALL)
_ROOT = compiled(r"<(?:[\w-]+:)?([A-Za-z_][\w.-]*)")
_ID = compiled(r"(?<![\w:-])(?:xml:)?id\s*=\s*[\"']([^\"']*)[\"']")
_REFERENCE = compiled(r"(?<![\w:-])(?:linkends?|rid)\s*=\s*([\"'])([^\"'<>&]*)\1")
_FROM_OTHERS = compiled(r"<!ENTITY\s+(?:%\s+)?[\w.-]+\s+(?:SYSTEM|PUBLIC)|<(?:\w+:)?include\s")
"""What brings in the rest of a document from other files."""


class Reference(NamedTuple):
    """A reference: the identifier it names, and its span."""

    name: str
    start: int
    end: int


def dangling_ids(text: str) -> Iterator[Reference]:
    """The references to identifiers that no element of a whole document has."""
    root = _ROOT.search(text)
    if root is None or root[1] not in WHOLE or _FROM_OTHERS.search(text):
        return
    shown = _NOT_SHOWN.sub(lambda match: " " * len(match[0]), text)
    known = {match[1] for match in _ID.finditer(shown)}
    if not known:
        return
    for match in _REFERENCE.finditer(shown):
        start = match.start(2)
        for word in re.finditer(r"\S+", match[2]):
            if word[0] not in known:
                yield Reference(word[0], start + word.start(), start + word.end())
