"""A section that the contract demands and the document does not have.

What it finds
    No heading of the document is one of the section's headings (at its `level`, where the contract
    gives one), though the contract does not call the section optional; for the main text, which has
    no heading, no text at all.

Why it matters
    A document without its conclusions, its licence or its text is not the document.

Example
    A report whose contract demands `heading = ["Summary", "Abstract"]` and that has neither.

Repair
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.contract import SectionContract
from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.rule import Options, fact, rule


@rule("missing-section", severity=Severity.ERROR, needs=(fact("contract"),))
def check(document: Document, options: Options) -> Iterator[Defect]:
    for wanted in document.contract.sections if document.contract else ():
        if wanted.optional:
            continue
        if wanted.headings:
            missing = not document.sections_under(wanted)
            why = f"no heading “{'” or “'.join(wanted.headings)}”{_at_level(document, wanted)}"
        else:
            missing, why = not document.main_text, "the document has no text"
        if missing:
            yield Defect(
                0, 0, f"no section “{wanted.name}”: {why}", detail={"section": wanted.name}
            )


def _at_level(document: Document, wanted: SectionContract) -> str:
    """At which level the heading is not, where it stands at another."""
    others = document.sections_under(wanted._replace(level=None))
    if not others:
        return ""
    line, _ = document.place(others[0].start)
    return f" at level {wanted.level}; the one in line {line} is at level {others[0].level}"
