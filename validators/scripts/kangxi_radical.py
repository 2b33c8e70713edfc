"""Radicals of a dictionary in the place of Chinese characters that look the same.

What it finds
    Kangxi radicals (U+2F00 to U+2FD5) and CJK radicals (U+2E80 to U+2EF3) beside Han characters,
    kana or Hangul, where a font drew both with one shape and a PDF extractor took the wrong one.
    Radicals by themselves, as in a list of them, and in texts that speak of radicals are meant.

Why it matters
    `⽂字` is not found by a search for `文字`, and no dictionary has it.

Example
    `⽂字` with U+2F42 is `文字`.

Repair
    The unified ideograph: safe, but for the few that Japan or the People's Republic write otherwise
    (⿊ is 黑 or 黒, ⿈ is 黃 or 黄), and for CJK radicals, which are variants.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Repair, Safety, Severity
from textproof.gathering import gathered
from textproof.language import HAN, variant_of
from textproof.lazy import compiled
from textproof.rule import Options, characters, rule
from textproof.tables.radicals import UNIFIED
from textproof.topics import speaks_of_characters

_RADICALS = "\u2e80-\u2ef3\u2f00-\u2fd5"
_RUN = compiled(f"[{_RADICALS}]+")
_BESIDE = compiled(f"[{HAN}\u3041-\u30ff\uac00-\ud7a3]")
_TOPIC = compiled(
    r"部首|偏旁|康熙字典|筆畫|笔画|筆順|笔顺|부수|\bradicals?\b|kangxi", re.IGNORECASE
)

DIFFERS = frozenset("戶黑黃靑齊齒龍麥龜見貝車長門韋頁風飛馬魚鳥鹵麻黽鬥食襾艸")
"""Ideographs of radicals of which Japan or the People's Republic write another shape (戸, 黒, 黄,
青, 斉, 歯, 竜, 麦, 亀, and the simplified ones), by the tables of jōyō kanji and of 1964."""

LIST = 3
"""Radicals in a row up to which they are words; more are a list."""


@rule("kangxi-radical", severity=Severity.WARNING, needs=(characters(_RADICALS),))
def check(document: Document, options: Options) -> Iterator[Defect]:
    text = document.prose.text
    if not _TOPIC.search(text):
        yield from gathered(_defects(document, about=speaks_of_characters(document.text)))


def _defects(document: Document, *, about: bool) -> Iterator[Defect]:
    view = document.prose
    traditional = variant_of(document.language) == "zh-Hant"
    for run in _RUN.finditer(view.text):
        start, end = run.span()
        sides = view.text[max(start - 1, 0) : start], view.text[end : end + 1]
        if not any(map(_BESIDE.match, sides)) or end - start > LIST:
            continue
        for at in range(start, end):
            radical = view.text[at]
            unified = UNIFIED.get(radical)
            if unified is None:
                continue
            safe = radical >= "\u2f00" and (traditional or unified not in DIFFERS) and not about
            yield Defect(
                *view.source_span(at, at + 1),
                f"radical {radical} (U+{ord(radical):04X}) stands for"
                f" {unified} (U+{ord(unified):04X})",
                Repair(unified, Safety.SAFE if safe else Safety.UNSAFE),
                Severity.INFO if about else None,
            )
