"""HTML: a start. Text with its entities decoded is prose; title, meta fields and headings are
found.

A scanner of our own, since findings need places in the source and the fast parsers give none: one
regular expression over tags, comments and elements whose text is no prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from textproof.contract import Contract
from textproof.structure import Field, Section, Structure
from textproof.view import MASK, Piece, View

SUFFIXES = (".html", ".htm", ".xhtml")
INDIRECT = True

_ATTRIBUTES = r"(?>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)"
_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|pre|code|kbd|samp|textarea|noscript|template|svg|math)(?=[\s/>])"
    rf"{_ATTRIBUTES}(?:(?<=/)>|>.*?(?:</(?P=raw)\s*>|\Z))"
    rf"|<(?:/?(?P<tag>[A-Za-z][\w:-]*+)|[!?/]){_ATTRIBUTES}>"
    r"|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?",
    re.DOTALL | re.IGNORECASE,
)
_INLINE = frozenset(
    "a abbr b bdi bdo big cite dfn em font i ins del label mark q s small span strong sub sup u "
    "var wbr".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_ATTRIBUTE = re.compile(
    r"""(?<![\w:-])(?P<key>[\w:-]++)\s*+=\s*+"""
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))"""
)
_FILLED = re.compile(
    # What shows something without text of its own: media and controls, and empty elements with an
    # attribute, which a style or a script fills.
    r"<(?:img|picture|video|audio|iframe|object|embed|canvas|pre|code|svg|math|input|button|select"
    r"|textarea|noscript|script|hr)\b|<(\w+)\s[^<>]*>\s*</\1\s*>",
    re.IGNORECASE,
)
_ALSO_CALLED = {
    "article:published_time": "date",
    "datepublished": "date",
    "pubdate": "date",
    "dc.date": "date",
    "dcterms.date": "date",
    "article:author": "author",
    "dc.creator": "author",
    "dcterms.creator": "author",
}
"""What meta fields are called by the vocabularies that pages use, and by a contract."""


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


class _Element(NamedTuple):
    """An element with its start tag, its content and its end tag."""

    name: str
    start: int
    content_start: int
    content_end: int
    end: int

    def words(self, text: str) -> str:
        """What the element says."""
        return " ".join(prose(text[self.content_start : self.content_end]).text.split())


def structure(text: str, view: View, contract: Contract | None) -> Structure:
    """The title element, the meta fields, and the sections under h1 to h6."""
    titles: list[_Element] = []
    headings: list[_Element] = []
    fields: list[Field] = []
    opened: re.Match[str] | None = None
    for match in _TOKEN.finditer(text):
        name = (match["tag"] or "").lower()
        if name == "meta":
            fields += _meta(match)
        elif name == "time":
            fields += _time(match)
        elif (match["raw"] or "").lower() == "script":
            fields += _json_ld(match)
        elif name in _HEADINGS or name == "title":
            if not match[0].startswith("</"):
                opened = match
            elif opened and opened["tag"].lower() == name:
                found = headings if name in _HEADINGS else titles
                found.append(
                    _Element(name, opened.start(), opened.end(), match.start(), match.end())
                )
                opened = None
    title = next((_title(text, element) for element in titles), None)
    return Structure(title, tuple(_canonical(fields)), tuple(_sections(text, headings)))


def broken_metadata(text: str) -> tuple[str, int] | None:
    """Nothing yet: a meta element stands for itself."""
    return None


def _title(text: str, element: _Element) -> Field:
    place = (element.content_start, element.content_end, element.start)
    return Field("title", element.words(text), *place)


def _meta(tag: re.Match[str]) -> Iterator[Field]:
    """`<meta name=… content=…>`, OpenGraph's `property=…` and schema.org's `itemprop=…`."""
    values = {}
    for attribute in _ATTRIBUTE.finditer(tag[0]):
        kind = next(k for k in ("double", "single", "bare") if attribute[k] is not None)
        values[attribute["key"].lower()] = (attribute[kind], tag.start() + attribute.start(kind))
    name = values.get("name") or values.get("property") or values.get("itemprop")
    if name and "content" in values:
        content, start = values["content"]
        end = start + len(content)
        yield Field(name[0].lower(), unescape(content).strip(), start, end, tag.start())


def _time(tag: re.Match[str]) -> Iterator[Field]:
    """`<time datetime=…>`."""
    for attribute in _ATTRIBUTE.finditer(tag[0]):
        if attribute["key"].lower() == "datetime":
            kind = next(k for k in ("double", "single", "bare") if attribute[k] is not None)
            start = tag.start() + attribute.start(kind)
            value = attribute[kind]
            yield Field("time", unescape(value).strip(), start, start + len(value), tag.start())


def _json_ld(element: re.Match[str]) -> Iterator[Field]:
    """The values in a script of JSON-LD; `jsonld` is its date of publication."""
    if "ld+json" in element[0].partition(">")[0]:
        from textproof.json_ld import fields_of_script

        yield from fields_of_script(element[0], element.start())


def _canonical(fields: list[Field]) -> Iterator[Field]:
    """The fields, the first of each by the name that contracts give it."""
    named = {field.name for field in fields}
    for field in fields:
        name = _ALSO_CALLED.get(field.name)
        if name and name not in named:
            named.add(name)
            field = field._replace(name=name)
        yield field


def _sections(text: str, headings: list[_Element]) -> Iterator[Section]:
    """The sections. A heading that is a link heads an article elsewhere, and what stands up to the
    page's main heading is its frame: neither is sure."""
    main = next((i for i, heading in enumerate(headings) if heading.name == "h1"), -1)
    for index, heading in enumerate(headings):
        level = int(heading.name[1])
        following = headings[index + 1] if index + 1 < len(headings) else None
        until = following.start if following else len(text)
        body = text[heading.end : until]
        lines = prose(body).text.splitlines()
        items = sum(1 for line in lines if line.strip()) + len(_FILLED.findall(body))
        items += following is not None and int(following.name[1]) > level
        words = heading.words(text)
        content = text[heading.content_start : heading.content_end]
        is_frame = index < main or (index == main and following is not None)
        sure = bool(words) and not is_frame and "href" not in content
        span = (heading.start, heading.end)
        yield Section(words, level, *span, heading.end, until, items, sure)
