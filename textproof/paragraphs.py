"""The paragraphs of a document, each with its kind and a text as long as its span of the source.

What is not prose in a paragraph is masked, and a character that the source writes indirectly stands
at the first place of what writes it, so an offset in a paragraph is one of the document.

>>> [(p.kind, p.text.replace(MASK, "_")) for p in of_html("<h2>A</h2><p>Caf&eacute; <i>b</i>")]
[('heading', 'A'), ('text', 'Café_______ ___b____')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from textproof.lazy import compiled
from textproof.view import MASK, masked

if TYPE_CHECKING:
    from textproof.document import Document
    from textproof.formats._html_tokens import Tokens

TEXT, ITEM, HEADING, TABLE, QUOTE, OTHER = "text", "item", "heading", "table", "quote", "other"

WIDE = 110
"""Columns from which on a line of plain text is a paragraph of its own: nobody wraps at more."""

_BLANK = compiled(r"\n[ \t\r\u3000]*(?=\n)|\Z")
_LINE = compiled(r"[^\n]+")
_ITEM = compiled(
    r"[ \t>]*(?:[-*+•·●○▪‣–]|\(?(?:\d+|[a-zA-Z]|[ivxIVX]+)[.)]"
    r"|[（(]?[一二三四五六七八九十\d]+[）)、．])"
    r"(?=[ \t\u3000]|(?<=[）)、．]))"
)
_TABLE = compiled(r"[ \t]*\||[^\n|]*\S \| \S|[^\n]*\t[^\n]*\t|[ \t]*[+|][-=+]{3}")
_SIMPLE_TABLE = compiled(r"^[ \t]*={2,}(?:[ \t]+={2,})+[ \t\r]*$", re.MULTILINE)
"""The border of a table of reStructuredText."""

_HEADING = compiled(r"[ ]{0,3}#{1,6}(?:[ \t]|\r?$)")
_UNDERLINE = compiled(r"[ ]{0,3}(?:=+|-{2,}|~{3,}|\^{3,})[ \t\r]*$")
_CODE = compiled(r"(?: {4}|\t)")
_DEFINED = compiled(r"[ ]{0,3}\[[^\]\n]+\]:")
_WIDE = compiled("[\u2e80-\uffef]")
_INDENT = compiled(r"(?:\u3000| {2})\S")


class Paragraph(NamedTuple):
    """A paragraph: its kind, its span in the document, and its text, as long as the span."""

    kind: str
    start: int
    end: int
    text: str

    @property
    def words(self) -> str:
        """What it says, without what is masked, white space folded."""
        return " ".join(self.text.replace(MASK, "").split())


def paragraphs_of(document: Document) -> Iterator[Paragraph]:
    """The paragraphs of a document, without front matter; none in a format without any."""
    if document.format == "html":
        yield from of_html(document.text)
    elif len(document.prose.text) == len(document.text):
        markdown = document.format == "markdown"
        start = text_start(document.text) if markdown else 0
        yield from of_lines(document.prose.text, markdown=markdown, start=start)


def text_start(text: str) -> int:
    """Where the text of a Markdown document begins, behind its front matter."""
    from textproof.front_matter import FRONT_MATTER

    front_matter = FRONT_MATTER.match(text)
    return front_matter.end() if front_matter else 0


def of_lines(text: str, *, markdown: bool, start: int = 0) -> Iterator[Paragraph]:
    """The paragraphs of plain text, or of the prose of Markdown, from an offset on."""
    for match in _BLANK.finditer(text, start):
        yield from _block(text, start, match.start(), markdown=markdown)
        start = match.end()


def _block(text: str, start: int, end: int, *, markdown: bool) -> Iterator[Paragraph]:
    """The paragraphs between two blank lines: a list has one an item, a heading stands alone."""
    if text.find("== ", start, end) >= 0 and _SIMPLE_TABLE.search(text, start, end):
        yield Paragraph(TABLE, start, end, text[start:end])
        return
    lines = [match.span() for match in _LINE.finditer(text, start, end)]
    starts: list[tuple[int, str]] = []
    for index, (low, high) in enumerate(lines):
        line = text[low:high]
        kind = _kind(line, markdown=markdown)
        underlined = index + 1 < len(lines) and _UNDERLINE.match(text[slice(*lines[index + 1])])
        before = starts[-1][1] if starts else ""
        if underlined and kind == TEXT and not before:
            kind = HEADING
        if before == HEADING and _UNDERLINE.match(line):
            continue
        apart = kind != TEXT or before in ("", HEADING, TABLE, OTHER)
        if apart or (not markdown and _begins(line, text[slice(*lines[index - 1])])):
            starts.append((low, kind))
    for (low, kind), (high, _) in pairwise([*starts, (end, "")]):
        if text[low:high].strip(" \t\r\n" + MASK):
            yield Paragraph(kind, low, high, text[low:high])


def _kind(line: str, *, markdown: bool) -> str:
    if markdown and _HEADING.match(line):
        return HEADING
    if _ITEM.match(line):
        return ITEM
    if _TABLE.match(line):
        return TABLE
    if line.lstrip(" ").startswith(">"):
        return QUOTE
    if markdown and (not line.strip(" \t\r" + MASK) or _DEFINED.match(line)):
        return OTHER
    return OTHER if _CODE.match(line) else TEXT


def _begins(line: str, before: str) -> bool:
    """Whether a line of plain text begins a paragraph: the one before is as long as no wrapped one
    is, or it is indented as the one before is not."""
    return columns(before) >= WIDE or bool(_INDENT.match(line) and not _INDENT.match(before))


def columns(line: str) -> int:
    """Columns that a line takes: two for a character of CJK."""
    return len(line) if line.isascii() else len(line) + len(_WIDE.findall(line))


_KINDS = {
    **dict.fromkeys(("p", "div", "section", "article", "main", "body", "blockquote"), TEXT),
    **dict.fromkeys(("li", "dd", "dt"), ITEM),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), HEADING),
    **dict.fromkeys(("td", "th", "tr", "table", "caption"), TABLE),
    **dict.fromkeys(
        "ul ol dl nav header footer aside form button label figcaption figure address option "
        "summary details html hr title".split(),
        OTHER,
    ),
}
"""The elements that end a paragraph, and what the text behind their start tag is."""

_NOTHING = " \t\r\n" + MASK


def of_html(text: str) -> Iterator[Paragraph]:
    """The paragraphs of an HTML page: the text between the tags of two blocks."""
    from textproof.formats._html_tokens import tokens_of

    page = tokens_of(text)
    edges = page.named(_KINDS)
    pieces = page.between(map(MASK.__mul__, map(len, page.tokens)))
    said = page.between([""] * len(page.tokens))  # the same without what is masked
    for index, entity in enumerate(page.entities):
        if entity:
            pieces[2 * index + 1] = said[2 * index + 1] = _masked(page.tokens[index])
    for index in page.named(("br",)):
        pieces[2 * index + 1] = "\n" + pieces[2 * index + 1][1:]
    for first, last in _without_paragraphs(page):
        inside = slice(2 * first + 1, 2 * last + 1)
        pieces[inside], said[inside] = map(masked, pieces[inside]), [""] * 2 * (last - first)
        edges = [index for index in edges if not first <= index <= last]
    whole, kind, start, first = "".join(pieces), OTHER, 0, 0
    for index in edges:
        end, last = page.starts[index], 2 * index + 1
        if "".join(said[first:last]).strip(_NOTHING):
            yield Paragraph(kind, start, end, whole[start:end])
        kind, first = _kind_behind(page.blocks[index] or ""), last
        start = end + len(page.tokens[index])
    if "".join(said[first:]).strip(_NOTHING):
        yield Paragraph(kind, start, len(text), whole[start:])


def _without_paragraphs(page: Tokens) -> Iterator[tuple[int, int]]:
    """The first and the last token of each element whose text is that of no paragraph: the head of
    a page, a list to select from."""
    opened = ""
    first = 0
    for index in page.named(("head", "select")):
        name = (page.blocks[index] or "").lower()
        if not opened and name[0] != "/":
            opened, first = name, index
        elif name == f"/{opened}":
            yield first, index
            opened = ""
    if opened:
        yield first, len(page.tokens)


def _kind_behind(name: str) -> str:
    """What the text behind a tag is that ends a paragraph."""
    return TEXT if name[0] == "/" else _KINDS[name.lower()]


@lru_cache(maxsize=256)
def _masked(entity: str) -> str:
    """As many characters as an entity has, that it stands for among them."""
    if not entity.endswith(";"):
        return entity
    char = unescape(entity)[:1]
    return char + MASK * (len(entity) - len(char))
