"""HTML: a start. Text with its entities decoded is prose; title, meta fields and headings are
found.

A scanner of our own, since findings need places in the source and the fast parsers give none: one
regular expression over tags, comments and elements whose text is no prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from textproof.contract import Contract
from textproof.structure import Field, Section, Structure
from textproof.view import MASK, Piece, View

SUFFIXES = (".html", ".htm", ".xhtml")
INDIRECT = True

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|pre|code|kbd|samp|textarea|noscript|template|svg|math)\b"
    r".*?(?:</(?P=raw)\s*>|\Z)"
    r"|<[/!?]?(?P<tag>[A-Za-z][\w:-]*)?(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>"
    r"|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?",
    re.DOTALL | re.IGNORECASE,
)
_INLINE = frozenset(
    "a abbr b bdi bdo big cite dfn em font i ins del label mark q s small span strong sub sup u "
    "var wbr".split()
)
_ELEMENT = re.compile(
    r"<(?P<name>h[1-6]|title)\b[^>]*>(?P<content>.*?)</(?P=name)\s*>", re.DOTALL | re.IGNORECASE
)
_META = re.compile(r"<meta\b(?P<attributes>[^>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""(?P<key>[\w:-]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))"""
)
_TAG = re.compile(r"<[^>]*>")
_EMBEDDED = re.compile(
    r"<(?:img|table|ul|ol|dl|video|audio|iframe|pre|code|svg|form|input)\b", re.I
)


def prose(text: str) -> View:
    """The text between the tags. The end of a block is a line break, an entity its character."""
    return View.of_pieces(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    position = 0
    for match in _TOKEN.finditer(text):
        yield Piece(text[position : match.start()], position, match.start())
        position = match.end()
        if match[0].startswith("&"):
            yield Piece(unescape(match[0]), match.start(), match.end())
        elif match["raw"]:
            yield Piece(MASK, match.start(), match.end())
        elif match["tag"] and match["tag"].lower() not in _INLINE:
            yield Piece("\n", match.start(), match.end())
    yield Piece(text[position:], position, len(text))


def structure(text: str, view: View, contract: Contract | None) -> Structure:
    """The title element, the meta fields, and the sections under h1 to h6."""
    elements = list(_ELEMENT.finditer(text))
    title = next((_field("title", m) for m in elements if m["name"].lower() == "title"), None)
    headings = [m for m in elements if m["name"].lower() != "title"]
    return Structure(title, tuple(_meta(text)), tuple(_sections(text, headings)))


def _field(name: str, match: re.Match[str]) -> Field:
    start, end = match.span("content")
    return Field(name, _words(match["content"]), start, end, match.start())


def _words(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())


def _meta(text: str) -> Iterator[Field]:
    """`<meta name=… content=…>` and OpenGraph's `property=…`."""
    for match in _META.finditer(text):
        values = {}
        for attribute in _ATTRIBUTE.finditer(match["attributes"]):
            kind = next(k for k in ("double", "single", "bare") if attribute[k] is not None)
            start = match.start("attributes") + attribute.start(kind)
            values[attribute["key"].lower()] = (attribute[kind], start)
        name = values.get("name") or values.get("property")
        if name and "content" in values:
            content, start = values["content"]
            end = start + len(content)
            yield Field(name[0].lower(), unescape(content).strip(), start, end, match.start())


def _sections(text: str, headings: list[re.Match[str]]) -> Iterator[Section]:
    for index, match in enumerate(headings):
        level = int(match["name"][1])
        following = headings[index + 1] if index + 1 < len(headings) else None
        until = following.start() if following else len(text)
        body = text[match.end() : until]
        lines = prose(body).text.splitlines()
        items = sum(1 for line in lines if line.strip()) + len(_EMBEDDED.findall(body))
        items += following is not None and int(following["name"][1]) > level
        heading = _words(match["content"])
        yield Section(
            heading, level, match.start(), match.end(), match.end(), until, items, bool(heading)
        )
