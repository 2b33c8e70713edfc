"""What the place of an escape tells: inside a word it is damage, in a program it is meant."""

from __future__ import annotations

import re
import unicodedata

from textproof.lazy import compiled

IN_A_WORD, ON_ITS_OWN, MEANT = 2, 1, 0
"""What the place of an escape tells: it is damage, it may be, it is no damage."""

_OPENS, _CLOSES = frozenset("“‘«„¿¡「『（《"), frozenset("”’»…」』）》。，、！？")
_SPACES = frozenset("\xa0\u2009\u202f\u3000\u200b")
_MARKUP = frozenset("&<>'\"=+")
"""What some writers of JSON escape for the sake of HTML."""

_STRING = compiled(
    r"""(?:[=(\[{]\s*|["'],\s*|["']\s*:\s*|\b[bu]|\bcase |\bprint |\becho )["'][^"'\n]*\Z"""
)
_CODE = compiled(
    r"^\s*(?:>>> |\$ |#include|//|/\*|PASS|FAIL)|[)\"'];[ \t]*$|==|!=|\w::\w|=>|\\x00|\\u0000|\\0\b"
    r"|\b0x[0-9a-f]{2}|\bU\+[0-9A-F]{4}|\w\([\"']|\\\\?[wWdDsSbB][+*\]]",
    re.MULTILINE,
)
_LEGAL = compiled(
    r"\\{1,4}(?:u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]+\}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|[0-3][0-7]{2}"
    r"|[nrt\"'/])"
)
_FIRST = compiled(r"(?:\A|[\s\[^'\"`/])\Z")
"""What stands before the first character of a range: no word that goes on behind a hyphen."""

_TOKEN_BEFORE, _TOKEN_AFTER = re.compile(r"\S{0,80}\Z"), re.compile(r"\S{0,80}")


def tells(text: str, start: int, end: int, meant: str | None) -> int:
    """How telling it is that ``text[start:end]`` stands for some characters.

    >>> tells("caf*s", 3, 4, "é"), tells("a * b", 2, 3, "é"), tells("a * b", 2, 3, "\\x1b")
    (2, 1, 0)
    """
    if meant is None or any(map(is_no_text, meant)):
        return MEANT
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    beyond = [char for char in meant if char > "\x7f"]
    letters = sum(char.isalpha() or unicodedata.category(char)[0] == "M" for char in beyond)
    in_ascii = any(char.isalpha() for char in meant if char <= "\x7f")
    if letters > 1 or (letters and (in_ascii or before.isalpha() or after.isalpha())):
        return IN_A_WORD
    between = before.isalnum() and after.isalnum()
    first, last = meant[0], meant[-1]
    if beyond and (between or (first in _OPENS and after.isalpha() and not before.isalnum())):
        return IN_A_WORD
    if beyond and last in _CLOSES and (before.isalnum() or before in ".,!?") and before:
        return IN_A_WORD
    if beyond and _SPACES.issuperset(meant) and before.strip() and after.strip():
        return IN_A_WORD
    return ON_ITS_OWN if beyond or _MARKUP.issuperset(meant) else MEANT


def is_no_text(char: str) -> bool:
    """Whether no text has a character: a control, a surrogate, a private or unassigned one."""
    if char in "\n\r\t":
        return False
    return char == "\ufffd" or unicodedata.category(char) in ("Cc", "Cn", "Co", "Cs")


def is_in_code(text: str, start: int, end: int) -> bool:
    r"""Whether an escape is in a string of a program, a pattern or a path, where it is meant.

    >>> is_in_code(r"caf\u00e9", 3, 9), is_in_code(r"C:\data\u00e9", 7, 13)
    (False, True)
    """
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = line_end if line_end >= 0 else len(text)
    before, after = text[max(line_start, start - 200) : start], text[end : min(line_end, end + 200)]
    head, tail = _TOKEN_BEFORE.search(before), _TOKEN_AFTER.match(after)
    assert head
    assert tail
    around = _LEGAL.sub("", head[0] + text[start:end] + tail[0])
    if "\\" in around or "`" in around or "://" in head[0] or "]-[" in around:
        return True
    if before[-1:] in ("'", '"') and after[:1] in ("'", '"'):
        return True
    if before.endswith(("-[", "[^")) or (after.startswith("-\\") and _FIRST.search(before)):
        return True
    return bool(_STRING.search(before) or _CODE.search(before + " " + after))
