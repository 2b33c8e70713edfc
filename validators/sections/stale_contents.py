"""A table of contents that does not say what the document holds.

What it finds
    An entry of a list of links to the document's own sections that leads nowhere; an entry of a
    list of names, under a heading such as `Contents` or `目录`, that names no section though the
    others do; and a section between the listed ones that a list, complete but for it, leaves out.

    A list that names some of the sections is a choice, and one that names none of them is a list of
    something else.

Why it matters
    Sections that were renamed, cut off, or lost leave their entries behind: what is missing can be
    read off the contents.

Example
    `- [Usage](#usage)` in a README without a heading “Usage”.

Repair
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.contents import Contents, key, keys, linked_contents, named_contents
from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.references import hidden_spans, includes_others
from textproof.rule import Options, fact, rule
from textproof.spans import SpanSet
from textproof.view import MASK

LISTED = 0.6
"""Share of the entries of a list of names that must be sections for it to be the contents."""

COMPLETE = 3
"""Sections of one level that a list must name, all but one, to be taken for complete."""


@rule(
    "stale-contents",
    severity=Severity.WARNING,
    needs=(fact("own-links"), fact("contents")),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    for listed in linked_contents(document):
        yield from _dead(document, listed)
        yield from _left_out(document, listed)
    for listed, names in named_contents(document):
        yield from _unnamed(listed, names)


def _dead(document: Document, listed: Contents) -> Iterator[Defect]:
    """The links that lead nowhere. Where none leads anywhere, the sections are elsewhere."""
    dead = [e for e in listed.entries if e.link and not document.targets.has(e.link.fragment)]
    if not dead or len(dead) == len(listed.entries) or includes_others(document.text):
        return
    hidden = SpanSet(hidden_spans(document.text))
    for entry in dead:
        assert entry.link
        shown = document.format == "html" or document.prose.text[entry.start] != MASK
        if shown and not hidden.overlaps(entry.start, entry.end):
            yield Defect(
                entry.start,
                entry.end,
                f"the contents list “{entry.words}”, but nothing is “#{entry.link.fragment}”",
                confidence=0.8,
            )


def _left_out(document: Document, listed: Contents) -> Iterator[Defect]:
    """The one section that a list leaves out between those that it names."""
    wanted = set(keys(listed.entries))
    behind = [section for section in document.sections if section.start >= listed.end]
    named = [section for section in behind if key(section.heading) in wanted]
    if len(named) < COMPLETE or len(named) < len(listed.entries):
        return
    for level in {section.level for section in named}:
        own = [section for section in behind if section.level == level]
        if sum(section.level == level for section in named) < COMPLETE:
            continue
        first, last = named[0].start, named[-1].start
        missing = [s for s in own if first < s.start < last and key(s.heading) not in wanted]
        if len(missing) == 1 and not includes_others(document.text) and key(missing[0].heading):
            section = missing[0]
            yield Defect(
                section.start,
                section.end,
                f"section “{section.heading}” is missing in the contents, which list all others",
                confidence=0.7,
                detail={"section": section.heading},
            )


def _unnamed(listed: Contents, names: set[str]) -> Iterator[Defect]:
    """The entries that name no section, where most do."""
    missing = [entry for entry in listed.entries if key(entry.words) not in names]
    share = 1 - len(missing) / len(listed.entries)
    if share >= LISTED and len(listed.entries) - len(missing) >= 2:
        for entry in missing:
            yield Defect(
                entry.start,
                entry.end,
                f"the contents list “{entry.words}”, but no section has that heading",
                confidence=0.7,
            )
