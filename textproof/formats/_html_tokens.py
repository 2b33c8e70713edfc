"""The tags, comments and entities of a page, told apart once for all that ask of them.

>>> page = tokens_of("<p>Caf&eacute; <b>x</b></p>")
>>> page.tokens
['<p>', '&eacute;', '<b>', '</b>', '</p>']
>>> page.shown
'\\nCafé x\\n'
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator
from functools import cached_property, lru_cache
from html import unescape
from itertools import accumulate
from typing import NamedTuple

from textproof.lazy import compiled
from textproof.tables.html_elements import INLINE, RAW
from textproof.view import MASK, Piece

ATTRIBUTES = r"[^<>\"']*+(?>(?:(?:\"[^\"]*+\"|'[^']*+')[^<>\"']*+)*)"
RAW_ELEMENT = (
    rf"(?P<raw>{'|'.join(RAW)})(?=[\s/>]){ATTRIBUTES}"
    r"(?:(?<=/)>|>[^<]*+(?>(?:<(?!/(?P=raw)\s*+>)[^<]*+)*)(?:</(?P=raw)\s*+>|\Z))"
)
REST_OF_COMMENT = r"[^-]*+(?>(?:-(?!->)[^-]*+)*)(?:-->|\Z)"
_TOKEN = (
    rf"(<(?:/?(?:{'|'.join(sorted(INLINE - {'label'}))})(?=[\s/>]){ATTRIBUTES}>"
    rf"|{RAW_ELEMENT}"
    rf"|(?P<block>/?[a-zA-Z][\w:-]*+){ATTRIBUTES}>"
    rf"|!--{REST_OF_COMMENT}|[!?/]{ATTRIBUTES}>)"
    r"|&(?P<entity>(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][A-Za-z0-9]{1,31});?))"
)
_UPPER = compiled(r"<[/?]?[A-Z]")


class Cased(NamedTuple):
    """An expression for pages in lower case, and for others. Most pages write their tags so, and
    expressions that need not ask for another case are twice as fast."""

    lower: re.Pattern[str]
    any: re.Pattern[str]

    def of(self, text: str) -> re.Pattern[str]:
        """The one for a page."""
        return self.lower if _is_lower(text) else self.any


@lru_cache(maxsize=2)
def _is_lower(text: str) -> bool:
    """Whether a page has no tag in capitals. Several ask it of one page after the other."""
    return not _UPPER.search(text)


def cased(expression: str) -> Cased:
    return Cased(compiled(expression, re.DOTALL), compiled(expression, re.DOTALL | re.I))


_TOKENS = cased(_TOKEN)


class Tokens:
    """A page as the texts and tokens that it is made of, in turn.

    ``blocks`` has for each token the name, with the slash of an end tag, where it is a tag that may
    end a paragraph; ``raw`` the name of an element without prose, which is one token; ``entities``
    what stands behind the ampersand.
    """

    def __init__(self, text: str) -> None:
        pattern = _TOKENS.of(text)
        self.is_lower = pattern is _TOKENS.lower
        pieces = pattern.split(text)
        step, number = pattern.groups + 1, pattern.groupindex
        self.text = text
        self.texts: list[str] = pieces[::step]
        self.tokens: list[str] = pieces[1::step]
        self.raw, self.blocks, self.entities = (
            pieces[number[name] :: step] for name in ("raw", "block", "entity")
        )

    @cached_property
    def starts(self) -> list[int]:
        """The offset of each token."""
        lengths = accumulate(map(len, self.between(self.tokens)))
        return list(lengths)[:-1:2]

    def between(self, instead: Iterable[str]) -> list[str]:
        """The texts, with something in place of each token between them."""
        merged = [""] * (2 * len(self.tokens) + 1)
        merged[::2] = self.texts
        merged[1::2] = instead
        return merged

    @cached_property
    def _shown(self) -> list[str]:
        """What stands in the prose for each token: the end of a block is a line break."""
        shown = [
            "\n" if block else MASK if raw else _character(entity) if entity else ""
            for block, raw, entity in zip(self.blocks, self.raw, self.entities, strict=True)
        ]
        for index in self.named(("label",)):  # which stands within a line
            shown[index] = ""
        return shown

    @cached_property
    def shown(self) -> str:
        """What a reader reads of the page."""
        return "".join(self.between(self._shown)) if self.tokens else self.text

    def shown_between(self, start: int, end: int) -> str:
        """What a reader reads of the page between two tokens."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if first == last or self.starts[last : last + 1] != [end]:
            return shown_in(self.text[start:end])
        merged = zip(self.texts[first:last], self._shown[first:last], strict=True)
        return "".join(map("".join, merged)) + self.texts[last]

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """What a reader reads, as pieces with their places in the page: those of a span of it, and
        perhaps some around it."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        first = max(first - 1, 0)
        position = self.starts[first - 1] + len(self.tokens[first - 1]) if first else 0
        for index in range(first, last):
            begin = self.starts[index]
            if position < begin:
                yield Piece(self.texts[index], position, begin)
            position = begin + len(self.tokens[index])
            yield Piece(self._shown[index], begin, position)
        yield Piece(self.texts[last], position, position + len(self.texts[last]))

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """For each of the different ones of ``blocks``, the numbers of its tokens."""
        places: dict[str, list[int]] = {}
        for index, name in enumerate(self.blocks):
            if name:
                places.setdefault(name, []).append(index)
        return places

    def named(self, names: Container[str]) -> list[int]:
        """The numbers of the tags of some names, of start and end."""
        wanted = (name for name in self.places if name.lstrip("/").lower() in names)
        return sorted(index for name in wanted for index in self.places[name])


@lru_cache(maxsize=256)
def _character(entity: str) -> str:
    """What an entity stands for, given without its ampersand."""
    return unescape(f"&{entity}")


@lru_cache(maxsize=2)
def tokens_of(text: str) -> Tokens:
    """The tokens of a page. What asks for them asks of one page after the other."""
    return Tokens(text)


def shown_in(text: str) -> str:
    """What a reader reads of a part of a page."""
    return Tokens(text).shown if "<" in text or "&" in text else text
