"""G: a Chinese, Japanese, Korean or Cyrillic encoding read as one of two bytes a character."""

from __future__ import annotations

import random
from collections.abc import Iterator

from codecs_used import CJK, CJK_OF, CYRILLIC, LEGACY, legacy_read_as

GROUP = "G"


def damage(text: str, language: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    own = CJK_OF.get(language) or (CYRILLIC if LEGACY.get(language) is CYRILLIC else ())
    yield from legacy_read_as(own, CJK, text, chance)
