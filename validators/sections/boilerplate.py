"""Lines that a page's template left in its text: `打印`, `T+`, `Share this article`.

What it finds
    A line that is, as a whole, one of the widgets in the built-in table or one of the contract's
    `boilerplate.lines` (unless that has `report = false`). Of widgets as short as `打印` or `T+`
    the document must hold two, since one may be a heading; and an HTML page still is in its
    template, so none are looked for there.

Why it matters
    It is no part of the text: it pollutes excerpts, search and training data.

Example
    `打印`, `T+` and `T-` between the date and the text of a news page.

Repair
    The line is emptied; unsafe, because only the author knows that it is not meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Repair, Severity
from textproof.rule import Options, fact, pattern, rule
from textproof.tables.boilerplate import LINES

_LINE = re.compile(r"[^\r\n]+")
_FIRST = "".join(sorted({re.escape(line[0]) for line in LINES}))
_ANY = "|".join(map(re.escape, sorted(LINES)))
_END = r"[^\S\r\n]*+(?:[\r\n]|\Z)"

SHORT = 2
"""Characters up to which a widget alone in its document is not sure."""


@rule(
    "boilerplate",
    severity=Severity.INFO,
    needs=(
        pattern(rf"\n(?=[\s{_FIRST}])[^\S\n]*+(?=[{_FIRST}])(?:{_ANY}){_END}"),
        pattern(rf"\A\s*+(?:{_ANY}){_END}"),
        fact("contract"),
    ),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    if document.format == "html":
        return
    contract = document.contract
    agreed = contract.boilerplate_lines if contract else ()
    is_meant = contract is not None and not contract.boilerplate_reported
    lines = LINES.difference(agreed) if is_meant else LINES.union(agreed)
    view = document.without_glosses
    found = [
        (line, match.start() + match[0].index(line))
        for match in _LINE.finditer(view.text)
        if (line := match[0].strip()) in lines
    ]
    several = len({line for line, _ in found}) > 1
    for line, offset in found:
        if several or len(line) > SHORT or line in agreed:
            yield Defect(
                *view.source_span(offset, offset + len(line)),
                f"boilerplate of the page’s template: “{line}”",
                repair=Repair(""),
                confidence=0.9,
            )
