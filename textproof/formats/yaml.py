r"""YAML: each scalar that is a value or an item of a list is prose; keys and comments are not.

PyYAML's parser says where the scalars are, and expands no alias. What it does not parse (a
template, for example) is plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from textproof.contract import Contract
from textproof.formats._strings import TAG, code_point, escaped, pieces
from textproof.lazy import compiled
from textproof.spans import SpanSet
from textproof.structure import Comment, Structure
from textproof.view import Piece, View

SUFFIXES = (".yaml", ".yml")
INDIRECT = True
RUNNING = False
SPECIAL = "\"'\\:#{}[],&*!|>%@`\n\r\t"

_UNREADABLE = compiled(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What PyYAML refuses as not printable, and U+FEFF, which shifts its places."""

_PROPERTIES = compiled(r"(?:[&!]\S*\s+)+")
"""Anchor and tag before a scalar."""

_DOUBLE = compiled(
    rf"{TAG}|\\u[dD][89abAB][0-9a-fA-F]{{2}}\\u[dD][c-fC-F][0-9a-fA-F]{{2}}"
    r"|\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\\r?\n[ \t]*|\\[^\r\n]"
)
_SINGLE = compiled(rf"{TAG}|''")
_PLAIN = compiled(TAG)
_BLOCK_HEADER = compiled(r"[|>][^\r\n]*(?:\r\n?|\n)?")
_MEANINGS = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f",
    "r": "\r", "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0",
    "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_COMMENT = compiled(r"(?:^|(?<=[ \t]))#[^\r\n]*", re.MULTILINE)


class _Scalar(NamedTuple):
    """A scalar and its span, quotes and all; ``style`` is its quote, `|` or `>`, None for none."""

    start: int
    end: int
    style: str | None
    is_key: bool


def prose(text: str) -> View:
    """The scalars that are no keys; all of a text that is no YAML."""
    scalars = _scalars(text)
    if scalars is None:
        return View(text)
    return View.of_strings(text, (_pieces(text, s) for s in scalars if not s.is_key))


def structure(text: str, view: View, contract: Contract | None) -> Structure:
    """Nothing: which of the keys are metadata only the reader of the file knows."""
    return Structure()


def written(text: str, source: str) -> str | None:
    """A text as the quotes want it that its source shows to be in, None where it shows none."""
    if ("\\" in source) == ("''" in source):
        return None
    return escaped(text) if "\\" in source else text.replace("'", "''")


def broken_metadata(text: str) -> tuple[str, int] | None:
    """Nothing."""
    return None


def comments(text: str) -> Iterator[Comment]:
    """What stands behind `#`, but in no scalar."""
    scalars = SpanSet((scalar.start, scalar.end) for scalar in _scalars(text) or ())
    for match in _COMMENT.finditer(text):
        if not scalars.overlaps(match.start(), match.start() + 1):
            yield Comment(*match.span())


def _scalars(text: str) -> list[_Scalar] | None:
    """The scalars of a text, in its order; None where it is no YAML."""
    import yaml as pyyaml

    loader: type = getattr(pyyaml, "CSafeLoader", pyyaml.SafeLoader)
    begin = int(text.startswith("\ufeff"))
    readable = _UNREADABLE.sub("\ufffd", text[begin:])
    try:
        found = list(_of_events(pyyaml.parse(readable, Loader=loader)))
    except (pyyaml.YAMLError, ValueError, RecursionError):
        return None
    return [s._replace(start=s.start + begin, end=s.end + begin) for s in found] if begin else found


def _of_events(events: Iterator[Any]) -> Iterator[_Scalar]:
    """The scalars of a stream of events. In a mapping, every other node is a key."""
    import yaml as pyyaml

    nodes: list[int | None] = []  # how many nodes each open mapping has had; None for a list
    for event in events:
        if isinstance(event, pyyaml.CollectionEndEvent):
            nodes.pop()
        elif isinstance(event, pyyaml.NodeEvent):
            is_key = bool(nodes) and nodes[-1] is not None and nodes[-1] % 2 == 0
            if nodes and nodes[-1] is not None:
                nodes[-1] += 1
            if isinstance(event, pyyaml.ScalarEvent):
                start, end = event.start_mark, event.end_mark
                assert start
                assert end
                yield _Scalar(start.index, end.index, event.style, is_key)
            elif isinstance(event, pyyaml.CollectionStartEvent):
                nodes.append(0 if isinstance(event, pyyaml.MappingStartEvent) else None)


def _pieces(text: str, scalar: _Scalar) -> Iterator[Piece]:
    start, end = scalar.start, scalar.end
    properties = _PROPERTIES.match(text, start, end)
    start = properties.end() if properties else start
    if scalar.style == '"':
        start, end = start + 1, end - 1
        return pieces(text, start, end, _DOUBLE, _double)
    if scalar.style == "'":
        start, end = start + 1, end - 1
        return pieces(text, start, end, _SINGLE, _single)
    if scalar.style in ("|", ">"):
        header = _BLOCK_HEADER.match(text, start, end)
        start = header.end() if header else start
    return pieces(text, start, end, _PLAIN, str)


def _single(quotes: str) -> str:
    return quotes[0]


def _double(escape: str) -> str:
    if escape[1] in "xuU" and len(escape) > 2:
        return code_point(escape)
    return "" if escape[1] in "\r\n" else _MEANINGS.get(escape[1], escape)
