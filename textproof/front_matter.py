"""Front matter: the fields of its top level, with the places of their values.

It is YAML between lines of hyphens, TOML between lines of plus signs, or a JSON object. PyYAML
parses the first, with scalars kept as the strings that they are in the file: `2022-02-30` and `no`
mean what the author wrote, not what YAML 1.1 makes of them.

>>> matter = find_front_matter("+++\\ntitle = 'A'\\n+++\\nText.")
>>> [(field.name, field.value) for field in matter.fields], matter.end
([('title', 'A')], 20)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from textproof.lazy import compiled
from textproof.structure import Field

FRONT_MATTER = compiled(
    r"\A\ufeff?(?:---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)"
    r"|\+\+\+[ \t]*\r?\n(?P<toml>.*?)^\+\+\+)[ \t]*(?:\r?\n|\Z)",
    re.MULTILINE | re.DOTALL,
)
"""Front matter between two lines of marks."""

_KEY = compiled(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*[\w-]+:(?=\s)")
"""How front matter begins. Text between two horizontal rules begins otherwise."""

_TOML = compiled(
    r"(?:\s|#[^\n]*)*(?:\Z|[\w\"'.-]+[ \t]*=|\[\[?[\w\"'. -]+\]\]?[ \t\r]*(?:#[^\n]*)?$)",
    re.MULTILINE,
)
"""How TOML begins. What stands between two block breaks of MyST begins otherwise."""

_UNCLOSED = compiled(
    r"\A\ufeff?(?:(?P<yaml>---)[ \t]*\r?\n(?:[a-z][\w-]*:[ \t][^\n]*\n){2,}"
    r"|(?P<toml>\+\+\+)[ \t]*\r?\n(?:[A-Za-z][\w-]*[ \t]*=[ \t]*[^\n]*\n){2,})\s"
)
_CONTROL = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
_INSIDE = rf"[^\n:#{_CONTROL}]*+"
_PLAIN = (
    rf"(?:[\w/.(]{_INSIDE}(?>(?:(?::(?=[^\s{_CONTROL}])|#(?<=[^\s]#)){_INSIDE})*)"
    rf"|\"[^\"\\\n{_CONTROL}]*+\"|'[^'\n{_CONTROL}]*+')"
)
_ITEM = r"(?:'[^'\n]*+'|\"[^\"\\\n]*+\"|[\w/.][\w/. -]*+)[ ]*+"
_LIST = rf"\[[ ]*+(?>(?:{_ITEM}(?:,[ ]*+|(?=\])))*)\]"
_END = r"[ \t]*+\r?\n"
_LINES = rf"(?:(?P<indent>[ ]*+)-[ ]++{_PLAIN}{_END}(?>(?:(?P=indent)-[ ]++{_PLAIN}{_END})*))"
_SIMPLE = (
    rf"\ufeff?---{_END}"
    rf"(?>(?:[A-Za-z_][\w-]*+:(?:[ ]++(?:{_LIST}|{_PLAIN}){_END}|{_END}{_LINES}?)|\r?\n)*)"
    rf"---{_END}"
)
"""Lines that are certainly valid: the YAML of most documents needs no parser to say so."""

_CONFLICT = compiled(r"^(?:<{7}|>{7})(?: .*)?$|^={7}$", re.MULTILINE)
"""What git leaves of two versions that it could not merge."""

_KEYS = compiled(r"^([A-Za-z_][\w-]*):", re.MULTILINE)
_TEMPLATE = compiled(r"\{\{|\{%")
_SURROGATE = compiled("[\ud800-\udfff]")

Broken = tuple[str, int]
"""What is wrong with front matter: a message, and the offset of the document where it shows."""


def may_be_broken(text: str) -> bool:
    """Whether a text begins with front matter that is not certainly valid.

    >>> may_be_broken("---\\ntitle: A\\n---\\n"), may_be_broken("---\\ntitle: A: B\\n---\\n")
    (False, True)
    """
    if not text.startswith(("---", "+++", "{", "\ufeff")):
        return False
    simple = re.match(_SIMPLE, text)
    if simple is None:
        return not text.startswith("\ufeff") or text.startswith(("---", "+++", "{"), 1)
    keys = _KEYS.findall(text, 0, simple.end())
    return len(set(keys)) < len(keys)


class FrontMatter(NamedTuple):
    """What front matter holds, what is wrong with it, and where the body behind it begins."""

    fields: list[Field]
    broken: Broken | None
    end: int


def find_front_matter(text: str) -> FrontMatter | None:
    """The front matter of a document, or None where it has none."""
    if not text.startswith(("---", "+++", "{", "\ufeff")):
        return None
    match = FRONT_MATTER.match(text)
    if match is None:
        broken = unclosed(text)
        return FrontMatter([], broken, 0) if broken else _in_json(text)
    conflict = _CONFLICT.search(text, match.start(), match.end())
    if conflict and _CONFLICT.search(text, conflict.end(), match.end()):
        broken = (f"a conflict of two versions, `{conflict[0]}`, stands in it", conflict.start())
        return FrontMatter([], broken, match.end())
    if match["yaml"] is not None:
        read = read_front_matter(match["yaml"], match.start("yaml"))
        return FrontMatter(*read, match.end()) if read else None
    if not _TOML.match(match["toml"]):
        return None
    from textproof.front_matter_toml import read_toml

    fields, broken = read_toml(match["toml"], match.start("toml"))
    return FrontMatter(fields, _unless_templated(broken, match["toml"]), match.end())


def body_start(text: str) -> int:
    """Where the body begins, behind front matter: that of most documents needs no parser."""
    if not text.startswith(("---", "+++", "{", "\ufeff")):
        return 0
    simple = re.match(_SIMPLE, text)
    if simple:
        return simple.end()
    found = find_front_matter(text)
    return found.end if found else 0


def _in_json(text: str) -> FrontMatter | None:
    from textproof.front_matter_json import read_json_matter

    read = read_json_matter(text)
    if read is None:
        return None
    return FrontMatter(read.fields, _unless_templated(read.broken, text[: read.end]), read.end)


def _unless_templated(broken: Broken | None, matter: str) -> Broken | None:
    """What is wrong; a template is filled in before anyone reads it."""
    return None if broken and _TEMPLATE.search(matter) else broken


def unclosed(text: str) -> Broken | None:
    """What is wrong with a text that begins like front matter, which nothing closes."""
    match = _UNCLOSED.match(text)
    if not match:
        return None
    mark = match["yaml"] or match["toml"]
    return f"no line `{mark}` closes it", text.index(mark)


def read_front_matter(yaml: str, offset: int) -> tuple[list[Field], Broken | None] | None:
    """The fields of a YAML mapping that begins at an offset of the document.

    Also what is wrong with it, or None; no result at all where it is no front matter, but text
    between two horizontal rules. A field that holds a list or a mapping has its YAML source as
    value.
    """
    import yaml as pyyaml

    loader: type = getattr(pyyaml, "CSafeLoader", pyyaml.SafeLoader)
    try:
        events = list(pyyaml.parse(_SURROGATE.sub("\ufffd", yaml), Loader=loader))
        nodes = _top_nodes(events)
    except pyyaml.YAMLError as error:
        if not _KEY.match(yaml):
            return None
        return [], _unless_templated(_what_is_wrong(error, offset), yaml)
    if nodes is None or (not nodes and yaml.strip()):
        return None
    fields = [_field(key, value, yaml, offset) for key, value in nodes if key.text is not None]
    return fields, _unless_templated(_key_given_twice(events, offset), yaml)


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


def _key_given_twice(events: Iterable[Any], offset: int) -> Broken | None:
    """The first key that stands twice in its mapping. The key `<<` may: it merges others in."""
    import yaml as pyyaml

    mappings: list[dict[str, bool] | None] = []
    is_key = [False]
    for event in events:
        if isinstance(event, pyyaml.CollectionEndEvent):
            mappings.pop()
            is_key.pop()
        elif isinstance(event, pyyaml.NodeEvent):
            if is_key[-1] and isinstance(event, pyyaml.ScalarEvent) and event.value != "<<":
                keys = mappings[-1]
                assert keys is not None
                if event.value in keys:
                    place: Any = event.start_mark
                    return f"the key “{event.value}” stands twice", offset + place.index
                keys[event.value] = True
            if mappings and mappings[-1] is not None:
                is_key[-1] = not is_key[-1]
            if isinstance(event, pyyaml.CollectionStartEvent):
                of_keys = isinstance(event, pyyaml.MappingStartEvent)
                mappings.append({} if of_keys else None)
                is_key.append(of_keys)
    return None


def _what_is_wrong(error: Exception, offset: int) -> Broken:
    message = getattr(error, "problem", None) or str(error).splitlines()[0]
    # a quotation that nothing ends is noticed at the end, and broken where it begins
    where = "context_mark" if message.startswith("found unexpected") else "problem_mark"
    mark: Any = getattr(error, where, None) or getattr(error, "problem_mark", None)
    return message, offset + (mark.index if mark else 0)
