"""More than one heading of the highest level.

What it finds
    In Markdown, HTML and reStructuredText, further `# ` or `<h1>` headings, or those underlined as
    the first one is, behind the first one, as one finding.

Why it matters
    The first one is taken for the title. Where there are more, two documents may have been joined,
    or a title and the name of the site are one as good as the other. Many authors head each chapter
    that way, so it is an info.

Example
    Two files of notes, concatenated: `# Notes of May` and, further down, `# Notes of June`.

Repair
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.rule import Options, fact, rule


@rule("several-titles", severity=Severity.INFO, needs=(fact("several-titles"),))
def check(document: Document, options: Options) -> Iterator[Defect]:
    titles = [section for section in document.sections if section.level == 1 and section.heading]
    if len(titles) > 1:
        first, *more = titles[1:]
        yield Defect(
            first.start,
            first.end,
            f"{len(titles)} headings of the highest level: behind “{titles[0].heading}” "
            f"follows “{first.heading}”",
            places=tuple((section.start, section.end) for section in more),
        )
