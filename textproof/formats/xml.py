"""XML: text nodes are prose; title, authors, date and sections of JATS and DocBook are found.

A scanner of our own by one expression, as for HTML: findings need places, and a file that is not
well-formed still has text. No entity is expanded that a document defines, so none can explode.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import escape, unescape
from html.entities import html5
from typing import NamedTuple

from textproof.contract import Contract
from textproof.lazy import compiled
from textproof.structure import Comment, Field, Section, Structure
from textproof.tables.xml_elements import CODE, GIVEN_NAMES, INLINE, NAMES, ROOTS, SECTIONS
from textproof.view import MASK, Piece, View

SUFFIXES = (".xml", ".dbk", ".docbook", ".jats", ".nxml")
INDIRECT = True
RUNNING = True
SPECIAL = "&<>\"'"

_NAME = r"[A-Za-z_\u0080-\U0010ffff][\w.:-]*+"
_ATTRIBUTES = r"(?>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)"
_SUBSET = r"(?>(?:[^\]\"'<]|\"[^\"]*\"|'[^']*'|<!--.*?-->|<\?.*?\?>|[<\"'])*)"
_CODE = "|".join(sorted(CODE, key=len, reverse=True))
TOKEN = compiled(
    r"(?P<comment><!--.*?(?:-->|\Z))"
    r"|<!\[CDATA\[(?P<cdata>.*?)(?:\]\]>|\Z)"
    r"|<\?.*?(?:\?>|\Z)"
    rf"|<!DOCTYPE\b(?>[^\[<>\"']|\"[^\"]*\"|'[^']*')*(?:\[{_SUBSET}(?:\]\s*|\Z))?(?:>|\Z)"
    rf"|<(?P<raw>(?:[\w-]+:)?(?:{_CODE}))(?=[\s/>]){_ATTRIBUTES}"
    r"(?:(?<=/)>|>.*?(?:</(?P=raw)\s*>|\Z))"
    rf"|<(?:(?P<close>/)?(?P<tag>{_NAME})|[!?/])(?P<attributes>{_ATTRIBUTES})>"
    r"|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|(?P<entity>[A-Za-z_][\w.-]*));",
    re.DOTALL,
)
_LANGUAGE = compiled(r"(?<![\w:.-])(?:xml:)?lang\s*=\s*(?P<quote>[\"'])(?P<value>.*?)(?P=quote)")
_DATE_PARTS = [
    re.compile(rf"<(?:\w+:)?{part}\b[^<>]*>\s*(\d+)\s*<") for part in ("year", "month", "day")
]
_WRITTEN_DATE = compiled(r"\biso-8601-date\s*=\s*[\"']([^\"']+)")
_FILLED = compiled(r"<(?![/!])[^<>]*(?:=[^<>]*|/)>|<\?|<!\[CDATA\[|&\w")
"""What shows or includes something without text of its own."""

_HOLLOW = compiled(r"<(?:\w+:)?(?:para|simpara|p|title|body|formalpara)\s*/>")


HEAD = 30_000
"""Code points from the start in which the fields of the whole document stand."""

LONGEST_NAME = 2_000
"""Code points of an element in which the parts of an author's name are looked for."""


class _Element(NamedTuple):
    name: str
    start: int
    content_start: int
    attributes: str


class _Heading(NamedTuple):
    """A title of a section: its span, its content, its depth, and where its section ends."""

    start: int
    content_start: int
    content_end: int
    end: int
    depth: int


