"""Brackets and quotation marks that nothing closes.

>>> texts = ("A (b.", "A (b).", "1) a", "[0, 1) :(", "„a“ “b", "他说：「好。")
>>> [text for text in texts if open_marks(text)]
['A (b.', '„a“ “b', '他说：「好。']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from textproof.lazy import compiled
from textproof.paragraphs import OTHER, TABLE, Paragraph
from textproof.view import MASK

CLOSING = {
    "(": ")）", "（": "）)", "[": "]］", "「": "」", "『": "』", "《": "》", "〈": "〉", "【": "】",
    "〔": "〕", "“": "”“\"", "„": "“”\"", '"': '"”',
    "«": "»",
}  # fmt: skip
"""What closes a mark. Where widths are mixed, either form does."""

SEVERAL = 5
"""Paragraphs in which a mark may still be closed: quotations and asides go on over some."""

_CLOSERS = "".join(sorted({char for chars in CLOSING.values() for char in chars}))
_MARK = compiled("[" + re.escape("".join(sorted({*CLOSING, *_CLOSERS}))) + "]")
_NO_MARKS = compiled(
    # half-open intervals, escaped marks
    r"\[[^\[\]()\n]{1,30}(?:[,;，]|\.\.)[^\[\]()\n]{1,30}\)|\([^\[\]()\n]{1,30}[,;，][^\[\]()\n]{1,30}\]"
    r"|[\[\]][^\[\]()\n]{1,30}[,;][^\[\]()\n]{1,30}[\[\]](?!\()|\\[()\[\]]"
    r"|\[\s*\0+\s*[,;]\s*\0+\s*\)|\(\s*\0+\s*[,;]\s*\0+\s*\]"  # intervals of what is code
)
_ITEMS = compiled(r"(?:(?<=\s)|\A)(?:\d{1,2}|[^\W\d_])\)(?=\s)")
"""The marks of the items of a list, as far as there are more closing brackets than opening ones."""
_WORD = compiled(r"[^\W_]")
_CODE = compiled(  # of a program, and the lines of its log
    r"\A\[?\d{4}-\d\d-\d\d[ T]\d\d:\d\d|[{}\\|<>=;$^~]|::|->|\w\(\)|\w\[\w*\]|%\w|&&|\+\+|--\w"
)


_TURNED = {"“": "“", '"': "„"}
"""The marks that one which closes them elsewhere does not close where it opens: another one, and a
quotation in a quotation."""


def open_marks(text: str) -> list[int]:
    """The offsets of the opening marks of a paragraph that nothing in it closes."""
    if not _MARK.search(text):
        return []
    text = _without_others(text)
    stack: list[int] = []
    for match in _MARK.finditer(text):
        offset, mark = match.start(), match[0]
        closed = next(
            (i for i in range(-1, -1 - len(stack), -1) if mark in CLOSING[text[stack[i]]]), 0
        )
        turned = mark in '“"' and _opens(text, offset)
        if mark == "»":  # one may close several
            stack = [at for at in stack if text[at] != "«"]
        elif closed and not (turned and text[stack[closed]] in _TURNED[mark]):
            del stack[closed]
        elif mark == "„" or (mark in CLOSING and _opens(text, offset)):
            stack.append(offset)  # „ does nothing but open, whatever stands behind it
    if text.count('"') % 2 == 0:  # they come in pairs, whatever stands beside them
        stack = [offset for offset in stack if text[offset] != '"']
    if "“" in text and text.count("“") <= text.count("”"):  # turned the wrong way, and closed
        stack = [offset for offset in stack if text[offset] != "“"]
    return [offset for offset in stack if text[offset] != "„" or _opens(text, offset)]


def _without_others(text: str) -> str:
    """A text, as long, with the marks masked that neither open nor close anything."""
    if _NO_MARKS.search(text):
        text = _NO_MARKS.sub(lambda match: MASK * len(match[0]), text)
    if text.count(")") > text.count("("):
        text = _ITEMS.sub(lambda match: MASK * len(match[0]), text)
    return text


def _opens(text: str, offset: int) -> bool:
    """Whether an opening mark stands as one: before a word, and not inside one."""
    mark, before, after = text[offset], text[offset - 1 : offset], text[offset + 1 : offset + 2]
    if mark > "⺀":
        return bool(after.strip())
    if mark == "«" and text.count("»", 0, offset) > text.count("«", 0, offset):
        return False  # as German has it
    if mark == "«" and not re.search(r"[.!?…,;]", text[offset:]):
        return False  # a way back
    if mark == "«" and after in ("\u00a0", "\u202f", " "):
        after = text[offset + 2 : offset + 3]  # as French has it
    if after and mark != '"' and after in "\"'“‘*_`":
        after = text[offset + 2 : offset + 3]
    if not (_WORD.match(after) or (after == MASK and mark != '"')) or before == mark:
        return False
    return (
        before in " \t\n\r\u3000\xa0—–(（[*_>" + MASK
        or not before
        or before > "⺀"
        or (mark == "(" and before == "]")
    )


def unclosed_marks(paragraphs: Sequence[Paragraph], *, plain: bool) -> Iterator[tuple[int, str]]:
    """The marks, with their offsets in the document, that neither their paragraph nor the next ones
    close. In plain text, where nothing sets code apart, a paragraph with signs of it is not judged.
    """
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind in (OTHER, TABLE) or (plain and _CODE.search(paragraph.text)):
            continue
        for offset in open_marks(paragraph.text):
            mark = paragraph.text[offset]
            following = paragraphs[index + 1 : index + 1 + SEVERAL]
            if not _goes_on(mark, following):
                yield paragraph.start + offset, mark


def _goes_on(mark: str, following: Sequence[Paragraph]) -> bool:
    """Whether a mark is closed, or opened again as a quotation that goes on is, further down."""
    for paragraph in following:
        text = paragraph.text.lstrip(" \t\n\r\u3000*_->" + MASK)
        if text.startswith((mark, "»")) and mark in '“„"「『«':
            return True
        if mark == "«" and "»" in text:
            return True
        if mark == '"':
            if text.count('"') % 2:
                return True
        else:
            text = _without_others(text)
            if sum(map(text.count, CLOSING[mark])) > text.count(mark):
                return True
    return False
