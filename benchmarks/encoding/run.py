"""What the parts of the benchmark share: the sources and options of a run, misses, tables."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import NamedTuple

from page_parts import NONE, counted, table
from sources import Source

__all__ = ["NONE", "Run", "counted", "share", "table"]


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


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else NONE
