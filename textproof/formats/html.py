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
from textproof.formats._html_tokens import Tokens, shown_in, tokens_of
from textproof.formats._html_walk import Element, Walk
from textproof.lazy import compiled
from textproof.structure import Comment, Field, Section, Structure
from textproof.tables.html_elements import ALSO_CALLED
from textproof.view import View

SUFFIXES = (".html", ".htm", ".xhtml")
INDIRECT = True
RUNNING = True
SPECIAL = "&<>\"'"

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


def prose(text: str) -> View:
    """The text between the tags. The end of a block is a line break, an entity its character."""
    page = tokens_of(text)
    return View.deferred(page.shown, page.pieces)


def comments(text: str) -> Iterator[Comment]:
    """`<!-- … -->`."""
    page = tokens_of(text)
    for token, start in zip(page.tokens, page.starts, strict=True):
        if token.startswith("<!--"):
            yield Comment(start, start + len(token))


def written(text: str, source: str) -> str:
    """A text with `&`, `<` and `>` as entities."""
    return escape(text, quote=False)


def broken_metadata(text: str) -> tuple[str, int] | None:
    """Nothing yet: a meta element stands for itself."""
    return None


def structure(text: str, view: View, contract: Contract | None) -> Structure:
    """The title element, the fields, the sections under h1 to h6, and what frames the text."""
    page = tokens_of(text)
    walk = Walk(page)
    title = next((_title(page, element) for element in walk.titles), None)
    fields = tuple(_canonical(walk.fields))
    frame = walk.frame()
    return Structure(title, fields, tuple(_sections(page, walk.headings, frame)), frame)


def _title(page: Tokens, element: Element) -> Field:
    place = (element.content_start, element.content_end, element.start)
    return Field("title", element.words(page), *place)


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


def _items(text: str, start: int, end: int, deeper: bool, most: int | None) -> int:
    """The lines of a body that hold something; a deeper section is one more."""
    if most is not None and start + HEAD < end:
        cut = text.rfind("<", start, start + HEAD)
        items = _items(text, start, max(cut, start), deeper, None)
        if items > most + MARGIN:
            return items
    body = text[start:end]
    return len(_SHOWN_LINE.findall(shown_in(body))) + len(_FILLED.findall(body)) + deeper


MARGIN = 2
"""Lines that the markup at a cut may look like."""


def _sections(
    page: Tokens, headings: list[Element], frame: tuple[tuple[int, int], ...]
) -> Iterator[Section]:
    """The sections. A heading that is a link heads an article elsewhere, and what stands up to the
    page's main heading or around its main text is its frame: neither is sure."""
    text = page.text
    main = next((i for i, heading in enumerate(headings) if heading.name == "h1"), -1)
    for index, heading in enumerate(headings):
        level = int(heading.name[1])
        following = headings[index + 1] if index + 1 < len(headings) else None
        until = following.start if following else len(text)
        deeper = following is not None and int(following.name[1]) > level
        items = partial(_items, text, heading.end, until, deeper)
        words = heading.words(page)
        content = text[heading.content_start : heading.content_end]
        is_frame = index < main or (index == main and following is not None)
        is_frame = is_frame or any(start <= heading.start < end for start, end in frame)
        on_title_page = _TITLE_PAGE.match(text, heading.start, heading.content_start)
        sure = bool(words) and not (is_frame or on_title_page or "href" in content)
        span = (heading.start, heading.end)
        yield Section(words, level, *span, heading.end, until, items, sure)
