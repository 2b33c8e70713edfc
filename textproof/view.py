"""A text derived from a document's text, with the way back to it.

The prose of an HTML page has `é` where the source has `&eacute;`; the text without glosses lacks
pieces of the source. Rules search such a view, and a span found in it is mapped to the span of the
source that a person would mark.

>>> view = View.of_pieces([Piece("caf", 0, 3), Piece("é", 3, 11), Piece("!", 11, 12)])
>>> view.text, view.source_span(3, 4), view.source_span(0, 5)
('café!', (3, 11), (0, 12))
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, islice
from typing import NamedTuple

MASK = "\0"
"""Stands for each character of the source that is not prose: code, a tag, a URL. It is neither a
letter nor white space, so no word and no gap reaches across it."""

_LINE_CONTENT = re.compile(r"[^\r\n]+")


def masked(text: str) -> str:
    """As many masks as a text has characters, its line ends kept.

    >>> masked("a b\\n")
    '\\x00\\x00\\x00\\n'
    """
    if "\n" not in text and "\r" not in text:
        return MASK * len(text)
    return _LINE_CONTENT.sub(lambda line: MASK * len(line[0]), text)


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

    __slots__ = ("_deferred", "_known_offsets", "_known_pieces", "text")

    def __init__(self, text: str) -> None:
        """A view that is the source, or the source with characters masked one for one."""
        self.text = text
        self._known_pieces: list[Piece] = []
        self._known_offsets: list[int] = []
        self._deferred: Callable[[int, int], Iterable[Piece]] | None = None

    @classmethod
    def of_pieces(cls, pieces: Iterable[Piece]) -> View:
        """A view made of pieces in the order of the source."""
        kept = [piece for piece in pieces if piece.text]
        view = cls("".join(piece.text for piece in kept))
        view._keep(kept)
        return view

    @classmethod
    def deferred(cls, text: str, pieces: Callable[[int, int], Iterable[Piece]]) -> View:
        """A view of pieces that are made when a place is first asked for: of a clean document none
        is, and their text may be had for less. They are asked for by a span of the source, and may
        be some more."""
        view = cls(text)
        view._deferred = pieces
        return view

    def _keep(self, kept: list[Piece]) -> None:
        self._known_pieces = kept or [Piece("", 0, 0)]
        lengths = accumulate(len(piece.text) for piece in kept)
        self._known_offsets = [0, *lengths][: len(self._known_pieces)]

    @property
    def _pieces(self) -> list[Piece]:
        if self._deferred is not None:
            kept = [piece for piece in self._deferred(0, sys.maxsize) if piece.text]
            self._deferred = None
            self._keep(kept)
        return self._known_pieces

    @property
    def _offsets(self) -> list[int]:
        return self._known_offsets

    @classmethod
    def of_strings(cls, text: str, strings: Iterable[Iterable[Piece]]) -> View:
        """A view of the strings in a text, each given as its pieces; all between them is masked.

        What lies between two pieces of one string is no part of it, and left out.
        """
        pieces: list[Piece] = []
        position = 0
        for string in strings:
            first = len(pieces)
            pieces += string
            if first < len(pieces):
                start = pieces[first].start
                pieces.insert(first, Piece(masked(text[position:start]), position, start))
                position = pieces[-1].end
        pieces.append(Piece(masked(text[position:]), position, len(text)))
        return cls.of_pieces(pieces)

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

    def offset_of(self, offset: int) -> int:
        """Where in the view the source from an offset on begins. The pieces must be in order.

        >>> View.of_pieces([Piece("a", 0, 1), Piece("é", 4, 12)]).offset_of(4)
        1
        """
        if not self._pieces:
            return offset
        index = bisect_right(self._pieces, offset, key=lambda piece: piece.start) - 1
        if index < 0:
            return 0
        piece, begins = self._pieces[index], self._offsets[index]
        if offset >= piece.end:
            return begins + len(piece.text)
        same = len(piece.text) == piece.end - piece.start
        return begins + (offset - piece.start if same else (offset > piece.start) * len(piece.text))

    @property
    def pieces(self) -> list[Piece]:
        """What the view is made of."""
        return self._cut(0, len(self.text))

    def between(self, start: int, end: int) -> list[Piece]:
        """What stands for a span of the source, cut to it. The pieces must be in order.

        >>> View.of_pieces([Piece("abc", 0, 3), Piece("é", 4, 12)]).between(1, 12)
        [Piece(text='bc', start=1, end=3), Piece(text='é', start=4, end=12)]
        """
        if self._deferred is not None:
            pieces = [piece for piece in self._deferred(start, end) if piece.text]
        elif not self._pieces:
            return [Piece(self.text[start:end], start, end)]
        else:
            pieces = self._pieces
        found = []
        first = bisect_right(pieces, start, key=lambda piece: piece.start) - 1
        for piece in islice(pieces, max(first, 0), None):
            if piece.start >= end:
                break
            low, high = max(start - piece.start, 0), min(end, piece.end) - piece.start
            if low < high:
                same = len(piece.text) == piece.end - piece.start
                found.append(
                    Piece(piece.text[low:high], piece.start + low, piece.start + high)
                    if same
                    else piece
                )
        return found

    def followed_by(self, pieces: Iterable[Piece]) -> View:
        """This view with further pieces of the source behind it."""
        further, own = [piece for piece in pieces if piece.text], self._deferred
        if own is None:
            known = self._pieces or [Piece(self.text, 0, len(self.text))]
            return View.of_pieces([*known, *further])

        def all_pieces(start: int, end: int) -> Iterator[Piece]:
            yield from own(start, end)
            yield from (p for p in further if p.start < end and p.end >= start)

        return View.deferred(self.text + "".join(piece.text for piece in further), all_pieces)

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
