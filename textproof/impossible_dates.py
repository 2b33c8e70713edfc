"""Dates in a text that may not exist, told at the speed of bytes.

>>> may_hold_some("on 2022-02-30"), may_hold_some("2022-02-28"), may_hold_some("2022年4月31日")
(True, False, True)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textproof.lazy import compiled

if TYPE_CHECKING:
    from textproof.document import Document

_MARKS = (("-", "-"), ("/", "/"), (r"\.", r"\."), ("年", r"\s*+月\s*+"), ("년", r"\s*+월\s*+"))
"""What stands behind the year and behind the month."""

_SIGNS = tuple(
    compiled(
        # it begins with its rarest character and looks back at the year
        rf"{mark}(?=\s*+\d)(?:(?<=\d\d\d\d{mark})|(?<=\d\d\d\d {mark}))"
        rf"\s*+(?:0?2{month}(?:29|3\d)"
        rf"|(?:0?[469]|11){month}31|(?:0?0|1[3-9]|[2-9]\d){month}\d"
        rf"|\d\d?{month}(?:0(?!\d)|00|3[2-9]|[4-9]\d))"
    )
    for mark, month in _MARKS
)
_AS_ZERO = bytes.maketrans(b"123456789", b"0" * 9)
_YEAR = compiled("0000 ?(?:[-/.]|年|년)".encode())


def may_hold_some(text: str, utf8: bytes | None = None) -> bool:
    """Whether a text, perhaps given in UTF-8 too, has a date that may not exist."""
    data = utf8 if utf8 is not None else text.encode("utf-8", "surrogatepass")
    # with all digits alike, a year is a literal, and most texts have none before a mark
    if not _YEAR.search(data.translate(_AS_ZERO)):
        return False
    return any(sign.search(text) for sign in _SIGNS)


def may_hold_impossible(document: Document) -> bool:
    """Whether a document has a date that may not exist, in its source or in its prose. No page is
    asked: all have metadata."""
    if document.format == "html":
        return False
    if document.indirect and may_hold_some(document.prose.text):
        return True
    return may_hold_some(document.text, document.repertoire.utf8)
