"""The metadata of a document, each value with where it was said, for rules that need no contract.

One document may say its title in `<title>`, in OpenGraph, in JSON-LD and in a heading; rules that
compare these need all of them, not the first by each name.

>>> from textproof.decoding import Decoded
>>> from textproof.document import Document
>>> page = '<title>A</title><meta property="og:title" content="B"><h1>A</h1>'
>>> for entry in Document(Decoded(page, "utf-8"), format="html").metadata:
...     print(entry.origin, entry.name, entry.value)
title element title A
OpenGraph og:title B
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from textproof.labels import BUILT_IN, find_labelled
from textproof.lazy import compiled
from textproof.metadata_names import is_dated
from textproof.metadata_signs import HEAD

if TYPE_CHECKING:
    from textproof.document import Document

FRONT_MATTER = "front matter"
META = "meta element"
OPEN_GRAPH = "OpenGraph"
JSON_LD = "JSON-LD"
TIME = "time element"
LABEL = "label"
TITLE = "title element"
LINK = "link element"
ROOT = "html element"
MARKUP = "markup"

PAGE_LABELS = 6_000
"""Code points of a page's prose in which labels are those of the document itself."""

PAGE_HEAD = 100_000
"""Code points from the start of a page in which its head is looked for."""

LABELS = {
    "title": ("標題", "标题", "題名", "题名", "タイトル", "件名", "제목", "Title", "Titel", "Titre",
              "Título", "Titolo", "Заголовок", "Название"),
    **BUILT_IN,
}  # fmt: skip

_ATTRIBUTE = compiled(
    r"""(?<![\w:-])(?P<key>[\w:-]++)\s*+=\s*+"""
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))"""
)
_TAG_END = compiled(r"(?>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_HEAD_TAG = compiled(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|noscript|template|svg)\b.*?(?:</(?P=raw)\s*>|\Z)"
    r"|<(?P<tag>html|link)(?=\s)(?>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>"
    r"|<title\b[^<>]*>(?P<title>[^<]*)</title\s*>"
    r"|<(?P<body>body)\b",
    re.DOTALL | re.IGNORECASE,
)
_INDENTED = compiled(r"(?:\A|\n)(?:[ ]{4}|[ ]{0,3}\t)[^\n]*\Z")
"""What precedes a label in an indented block of code."""

_FENCE = compiled(r"(?<=\n)(?:---|\+\+\+|\})[ \t]*\r?\n")
_OVER_TEXT = compiled(r"[ \t]*(?:$|#{1,6} |[*_>|-]*[^\W\d][\w -]{0,30}[*_]*[ \t]*[:：]|[*_]*$)")
"""A line before the text: a heading, a label, the marks before one."""

_SHARED = ("og:", "article:", "book:", "profile:", "twitter:", "video:", "music:")


class Entry(NamedTuple):
    """A value and where the document says it.

    ``origin`` is the kind of place, ``name`` what the value is called there, in lower case;
    ``start`` and ``end`` are the span of the value, ``tag_start`` where its tag, key or label
    begins.
    """

    origin: str
    name: str
    value: str
    start: int
    end: int
    tag_start: int

    @property
    def shown(self) -> str:
        """The entry's name for a message, with its place: `datePublished in JSON-LD`."""
        return f"“{self.name}” in {self.origin}" if self.origin == JSON_LD else f"“{self.name}”"


def read_entries(document: Document) -> tuple[Entry, ...]:
    """All entries of a document, in the order of the text."""
    if document.format == "html":
        found = [*_of_head(document), *_of_page(document)]
    else:
        found = [
            Entry(FRONT_MATTER if document.format == "markdown" else MARKUP, f.name, *f[1:])
            for f in document.own_fields
        ]
    if document.format == "html" or not found:
        found += _labelled(document)
    elif document.format == "markdown" and any(is_dated(entry.name) for entry in found):
        found += _dated(document)
    once = {(entry.start, entry.name): entry for entry in found}
    return tuple(sorted(once.values(), key=lambda entry: entry.start))


