"""Lines that a page's template left in its text: `打印`, `T+`, `Share this article`.

What it finds
    A line that is, as a whole, a widget of the built-in table (print buttons, share bars, “read
    more”, in the big languages), a row of such words (`Print | Tweet | Email`), the beginning of a
    notice about cookies, or one of the contract's `boilerplate.lines` (unless that has
    `report = false`). Where the contract has `boilerplate.repeated = 0.5`, also a line that stands
    in half of the documents of its type that are checked together. Of single words and widgets
    as short as `打印` or `T+` two must stand near each other, since one may be a heading; a text
    with many cookies is about them; an HTML page still is in its template, so none are looked for.

Why it matters
    It is no part of the text: it pollutes excerpts, search and training data.

Example
    `打印`, `T+` and `T-` between the date and the text of a news page.

Repair
    The line is emptied; unsafe, because only the author knows that it is not meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Repair, Severity
from textproof.lazy import compiled
from textproof.rule import Options, fact, rule
from textproof.section_signs import WRITTEN
from textproof.template_lines import TemplateLine

_LINE = compiled(r"[^\r\n]+")
NEAR = 20
"""Characters between two widgets of one template, at most."""

LONGEST = 80
"""Characters of a line that a message quotes."""


@rule("boilerplate", severity=Severity.INFO, needs=(fact("template-lines"), fact("contract")))
def check(document: Document, options: Options) -> Iterator[Defect]:
    if document.format not in WRITTEN:
        return
    contract = document.contract
    agreed = frozenset(contract.boilerplate_lines if contract else ())
    found = {line.start: line for line in document.template_lines}
    if contract is not None and not contract.boilerplate_reported:
        found = {line.start: line for line in found.values() if line.text not in agreed}
        agreed = frozenset()
    for match in _LINE.finditer(document.without_glosses.text) if agreed else ():
        words = match[0].strip()
        if words in agreed:
            start = match.start() + match[0].index(words)
            found[start] = TemplateLine(words, start, start + len(words), True)
    lines = sorted(found.values(), key=lambda line: line.start)
    for index, line in enumerate(lines):
        near = (lines[i] for i in (index - 1, index + 1) if 0 <= i < len(lines))
        if line.sure or any(_is_near(line, other) for other in near):
            shown = line.text if len(line.text) <= LONGEST else line.text[:LONGEST] + "…"
            yield Defect(
                *document.without_glosses.source_span(line.start, line.end),
                f"boilerplate of the page’s template: “{shown}”",
                repair=Repair(""),
                confidence=0.9,
            )


def _is_near(line: TemplateLine, other: TemplateLine) -> bool:
    """Whether another line of the template, with another text, stands near enough to prove one."""
    apart = max(line.start, other.start) - min(line.end, other.end)
    return other.text != line.text and apart <= NEAR
