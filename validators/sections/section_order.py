"""A section that does not stand where its contract has it.

What it finds
    The sections of the contract in another order than the list's. The fewest that have to move are
    found, so that one section in the wrong place is one finding. A section with `order = false`
    may stand anywhere.

Why it matters
    Readers and programs look for a section where it always is; an appendix before the summary is
    the mark of a document that was put together wrongly.

Example
    `## Conclusions` above `## Methods`, where the contract lists Methods first.

Repair
    None: what belongs to a section is for its author to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.ordering import in_order
from textproof.rule import Options, fact, rule
from textproof.structure import Section


@rule("section-order", severity=Severity.ERROR, needs=(fact("contract"),))
def check(document: Document, options: Options) -> Iterator[Defect]:
    ordered = [w for w in document.contract.sections if w.ordered] if document.contract else []
    if len(ordered) < 2:
        return
    found: list[tuple[Section, int]] = []
    for place, wanted in enumerate(ordered):
        sections = document.sections_under(wanted)
        # a second one of what stands there once is a `duplicate-section`
        found += [(section, place) for section in sections[: 1 if wanted.unique else None]]
    found.sort(key=lambda each: each[0].start)
    staying = in_order([place for _, place in found])
    for index, (section, place) in enumerate(found):
        if index in staying:
            continue
        after = [s for i, (s, p) in enumerate(found) if i in staying and p < place]
        before = [s for i, (s, p) in enumerate(found) if i in staying and p > place]
        if after and after[-1].start > section.start:
            where = f"before “{after[-1].heading}”; the contract has it behind"
        else:
            where = f"behind “{before[0].heading}”; the contract has it before"
        yield Defect(
            section.start,
            section.end,
            f"section “{section.heading}” stands {where}",
            detail={"section": section.heading},
        )
