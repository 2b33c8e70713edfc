"""E: UTF-8 read as an encoding of two bytes a character, without loss."""

from __future__ import annotations

import random
from collections.abc import Iterator

from codecs_used import CJK, utf8_read_as

GROUP = "E"


def damage(text: str, language: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    yield from utf8_read_as(CJK, text, chance)
