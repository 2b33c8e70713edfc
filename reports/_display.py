"""Showing text from documents: what cannot be seen is made visible."""

from __future__ import annotations

import unicodedata

_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_SHOWN_AS_ARE = "\u200d\ufe0f"
"""Joiner and emoji selector: they belong to what stands before them."""


def visible(text: str) -> str:
    """A text with controls, invisible characters and bytes that do not decode made visible.

    >>> visible("a\\u200bb\\udc92")
    'a⟨U+200B⟩b⟨92⟩'
    """
    if text.isprintable():
        return text
    return "".join(map(_visible, text))


def _visible(char: str) -> str:
    if char.isprintable() or char in _SHOWN_AS_ARE:
        return char
    if char in "\t\u00a0\u3000":
        return " "
    if char in "\r\n":
        return "⏎"
    if "\udc80" <= char <= "\udcff":
        return f"⟨{ord(char) - 0xDC00:02X}⟩"
    hidden = unicodedata.category(char) in _HIDDEN
    return f"⟨U+{ord(char):04X}⟩" if hidden else " "


def shown_path(path: str | None) -> str:
    """The name of a document, on one line whatever it holds."""
    return visible(path) if path else "<text>"
