"""B: UTF-8 read as another encoding of one byte a character."""

from __future__ import annotations

import random
from collections.abc import Iterator

from codecs_used import OTHER, utf8_read_as

GROUP = "B"


def damage(text: str, language: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    yield from utf8_read_as(OTHER, text, chance)
