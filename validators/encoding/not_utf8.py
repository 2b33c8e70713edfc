"""A document that is not UTF-8, or no text at all.

What it finds
    A document in a legacy encoding: which one, and how sure that is. *Uncertain* means that another
    encoding reads it nearly as well and differently. And a document whose bytes are no text in any
    known encoding: it is unreadable.

Why it matters
    Whoever opens it as UTF-8, the default nearly everywhere, reads damage or fails.

Example
    A Russian text saved as windows-1251.

Repair
    None yet; convert the file to UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.rule import Options, fact, rule


@rule("not-utf8", severity=Severity.ERROR, needs=(fact("legacy"), fact("unreadable")))
def check(document: Document, options: Options) -> Iterator[Defect]:
    decoded = document.decoded
    if decoded.encoding is None:
        yield Defect(0, 0, "the bytes are no text in any known encoding")
        return
    if not decoded.legacy:
        return
    message = f"the document is not UTF-8; it reads as {decoded.encoding}"
    if decoded.confidence < 1 and decoded.runner_up:
        message += f", uncertain: {decoded.runner_up} reads it differently and nearly as well"
    yield Defect(
        0,
        0,
        message,
        confidence=decoded.confidence,
        detail={"encoding": decoded.encoding, "runner_up": decoded.runner_up},
    )
