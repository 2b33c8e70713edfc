"""The fenced blocks of code of a Markdown text, closed or not.

>>> [(f.info, f.closed) for f in fences("```sh\\nls\\n```\\n\\n~~~\\nls\\n")]
[('sh', True), ('', False)]
"""

from __future__ import annotations

import re
from typing import NamedTuple

from textproof.lazy import compiled

_MARKS = compiled(r"`{3,}"), compiled(r"~{3,}")
_INDENTED = compiled(r"(?: {4}| {0,3}\t)")
_HOLDS_BLOCKS = compiled(r"[-*+:]|\d+[.)]|!!!|\?\?\?|===|///|\[\^|\.\.|>|<")
"""How lines begin below which an indented line is not code."""

FAR = 4_000
"""Characters above a line in which the block that it is in begins."""

_PREFIX = compiled(r"\ufeff?[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*")


class Fence(NamedTuple):
    """A fenced block: its span with the lines of the marks, and what the first one says.

    ``inner`` holds the places inside it of marks with a language, which can close nothing.
    """

    start: int
    end: int
    marks: str
    info: str
    closed: bool
    inner: tuple[int, ...] = ()


class _Line(NamedTuple):
    start: int
    prefix: str
    marks: str
    info: str
    end: int


def fences(text: str) -> list[Fence]:
    """The fenced blocks of a text, in its order. An unclosed one reaches to the end."""
    found: list[Fence] = []
    opened: _Line | None = None
    inner: list[int] = []
    for line in _lines(text):
        if opened is not None and ">" in opened.prefix:
            end = _end_of_quote(text, opened.end)
            if line.start > end:
                found.append(_fence(opened, end, inner, closed=True))
                opened = None
        if opened is None:
            if "`" not in line.info or line.marks[0] == "~":
                opened, inner = line, []
        elif line.marks[0] == opened.marks[0] and len(line.marks) >= len(opened.marks):
            if line.info:
                inner.append(line.start)
            else:
                found.append(_fence(opened, line.end, inner, closed=True))
                opened = None
    if opened is not None:
        quoted = ">" in opened.prefix
        found.append(_fence(opened, len(text), inner, closed=quoted))
    return found


def _fence(line: _Line, end: int, inner: list[int], *, closed: bool) -> Fence:
    start = line.start + len(line.prefix)
    return Fence(start, end, line.marks, line.info, closed, tuple(inner))


def _lines(text: str) -> list[_Line]:
    """The lines that begin with the marks of a fence, in a list or a quotation too."""
    lines = []
    for marks in _MARKS:
        if marks.pattern[:1] * 3 not in text:
            continue
        for match in marks.finditer(text):
            start = text.rfind("\n", 0, match.start()) + 1
            if not _PREFIX.fullmatch(text, start, match.start()):
                continue
            if text[start : match.start()].expandtabs(4).isspace() and _is_code(text, start):
                continue
            end = text.find("\n", match.end())
            end = end if end >= 0 else len(text)
            info = text[match.end() : end].strip()
            lines.append(_Line(start, text[start : match.start()], match[0], info, end))
    return sorted(lines)


def _is_code(text: str, start: int) -> bool:
    """Whether a line that is indented by four columns stands in indented code, and in no list, note
    or other block whose content is indented."""
    if not _INDENTED.match(text, start):
        return False
    above = text[max(start - FAR, 0) : start].splitlines()
    outer = next((x for x in reversed(above) if x.strip() and not x.startswith((" ", "\t"))), "")
    return bool(outer) and not _HOLDS_BLOCKS.match(outer)


def _end_of_quote(text: str, offset: int) -> int:
    """Where the quotation that a line belongs to ends: before a line without `>`."""
    match = re.compile(r"\n(?![ \t]*>)|\Z").search(text, offset)
    return match.start() if match else len(text)
