"""What is in order, of things that should be."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


def in_order(places: Sequence[int]) -> set[int]:
    """The most of some places that are in order (the same twice is too), by their indexes.

    >>> sorted(in_order([0, 2, 3, 1, 4]))
    [0, 1, 2, 4]
    """
    ends: list[int] = []
    last_of: list[int] = []
    earlier: list[int | None] = []
    for index, place in enumerate(places):
        length = bisect_right(ends, place)
        earlier.append(last_of[length - 1] if length else None)
        ends[length : length + 1] = [place]
        last_of[length : length + 1] = [index]
    kept: set[int] = set()
    at = last_of[-1] if last_of else None
    while at is not None:
        kept.add(at)
        at = earlier[at]
    return kept
