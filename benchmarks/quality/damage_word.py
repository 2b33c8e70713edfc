"""one word of a clean text was read wrongly; the finding must have its span."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from codecs_used import FTFY, LEGACY, OTHER, READ_AS, read_as, written

GROUP = "L"
_WORD = re.compile(r"[^\W\d_]{4,}")


def damage(text: str, language: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    words = [match for match in _WORD.finditer(text) if not match[0].isascii()]
    if not words:
        return
    for codec in (chance.choice(FTFY), chance.choice(OTHER)):
        match = chance.choice(words)
        damaged = read_as(match[0].encode(), codec)
        if damaged and damaged != match[0]:
            yield f"UTF-8 read as {codec}", text[: match.start()] + damaged + text[match.end() :]
    if language in LEGACY:
        match, true, wrong = (
            chance.choice(words),
            chance.choice(LEGACY[language]),
            chance.choice(READ_AS),
        )
        data = written(match[0], true)
        damaged = read_as(data, wrong) if data else None
        if damaged and damaged != match[0] and len([c for c in match[0] if c > "\x7f"]) > 2:
            yield f"{true} read as {wrong}", text[: match.start()] + damaged + text[match.end() :]
