"""A section that holds nothing but boilerplate.

What it finds
    A heading that is sure, by markup or wording, over lines that are all widgets of a page's
    template: share bars, print buttons, “read more”, a notice about cookies; at least one must be
    sure on its own. In HTML the section must not be one of buttons and links alone.

Why it matters
    The text of the section was lost on its way, and what the template put around it stayed.

Example
    `## Summary` over `Share this article` and `Print this page`.

Repair
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.document import Document
from textproof.document_fields import section_end
from textproof.finding import Defect, Severity
from textproof.rule import Options, fact, rule
from textproof.template_lines import TemplateLine, is_widget
from textproof.view import MASK

_NOTHING = " \t\r\u3000=~^-" + MASK
"""What a line of nothing is made of: the underline of a heading too."""


@rule(
    "boilerplate-only",
    severity=Severity.WARNING,
    needs=(fact("template-lines"), fact("contract")),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    agreed = document.contract.boilerplate_lines if document.contract else ()
    if not document.template_lines and not agreed:
        return
    view = document.without_glosses
    found = [line for line in document.template_lines if line.sure]
    if document.format == "html":  # where each place of the prose is looked for in the source
        found = [line for line in found if _may_be_alone(document, line)]
    sure = [view.source_span(line.start, line.end) for line in found]
    if not sure and not agreed:
        return
    for section in document.sections:
        proven = any(section.body_start <= start < section.body_end for start, _ in sure)
        if not section.sure or not (proven or agreed):
            continue
        body = view.excerpt(section.body_start, section.body_end).split("\n")
        lines = [line.strip() for line in body if line.strip(_NOTHING)]
        proven |= any(line in agreed for line in lines)
        if section_end(document, section) > section.body_end or is_widget(section.heading):
            continue  # a heading such as “Share” is of the template too
        if lines and proven and all(line in agreed or is_widget(line) for line in lines):
            yield Defect(
                section.start,
                section.end,
                f"section “{section.heading}” holds nothing but boilerplate: “{lines[0]}”",
                confidence=0.8,
                detail={"section": section.heading},
            )


def _may_be_alone(document: Document, line: TemplateLine) -> bool:
    """Whether what stands before a line of a page is a heading or another line of its template."""
    before = document.without_glosses.text[: line.start].rstrip(_NOTHING + "\n")
    last = " ".join(before[before.rfind("\n") + 1 :].split())
    return is_widget(last) or any(
        last in section.heading or section.heading in last for section in document.sections
    )
