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
    """One run: where its text comes from, its seed, how many documents of a sort, and the folder
    that the documents go to which textproof gets wrong."""

    sources: list[Source]
    seed: int
    documents: int
    misses: Path | None

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
    """A Markdown table; all columns but the first are numbers and stand to the right."""
    cells = [list(columns), *([str(cell) for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    rule = [f"{'-' * (width - 1)}{'-' if i == 0 else ':'}" for i, width in enumerate(widths)]
    lines = []
    for row in (cells[0], rule, *cells[1:]):
        first, *others = zip(row, widths, strict=True)
        padded = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]
        lines.append(f"| {' | '.join(padded)} |")
    return "\n".join(lines)


def counted(counts: Iterable[tuple[str, int]]) -> str:
    """Some names with their counts, as one sentence's part."""
    return ", ".join(f"{name} {count}" for name, count in counts) or "none"


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else NONE
