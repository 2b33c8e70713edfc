"""A walk over the tags of a page that say something of it: fields, headings, what frames it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from textproof.lazy import compiled
from textproof.structure import Field
from textproof.tables.html_elements import FRAME_ROLES, FRAMES, ITEMS, RAW
from textproof.view import MASK

ATTRIBUTES = r"[^<>\"']*+(?>(?:(?:\"[^\"]*+\"|'[^']*+')[^<>\"']*+)*)"
RAW_ELEMENT = (
    rf"(?P<raw>{'|'.join(RAW)})(?=[\s/>]){ATTRIBUTES}"
    r"(?:(?<=/)>|>[^<]*+(?>(?:<(?!/(?P=raw)\s*+>)[^<]*+)*)(?:</(?P=raw)\s*+>|\Z))"
)
REST_OF_COMMENT = r"[^-]*+(?>(?:-(?!->)[^-]*+)*)(?:-->|\Z)"
_WALKED = (
    rf"<(?:!--{REST_OF_COMMENT}|{RAW_ELEMENT}"
    r"|(?P<close>/)?(?P<tag>h[1-6]|title|meta|time|html|link|main|article|nav|header|footer|aside)"
    rf"(?=[\s/>])(?P<attributes>{ATTRIBUTES})>"
)
_MARKED = rf"|(?P<marked>[a-zA-Z][\w-]*+)(?=\s[^<>]*?(?:role|itemprop)\s*=)(?P<marks>{ATTRIBUTES})>"
_UNMARKED = r"|(?P<marked>(?!))(?P<marks>)"
_UPPER = compiled(r"<[/?]?[A-Z]")
_ATTRIBUTE = compiled(
    r"""(?<![\w:-])(?P<key>[\w:-]++)\s*+=\s*+"""
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))"""
)


class Cased(NamedTuple):
    """An expression for pages in lower case, and for others."""

    lower: re.Pattern[str]
    any: re.Pattern[str]

    def of(self, text: str) -> re.Pattern[str]:
        """The one for a page."""
        return self.any if _UPPER.search(text) else self.lower


def cased(expression: str) -> Cased:
    return Cased(compiled(expression, re.DOTALL), compiled(expression, re.DOTALL | re.I))


_WALK, _WALK_UNMARKED = cased(f"{_WALKED}{_MARKED})"), cased(f"{_WALKED}{_UNMARKED})")


def shown(token: re.Match[str]) -> str:
    """What stands in the prose for a tag, an element without prose, a comment or an entity."""
    kind = token.lastgroup
    if kind == "block":
        return "\n"
    if kind == "raw":
        return MASK
    return unescape(token[0]) if kind == "entity" else ""


def shown_in(text: str, tokens: re.Pattern[str]) -> str:
    """A text with :func:`shown` in place of its tokens; all of them at once takes half the time."""
    pieces = tokens.split(text)
    if len(pieces) == 1:
        return text
    step, number = tokens.groups + 1, tokens.groupindex
    merged = [""] * (2 * (len(pieces) // step) + 1)
    merged[::2] = pieces[::step]
    merged[1::2] = [
        "\n" if block else MASK if raw else unescape(f"&{entity}") if entity else ""
        for block, raw, entity in zip(
            *(pieces[number[name] :: step] for name in ("block", "raw", "entity")), strict=True
        )
    ]
    return "".join(merged)


class Element(NamedTuple):
    """An element with its start tag, its content and its end tag."""

    name: str
    start: int
    content_start: int
    content_end: int
    end: int

    def words(self, text: str, tokens: re.Pattern[str]) -> str:
        """What the element says."""
        content = text[self.content_start : self.content_end]
        return " ".join(shown_in(content, tokens).split())


class Walk:
    """A walk over the tags that say something of a page."""

    def __init__(self, text: str, tokens: re.Pattern[str]) -> None:
        self.text = text
        self.tokens = tokens
        self.titles: list[Element] = []
        self.headings: list[Element] = []
        self.fields: list[Field] = []
        self._opened: re.Match[str] | None = None
        self._around: list[tuple[str, int]] = []
        self._frames: list[tuple[str, int, int]] = []
        self._mains: list[tuple[int, int]] = []
        marked = "role" in text or "itemprop" in text or _UPPER.search(text)
        walk = _WALK if marked else _WALK_UNMARKED
        for match in walk.of(text).finditer(text):
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
    """`<meta name=… content=…>`, OpenGraph's `property=…` and schema.org's `itemprop=…`."""
    values = _attributes(tag)
    name = values.get("name") or values.get("property") or values.get("itemprop")
    return _attribute_field(name[0].lower(), tag, "content") if name else iter(())


def _json_ld(element: re.Match[str]) -> Iterator[Field]:
    """The values in a script of JSON-LD; `jsonld` is its date of publication."""
    if "ld+json" in element[0].partition(">")[0]:
        from textproof.json_ld import fields_of_script

        yield from fields_of_script(element[0], element.start())
