"""CSV and TSV: each cell is prose, and nothing reaches from one to the next.

A cell in quotes may hold the delimiter and line ends; two quotes in it stand for one. The delimiter
of a `.csv` is the one of comma, semicolon, tab and bar that its first records have most often.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from textproof.contract import Contract
from textproof.lazy import compiled
from textproof.structure import Comment, Structure
from textproof.view import Piece, View

SUFFIXES = (".csv", ".tsv")
INDIRECT = True
RUNNING = False
SPECIAL = '",;\t|\n\r'

DELIMITERS = ",;\t|"
_HEAD = 4096
"""Characters from the start in which the delimiter is looked for."""

_QUOTED = compiled(r'"(?>(?:[^"]++|"")*)"')
_DOUBLED = compiled('""')


def prose(text: str) -> View:
    """The cells, without their quotes."""
    return View.of_strings(text, _cells(text))


def structure(text: str, view: View, contract: Contract | None) -> Structure:
    """Nothing: a table has no title and no sections."""
    return Structure()


def written(text: str, source: str) -> str | None:
    """A text with its quotes doubled, where its source shows that it stands in quotes."""
    return text.replace('"', '""') if '""' in source else None


def broken_metadata(text: str) -> tuple[str, int] | None:
    """Nothing: a table has no metadata."""
    return None


def comments(text: str) -> Iterator[Comment]:
    """None: in CSV every character is one of a cell."""
    return iter(())


def delimiter_of(text: str) -> str:
    r"""The delimiter of a table: the one that its first records have most often.

    >>> delimiter_of('name;note\na;"b, c, d, e"\n'), delimiter_of("a\tb\n"), delimiter_of("a\n")
    (';', '\t', ',')
    """
    head = _QUOTED.sub("", text[:_HEAD])
    first = next((line for line in head.splitlines() if line.strip()), "")
    return max(DELIMITERS, key=lambda mark: (first.count(mark), head.count(mark)))


def _cells(text: str) -> Iterator[Iterator[Piece]]:
    for match in _cell(delimiter_of(text)).finditer(text):
        if match["quoted"] is not None:
            yield _quoted(text, *match.span("quoted"))
        elif match["bare"]:
            yield iter([Piece(match["bare"], *match.span("bare"))])


@cache
def _cell(delimiter: str) -> re.Pattern[str]:
    mark = re.escape(delimiter)
    return re.compile(
        rf'"(?P<quoted>(?>(?:[^"]++|"")*))"(?=[ \t]*(?:{mark}|[\r\n]|\Z))|(?P<bare>[^{mark}\r\n]+)'
    )


def _quoted(text: str, start: int, end: int) -> Iterator[Piece]:
    position = start
    for match in _DOUBLED.finditer(text, start, end):
        yield Piece(text[position : match.start()], position, match.start())
        yield Piece('"', *match.span())
        position = match.end()
    yield Piece(text[position:end], position, end)
