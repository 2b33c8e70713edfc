"""A section with less text than its contract demands.

What it finds
    Fewer characters than `min_chars`, white space and code not counted, under a heading of the
    contract or in the main text (what stands in no field and under no heading of the contract).

Why it matters
    An extraction that took the teaser for the article leaves a document that looks whole.

Example
    `name = "body"`, `min_chars = 300`, and a body of one sentence.

Repair
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.rule import Options, fact, rule
from textproof.view import MASK


@rule("short-section", severity=Severity.ERROR, needs=(fact("contract"),))
def check(document: Document, options: Options) -> Iterator[Defect]:
    for wanted in document.contract.sections if document.contract else ():
        if wanted.min_chars is None:
            continue
        if not wanted.headings:
            length = len("".join(document.main_text.split()))
            if 0 < length < wanted.min_chars:
                yield Defect(0, 0, _message(wanted.name, length, wanted.min_chars))
        for section in document.sections_under(wanted):
            end = document.section_end(section)
            body = document.without_glosses.excerpt(section.body_start, end)
            length = len("".join(body.replace(MASK, "").split()))
            if length < wanted.min_chars:
                message = _message(section.heading, length, wanted.min_chars)
                yield Defect(section.start, section.end, message)


def _message(name: str, length: int, demanded: int) -> str:
    return f"section “{name}” has {length} characters; the contract demands {demanded}"
