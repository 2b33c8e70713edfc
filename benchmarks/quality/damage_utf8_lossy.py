"""F: UTF-8 read as an encoding of two bytes a character, with loss."""

from __future__ import annotations

import random
from collections.abc import Iterator

from codecs_used import CJK, read_as

GROUP = "F"


def damage(text: str, language: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    data = text.encode()
    lossy = [codec for codec in CJK if read_as(data, codec) is None]
    for codec in chance.sample(lossy, min(3, len(lossy))):
        yield f"UTF-8 read as {codec}", data.decode(codec, "replace")
