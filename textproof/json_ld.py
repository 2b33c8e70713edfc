r"""JSON-LD with the places of its values: the scripts of a page, read by the letter of RFC 8259.

>>> root = read_json('{"headline": "caf\\u00e9"}')
>>> value = root.members[0][1]
>>> value.value, (value.start, value.end)
('café', (14, 23))
>>> read_json('{"headline": "A",}')
Traceback (most recent call last):
textproof.json_ld.BrokenJsonError: a comma with nothing behind it
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from textproof.lazy import compiled
from textproof.structure import Field
from textproof.view import Piece

DEEPEST = 100
"""Levels of nesting from which on a text is not read further. JSON-LD has a few."""

ARTICLES = frozenset(
    "Article NewsArticle BlogPosting AnalysisNewsArticle BackgroundNewsArticle OpinionNewsArticle "
    "ReportageNewsArticle ReviewNewsArticle".split()
)
"""The types of schema.org that are an article of a news page or of a blog."""

_SCRIPT = compiled(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<other>pre|textarea|template)(?=[\s>]).*?(?:</(?P=other)\s*>|\Z)"
    r"|<script\b[^<>]*\btype\s*=\s*[\"']?application/ld\+json\b[^<>]*>(?P<json>.*?)"
    r"(?P<end></script\s*>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_WRAPPING = compiled(r"\s*+(?:<!--|(?://|/\*)?[ \t]*+<!\[CDATA\[\s*+(?:\*/)?)")
_WRAPPED = compiled(r"(?:(?://[ \t]*)?-->|(?://|/\*)?[ \t]*\]\]>[ \t]*(?:\*/)?)\Z")
_LONGEST_WRAPPER = 40
_SPACE = compiled(r"[ \t\r\n]*")
_STRING = compiled(r'"((?>(?:[^"\\\x00-\x1f]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*))')
_NUMBER = compiled(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![\w.])")
_WORD = compiled(r"(?:true|false|null)(?!\w)")
_WORDS = {"true": True, "false": False, "null": None}
_ESCAPE = compiled(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)"
)
_CONTROLS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_CURLY = "“”„‟«»″＂‘’'`"


class BrokenJsonError(ValueError):
    """What is no JSON: a message and the offset where it shows."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


class Node(NamedTuple):
    """A value and its place; that of a string is without its quotes. An object has ``members``, a
    list ``items``; ``value`` is that of all others."""

    start: int
    end: int
    value: str | float | bool | None = None
    members: tuple[tuple[str, Node], ...] | None = None
    items: tuple[Node, ...] | None = None

    def get(self, key: str) -> Node | None:
        """The first member of an object with a key."""
        return next((node for name, node in self.members or () if name == key), None)

    @property
    def types(self) -> frozenset[str]:
        """The types of an item, without the address of schema.org."""
        node = self.get("@type")
        named = (node.items or (node,)) if node else ()
        return frozenset(re.split("[/:#]", n.value)[-1] for n in named if isinstance(n.value, str))


class Script(NamedTuple):
    """A script of JSON-LD: the span of what it holds, and whether an end tag closes it."""

    start: int
    end: int
    closed: bool


def scripts(page: str) -> Iterator[Script]:
    """The scripts of JSON-LD in a page, those in comments and examples left out."""
    if "ld+json" not in page:
        return
    for match in _SCRIPT.finditer(page):
        if match["json"] is not None:
            yield Script(*match.span("json"), bool(match["end"]))


def read_json(text: str, start: int = 0, end: int | None = None) -> Node:
    """The value that a span of a text is. :class:`BrokenJsonError` where it is none."""
    inside = text[: len(text) if end is None else end]
    wrapping = _WRAPPING.match(inside, start)
    if wrapping:
        start, inside = wrapping.end(), inside.rstrip()
        wrapped = _WRAPPED.search(inside, max(start, len(inside) - _LONGEST_WRAPPER))
        inside = inside[: wrapped.start()] if wrapped else inside
    reader = _Reader(inside)
    node = reader.value(reader.after_space(start), 0)
    rest = reader.after_space(reader.position)
    if rest < len(reader.text):
        raise BrokenJsonError("text behind its end", rest)
    return node


