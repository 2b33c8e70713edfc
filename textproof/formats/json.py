r"""JSON: each value that is a string is prose, with its escapes as the characters they stand for.

It is read by its tokens alone: a missing comma or brace changes no string, JSON with comments and
JSON by lines are read too, and no depth of nesting is too deep. What does not consist of tokens is
plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.contract import Contract
from textproof.formats._strings import TAG, code_point, escaped, pieces
from textproof.lazy import compiled
from textproof.structure import Comment, Structure
from textproof.view import Piece, View

SUFFIXES = (".json", ".jsonc", ".json5", ".arb", ".webmanifest")
INDIRECT = True
RUNNING = False
SPECIAL = '"\\\n\r\t'

_TOKEN = compiled(
    r'"(?P<value>(?>(?:[^"\\\r\n]++|\\.)*))"(?P<key>\s*+:)?'
    r"|(?P<comment>//[^\r\n]*|/\*.*?\*/)|[\s,:{}\[\]]++|[\w.+-]++|(?P<unknown>.)",
    re.DOTALL,
)
_INDIRECT = compiled(
    rf"{TAG}|\\u[dD][89abAB][0-9a-fA-F]{{2}}\\u[dD][c-fC-F][0-9a-fA-F]{{2}}"
    r"|\\u[0-9a-fA-F]{4}|\\[^\r\nu]"
)
_MEANINGS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "/": "/", '"': '"', "\\": "\\"}


def prose(text: str) -> View:
    """The strings that are values; all of a text that is no JSON."""
    strings = []
    for match in _TOKEN.finditer(text, text.startswith("\ufeff")):
        if match["unknown"]:
            return View(text)
        if match["value"] and not match["key"]:
            strings.append(match.span("value"))
    return View.of_strings(text, (_pieces(text, *span) for span in strings))


def structure(text: str, view: View, contract: Contract | None) -> Structure:
    """Nothing: which of the keys are metadata only the reader of the file knows."""
    return Structure()


def written(text: str, source: str) -> str:
    """A text with its quotes, backslashes and line ends as escapes."""
    return escaped(text)


def broken_metadata(text: str) -> tuple[str, int] | None:
    """Nothing."""
    return None


def comments(text: str) -> Iterator[Comment]:
    """What stands behind `//` and in `/* */`, which JSON does not have and its readers allow."""
    for match in _TOKEN.finditer(text):
        if match["unknown"]:
            return
        if match["comment"]:
            yield Comment(*match.span("comment"))


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    return pieces(text, start, end, _INDIRECT, _meaning)


def _meaning(escape: str) -> str:
    return code_point(escape) if escape[1] == "u" else _MEANINGS.get(escape[1], escape)
