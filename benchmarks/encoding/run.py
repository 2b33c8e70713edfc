"""What the parts of the benchmark share: the sources and options of a run, misses, tables."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from sources import Source

NONE = "–"
"""What stands in a table where there is nothing to say."""


class Run(NamedTuple):
    """One run: where its text comes from, its seed, how many documents of a sort, the folder that
    the documents go to which textproof gets wrong, and a tree of files that others labelled."""

    sources: list[Source]
    seed: int
    documents: int
    misses: Path | None
    tree: Path | None = None

    def chance(self, part: str) -> random.Random:
        """The random numbers of a part: the same whichever other parts run."""
        return random.Random(f"{self.seed} {part}")

    def miss(self, name: str, data: bytes, said: str) -> None:
        """Tell of a document that textproof gets wrong, and keep it."""
        if self.misses is None:
            return
        self.misses.mkdir(parents=True, exist_ok=True)
        number = sum(1 for _ in self.misses.iterdir()) + 1
        path = self.misses / f"{number:04}-{name.replace(' ', '-')}.txt"
        path.write_bytes(data)
        print(f"{path.name}: {said}", file=sys.stderr)


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; the first column and others of words stand to the left, numbers to the
    right."""
    cells = [[_cell(cell) for cell in row] for row in (columns, *rows)]
    aligned: list[list[str]] = []
    for column in zip(*cells, strict=True):
        width = max(map(len, column))
        words = not aligned or any(cell[:1].isalpha() for cell in column[1:])
        head, *body = (cell.ljust(width) if words else cell.rjust(width) for cell in column)
        aligned.append([head, "-" * width if words else "-" * (width - 1) + ":", *body])
    return "\n".join(f"| {' | '.join(row)} |" for row in zip(*aligned, strict=True))


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


def counted(counts: Iterable[tuple[str, int]]) -> str:
    """Some names with their counts, as a part of a sentence."""
    return ", ".join(f"{name} {count}" for name, count in counts) or "none"


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else NONE
