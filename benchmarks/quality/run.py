"""What the parts of the benchmark share: the options of a run, and where misses are listed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Run(NamedTuple):
    """One run: how many texts of a language, of which split, its seed, the classes of damage, a
    file for what textproof gets wrong, and which of the texts are damaged: every so many."""

    samples: int
    split: str
    seed: int
    groups: str
    misses: Path | None = None
    every: int = 1

    def miss(self, group: str, kind: str, said: str, damaged: str, clean: str) -> None:
        """List a text that textproof gets wrong: tab-separated, texts as Python writes them."""
        if self.misses:
            with self.misses.open("a", encoding="utf-8") as file:
                print(group, kind, said, repr(damaged), repr(clean), sep="\t", file=file)
