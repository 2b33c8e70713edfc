"""Sets of spans, and whether another span overlaps one of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate


class SpanSet:
    """Some spans, asked in logarithmic time whether they overlap another one.

    >>> spans = SpanSet([(5, 9), (0, 2), (6, 7)])
    >>> spans.overlaps(1, 3), spans.overlaps(2, 5), spans.overlaps(8, 8)
    (True, False, False)
    """

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def overlaps(self, start: int, end: int) -> bool:
        """Whether a span shares a character with one of these; an empty span shares none."""
        before = bisect_left(self._starts, end)
        return start < end and before > 0 and self._reach[before - 1] > start
