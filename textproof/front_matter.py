"""YAML front matter: the fields of its top level, with the places of their values.

PyYAML parses it, with scalars kept as the strings that they are in the file: `2022-02-30` and `no`
mean what the author wrote, not what YAML 1.1 makes of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from textproof.structure import Field

FRONT_MATTER = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)",
    re.MULTILINE | re.DOTALL,
)
_KEY = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*[\w-]+:(?=\s)")
"""How front matter begins. Text between two horizontal rules begins otherwise."""

_UNCLOSED = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?:[a-z][\w-]*:[ \t][^\n]*\n){2,}\s")
_TEMPLATE = re.compile(r"\{\{|\{%")
_SURROGATE = re.compile("[\ud800-\udfff]")

Broken = tuple[str, int]
"""What is wrong with front matter: a message, and the offset of the document where it shows."""


def unclosed(text: str) -> Broken | None:
    """What is wrong with a text that begins like front matter, which nothing closes."""
    match = _UNCLOSED.match(text)
    return ("no line `---` closes it", text.index("---")) if match else None


def read_front_matter(yaml: str, offset: int) -> tuple[list[Field], Broken | None] | None:
    """The fields of a YAML mapping that begins at an offset of the document.

    Also what is wrong with it, or None; no result at all where it is no front matter, but text
    between two horizontal rules. A field that holds a list or a mapping has its YAML source as
    value.
    """
    import yaml as pyyaml

    loader: type = getattr(pyyaml, "CSafeLoader", pyyaml.SafeLoader)
    events = pyyaml.parse(_SURROGATE.sub("\ufffd", yaml), Loader=loader)
    try:
        nodes = _top_nodes(events)
    except pyyaml.YAMLError as error:
        if not _KEY.match(yaml):
            return None
        return [], None if _TEMPLATE.search(yaml) else _what_is_wrong(error, offset)
    if nodes is None or (not nodes and yaml.strip()):
        return None
    return [_field(key, value, yaml, offset) for key, value in nodes if key.text is not None], None


class _Node(NamedTuple):
    """A key or a value: its place in the YAML, and its text if it is a scalar."""

    start: int
    end: int
    text: str | None


def _field(key: _Node, value: _Node, yaml: str, offset: int) -> Field:
    source = yaml[value.start : value.end].rstrip()
    start, end = offset + value.start, offset + value.start + len(source)
    text = source if value.text is None else value.text
    return Field(key.text or "", text, start, end, offset + key.start)


def _top_nodes(events: Iterable[Any]) -> list[tuple[_Node, _Node]] | None:
    """The keys and values of the outermost mapping; None where there is none.

    From the parser's events, since composing them into nodes recurses: deep nesting would end the
    process.
    """
    import yaml as pyyaml

    nodes: list[_Node] = []
    anchors: set[str | None] = set()
    depth = start = 0
    for event in events:
        if isinstance(event, pyyaml.AliasEvent) and event.anchor not in anchors:
            mark: Any = event.start_mark
            problem = f"found undefined alias {event.anchor!r}"
            raise pyyaml.MarkedYAMLError(None, None, problem, mark)
        anchors.add(getattr(event, "anchor", None))
        opens = isinstance(event, pyyaml.CollectionStartEvent)
        closes = isinstance(event, pyyaml.CollectionEndEvent)
        if depth == 0 and isinstance(event, pyyaml.NodeEvent):
            if not isinstance(event, pyyaml.MappingStartEvent):
                return None
        elif depth == 1 and opens:
            start = event.start_mark.index
        elif depth == 2 and closes:
            nodes.append(_Node(start, event.end_mark.index, None))
        elif depth == 1 and not closes:
            text = getattr(event, "value", None)
            nodes.append(_Node(event.start_mark.index, event.end_mark.index, text))
        depth += opens - closes
    return list(zip(nodes[::2], nodes[1::2], strict=True))


def _what_is_wrong(error: Exception, offset: int) -> Broken:
    mark: Any = getattr(error, "problem_mark", None)
    message = getattr(error, "problem", None) or str(error).splitlines()[0]
    return message, offset + (mark.index if mark else 0)