def prose(text: str) -> View:
    """The text nodes. The edge of an element is a line break, but within a sentence; an entity is
    its character, one that the document defines is masked."""
    return View.of_pieces(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    position = 0
    for match in TOKEN.finditer(text):
        if position < match.start():
            yield Piece(text[position : match.start()], position, match.start())
        position = match.end()
        if match["tag"]:
            if _local(match["tag"]) not in INLINE:
                yield Piece("\n", match.start(), match.end())
        elif match["raw"]:
            yield Piece(MASK, match.start(), match.end())
        elif match["cdata"]:
            yield Piece(match["cdata"], *match.span("cdata"))
        elif match[0][0] == "&":
            known = not match["entity"] or f"{match['entity']};" in html5
            yield Piece(unescape(match[0]) if known else MASK, match.start(), match.end())
    yield Piece(text[position:], position, len(text))


def structure(text: str, view: View, contract: Contract | None) -> Structure:
    """Title, fields and sections, read in one walk over the tags."""
    walk = _Walk(text, view)
    walk.run()
    found = tuple(walk.fields)
    title = next((field for field in found if field.name == "title"), None)
    return Structure(title, found, tuple(walk.sections()))


def fields(text: str) -> list[Field]:
    """The fields, of those of parts of a book the first ones."""
    head = text[:HEAD]
    walk = _Walk(head, prose(head))
    walk.run()
    return walk.fields


def written(text: str, source: str) -> str:
    """A text with `&`, `<` and `>` as entities."""
    return escape(text, quote=False)


def broken_metadata(text: str) -> tuple[str, int] | None:
    """Nothing: elements stand for themselves."""
    return None


def comments(text: str) -> Iterator[Comment]:
    """`<!-- … -->`."""
    for match in TOKEN.finditer(text):
        if match["comment"]:
            yield Comment(*match.span("comment"))


def _local(name: str) -> str:
    """The name of an element without the prefix of its namespace."""
    return name.rpartition(":")[2]


def may_have_bare_heading(text: str) -> bool:
    """Whether there is a title."""
    return "title>" in text or "title " in text


class _Walk:
    """A walk over the tags of a document, which need not match."""

    def __init__(self, text: str, view: View) -> None:
        self.text = text
        self.view = view
        self.stack: list[_Element] = []
        self.fields: list[Field] = []
        self.headings: list[_Heading] = []
        self.ends: dict[int, int] = {}  # where the section of a heading ends, by its index
        self.root = ""
        self.open: Counter[str] = Counter()  # how many elements of a name are open
        self.depth = 0  # and how many of them are sections

    def run(self) -> None:
        """Walk to the end."""
        for match in TOKEN.finditer(self.text):
            if not match["tag"]:
                continue
            name = _local(match["tag"])
            if match["close"]:
                self._close(name, match)
            else:
                self._open(name, match)

    def _open(self, name: str, match: re.Match[str]) -> None:
        element = _Element(name, match.start(), match.end(), match["attributes"])
        if not self.root:
            self.root = name
            self._language(match)
        if match["attributes"].endswith("/"):
            self._read(element, match.end(), match.end())
        else:
            self.stack.append(element)
            self.open[name] += 1
            self.depth += name in SECTIONS

    def _close(self, name: str, match: re.Match[str]) -> None:
        """The end of the innermost element of a name, and of what is left open in it."""
        if not self.open[name]:
            return
        while True:
            element = self.stack.pop()
            self.open[element.name] -= 1
            self.depth -= element.name in SECTIONS
            if element.name == name:
                break
        self._read(element, match.start(), match.end())
        if name in SECTIONS:
            for index in range(len(self.headings) - 1, -1, -1):
                if self.headings[index].start < element.start or index in self.ends:
                    break
                self.ends[index] = match.start()

    def _read(self, element: _Element, content_end: int, end: int) -> None:
        """What an element is whose end is known."""
        name = element.name
        above = [open.name for open in self.stack[-3:]]
        parent = above[-1] if above else ""
        in_info = parent.endswith("info")
        if name in ("title", "article-title"):
            self._title(element, content_end, end, above)
        elif name in ("pub-date", "pubdate") or (name == "date" and in_info):
            self._date(element, content_end)
        elif (name == "author" and (in_info or parent == "authorgroup")) or (
            name == "contrib" and parent == "contrib-group" and "author" in element.attributes
        ):
            self._author(element, content_end)
        elif name == "journal-title":
            self._field("source", element, content_end)
        elif name == "article-id" and "doi" in element.attributes and parent == "article-meta":
            self._field("doi", element, content_end)

    def _title(self, element: _Element, content_end: int, end: int, above: list[str]) -> None:
        parents = [name for name in above if not name.endswith("info") and name != "title-group"]
        parent = parents[-1] if parents else ""
        is_root = len(self.stack) - len(above) + len(parents) <= 1 or parent == "article-meta"
        if is_root and not any(field.name == "title" for field in self.fields):
            self._field("title", element, content_end)
        if parent in SECTIONS:
            self.headings.append(
                _Heading(element.start, element.content_start, content_end, end, self.depth)
            )

    def _date(self, element: _Element, content_end: int) -> None:
        """A date of publication: of parts, by its attribute, or as written."""
        content = self.text[element.content_start : content_end]
        parts = [part.search(content) for part in _DATE_PARTS]
        written = _WRITTEN_DATE.search(element.attributes)
        if written:
            value = written[1]
        elif parts[0]:
            known = [part[1] for part in parts if part]
            value = "-".join(part.zfill(2) for part in known)
        else:
            value = self._words(element.content_start, content_end)
        self._field("date", element, content_end, value)

    def _author(self, element: _Element, content_end: int) -> None:
        """An author: given names and surname, or the name as it is written."""
        content_end = min(content_end, element.content_start + LONGEST_NAME)
        given = [self._child(name, element, content_end) for name in GIVEN_NAMES]
        whole = [*given, self._child("surname", element, content_end)]
        if not any(whole):
            names = (self._child(name, element, content_end) for name in NAMES)
            whole = [next(filter(None, names), "")]
        value = " ".join(name for name in whole if name)
        self._field("author", element, content_end, value or None)

    def _child(self, name: str, element: _Element, content_end: int) -> str:
        pattern = re.compile(rf"<((?:\w+:)?{name})(?=[\s>])[^<>]*>(.*?)</\1\s*>", re.DOTALL)
        match = pattern.search(self.text, element.content_start, content_end)
        return self._words(*match.span(2)) if match else ""

    def _language(self, match: re.Match[str]) -> None:
        """The language that the root declares."""
        found = _LANGUAGE.search(self.text, *match.span("attributes"))
        if found:
            self.fields.append(Field("lang", found["value"], *found.span("value"), match.start()))

    def _field(
        self, name: str, element: _Element, content_end: int, value: str | None = None
    ) -> None:
        if value is None:
            value = self._words(element.content_start, content_end)
        if not value and "&" in self.text[element.content_start : content_end]:
            return  # an entity says it, which the document defines or takes from elsewhere
        self.fields.append(Field(name, value, element.content_start, content_end, element.start))

    def _words(self, start: int, end: int) -> str:
        """What is shown between two offsets."""
        shown = self.view.text[self.view.offset_of(start) : self.view.offset_of(end)]
        return " ".join(shown.replace(MASK, "").split())

    def sections(self) -> Iterator[Section]:
        """The sections under the titles, each up to the next title or the end of its element."""
        for index, heading in enumerate(self.headings):
            following = self.headings[index + 1] if index + 1 < len(self.headings) else None
            until = min(
                self.ends.get(index, len(self.text)),
                following.start if following else len(self.text),
            )
            body = self.text[heading.end : until]
            shown = self.view.text[self.view.offset_of(heading.end) : self.view.offset_of(until)]
            items = sum(1 for line in shown.splitlines() if line.strip())
            items += len(_FILLED.findall(_HOLLOW.sub("", body)))
            items += following is not None and following.depth > heading.depth
            words = self._words(heading.content_start, heading.content_end)
            sure = bool(words) and self.root in ROOTS
            span = (heading.start, heading.end)
            yield Section(words, max(heading.depth, 1), *span, heading.end, until, items, sure)
