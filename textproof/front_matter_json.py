"""JSON front matter: the fields of its top level, with the places of their values."""

from __future__ import annotations

import json
import re
from json import JSONDecodeError
from typing import NamedTuple

from textproof.lazy import compiled
from textproof.structure import Field

Broken = tuple[str, int]

_OPENING = compiled(r"\ufeff?(?=\{\s*\"(?:[^\"\\\n]|\\.)*\"\s*:)")
_LAST_LINE = compiled(r"^\}[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_REST_OF_LINE = compiled(r"[ \t]*(?:\r?\n|\Z)")
_UNCLOSED = compiled(
    r"\{[ \t]*\r?\n(?:[ \t]*\"[A-Za-z][\w-]*\"[ \t]*:[^\n]*\n){2,}(?=[ \t]*\r?$)",
    re.MULTILINE,
)
_SPACE = compiled(r"[ \t\r\n]*")


class JsonMatter(NamedTuple):
    """What JSON front matter holds: ``end`` is where the body of the document begins."""

    fields: list[Field]
    broken: Broken | None
    end: int


def read_json_matter(text: str) -> JsonMatter | None:
    """The JSON that a document begins with, or None where it begins otherwise.

    >>> read_json_matter('{"title": "A"}\\n\\nText.').fields
    [Field(name='title', value='A', start=10, end=13, key_start=1)]
    >>> read_json_matter('{"title": A\\n}\\n\\nText.').broken
    ('expecting value', 10)
    """
    opening = _OPENING.match(text)
    if opening is None:
        return None
    start = opening.end()
    try:
        fields, broken, end = _members(text, start + 1)
    except JSONDecodeError as error:
        last = _LAST_LINE.search(text, start)
        if last:
            message = error.msg[:1].lower() + error.msg[1:]
            return JsonMatter([], (message, error.pos), last.end())
        if _UNCLOSED.match(text, start):
            return JsonMatter([], ("no line `}` closes it", start), 0)
        return None
    except RecursionError:
        return JsonMatter([], ("it is nested too deep", start), 0)
    rest = _REST_OF_LINE.match(text, end)
    return JsonMatter(fields, broken, rest.end()) if rest else None


def _members(text: str, position: int) -> tuple[list[Field], Broken | None, int]:
    """The fields of an object behind its opening brace, a key that stands twice, and its end."""
    fields: list[Field] = []
    names: set[str] = set()
    broken: Broken | None = None
    decoder = json.JSONDecoder()
    position = _skip(text, position)
    while True:
        if text[position : position + 1] != '"':
            raise JSONDecodeError(
                "Expecting property name enclosed in double quotes", text, position
            )
        key = position
        name, position = decoder.raw_decode(text, position)
        position = _skip(text, position)
        if text[position : position + 1] != ":":
            raise JSONDecodeError("Expecting ':' delimiter", text, position)
        start = _skip(text, position + 1)
        value, end = decoder.raw_decode(text, start)
        shown = value if isinstance(value, str) else text[start:end]
        fields.append(Field(name, shown, start, end, key))
        if name in names and broken is None:
            broken = (f"the key “{name}” stands twice", key)
        names.add(name)
        position = _skip(text, end)
        if text[position : position + 1] == "}":
            return fields, broken, position + 1
        if text[position : position + 1] != ",":
            raise JSONDecodeError("Expecting ',' delimiter", text, position)
        position = _skip(text, position + 1)


def _skip(text: str, position: int) -> int:
    space = _SPACE.match(text, position)
    assert space
    return space.end()
