"""The metadata of a document as data: what a JSON Schema is held against.

Values of front matter are what they are in JSON: numbers, lists, tables. `2022-02-30` and `no` stay
strings, as YAML 1.2 has it. Everywhere else a value is a string.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date, time
from functools import cache
from typing import Any, ClassVar

from textproof.document import Document
from textproof.lazy import compiled
from textproof.structure import Field

_FENCE = compiled(r"\A\ufeff?(?:---|\+\+\+|\{)")
_TOML = compiled(r"\A\ufeff?\+\+\+")

LONGEST, DEEPEST = 10_000, 200
"""Code points and brackets of a value up to which it is read as data; a longer one is a string.
Readers of YAML call themselves for each level, and would end the process."""


def metadata_of(document: Document) -> dict[str, Field]:
    """The fields by name: those of the front matter, or without any all that were found."""
    within = {f.name: f for f in reversed(document.structure.fields)}
    return within if within and _is_front_matter(document) else document.fields


def items_of(document: Document, field: Field) -> list[str]:
    """The items of a field whose value is a list of single values; none for any other."""
    if field.value[:1] not in "[-" or not _is_front_matter(document):
        return []
    value = value_of(document, field)
    return [str(item) for item in value] if isinstance(value, list) else []


def value_of(document: Document, field: Field) -> object:
    """The value of a field as data."""
    if field not in document.structure.fields or not _is_front_matter(document):
        return field.value
    source = document.text[field.start : field.end]
    if len(source) > LONGEST or sum(map(source.count, ("[", "{", "- -"))) > DEEPEST:
        return field.value
    if _TOML.match(document.text):
        return _of_toml(source, field.value)
    line_start = document.text.rfind("\n", 0, field.start) + 1
    return _of_yaml(" " * (field.start - line_start) + source, field.value)


def _is_front_matter(document: Document) -> bool:
    """Whether the fields of the document's markup are those of its front matter."""
    return document.format == "markdown" and bool(_FENCE.match(document.text))


def _of_toml(source: str, otherwise: str) -> object:
    """The value that a source is, or the table whose statements it has."""
    for toml in (f"value = {source}", f"[value]\n{source}"):
        try:
            return _plain(tomllib.loads(toml)["value"])
        except (tomllib.TOMLDecodeError, RecursionError):
            continue
    return otherwise


def _plain(value: Any) -> object:
    """A value of TOML as JSON has it: days and times are strings."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date | time) else value


def _of_yaml(source: str, otherwise: str) -> object:
    import yaml

    try:
        return yaml.load(source, Loader=_loader())
    except (yaml.YAMLError, RecursionError, ValueError):
        return otherwise


@cache
def _loader() -> Any:
    """A loader for the core schema of YAML 1.2: what it does not know is a string."""
    import yaml

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}

    for tag, pattern, first in (
        ("null", r"~|null|Null|NULL|", "~nN"),
        ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
        ("int", r"[-+]?[0-9]+", "-+0123456789"),
        ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
    ):
        name, expression = f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{pattern})\Z")
        Loader.add_implicit_resolver(name, expression, list(first) + [""] * (tag == "null"))
    for tag, read in (("int", int), ("float", float)):
        Loader.add_constructor(
            f"tag:yaml.org,2002:{tag}",
            lambda loader, node, read=read: read(loader.construct_scalar(node)),
        )
    return Loader
