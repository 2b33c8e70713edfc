"""UTF-8 read as windows-1252 or Latin-1, of which a part was lost or changed afterwards."""

from __future__ import annotations

import random
from collections.abc import Iterator

from codecs_used import read_as

GROUP = "K"


def damage(text: str, language: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    strict = text.encode().decode("cp1252", "replace")
    if "\ufffd" in strict:
        yield "the gaps of windows-1252 became U+FFFD", strict
        yield "the gaps of windows-1252 became ?", strict.replace("\ufffd", "?")
    damaged = read_as(text.encode(), "cp1252") or ""
    if "\xa0" in damaged:
        yield "no-break spaces became spaces", damaged.replace("\xa0", " ")
    if any(mark in damaged for mark in "“”‘’"):
        straight = damaged.translate(str.maketrans("“”‘’", "\"\"''"))
        yield "curly quotes became straight", straight
    latin = text.encode().decode("latin-1")
    controls = "".join(char for char in latin if not "\x80" <= char <= "\x9f")
    if controls != latin:
        yield "controls of Latin-1 were taken out", controls
