"""Broken front matter: a metadata block that no reader can read.

What it finds
    Front matter of a Markdown document (YAML between `---`, TOML between `+++`, a JSON object) that
    is invalid, that nothing closes, or in which a key stands twice. Text between two horizontal
    rules is no front matter, and a template's `{{ title }}` is not judged here.

Why it matters
    Site generators fail on it or show it as text; title, date and author are gone. Of a key that
    stands twice some take the first value, some the last, and some fail.

Example
    `title: A: B` needs quotes around `A: B`.

Repair
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.rule import Options, fact, rule


@rule("broken-front-matter", severity=Severity.ERROR, needs=(fact("front-matter"),))
def check(document: Document, options: Options) -> Iterator[Defect]:
    if document.broken_metadata:
        message, offset = document.broken_metadata
        offset = min(offset, max(len(document.text) - 1, 0))
        yield Defect(offset, offset + 1, f"broken front matter: {message}")