def attributes(tag: str, offset: int) -> dict[str, tuple[str, int, int]]:
    """The attributes of a tag that begins at an offset: value (decoded), start and end."""
    found: dict[str, tuple[str, int, int]] = {}
    for match in _ATTRIBUTE.finditer(tag):
        kind = next(k for k in ("double", "single", "bare") if match[k] is not None)
        start, end = match.span(kind)
        name = match["key"].lower()
        found.setdefault(name, (unescape(match[kind]).strip(), offset + start, offset + end))
    return found


def tag_at(text: str, start: int) -> str:
    """The start tag that begins at an offset."""
    match = _TAG_END.match(text, start + 1)
    return text[start : match.end()] if match else ""


def _of_head(document: Document) -> Iterator[Entry]:
    """What the head says in elements of its own: language, titles, and the canonical address."""
    text = document.text
    for match in _HEAD_TAG.finditer(text, 0, PAGE_HEAD):
        if match["body"]:
            return
        if match["title"] is not None:
            value = " ".join(unescape(match["title"]).split())
            yield Entry(TITLE, "title", value, *match.span("title"), match.start())
        elif match["tag"]:
            values = attributes(match[0], match.start())
            language = values.get("lang") or values.get("xml:lang")
            if match["tag"].lower() == "html" and language:
                yield Entry(ROOT, "lang", *language, match.start())
            if values.get("rel", ("",))[0].lower() == "canonical" and "href" in values:
                yield Entry(LINK, "canonical", *values["href"], match.start())


def _of_page(document: Document) -> Iterator[Entry]:
    """What the page says in meta and time elements, in attributes and in JSON-LD."""
    text = document.text
    for field in document.structure.fields:
        place = (field.value, field.start, field.end, field.key_start)
        if field.name.startswith("jsonld:"):
            yield Entry(JSON_LD, field.name.removeprefix("jsonld:"), *place)
            continue
        tag = tag_at(text, field.key_start)
        element = tag[1:6].lower().strip("> \t\r\n")
        if field.name == "jsonld" or element.startswith(("html", "link", "title")):
            continue
        if element.startswith("time"):
            values = attributes(tag, field.key_start)
            name = values.get("itemprop", ("",))[0].lower()
            published = not name and re.search(r"\spubdate[\s=>/]", tag)
            yield Entry(TIME, "datepublished" if published else name or "time", *place)
        elif element == "meta":
            name = _meta_name(tag, field.name)
            yield Entry(OPEN_GRAPH if name.startswith(_SHARED) else META, name, *place)
        else:
            yield Entry(MARKUP, field.name.lower(), *place)


def _meta_name(tag: str, otherwise: str) -> str:
    values = attributes(tag, 0)
    named = (values.get(key, ("",))[0] for key in ("name", "property", "itemprop"))
    return next(filter(None, named), otherwise).lower()


def _dated(document: Document) -> Iterator[Entry]:
    """The visible date under front matter: among the headings and labels before the text."""
    text = document.text
    fence = _FENCE.search(text)
    if not fence:
        return
    head = text[fence.end() : fence.end() + HEAD]
    for label in find_labelled(head, LABELS):
        over = head[: label.label_start].splitlines()
        if label.name == "date" and all(_OVER_TEXT.match(line) for line in over):
            start, end, key = (fence.end() + n for n in (label.start, label.end, label.label_start))
            yield Entry(LABEL, "date", text[start:end], start, end, key)


def _labelled(document: Document) -> Iterator[Entry]:
    """The labelled values at the start of the text."""
    view = document.without_glosses
    head = view.text[: PAGE_LABELS if document.format == "html" else HEAD]
    for label in find_labelled(head, LABELS):
        start, end = view.source_span(label.start, label.end)
        key, _ = view.source_span(label.label_start, label.label_end)
        if document.format == "markdown" and _INDENTED.search(view.text, 0, label.label_start):
            continue
        yield Entry(LABEL, label.name, view.text[label.start : label.end], start, end, key)
