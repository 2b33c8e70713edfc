"""Lines that a page's template left in its text: `打印`, `T+`, `Share this article`.

What it finds
    A line that is, as a whole, one of the widgets in the built-in table or one of the contract's
    `boilerplate.lines`.

Why it matters
    It is no part of the text: it pollutes excerpts, search and training data.

Example
    `打印`, `T+` and `T-` between the date and the text of a news page.

Repair
    The line is taken out; unsafe, because only the author knows that it is not meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Repair, Severity
from textproof.rule import Options, fact, pattern, rule
from textproof.tables.boilerplate import LINES

_ANY = "|".join(map(re.escape, sorted(LINES)))
_LINE = re.compile(r"^[ \t]*(\S[^\r\n]*?)[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)


@rule(
    "boilerplate",
    severity=Severity.INFO,
    needs=(pattern(rf"\n[ \t]*(?:{_ANY})[ \t]*[\r\n]"), fact("contract")),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    lines = LINES
    if document.contract:
        lines = lines.union(document.contract.boilerplate_lines)
    view = document.without_glosses
    for match in _LINE.finditer(view.text):
        if match[1] in lines:
            start, end = view.source_span(*match.span(1))
            yield Defect(
                start,
                end,
                f"boilerplate of the page’s template: “{match[1]}”",
                repair=Repair(""),
                confidence=0.9,
            )
