"""Letters of one script that look like letters of another, and what a text looks like.

>>> look_alike("р", "Latn"), look_alike("H", "Cyrl"), look_alike("ж", "Latn")
('p', 'Н', '')
>>> skeleton("раypаl.com") == skeleton("paypal.com")
True
"""

from __future__ import annotations

import unicodedata
from functools import cache

from textproof.scripts import script_of

_TARGETS = {
    "Latn": [*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC0, 0x180), 0x18F, 0x259],
    "Cyrl": [*range(0x400, 0x460), *map(ord, "ҐґӘәҮүӨөҚқҒғҢңҰұҺһ")],
    "Grek": [*range(0x386, 0x3AC), 0x3BF, 0x3F3],
    "Armn": [*range(0x531, 0x557), *range(0x561, 0x588)],
}
"""The letters that a repair writes: those of today's languages, and of Greek only the capitals and
the omicron, since the others only resemble Latin ones (UTS #39, `intentional.txt`)."""


@cache
def _by_script() -> dict[str, dict[str, str]]:
    """For each script that a repair writes: the letters of others that look like its own."""
    from textproof.tables.look_alikes import LOOK_ALIKES

    found: dict[str, dict[str, str]] = {script: {} for script in _TARGETS}
    allowed = {script: frozenset(map(chr, codes)) for script, codes in _TARGETS.items()}
    for group in LOOK_ALIKES.split():
        for script, letters in found.items():
            target = next((c for c in group if c in allowed[script] and script_of(c) == script), "")
            for char in group:
                if target and script_of(char) != script and not _only_resembles(char):
                    letters.setdefault(char, target)
    return found


def _only_resembles(char: str) -> bool:
    """Whether a letter is a Greek small one, which is at best like one of another script."""
    return script_of(char) == "Grek" and ord(char) not in _TARGETS["Grek"]


def look_alike(char: str, script: str) -> str:
    """The letter of a script that looks like one of another, "" where there is none."""
    return _by_script().get(script, {}).get(char, "")


@cache
def _skeletons() -> dict[str, str]:
    from textproof.tables.look_alikes import SKELETONS

    return {word[0]: word[1:] for word in SKELETONS.split(" ")}


def skeleton(text: str) -> str:
    """What a text looks like, by UTS #39: two texts with one skeleton are taken for each other."""
    table = _skeletons()
    mapped = "".join(table.get(char, char) for char in unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFD", mapped)
