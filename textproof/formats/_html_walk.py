"""A walk over the tags of a page that say something of it: fields, headings, what frames it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from textproof.formats._html_tokens import (
    ATTRIBUTES,
    RAW_ELEMENT,
    REST_OF_COMMENT,
    Tokens,
    cased,
)
from textproof.lazy import compiled
from textproof.structure import Field
from textproof.tables.html_elements import FRAME_ROLES, FRAMES, ITEMS

_TAGS = frozenset(
    "h1 h2 h3 h4 h5 h6 title meta time html link main article nav header footer aside".split()
)
_WALK = cased(
    rf"<(?:!--{REST_OF_COMMENT}|{RAW_ELEMENT}"
    rf"|(?P<close>/)?(?P<tag>{'|'.join(sorted(_TAGS))})(?=[\s/>])(?P<attributes>{ATTRIBUTES})>"
    rf"|(?P<marked>[a-zA-Z][\w-]*+)(?=\s[^<>]*?(?:role|itemprop)\s*=)(?P<marks>{ATTRIBUTES})>)"
)
_ATTRIBUTE = compiled(
    r"""(?<![\w:-])(?P<key>[\w:-]++)\s*+=\s*+"""
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))"""
)


def _telling(page: Tokens) -> list[int]:
    """The offsets of the tags that may say something of a page."""
    found = set(page.named(_TAGS))
    found.update(i for i, name in enumerate(page.raw) if name and name.lower() == "script")
    if "role" in page.text or "itemprop" in page.text or not page.is_lower:
        tokens = page.tokens if page.is_lower else map(str.lower, page.tokens)
        found.update(i for i, t in enumerate(tokens) if "role" in t or "itemprop" in t)
    return [page.starts[index] for index in sorted(found)]


class Element(NamedTuple):
    """An element with its start tag, its content and its end tag."""

    name: str
    start: int
    content_start: int
    content_end: int
    end: int

    def words(self, page: Tokens) -> str:
        """What the element says."""
        return " ".join(page.shown_between(self.content_start, self.content_end).split())


class Walk:
    """A walk over the tags that say something of a page."""

    def __init__(self, page: Tokens) -> None:
        self.page = page
        self.text = text = page.text
        self.titles: list[Element] = []
        self.headings: list[Element] = []
        self.fields: list[Field] = []
        self._opened: re.Match[str] | None = None
        self._around: list[tuple[str, int]] = []
        self._frames: list[tuple[str, int, int]] = []
        self._mains: list[tuple[int, int]] = []
        walk = _WALK.lower if page.is_lower else _WALK.any
        for match in (walk.match(text, start) for start in _telling(page)):
            if match is None:
                continue
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
            found.append(Element(name, *place))
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
            is_main = role == "main" and not self._mains
            if (role in FRAME_ROLES or is_main) and not inside and name not in FRAMES:
                end = _end_of(self.text, name, match.end(), len(self.text))
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
            last = min(content_start + LONGEST_VALUE, len(self.text))
            end = _end_of(self.text, name, content_start, last)
            content_end = max(self.text.rfind("<", content_start, end), content_start)
        element = Element(wanted, start, content_start, content_end, end)
        words = element.words(self.page)
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


LONGEST_VALUE = 2_000
"""Code points up to which what an element says is the value of a field."""


def _end_of(text: str, name: str, start: int, last: int) -> int:
    """Where the element ends whose start tag ends at an offset; ``last`` where it does not."""
    tags = re.compile(rf"<(/)?{re.escape(name)}(?=[\s/>])[^<>]*>", re.IGNORECASE)
    depth = 1
    for match in tags.finditer(text, start, last):
        depth += -1 if match[1] else 1
        if not depth:
            return match.end()
    return last


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


def _meta(tag: re.Match[str]) -> Iterator[Field]:
    """`<meta name=… content=…>`, OpenGraph's `property=…` and schema.org's `itemprop=…`; of what
    stands for a header of HTTP the language."""
    values = _attributes(tag)
    name = values.get("name") or values.get("property") or values.get("itemprop")
    if name is None and values.get("http-equiv", ("",))[0].lower() == "content-language":
        name = values["http-equiv"]
    return _attribute_field(name[0].lower(), tag, "content") if name else iter(())


def _json_ld(element: re.Match[str]) -> Iterator[Field]:
    """The values in a script of JSON-LD; `jsonld` is its date of publication."""
    if "ld+json" in element[0].partition(">")[0]:
        from textproof.json_ld import fields_of_script

        yield from fields_of_script(element[0], element.start())
