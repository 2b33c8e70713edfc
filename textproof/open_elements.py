"""The elements that are open where a page or an XML document ends.

>>> open_in_html("<main><p>The ferry"), open_in_html("<main><p>The ferry.</main>")
('main', None)
>>> open_in_xml("<book><title>Fer"), open_in_xml("<book><title>Ferries</title></book>")
('title', None)
"""

from __future__ import annotations

from textproof.formats._html_tokens import cased
from textproof.formats.xml import TOKEN

DEEP = 100
"""Elements up to which an end tag closes those that were left open in its own."""

_OF_PAGES = cased(r"<(/?)(html|body|main|article|section|div|table|ul|ol)(?=[\s>])[^<>]*>")


def open_in_html(text: str) -> str | None:
    """The innermost element that is open at the end of a page, of those that need an end tag."""
    opened: list[str] = []
    for end, tag in _OF_PAGES.of(text).findall(text):
        name = tag.lower()
        if not end:
            opened.append(name)
        elif name in opened[-DEEP:]:
            while opened.pop() != name:
                pass
    return opened[-1] if opened else None


def open_in_xml(text: str) -> str | None:
    """The innermost element that is open where an XML document ends, if its root is."""
    opened: list[str] = []
    root = None
    for match in TOKEN.finditer(text):
        name = match["tag"]
        if match["raw"] and not match[0].endswith((f"</{match['raw']}>", "/>")):
            opened += [match["raw"]] if match.end() == len(text) else []
        if not name:
            continue
        if match["close"]:
            if name in opened[-DEEP:]:
                while opened.pop() != name:
                    pass
        elif not match["attributes"].endswith("/"):
            root = root or name
            opened.append(name)
    return opened[-1] if opened and opened[0] == root else None
