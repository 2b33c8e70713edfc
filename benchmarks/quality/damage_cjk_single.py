"""D: Chinese, Japanese or Korean in an encoding of its own read as one of one byte a character."""

from __future__ import annotations

import random
from collections.abc import Iterator

from codecs_used import CJK_OF, READ_AS, legacy_read_as

GROUP = "D"


def damage(text: str, language: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    yield from legacy_read_as(CJK_OF.get(language, ()), READ_AS, text, chance)
