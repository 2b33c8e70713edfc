"""What the `.editorconfig` of a project says of a file's encoding (https://editorconfig.org)."""

from __future__ import annotations

import os
import re
from functools import cache, lru_cache

from textproof.lazy import compiled

_CHARSET = compiled(rb"^[ \t]*charset[ \t]*=[ \t]*([\w-]+)", re.MULTILINE | re.IGNORECASE)


def charset_of(path: str) -> str | None:
    """The value of ``charset`` for a file, None where no `.editorconfig` above it has one.

    A file of configuration that cannot be read says nothing: it is not ours to judge.
    """
    path = os.path.abspath(path)
    if not charsets_above(os.path.dirname(path)):
        return None
    from editorconfig import EditorConfigError, get_properties

    try:
        charset = get_properties(path).get("charset")
    except (EditorConfigError, OSError, UnicodeError):
        return None
    return charset if charset and charset != "unset" else None


@lru_cache(maxsize=1024)
def absolute_folder(folder: str, current: str) -> str:
    """The absolute path of a folder, which documents of one folder ask for again and again."""
    return os.path.normpath(os.path.join(current, folder))


@cache
def charsets_above(folder: str) -> frozenset[str]:
    """Every value of ``charset`` in the `.editorconfig` of a folder and of those above it.

    What a file's own value is takes a hundred times as long to find out as that there is only one.
    """
    parent = os.path.dirname(folder)
    above = charsets_above(parent) if parent != folder else frozenset()
    try:
        with open(os.path.join(folder, ".editorconfig"), "rb") as file:
            return above | {value.decode().lower() for value in _CHARSET.findall(file.read())}
    except OSError:
        return above


def may_declare_another(path: str, encoding: str | None) -> bool:
    """Whether an `.editorconfig` above a file may declare another encoding than its own."""
    charsets = charsets_above(absolute_folder(os.path.dirname(path), os.getcwd()))
    return bool(charsets - {"utf-8", "utf-8-bom"} if encoding == "utf-8" else charsets)
