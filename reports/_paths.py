"""Paths of documents in reports that other programs read: relative, with `/`, on every system."""

from __future__ import annotations

import os
import re
from urllib.parse import quote

from textproof.reports._display import visible

UNNAMED = "<text>"
"""The path of a document that has none: a text that was handed to the API."""

LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""What UTF-8 cannot hold. It stands for a byte that did not decode."""


def inside(path: str) -> str | None:
    """A path relative to the working folder; None where it lies elsewhere.

    >>> inside("docs/../a.md"), inside(os.path.abspath("b/c.md")), inside("../a.md")
    ('a.md', 'b/c.md', None)
    """
    folder = os.path.join(os.getcwd(), "")
    whole = os.path.abspath(path)
    return whole.removeprefix(folder).replace(os.sep, "/") if whole.startswith(folder) else None


def relative(path: str | None) -> str:
    """A document's path, relative where it lies in the working folder, else as it was given."""
    if not path:
        return UNNAMED
    return inside(path) or path.replace(os.sep, "/")


def location(path: str | None) -> tuple[str, bool]:
    """A document's URI, percent-encoded, and whether it is relative to the working folder.

    >>> location("a b/漢#1.md")
    ('a%20b/%E6%BC%A2%231.md', True)
    """
    place = inside(path) if path else UNNAMED
    if place is not None:
        return quote(_as_bytes(place)), True
    whole = os.path.abspath(path or "").replace(os.sep, "/")
    return f"file:///{quote(_as_bytes(whole.lstrip('/')))}", False


def encodable(text: str) -> str:
    """A text that UTF-8 can hold: its lone surrogates, which stand for bytes, are made visible.

    >>> encodable("caf\\udce9")
    'caf⟨E9⟩'
    """
    return LONE_SURROGATE.sub(lambda match: visible(match[0]), text)


def _as_bytes(path: str) -> bytes:
    """The bytes of a path: on POSIX those that it had, undecodable ones too."""
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # a name that only Windows can hold
        return path.encode("utf-8", "surrogatepass")
