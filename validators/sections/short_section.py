"""A section with less in it, or more, than its contract demands.

What it finds
    Fewer characters than `min_chars` or more than `max_chars`, white space and code not counted,
    under a heading of the contract or in the main text (what stands in no field and under no
    heading of the contract); and fewer lines that hold something than `min_items`. Of a section
    with nothing in it `empty-section` says so.

Why it matters
    An extraction that took the teaser for the article leaves a document that looks whole, and one
    that took the comments for it a document that is longer than any author wrote.

Example
    `name = "body"`, `min_chars = 300`, and a body of one sentence.

Repair
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.contract import SectionContract
from textproof.document import Document
from textproof.document_fields import section_end
from textproof.finding import Defect, Severity
from textproof.rule import Options, fact, rule
from textproof.structure import Section
from textproof.view import MASK


@rule("short-section", severity=Severity.ERROR, needs=(fact("contract"),))
def check(document: Document, options: Options) -> Iterator[Defect]:
    for wanted in document.contract.sections if document.contract else ():
        if not wanted.headings:
            complaint = _of_size(wanted, document.main_text)
            if complaint and document.main_text:
                yield _defect(0, 0, wanted.name, complaint)
        for section in document.sections_under(wanted):
            complaint = _complaint(document, wanted, section) if section.items else None
            if complaint:
                yield _defect(section.start, section.end, section.heading, complaint)


def _complaint(document: Document, wanted: SectionContract, section: Section) -> str | None:
    least = wanted.min_items
    if least is not None and section.items < least:
        return f"has {section.items} of the {least} items that the contract demands"
    if wanted.min_chars is None and wanted.max_chars is None:
        return None
    end = section_end(document, section)
    return _of_size(wanted, document.without_glosses.excerpt(section.body_start, end))


def _of_size(wanted: SectionContract, text: str) -> str | None:
    length = len("".join(text.replace(MASK, "").split()))
    if wanted.min_chars is not None and length < wanted.min_chars:
        return f"has {length} characters; the contract demands {wanted.min_chars}"
    if wanted.max_chars is not None and length > wanted.max_chars:
        return f"has {length} characters; the contract allows {wanted.max_chars}"
    return None


def _defect(start: int, end: int, name: str, complaint: str) -> Defect:
    return Defect(start, end, f"section “{name}” {complaint}", detail={"section": name})
