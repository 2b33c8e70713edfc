"""References inside a document: links to its own anchors.

>>> [(r.fragment, r.start) for r in links("See [usage](#usage) and `[x](#x)`.", "markdown")]
[('usage', 12), ('x', 29)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from textproof.lazy import compiled

_INLINE = compiled(r"\]\(#(?<=\]\(#)([^()\s]*)(?=[\s)])")
_DEFINED = compiled(r"\]:[ \t]*#([^\s#]+)")
_TAG = compiled(  # which begins with a literal, as it would not if it took no note of case
    r"<[aA](?=\s[^<>#]*+#(?:(?<=[=\"'\s]#)|[^<>#]*+#))"
    r"\s(?P<attributes>[^<>]*?\b[hH][rR][eE][fF]\s*=\s*(?P<quote>[\"']?)"
    r"#(?P<fragment>[^\"'\s<>]*)(?P=quote)[^<>]*)>"
)
_SCRIPTED = compiled(
    r"\b(?:on\w+|data-[\w-]+|role|aria-(?:controls|haspopup|expanded)|ng-[\w-]+|v-[\w:-]+)\s*="
    r"|[@:][\w.-]+\s*=|\bclass\s*=\s*[\"']?[^\"'>]*(?:toggle|tab|modal|collapse|menu|button|btn)",
    re.IGNORECASE,
)
_NOT_SHOWN = compiled(
    r"<(?:!--[^-]*+(?>(?:-(?!->)[^-]*+)*)(?:-->|\Z)"
    r"|(script|style|template|textarea|pre|code|samp|noscript)(?=[\s>])"
    r"[^<]*+(?>(?:<(?!/\1\s*+>)[^<]*+)*)(?:</\1\s*+>|\Z))",
    re.IGNORECASE,
)
_NO_NAME = compiled(r"[!/:?{]|L\d+\b|[^\n]*(?:\{\{|\{%|\$\{|<%|:~:)|[^\n]*=")
"""Fragments that are no name: of scripts, text fragments, lines of code, templates."""

_INCLUDES = (
    ("{%", r"\{%-?\s*(?:include|import)"),
    ("{{", r"\{\{[<%#]"),
    ("--8<--", "--8<--"),
    (":::", r":::(?<![^\n]:::)\s*\w"),
    ("<!--", r"<!--\s*(?:#?include|auto-?gen)"),
    ("[!include", r"\[!include"),
    ("import", r"import(?<![^\n]import)\s.+\sfrom\s"),
    ("```", r"^[ \t]*```[ \t]*\{(?:include|eval-rst|toctree)"),
    ("<?php", r"<\?php"),
    (".. include::", r"^\.\. include::"),
)
"""The signs that a source includes other files, in lower case: a literal and a pattern."""


class Link(NamedTuple):
    """A link to an anchor of its own document: the fragment and its span, with the `#`."""

    fragment: str
    start: int
    end: int


def links(text: str, format: str) -> Iterator[Link]:
    """The links of a source to anchors of its own, in code too."""
    if format == "markdown":
        for pattern in (_INLINE, _DEFINED):
            for match in pattern.finditer(text):
                if not _NO_NAME.match(match[1]):
                    yield Link(match[1], match.start(1) - 1, match.end(1))
    if format in ("markdown", "html"):
        for match in _TAG.finditer(text):
            fragment = match["fragment"]
            attributes = match["attributes"]
            if match["quote"]:  # links of one kind differ in that alone, which says nothing then
                begin, end = match.span("fragment")
                start = match.start("attributes")
                attributes = attributes[: begin - start] + attributes[end - start :]
            if not (_NO_NAME.match(fragment) or _is_scripted(attributes)):
                yield Link(fragment, match.start("fragment") - 1, match.end("fragment"))


@lru_cache(maxsize=256)
def _is_scripted(attributes: str) -> bool:
    return bool(_SCRIPTED.search(attributes))


def hidden_spans(text: str) -> list[tuple[int, int]]:
    """The spans of HTML that no reader sees, or sees as code."""
    return [match.span() for match in _NOT_SHOWN.finditer(text)]


def includes_others(text: str) -> bool:
    """Whether a source includes other files, in which an anchor may be."""
    text = text.lower()
    return any(
        literal in text and re.search(sign, text, re.MULTILINE) for literal, sign in _INCLUDES
    )
