"""HTML: text with its entities decoded is prose; title, fields, headings and what frames the main
text are found.

A scanner of our own, since findings need places in the source and the fast parsers give none: one
regular expression over tags, comments and elements whose text is no prose. Most pages write their
tags in lower case, and expressions that need not ask for another one are twice as fast.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from html import escape

from textproof.contract import Contract
from textproof.formats._html_walk import (
    ATTRIBUTES,
    RAW_ELEMENT,
    REST_OF_COMMENT,
    Element,
    Walk,
    cased,
    shown,
    shown_in,
)
from textproof.lazy import compiled
from textproof.structure import Comment, Field, Section, Structure
from textproof.tables.html_elements import ALSO_CALLED, INLINE
from textproof.view import Piece, View

SUFFIXES = (".html", ".htm", ".xhtml")
INDIRECT = True
RUNNING = True
SPECIAL = "&<>\"'"

_TOKEN = (
    rf"<(?:(?P<inline>/?(?:{'|'.join(sorted(INLINE))})(?=[\s/>]){ATTRIBUTES}>)"
    rf"|{RAW_ELEMENT}"
    rf"|(?P<block>/?[a-zA-Z][\w:-]*+{ATTRIBUTES}>)"
    rf"|(?P<comment>!--{REST_OF_COMMENT})|(?P<other>[!?/]{ATTRIBUTES}>))"
    r"|&(?P<entity>(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][A-Za-z0-9]{1,31});?)"
)
_FILLED = compiled(
    # What shows something without text of its own: media and controls, and empty elements with an
    # attribute, which a style or a script fills.
    r"<(?:img|picture|video|audio|iframe|object|embed|canvas|pre|code|svg|math|input|button|select"
    r"|textarea|noscript|script|hr)\b|<(\w+)\s[^<>]*>\s*</\1\s*>",
    re.IGNORECASE,
)
_TITLE_PAGE = compiled(
    r"<\w+[^>]*\bclass\s*=\s*[\"']?(?:author|collab|corpauthor|editor|othercredit|subtitle|pubdate)(?![\w-])",
    re.IGNORECASE,
)
"""The start tag of a heading that is a line of a title page, as DocBook's stylesheets write it."""

_SHOWN_LINE = compiled(r"\S[^\n]*")


_TOKENS = cased(_TOKEN)


def prose(text: str) -> View:
    """The text between the tags. The end of a block is a line break, an entity its character."""
    tokens = _TOKENS.of(text)
    return View.deferred(shown_in(text, tokens), lambda: _pieces(text, tokens))


def _pieces(text: str, tokens: re.Pattern[str]) -> Iterator[Piece]:
    position = 0
    for match in tokens.finditer(text):
        start, end = match.span()
        if position < start:
            yield Piece(text[position:start], position, start)
        yield Piece(shown(match), start, end)
        position = end
    yield Piece(text[position:], position, len(text))


def comments(text: str) -> Iterator[Comment]:
    """`<!-- … -->`."""
    for match in _TOKENS.of(text).finditer(text):
        if match["comment"]:
            yield Comment(*match.span())


def written(text: str, source: str) -> str:
    """A text with `&`, `<` and `>` as entities."""
    return escape(text, quote=False)


def broken_metadata(text: str) -> tuple[str, int] | None:
    """Nothing yet: a meta element stands for itself."""
    return None


def structure(text: str, view: View, contract: Contract | None) -> Structure:
    """The title element, the fields, the sections under h1 to h6, and what frames the text."""
    tokens = _TOKENS.of(text)
    walk = Walk(text, tokens)
    title = next((_title(text, element, tokens) for element in walk.titles), None)
    fields = tuple(_canonical(walk.fields))
    frame = walk.frame()
    return Structure(title, fields, tuple(_sections(text, tokens, walk.headings, frame)), frame)


def _title(text: str, element: Element, tokens: re.Pattern[str]) -> Field:
    place = (element.content_start, element.content_end, element.start)
    return Field("title", element.words(text, tokens), *place)


def _canonical(fields: list[Field]) -> Iterator[Field]:
    """The fields, the first of each by the name that contracts give it."""
    named = {field.name for field in fields}
    for field in fields:
        name = ALSO_CALLED.get(field.name)
        if name and name not in named:
            named.add(name)
            field = field._replace(name=name)
        yield field


HEAD = 2_000
"""Code points from the start of a body that mostly show whether a section holds something."""


def _items(
    text: str, tokens: re.Pattern[str], start: int, end: int, deeper: bool, most: int | None
) -> int:
    """The lines of a body that hold something; a deeper section is one more."""
    if most is not None and start + HEAD < end:
        cut = text.rfind("<", start, start + HEAD)
        items = _items(text, tokens, start, max(cut, start), deeper, None)
        if items > most + MARGIN:
            return items
    body = text[start:end]
    return len(_SHOWN_LINE.findall(shown_in(body, tokens))) + len(_FILLED.findall(body)) + deeper


MARGIN = 2
"""Lines that the markup at a cut may look like."""


def _sections(
    text: str,
    tokens: re.Pattern[str],
    headings: list[Element],
    frame: tuple[tuple[int, int], ...],
) -> Iterator[Section]:
    """The sections. A heading that is a link heads an article elsewhere, and what stands up to the
    page's main heading or around its main text is its frame: neither is sure."""
    main = next((i for i, heading in enumerate(headings) if heading.name == "h1"), -1)
    for index, heading in enumerate(headings):
        level = int(heading.name[1])
        following = headings[index + 1] if index + 1 < len(headings) else None
        until = following.start if following else len(text)
        deeper = following is not None and int(following.name[1]) > level
        items = partial(_items, text, tokens, heading.end, until, deeper)
        words = heading.words(text, tokens)
        content = text[heading.content_start : heading.content_end]
        is_frame = index < main or (index == main and following is not None)
        is_frame = is_frame or any(start <= heading.start < end for start, end in frame)
        on_title_page = _TITLE_PAGE.match(text, heading.start, heading.content_start)
        sure = bool(words) and not (is_frame or on_title_page or "href" in content)
        span = (heading.start, heading.end)
        yield Section(words, level, *span, heading.end, until, items, sure)
