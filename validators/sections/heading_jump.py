"""A heading more than one level deeper than the one before it.

What it finds
    In Markdown and HTML, a heading such as `####` or `<h4>` behind one of level 2. All jumps of one
    kind are one finding. What stands before the main heading of an HTML page is its frame, and a
    document may begin with any level.

Why it matters
    A heading between the two may be lost, and readers who navigate by headings miss a level. Half
    of the pages of the web jump, so it is an info.

Example
    `## Installation` followed by `#### From source`.

Repair
    None.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.rule import Options, fact, rule
from textproof.structure import Section


@rule("heading-jump", severity=Severity.INFO, needs=(fact("heading-jump"),))
def check(document: Document, options: Options) -> Iterator[Defect]:
    sections = [section for section in document.sections if section.heading]
    if document.format == "html":
        main = next((i for i, section in enumerate(sections) if section.level == 1), 0)
        sections = sections[main:]
    jumps: dict[tuple[int, int], list[Section]] = {}
    for before, section in pairwise(sections):
        if section.level > before.level + 1:
            jumps.setdefault((before.level, section.level), []).append(section)
    for (high, low), found in jumps.items():
        yield Defect(
            found[0].start,
            found[0].end,
            f"heading “{found[0].heading}” of level {low} follows one of level {high}",
            places=tuple((section.start, section.end) for section in found[1:]),
        )
