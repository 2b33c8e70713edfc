"""JSON Schemas for metadata, by jsonschema-rs, which the extra `schema` brings.

It is imported where a contract names a schema and not before. Nothing is fetched over a network: a
reference leads to a file, or is an error.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit
from urllib.request import url2pathname

from textproof.contract import Schema


class SchemaError(Exception):
    """A schema that cannot be used. The message is for the user."""


class Breach(NamedTuple):
    """What is wrong with a value by its schema, and the way to it."""

    message: str
    keys: tuple[str | int, ...]


def read_schema(path: Path) -> Schema:
    """The schema in a file; ``SchemaError`` where there is none that can be used."""
    try:
        schema = Schema(path.read_text(encoding="utf-8-sig"), str(path.absolute()))
    except UnicodeDecodeError:
        raise SchemaError("not UTF-8") from None
    except (OSError, ValueError) as error:  # a NUL is in no name
        raise SchemaError(getattr(error, "strerror", None) or "no name of a file") from None
    _validator(schema)
    return schema


def breaches(schema: Schema, value: object) -> Iterator[Breach]:
    """What is wrong with a value by a schema."""
    for error in _validator(schema).iter_errors(value):
        yield Breach(str(error.message), tuple(error.instance_path))


@lru_cache(maxsize=32)
def _validator(schema: Schema) -> Any:
    try:
        library = importlib.import_module("jsonschema_rs")
    except ImportError:
        raise SchemaError("wants the extra `schema`: pip install 'textproof[schema]'") from None
    try:
        return library.validator_for(
            json.loads(schema.text),
            validate_formats=True,
            base_uri=Path(schema.path).as_uri(),
            retriever=_local,
        )
    except json.JSONDecodeError as error:
        raise SchemaError(f"no JSON: {error}") from None
    except (ValueError, RecursionError) as error:
        message = getattr(error, "message", None) or str(error)
        raise SchemaError(f"no JSON Schema: {message.splitlines()[0]}") from None


def _local(uri: str) -> object:
    """The schema that a reference leads to, where that is a file."""
    parts = urlsplit(uri)
    if parts.scheme != "file":
        raise ValueError("only files are read")
    return json.loads(Path(url2pathname(parts.path)).read_text(encoding="utf-8-sig"))
