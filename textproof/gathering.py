"""Many defects of one kind in a document, gathered into one finding with places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textproof.finding import Defect

MANY = 12
"""Defects of one kind from which on a report is read more easily with one of them: a dozen."""


def gathered(defects: Iterable[Defect], many: int = MANY) -> Iterator[Defect]:
    """The defects; those that say the same at many places are one, with the others as places.

    >>> [len(d.places) for d in gathered([Defect(i, i + 1, "soft hyphen") for i in range(12)])]
    [11]
    >>> len(list(gathered([Defect(i, i + 1, "soft hyphen") for i in range(11)])))
    11
    """
    kinds: dict[tuple[object, ...], list[Defect]] = {}
    for defect in defects:
        kind = (defect.message, defect.severity, defect.repair)
        kinds.setdefault(kind, []).append(defect)
    for alike in kinds.values():
        if len(alike) < many:
            yield from alike
            continue
        first, count = alike[0], len(alike)
        yield first._replace(
            message=f"{first.message}, {count} times",
            places=tuple((defect.start, defect.end) for defect in alike[1:]),
            detail={**first.detail, "count": count},
        )
