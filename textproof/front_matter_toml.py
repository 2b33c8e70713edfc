"""TOML front matter: the fields of its top level, with the places of their values.

`tomllib` says whether it is valid; it knows no places, so the statements are found once more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from textproof.lazy import compiled
from textproof.structure import Field

Broken = tuple[str, int]

_NAME = r"(?:[A-Za-z0-9_-]+|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*')"
_STATEMENT = compiled(
    rf"\[\[?[ \t]*(?P<table>{_NAME})[^\n]*|(?P<key>{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*)[ \t]*=[ \t]*"
)
_GAP = compiled(r"(?:\s|#[^\n]*)*")
_TOKEN = compiled(
    r"\"\"\"(?:[^\\]|\\.)*?\"{3,5}(?!\")|'''.*?'{3,5}(?!')"
    r"|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|(?P<comment>#[^\n]*)|(?P<opens>[\[{])|(?P<closes>[\]}])"
    r"|(?P<end>\n)|[^\"'#\[\]{}\n]+",
    re.DOTALL,
)
_PLACE = compiled(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")
_SURROGATE = compiled("[\ud800-\udfff]")


def read_toml(toml: str, offset: int) -> tuple[list[Field], Broken | None]:
    """The fields of TOML that begins at an offset of the document, and what is wrong with it.

    A field that holds a list or a table has its TOML source as value.

    >>> read_toml("title = 'A' # new", 4)
    ([Field(name='title', value='A', start=12, end=15, key_start=4)], None)
    >>> read_toml("title = A", 4)
    ([], ('invalid value', 12))
    """
    import tomllib

    try:
        values = tomllib.loads(_SURROGATE.sub("\ufffd", toml))
    except tomllib.TOMLDecodeError as error:
        return [], _what_is_wrong(str(error), toml, offset)
    except RecursionError:
        return [], ("it is nested too deep", offset)
    return list(_fields(toml, values, offset)), None


def _what_is_wrong(message: str, toml: str, offset: int) -> Broken:
    place = _PLACE.search(message)
    message = _PLACE.sub("", message)
    message = message[:1].lower() + message[1:]
    if place is None or place[1] is None:
        return message, offset + len(toml.rstrip())
    start = 0
    for _ in range(int(place[1]) - 1):
        start = toml.index("\n", start) + 1
    return message, offset + min(start + int(place[2]) - 1, len(toml))


def _fields(toml: str, values: dict[str, Any], offset: int) -> Iterator[Field]:
    """The fields of valid TOML; of tables with one name the first."""
    tables: list[tuple[str, int, int, int]] = []
    position = _end_of_gap(toml, 0)
    while position < len(toml) and (match := _STATEMENT.match(toml, position)):
        key, after = match.start(), match.end()
        if match["table"]:
            end = after
            tables.append((_name(match["table"]), key, after, after))
        else:
            end = _value_end(toml, after)
            if tables:
                tables[-1] = (*tables[-1][:3], end)
            else:
                value = values.get(_name(match["key"]))
                text = value if isinstance(value, str) else toml[after:end]
                yield Field(_name(match["key"]), text, offset + after, offset + end, offset + key)
        position = _end_of_gap(toml, end)
    names: set[str] = set()
    for name, key, after, end in tables:
        if name not in names:
            names.add(name)
            start = min(_end_of_gap(toml, after), end)
            yield Field(name, toml[start:end], offset + start, offset + end, offset + key)


def _end_of_gap(toml: str, position: int) -> int:
    gap = _GAP.match(toml, position)
    assert gap
    return gap.end()


def _name(key: str) -> str:
    return key[1:-1] if key[0] in "\"'" and key[-1] == key[0] else key


def _value_end(toml: str, position: int) -> int:
    """Where a value ends: at the end of its line or at a comment, but for what it holds itself."""
    depth, end = 0, position
    while match := _TOKEN.match(toml, position):
        depth += bool(match["opens"]) - bool(match["closes"])
        if depth == 0 and (match["end"] or match["comment"]):
            break
        position = match.end()
        if not match["comment"] and match[0].strip():
            end = match.start() + len(match[0].rstrip())
    return end
