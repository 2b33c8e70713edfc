"""ASCII commas between Han characters in a text whose other punctuation is full-width.

What it finds
    `,` with a Han character on either side, in a document that writes 、。“”《》 full-width. One
    finding for the document; its detail counts the places and lists them.

Why it matters
    NFKC and width-folding converters turn ，：；（）？！ into ASCII and leave 、。“”《》, so the
    mixture tells that the text went through one. Many good documents are typed that way, so it
    never fails one.

Example
    `以來,以習近平` was `以來，以習近平`.

Repair
    `，` in every place; unsafe, because the author may have typed it so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Repair, Severity
from textproof.language import HAN
from textproof.rule import Options, pattern, rule

FEWEST = 3
"""Commas from which on it is a pattern and not a slip of the hand."""

_COMMA = re.compile(rf",(?<=[{HAN}],)(?=[{HAN}])")
_FULL_WIDTH = re.compile("[、。“”《》]")


@rule(
    "folded-width",
    severity=Severity.INFO,
    needs=(pattern(rf",(?<=[{HAN})],)(?=[{HAN}])"),),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    view = document.without_glosses
    commas = [view.source_span(m.start(), m.end()) for m in _COMMA.finditer(view.text)]
    if len(commas) < FEWEST or len(_FULL_WIDTH.findall(view.text)) < FEWEST:
        return
    yield Defect(
        *commas[0],
        f"ASCII comma between Han characters, {len(commas)} times, where 、。“”《》 are full-width",
        repair=Repair("，"),
        places=tuple(commas[1:]),
        detail={"count": len(commas)},
    )
