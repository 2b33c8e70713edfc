"""Lines that a page's template left in a text: buttons, share bars, notices about cookies.

>>> [line.text for line in find("Text.\\nShare on Facebook\\nPrint | Tweet | Facebook\\n")]
['Share on Facebook', 'Print | Tweet | Facebook']
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from textproof.lazy import compiled
from textproof.tables.boilerplate import ALONE_NO_SIGN, COOKIE_NOTICES, LINES
from textproof.view import MASK

SHORT = 2
"""Characters up to which a widget alone in its document is not sure."""

LONGEST_NOTICE = 600
"""Characters up to which a line is a notice."""

HEAD, TAIL = 2_000, 4_000
"""Characters of the start and the end of a text in which the first line of a template is."""

LONGEST_WIDGET = 6
"""Words of a widget in a row, at most."""

A_POLICY = 6
"""Mentions of cookies from which on a text is about them."""

_FORMS = frozenset(
    form + mark
    for line in LINES
    for form in (line, line.lower(), line.upper())
    for mark in ("", ":")
)
_FIRST = frozenset(words.split(None, 1)[0].casefold() for words in (*LINES, *ALONE_NO_SIGN))
_NOTICES_BEGIN = frozenset(notice[:2] for notice in COOKIE_NOTICES)
_BEGINNINGS = frozenset(words.casefold()[:2] for words in (*_FORMS, *_FIRST, *COOKIE_NOTICES, "【"))
"""What a line of a template begins with, in two characters or the only one."""

_LINE = compiled(r"\S[^\r\n]*")
_LINK = compiled(r"\n\[([^\[\]\n]{2,40})\]\(")
_MARKS = compiled(r"^(?:[-*+•·]|\d+\.)[ \t]+|[\[\]*_()\0]+")
_PARTS = compiled(r"[|｜/·•,，、:： \t\u3000【】]+")
_FIRST_WORD = compiled(r"[^\s|｜/·•,，、:：【】]*")
_ROW_SIGNS = {
    "": ("T+", "Tweet", "Facebook"),
    "微": ("微信",),
    "【": ("【打印", "【列印", "【关闭", "【關閉"),
    "字": ("字号", "字號"),
}
"""What a row of widgets holds, by a character that is found much faster than a word."""


class TemplateLine(NamedTuple):
    """A line of a template: its span in the text, and whether it is sure on its own."""

    text: str
    start: int
    end: int
    sure: bool


def is_widget(line: str) -> bool:
    """Whether a line is a widget of a template, alone or in a row of others."""
    line = _MARKS.sub("", line.strip()).strip()
    if not line:
        return False
    return line in _FORMS or line.casefold() in ALONE_NO_SIGN or _is_row(line) or _is_notice(line)


def _is_row(line: str) -> bool:
    """Whether a line is a row of widgets, with marks or spaces between them.

    >>> _is_row("Share on Facebook | Print"), _is_row("Facebook Tweet"), _is_row("Tweet the mill")
    (True, True, False)
    """
    line = line.lstrip("【 \t")
    first = _FIRST_WORD.match(line)
    if first is None or first[0].casefold() not in _FIRST:
        return False
    words = [word for word in _PARTS.split(line) if word]
    if len(words) < 2:
        return False
    position = 0
    while position < len(words):
        for count in range(min(LONGEST_WIDGET, len(words) - position), 0, -1):
            part = " ".join(words[position : position + count])
            if part in _FORMS or part.casefold() in ALONE_NO_SIGN:
                position += count
                break
        else:
            return False
    return True


def _is_notice(line: str) -> bool:
    if len(line) > LONGEST_NOTICE or line[:2].casefold()[:2] not in _NOTICES_BEGIN:
        return False
    return line.casefold().startswith(COOKIE_NOTICES)


def may_hold_some(text: str) -> bool:
    """Whether a text has a line of a template near its start or end, by what it costs little to
    see: what is above and below the text of a page is its template."""
    if len(text) > HEAD + TAIL:
        text = f"{text[:HEAD]}\n{text[-TAIL:]}"
    if not _FORMS.isdisjoint(map(str.strip, text.split("\n"))):
        return True
    if "\n[" in text and not _FORMS.isdisjoint(_LINK.findall(text)):
        return True
    if any(char in text and any(map(text.__contains__, s)) for char, s in _ROW_SIGNS.items()):
        return True
    if " | " in text and any(" | " in line and _is_row(line.strip()) for line in text.split("\n")):
        return True
    return "ookie" in text


def find(text: str) -> Iterator[TemplateLine]:
    """The lines of a prose that a template left there."""
    policy = text.casefold().count("cookie") >= A_POLICY
    shared = "sharer" in text or MASK in text
    for match in _LINE.finditer(text):
        bare = match[0].lstrip("\ufeff").lstrip()
        line = bare.rstrip()
        if shared and MASK in line and len(line) < LONGEST_NOTICE:
            line = _MARKS.sub("", line).strip()
        begin = line[:2].casefold()
        if begin[:2] not in _BEGINNINGS and begin[:1] not in _BEGINNINGS:
            continue
        known = line in _FORMS
        if known or (len(line) < 120 and _is_row(line)) or (not policy and _is_notice(line)):
            sure = not known or (len(line) > SHORT and (" " in line or line[0] > "\u2e80"))
            start = match.end() - len(bare)
            yield TemplateLine(line, start, match.start() + len(match[0].rstrip()), sure)