class _Reader:
    """A place in a text, moved on by each value that is read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0

    def after_space(self, position: int) -> int:
        match = _SPACE.match(self.text, position)
        return match.end() if match else position

    def value(self, start: int, depth: int) -> Node:
        """The value that begins at an offset."""
        char = self.text[start : start + 1]
        if depth > DEEPEST:
            raise BrokenJsonError(f"more than {DEEPEST} levels of nesting", start)
        if char == "{":
            return self.collection(start, depth, "}")
        if char == "[":
            return self.collection(start, depth, "]")
        if char == '"':
            return self.string(start)
        word = _WORD.match(self.text, start) or _NUMBER.match(self.text, start)
        if not word:
            raise BrokenJsonError(self.complaint(start), min(start, max(len(self.text) - 1, 0)))
        self.position = word.end()
        known = _WORDS[word[0]] if word[0] in _WORDS else float(word[0])
        return Node(start, word.end(), known)

    def string(self, start: int) -> Node:
        """The string that begins with a quote at an offset."""
        match = _STRING.match(self.text, start)
        assert match
        if self.text[match.end() : match.end() + 1] != '"':
            raise BrokenJsonError(
                _in_string(self.text, match.end()), min(match.end(), len(self.text))
            )
        self.position = match.end() + 1
        value = "".join(piece.text for piece in string_pieces(self.text, *match.span(1)))
        return Node(*match.span(1), value)

    def collection(self, start: int, depth: int, closing: str) -> Node:
        """The object or the list that begins at an offset."""
        members: list[tuple[str, Node]] = []
        items: list[Node] = []
        position = self.after_space(start + 1)
        while self.text[position : position + 1] != closing:
            if members or items:
                comma, position = position, self.comma(position, closing)
                if self.text[position : position + 1] == closing:
                    raise BrokenJsonError("a comma with nothing behind it", comma)
            if closing == "}":
                key, position = self.key(position)
                members.append((key, self.value(position, depth + 1)))
            else:
                items.append(self.value(position, depth + 1))
            position = self.after_space(self.position)
        self.position = position + 1
        if closing == "}":
            return Node(start, self.position, members=tuple(members))
        return Node(start, self.position, items=tuple(items))

    def comma(self, position: int, closing: str) -> int:
        """Where the next member begins."""
        if self.text[position : position + 1] != ",":
            kind = "an object" if closing == "}" else "a list"
            if position >= len(self.text):
                raise BrokenJsonError(f"{kind} that nothing closes", position)
            raise BrokenJsonError("no comma between two values", position)
        return self.after_space(position + 1)

    def key(self, position: int) -> tuple[str, int]:
        """The key of a member, and where its value begins."""
        if self.text[position : position + 1] != '"':
            raise BrokenJsonError(self.complaint(position, "a key in quotes"), position)
        key = str(self.string(position).value)
        colon = self.after_space(self.position)
        if self.text[colon : colon + 1] != ":":
            raise BrokenJsonError(f"no colon behind the key “{key[:40]}”", colon)
        return key, self.after_space(colon + 1)

    def complaint(self, position: int, wanted: str = "a value") -> str:
        """What stands in place of a value or a key."""
        char = self.text[position : position + 1]
        if not char:
            return f"it ends where {wanted} must stand"
        if char in _CURLY:
            return f"“{char}” (U+{ord(char):04X}) in place of a straight double quote"
        if self.text.startswith(("//", "/*"), position):
            return "a comment, which JSON does not know"
        word = re.compile(r"[\w$]+").match(self.text, position)
        return f"“{word[0][:40] if word else char}” where {wanted} must stand"


def _in_string(text: str, position: int) -> str:
    """What is wrong inside a string."""
    char = text[position : position + 1]
    if char == "\\":
        return f"“{text[position : position + 2]}” in a string, an escape that JSON does not know"
    if char and char in "\r\n":
        return "a line break inside a string"
    return f"U+{ord(char):04X} inside a string" if char else "a string that no quote closes"


def string_pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """A string of JSON as pieces of a view: its escapes are the characters that they stand for."""
    position = start
    for match in _ESCAPE.finditer(text, start, end):
        yield Piece(text[position : match.start()], position, match.start())
        yield Piece(_meant(match[0]), *match.span())
        position = match.end()
    yield Piece(text[position:end], position, end)


def _meant(escape: str) -> str:
    """The character of an escape; half of a pair is no character."""
    if escape[1] != "u":
        return _CONTROLS.get(escape[1], escape[1])
    units = bytes.fromhex(escape.replace("\\u", ""))
    return units.decode("utf-16-be", "replace")


def top_items(root: Node) -> Iterator[Node]:
    """The items that a script is about: those at its top, in its list and in its graph."""
    for node in root.items or (root,):
        graph = node.get("@graph")
        yield from (n for n in (graph.items or (graph,) if graph else (node,)) if n.members)


def is_page(item: Node) -> bool:
    """Whether an item is the page itself: an article, a page, or something with a headline."""
    types = item.types
    return (
        not types
        or bool(types & ARTICLES)
        or item.get("headline") is not None
        or any(name.endswith(("Page", "Article", "Posting")) for name in types)
    )


def fields(root: Node) -> Iterator[Field]:
    """The strings of JSON-LD as fields: `jsonld:headline`, `jsonld:author.name` of the page itself,
    `jsonld:Organization.name` of what else it describes."""
    for item in top_items(root):
        named = sorted(item.types)[:1] if not is_page(item) else []
        yield from _strings(item, named, item.start)


def _strings(node: Node, path: list[str], key_start: int) -> Iterator[Field]:
    if isinstance(node.value, str) and path:
        yield Field(f"jsonld:{'.'.join(path)}", node.value.strip(), node.start, node.end, key_start)
    for item in node.items or ():
        yield from _strings(item, path, key_start)
    for key, member in node.members or ():
        if not key.startswith("@"):
            yield from _strings(member, [*path, key], member.start)


def fields_of_script(element: str, offset: int) -> Iterator[Field]:
    """The fields of a script element that begins at an offset of the page; none where it is broken.

    The field `jsonld` is the date of publication, by the name that contracts have for it.
    """
    try:
        found = [*_placed(element, offset)]
    except BrokenJsonError:
        return
    yield from found
    yield from (f._replace(name="jsonld") for f in found if f.name == "jsonld:datePublished")


def _placed(element: str, offset: int) -> Iterator[Field]:
    for script in scripts(element):
        for field in fields(read_json(element, script.start, script.end)):
            places = (field.start + offset, field.end + offset, field.key_start + offset)
            yield Field(field.name, field.value, *places)
