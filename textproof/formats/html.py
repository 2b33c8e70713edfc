"""HTML: text with its entities decoded is prose; title, fields, headings and what frames the main
text are found.

A scanner of our own, since findings need places in the source and the fast parsers give none: one
regular expression over tags, comments and elements whose text is no prose. Most pages write their
tags in lower case, and expressions that need not ask for another one are twice as fast.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from textproof.contract import Contract
from textproof.structure import Comment, Field, Section, Structure
from textproof.tables.html_elements import ALSO_CALLED, FRAME_ROLES, FRAMES, INLINE, ITEMS, RAW
from textproof.view import MASK, Piece, View

SUFFIXES = (".html", ".htm", ".xhtml")
INDIRECT = True
RUNNING = True

_ATTRIBUTES = r"[^<>\"']*+(?>(?:\"[^\"]*+\"|'[^']*+')[^<>\"']*+)*+"
_RAW = (
    rf"(?P<raw>{'|'.join(RAW)})(?=[\s/>]){_ATTRIBUTES}"
    r"(?:(?<=/)>|>.*?(?:</(?P=raw)\s*>|\Z))"
)
_TOKEN = (
    rf"<(?:(?P<inline>/?(?:{'|'.join(sorted(INLINE))})(?=[\s/>]){_ATTRIBUTES}>)"
    rf"|{_RAW}"
    rf"|(?P<block>/?[a-zA-Z][\w:-]*+{_ATTRIBUTES}>)"
    rf"|(?P<comment>!--.*?(?:-->|\Z))|(?P<other>[!?/]{_ATTRIBUTES}>))"
    r"|&(?P<entity>(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][A-Za-z0-9]{1,31});?)"
)
_WALKED = (
    rf"<(?:!--.*?(?:-->|\Z)|{_RAW}"
    r"|(?P<close>/)?(?P<tag>h[1-6]|title|meta|time|html|link|main|article|nav|header|footer|aside)"
    rf"(?=[\s/>])(?P<attributes>{_ATTRIBUTES})>"
    rf"|(?P<marked>[a-zA-Z][\w-]*+)(?=\s[^<>]*?(?:role|itemprop)\s*=)(?P<marks>{_ATTRIBUTES})>)"
)
_UPPER = re.compile(r"<[/?]?[A-Z]")
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
_SHOWN_LINE = re.compile(r"\S[^\n]*")
_PUBLISHED = re.compile(r"\"datePublished\"\s*:\s*\"(?P<value>[^\"\\]*)\"")


class _Cased(NamedTuple):
    """An expression for pages in lower case, and for others."""

    lower: re.Pattern[str]
    any: re.Pattern[str]

    def of(self, text: str) -> re.Pattern[str]:
        """The one for a page."""
        return self.any if _UPPER.search(text) else self.lower


def _cased(expression: str) -> _Cased:
    return _Cased(re.compile(expression, re.DOTALL), re.compile(expression, re.DOTALL | re.I))


_TOKENS, _WALK = _cased(_TOKEN), _cased(_WALKED)


def prose(text: str) -> View:
    """The text between the tags. The end of a block is a line break, an entity its character."""
    tokens = _TOKENS.of(text)
    return View.deferred(tokens.sub(_shown, text), lambda: _pieces(text, tokens))


def _shown(token: re.Match[str]) -> str:
    """What stands in the prose for a tag, an element without prose, a comment or an entity."""
    kind = token.lastgroup
    if kind == "block":
        return "\n"
    if kind == "raw":
        return MASK
    return unescape(token[0]) if kind == "entity" else ""


def _pieces(text: str, tokens: re.Pattern[str]) -> Iterator[Piece]:
    position = 0
    for match in tokens.finditer(text):
        start, end = match.span()
        if position < start:
            yield Piece(text[position:start], position, start)
        yield Piece(_shown(match), start, end)
        position = end
    yield Piece(text[position:], position, len(text))


def comments(text: str) -> Iterator[Comment]:
    """`<!-- … -->`."""
    for match in _TOKENS.of(text).finditer(text):
        if match["comment"]:
            yield Comment(*match.span())


def broken_metadata(text: str) -> tuple[str, int] | None:
    """Nothing yet: a meta element stands for itself."""
    return None


class _Element(NamedTuple):
    """An element with its start tag, its content and its end tag."""

    name: str
    start: int
    content_start: int
    content_end: int
    end: int

    def words(self, text: str, tokens: re.Pattern[str]) -> str:
        """What the element says."""
        content = text[self.content_start : self.content_end]
        return " ".join(tokens.sub(_shown, content).split())


def structure(text: str, view: View, contract: Contract | None) -> Structure:
    """The title element, the fields, the sections under h1 to h6, and what frames the text."""
    tokens = _TOKENS.of(text)
    walk = _Walk(text, tokens)
    title = next((_title(text, element, tokens) for element in walk.titles), None)
    fields = tuple(_canonical(walk.fields))
    frame = walk.frame()
    return Structure(title, fields, tuple(_sections(text, tokens, walk.headings, frame)), frame)


class _Walk:
    """A walk over the tags that say something of a page."""

    def __init__(self, text: str, tokens: re.Pattern[str]) -> None:
        self.text = text
        self.tokens = tokens
        self.titles: list[_Element] = []
        self.headings: list[_Element] = []
        self.fields: list[Field] = []
        self._opened: re.Match[str] | None = None
        self._around: list[tuple[str, int]] = []
        self._frames: list[tuple[str, int, int]] = []
        self._mains: list[tuple[int, int]] = []
        for match in _WALK.of(text).finditer(text):
            if match["tag"]:
                self._tag(match["tag"].lower(), match)
            elif match["marked"]:
                self._marked(match["marked"].lower(), match, "marks")
            elif match["raw"] and match["raw"].lower() == "script":
                self.fields += _json_ld(match)

    def _tag(self, name: str, match: re.Match[str]) -> None:
        if (name[0] == "h" and name[1:].isdigit()) or name == "title":
            self._heading(name, match)
        elif match["close"]:
            self._close(name, match)
        elif name == "meta":
            self.fields += _meta(match)
        elif name == "html":
            self.fields += _attribute_field("lang", match, "lang", "xml:lang")
        elif name == "link":
            values = _attributes(match)
            if "canonical" in values.get("rel", ("", 0))[0].lower().split():
                self.fields += _attribute_field("canonical", match, "href")
        elif name == "time":
            self.fields += _attribute_field("time", match, "datetime")
            self._marked(name, match, "attributes")
        else:
            self._around.append((name, match.start()))
            self._marked(name, match, "attributes")

    def _heading(self, name: str, match: re.Match[str]) -> None:
        if not match["close"]:
            self._opened = match
        elif self._opened and self._opened["tag"].lower() == name:
            found = self.titles if name == "title" else self.headings
            opened = self._opened
            place = (opened.start(), opened.end(), match.start(), match.end())
            found.append(_Element(name, *place))
            self._opened = None
            if name != "title":
                self._item(name, opened, place)

    def _close(self, name: str, match: re.Match[str]) -> None:
        """The end of what may frame the text; a header or footer of an article is part of it."""
        for index in range(len(self._around) - 1, -1, -1):
            opened, start = self._around[index]
            if opened == name:
                del self._around[index:]
                above = {other for other, _ in self._around}
                if name == "main":
                    self._mains.append((start, match.end()))
                elif name in ("nav", "aside") or (
                    name in FRAMES and not above & {"main", "article"}
                ):
                    self._frames.append((name, start, match.end()))
                break

    def _marked(self, name: str, match: re.Match[str], attributes: str) -> None:
        """An element with a role, or with a property of schema.org."""
        if "role" in match[attributes]:
            role = _attributes(match).get("role", ("", 0))[0].lower()
            inside = self._frames and match.start() < self._frames[-1][2]
            if (role in FRAME_ROLES or role == "main") and not inside and name not in FRAMES:
                end = _end_of(self.text, name, match.end())
                if role == "main":
                    self._mains.append((match.start(), end))
                else:
                    self._frames.append((role, match.start(), end))
        if "itemprop" in match[attributes]:
            end = match.end() if name in ("meta", "link", "img") else -1
            self._item(name, match, (match.start(), match.end(), end, end))

    def _item(self, name: str, tag: re.Match[str], place: tuple[int, int, int, int]) -> None:
        """The field that an element with `itemprop` is: by its attribute, or by what it says."""
        values = _attributes(tag)
        wanted = values.get("itemprop", ("", 0))[0].lower()
        if wanted not in ITEMS:
            return
        for key in ("content", "datetime"):
            if key in values:
                self.fields += _attribute_field(wanted, tag, key)
                return
        start, content_start, content_end, end = place
        if content_end < 0:
            end = _end_of(self.text, name, content_start)
            content_end = max(self.text.rfind("<", content_start, end), content_start)
        element = _Element(wanted, start, content_start, content_end, end)
        words = element.words(self.text, self.tokens)
        if words:
            self.fields.append(Field(wanted, words, content_start, content_end, start))

    def frame(self) -> tuple[tuple[int, int], ...]:
        """What stands around the main text: all but `main` where there is one, and navigation. A
        header that holds the only h1 of a page is part of the text."""
        mains = [(h.start, h.end) for h in self.headings if h.name == "h1"]
        frames = [
            (start, end)
            for name, start, end in self._frames
            if name != "header" or not any(start < h < end for h, _ in mains[:1])
        ]
        if self._mains:
            first = min(start for start, _ in self._mains)
            last = max(end for _, end in self._mains)
            frames += [(0, first), (last, len(self.text))]
        return tuple(sorted(frames))


def _end_of(text: str, name: str, start: int) -> int:
    """Where the element ends whose start tag ends at an offset."""
    depth = 1
    for match in re.compile(rf"<(/)?{re.escape(name)}(?=[\s/>])[^<>]*>", re.I).finditer(
        text, start
    ):
        depth += -1 if match[1] else 1
        if not depth:
            return match.end()
    return len(text)


def _attributes(tag: re.Match[str]) -> dict[str, tuple[str, int]]:
    """The attributes of a tag, as written, each with its offset."""
    values: dict[str, tuple[str, int]] = {}
    for attribute in _ATTRIBUTE.finditer(tag[0]):
        kind = attribute.lastgroup
        assert kind
        place = (attribute[kind], tag.start() + attribute.start(kind))
        values.setdefault(attribute["key"].lower(), place)
    return values


def _attribute_field(name: str, tag: re.Match[str], *keys: str) -> Iterator[Field]:
    """The field that an attribute is, the first of some that a tag has."""
    values = _attributes(tag)
    for key in keys:
        if key in values:
            value, start = values[key]
            yield Field(name, unescape(value).strip(), start, start + len(value), tag.start())
            return


def _title(text: str, element: _Element, tokens: re.Pattern[str]) -> Field:
    place = (element.content_start, element.content_end, element.start)
    return Field("title", element.words(text, tokens), *place)


def _meta(tag: re.Match[str]) -> Iterator[Field]:
    """`<meta name=… content=…>`, OpenGraph's `property=…` and schema.org's `itemprop=…`."""
    values = _attributes(tag)
    name = values.get("name") or values.get("property") or values.get("itemprop")
    return _attribute_field(name[0].lower(), tag, "content") if name else iter(())


def _json_ld(element: re.Match[str]) -> Iterator[Field]:
    """The date of publication in a script of JSON-LD."""
    if "ld+json" in element[0].partition(">")[0]:
        for match in _PUBLISHED.finditer(element[0]):
            start, end = (element.start() + offset for offset in match.span("value"))
            yield Field("jsonld", match["value"], start, end, element.start() + match.start())


def _canonical(fields: list[Field]) -> Iterator[Field]:
    """The fields, the first of each by the name that contracts give it."""
    named = {field.name for field in fields}
    for field in fields:
        name = ALSO_CALLED.get(field.name)
        if name and name not in named:
            named.add(name)
            field = field._replace(name=name)
        yield field


def _sections(
    text: str,
    tokens: re.Pattern[str],
    headings: list[_Element],
    frame: tuple[tuple[int, int], ...],
) -> Iterator[Section]:
    """The sections. A heading that is a link heads an article elsewhere, and what stands up to the
    page's main heading or around its main text is its frame: neither is sure."""
    main = next((i for i, heading in enumerate(headings) if heading.name == "h1"), -1)
    for index, heading in enumerate(headings):
        level = int(heading.name[1])
        following = headings[index + 1] if index + 1 < len(headings) else None
        until = following.start if following else len(text)
        body = text[heading.end : until]
        items = len(_SHOWN_LINE.findall(tokens.sub(_shown, body))) + len(_FILLED.findall(body))
        items += following is not None and int(following.name[1]) > level
        words = heading.words(text, tokens)
        content = text[heading.content_start : heading.content_end]
        is_frame = index < main or (index == main and following is not None)
        is_frame = is_frame or any(start <= heading.start < end for start, end in frame)
        sure = bool(words) and not is_frame and "href" not in content
        span = (heading.start, heading.end)
        yield Section(words, level, *span, heading.end, until, items, sure)
