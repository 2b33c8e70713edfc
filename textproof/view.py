"""A text derived from a document's text, with the way back to it.

The prose of an HTML page has `é` where the source has `&eacute;`; the text without glosses lacks
pieces of the source. Rules search such a view, and a span found in it is mapped to the span of the
source that a person would mark.

>>> view = View.of_pieces([Piece("caf", 0, 3), Piece("é", 3, 11), Piece("!", 11, 12)])
>>> view.text, view.source_span(3, 4), view.source_span(0, 5)
('café!', (3, 11), (0, 12))
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

MASK = "\0"
"""Stands for each character of the source that is not prose: code, a tag, a URL. It is neither a
letter nor white space, so no word and no gap reaches across it."""


class Piece(NamedTuple):
    """A stretch of a view and the span of the source that it stands for.

    Where both are of one length they are the same characters; elsewhere the stretch stands for the
    span as a whole.
    """

    text: str
    start: int
    end: int


class View:
    """A derived text. ``source_span`` maps its offsets to those of the source."""

    __slots__ = ("_offsets", "_pieces", "text")

    def __init__(self, text: str) -> None:
        """A view that is the source, or the source with characters masked one for one."""
        self.text = text
        self._pieces: list[Piece] = []
        self._offsets: list[int] = []

    @classmethod
    def of_pieces(cls, pieces: Iterable[Piece]) -> View:
        """A view made of pieces in the order of the source."""
        kept = [piece for piece in pieces if piece.text]
        view = cls("".join(piece.text for piece in kept))
        view._pieces = kept or [Piece("", 0, 0)]
        view._offsets = [0, *accumulate(len(piece.text) for piece in kept)][: len(view._pieces)]
        return view

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source that ``text[start:end]`` stands for."""
        if not self._pieces:
            return start, end
        if start >= end:
            point = self._source_offset(start, after=False)
            return point, point
        return self._source_offset(start, after=False), self._source_offset(end, after=True)

    def _source_offset(self, offset: int, *, after: bool) -> int:
        """Where an offset lies in the source: after the character before it, or before the next."""
        index = max(bisect_right(self._offsets, offset - 1 if after else offset) - 1, 0)
        piece = self._pieces[index]
        if piece.end - piece.start != len(piece.text):
            inside = offset < self._offsets[index] + len(piece.text)
            return piece.start if inside and not after else piece.end
        return piece.start + min(offset - self._offsets[index], len(piece.text))

    def followed_by(self, pieces: Iterable[Piece]) -> View:
        """This view with further pieces of the source behind it."""
        own = self._pieces or [Piece(self.text, 0, len(self.text))]
        return View.of_pieces([*own, *pieces])

    def excerpt(self, start: int, end: int) -> str:
        """The text that stands for a span of the source."""
        if not self._pieces:
            return self.text[start:end]
        kept = []
        for piece in self._pieces:
            low, high = max(start - piece.start, 0), min(end, piece.end) - piece.start
            if low < high:
                same = len(piece.text) == piece.end - piece.start
                kept.append(piece.text[low:high] if same else piece.text)
        return "".join(kept)

    def without(self, spans: Iterable[tuple[int, int]]) -> View:
        """This view with some of its spans left out. They are in order and do not overlap."""
        return self.replacing((start, end, "") for start, end in spans)

    def replacing(self, edits: Iterable[tuple[int, int, str]]) -> View:
        """This view with another text in place of some of its spans, in order and apart.

        >>> view = View("a-b").replacing([(1, 2, "+++")])
        >>> view.text, view.source_span(2, 3)
        ('a+++b', (1, 2))
        """
        pieces: list[Piece] = []
        position = 0
        for start, end, text in [*edits, (len(self.text), len(self.text), "")]:
            pieces += self._cut(position, start)
            if text:
                span = self.source_span(start, end)
                # one character a piece, so that none is taken for a copy of the source
                pieces += (Piece(char, *span) for char in text)
            position = end
        return View.of_pieces(pieces)

    def _cut(self, start: int, end: int) -> list[Piece]:
        """The pieces of ``text[start:end]``."""
        if not self._pieces:
            return [Piece(self.text[start:end], start, end)]
        cut: list[Piece] = []
        first = max(bisect_right(self._offsets, start) - 1, 0)
        for index in range(first, len(self._pieces)):
            offset, piece = self._offsets[index], self._pieces[index]
            if offset >= end:
                break
            low, high = max(start - offset, 0), min(end - offset, len(piece.text))
            if low >= high:
                continue
            text = piece.text[low:high]
            if piece.end - piece.start == len(piece.text):
                cut.append(Piece(text, piece.start + low, piece.start + high))
            else:
                cut += [Piece(char, piece.start, piece.end) for char in text]
        return cut
