"""What else the writer of some escapes wrote for another program: `\\n`, `=3D`, a soft line break.

Only where the whole of a text shows that it went through one writer is that certain enough.
"""

from __future__ import annotations

import re

from textproof.escape_places import ON_ITS_OWN, is_no_text
from textproof.escapes import (
    BACKSLASH,
    QUOTED,
    UNICODE,
    UTF7,
    Escape,
    decoded_bytes,
    joined,
)
from textproof.lazy import compiled
from textproof.view import MASK

_ONCE = compiled(r"\\([nrt\"'/\\])")
_TWICE = compiled(r"\\\\([nrt'/])|\\{1,3}(\")|\\{4}")
_BEYOND = compiled(r"[^\W\d_\x00-\x7f]")
_SIMPLE = {"n": "\n", "r": "\r", "t": "\t"}
_QUOTED_REST = compiled(r"(?:=[0-9A-F]{2}|(?<![=\n])=\r?\n)+")
_NOT_QUOTED = compiled(r"=(?![0-9A-F]{2}|\r?\n)|[^\n]{79}")
_UTF7_REST = compiled(r"\+-|\+[A-Za-z0-9/]+-?")


def companions(text: str, leaks: list[Escape], notation: str) -> list[Escape]:
    r"""Some leaks, and what else their writer escaped, where all of the text shows that it did.

    >>> from textproof.escapes import find_escapes
    >>> text = r"\u4f60\n\u597d \"\u4f60\u597d\""
    >>> [e.meant for e in companions(text, find_escapes(text), UNICODE)]
    ['你\n好', '"你好"']
    """
    if notation == UNICODE:
        rest = BACKSLASH.sub(lambda match: MASK * len(match[0]), text)
        twice = all(text.startswith("\\\\", leak.start) for leak in leaks)
        other = _TWICE if twice else _ONCE
        if "\\" in other.sub("", rest) or _BEYOND.search(rest):
            return leaks  # who wrote the letters beyond ASCII did not escape, but for those
        more = [
            Escape(*match.span(), _simple(match[0]), leaks[0].notation, ON_ITS_OWN)
            for match in other.finditer(rest)
        ]
    elif notation == QUOTED:
        return _all_quoted(text, leaks)
    elif notation == UTF7:
        more = [
            Escape(*match.span(), meant, UTF7, ON_ITS_OWN)
            for match in _UTF7_REST.finditer(text)
            if (meant := _decoded_utf7(match[0]))
        ]
    else:
        return leaks
    return joined(text, sorted([*leaks, *more]))


def _simple(written: str) -> str:
    return _SIMPLE.get(written[-1], written[-1])


def _all_quoted(text: str, leaks: list[Escape]) -> list[Escape]:
    """All of a text in quoted-printable, with the soft line breaks, where the whole of it is: then
    it is ASCII in short lines, and has no other `=`."""
    if not text.isascii() or _NOT_QUOTED.search(text):
        return leaks
    found = []
    for match in _QUOTED_REST.finditer(text):
        meant = decoded_bytes(bytes.fromhex(re.sub(r"[=\r\n]", "", match[0])))
        found.append(Escape(*match.span(), meant, QUOTED, ON_ITS_OWN))
    tells_at = {leak.start: leak.tells for leak in leaks}
    return joined(text, [e._replace(tells=tells_at.get(e.start, e.tells)) for e in found])


def _decoded_utf7(written: str) -> str | None:
    if written == "+-":
        return "+"
    body = written if written.endswith("-") else f"{written}-"
    try:
        meant = body.encode("ascii").decode("utf-7")
    except UnicodeDecodeError:
        return None
    return None if any(map(is_no_text, meant)) else meant
