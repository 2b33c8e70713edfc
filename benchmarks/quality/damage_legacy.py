"""C: an encoding of one byte a character read as another such."""

from __future__ import annotations

import random
from collections.abc import Iterator

from codecs_used import LEGACY, READ_AS, legacy_read_as

GROUP = "C"


def damage(text: str, language: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    yield from legacy_read_as(LEGACY.get(language, ()), READ_AS, text, chance)
