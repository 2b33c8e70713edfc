"""UTF-8 read wrongly, and once or twice more."""

from __future__ import annotations

import random
from collections.abc import Iterator

from codecs_used import FTFY, OTHER, read_as

GROUP = "H"


def damage(text: str, language: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    for layers in (2, 3):
        for _ in range(2):
            codec = chance.choice([*FTFY, *FTFY, *OTHER[:8]])
            damaged: str | None = text
            for _ in range(layers):
                damaged = damaged and read_as(damaged.encode(), codec)
            if damaged and damaged != text:
                yield f"UTF-8 read as {codec}, {layers} times", damaged
