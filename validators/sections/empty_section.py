"""A heading with nothing under it.

What it finds
    A heading that is sure (by markup, with a "more" link beside it, or one of the usual headings of
    link lists such as `相關閱讀`) whose section holds no letter and no sub-heading. Where the
    contract demands items it is an error.

Why it matters
    The list or text under it was lost on its way, or never written.

    A heading over sub-headings is none, and a line that merely looks like a heading is not judged.

Example
    `熱點關注更多>>` followed by `領導論述更多>>`.

Repair
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.glosses import ANCHOR
from textproof.rule import Options, fact, pattern, rule
from textproof.tables.headings import LINK_LIST_HEADINGS, MORE_LINKS

_FIRST = "".join(sorted({heading[0] for heading in LINK_LIST_HEADINGS}))


@rule(
    "empty-section",
    severity=Severity.WARNING,
    needs=(
        pattern(r"#(?<![^\s>]#)(#{0,5})[ \t][^\n]*\n\s*(?:(?!#\1#)#{1,6}[ \t]|\Z)"),
        pattern(r"#(?<![^\s>]#)#{0,5}[ \t][^\n]*\n\s*[^\n]+\n[ ]{0,3}(?:=+|-+)[ \t]*\r?\n"),
        pattern(r"\n(?:=+|-+)[ \t]*\r?\n\s*(?:[^\n]+\r?\n(?:=+|-+)[ \t]*\r?\n|\Z)"),
        pattern(rf"\n[ \t]*(?=[{_FIRST}])(?:{'|'.join(sorted(LINK_LIST_HEADINGS))})"),
        *map(pattern, sorted({link[-5:] for link in MORE_LINKS})),
        pattern("<[hH][1-6]"),
        pattern(ANCHOR),
        fact("contract"),
    ),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    demanded = {
        section.start
        for wanted in (document.contract.sections if document.contract else ())
        for section in document.sections_under(wanted)
        if section.items < (wanted.min_items or 0)
    }
    for section in document.sections:
        if section.start in demanded or (section.sure and not section.items):
            yield Defect(
                section.start,
                section.end,
                f"section “{section.heading}” is empty",
                severity=Severity.ERROR if section.start in demanded else None,
                detail={"section": section.heading},
            )
