"""A: UTF-8 read as one of the ten encodings that ftfy repairs."""

from __future__ import annotations

import random
from collections.abc import Iterator

from codecs_used import FTFY, utf8_read_as

GROUP = "A"


def damage(text: str, language: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    yield from utf8_read_as(FTFY, text, chance)
