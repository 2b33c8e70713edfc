"""One case of the benchmark: a clean text, and what became of it.

A module that makes damage, `damage_*.py`, has a `GROUP`, the letter of its class of damage, and

    def damage(text: str, language: str, chance: random.Random) -> Iterator[tuple[str, str]]

which yields, for a clean text in a language (`de`, `zh_Hant`), the kinds of damage that show in it
(`"cp1252 read as cp437"`) and the damaged text.
"""

from __future__ import annotations

from typing import NamedTuple


class Case(NamedTuple):
    """A damaged text, the clean one that it was, its language, and how it came about."""

    group: str
    kind: str
    language: str
    clean: str
    damaged: str
