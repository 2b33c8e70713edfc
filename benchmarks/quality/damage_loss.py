"""Loss: what an encoding could not hold or a decoder could not read, and what stands for it.

Characters that vanished without a trace are left out: nothing in the text tells of them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

GROUP = "I"

_LETTER = re.compile(r"[^\W\d_\x00-\x7f]")
_BEYOND = re.compile(r"[^\x00-\x7f]")

FEWEST = 5
"""Characters that must be lost: fewer may be taken for questions."""


def damage(text: str, language: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """The kinds of loss that show in a text."""
    if len(_LETTER.findall(text)) < FEWEST:
        return
    yield "every letter beyond ASCII to ?", _LETTER.sub("?", text)
    yield "every character beyond ASCII to ?", _BEYOND.sub("?", text)
    yield "legacy bytes to U+FFFD", _BEYOND.sub("\ufffd", text)
    data = bytearray(text.encode("utf-8"))
    high = [index for index, byte in enumerate(data) if byte > 0x7F]
    for index in chance.sample(high, max(len(high) // 100, 1)):
        data[index] = chance.choice(b"\x80\xbf\xff")
    broken = bytes(data).decode("utf-8", "replace")
    if "\ufffd" in broken:
        yield "bytes of UTF-8 to U+FFFD", broken
        if "\ufffd\ufffd" in broken:
            yield "U+FFFD read as GBK", broken.replace("\ufffd\ufffd", "锟斤拷")
