r"""A repair as the format of its document writes it.

What a rule wants to stand there is what a reader reads: a quotation mark, which JSON writes `\"`,
or `<`, which is `&lt;` in a page. Where a span holds markup (a tag within a word), a repair would
take it out: then there is none.

>>> from textproof import check_text
>>> [finding] = check_text(r'{"a": "\u6230(zhàn)\u696d(yè) \"x\""}', format="json").findings[:1]
>>> finding.text, finding.repair.text
('(zhàn)', '')
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textproof.finding import Defect, Repair
from textproof.view import MASK, Piece

if TYPE_CHECKING:
    from textproof.document import Document


def as_written(document: Document, defect: Defect) -> Defect:
    """A defect with its repair as the format writes it, or without one where it cannot."""
    repair = defect.repair
    if repair is None or repair.encoding or not document.indirect:
        return defect
    text = _written(document, defect, repair)
    if text == repair.text:
        return defect
    return defect._replace(repair=None if text is None else repair._replace(text=text))


def _written(document: Document, defect: Defect, repair: Repair) -> str | None:
    start, end = defect.start, defect.end
    source = document.text[start:end]
    if (source and source in repair.text) or not source.strip("\r\n"):
        return repair.text  # which adds to what is there, or is about line ends
    pieces = document.prose.between(start, end)
    shown = "".join(piece.text for piece in pieces)
    introduced = any(char in document.special and char not in source for char in set(repair.text))
    if shown == source or not shown.strip(f"\n{MASK}"):  # as it is, or within a tag
        if not introduced:
            return repair.text
        return document.written(repair.text, "") if shown == source else None
    if MASK in shown or (document.running and _has_markup(pieces, start, end)):
        return None
    return document.written(repair.text, source)


def _has_markup(pieces: list[Piece], start: int, end: int) -> bool:
    """Whether something of a span is not shown, or shown as the edge of a block."""
    position = start
    for text, piece_start, piece_end in pieces:
        if piece_start > position or (text == "\n" and piece_end - piece_start > 1):
            return True
        position = piece_end
    return position < end
