"""A section that stands twice in its document.

What it finds
    A second section that the contract calls `unique`. Without a contract, a heading of Markdown or
    reStructuredText that has the very words of an earlier one, at its level and under the same
    heading; in HTML, where templates repeat their headings, the text under it must be the same too,
    and a sentence or more. `Added`
    under every version of a changelog stands under other headings, and `Example`, `Note` and the
    like are no names of sections: neither is judged.

Why it matters
    The mark of a text that was pasted or extracted twice, or of a merge that kept both sides. Links
    lead to the first only.

Example
    `## Installation` … `## Usage` … `## Installation`.

Repair
    None: which of the two is right is for the author to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.paragraphs import columns
from textproof.rule import Options, fact, rule
from textproof.structure import Section

_NO_NAMES = frozenset(
    "added changed deprecated removed fixed security features feature fixes bugfixes commits"
    " changes miscellaneous other note notes warning caution tip important example examples syntax"
    " returns parameters output input question answer 示例 例子 例 注意 备注 備註 说明 說明 参数"
    " 參數".split()
) | {"bug fixes", "notable changes", "other changes", "breaking changes", "known issues"}
"""Headings that say what kind of text follows, and stand wherever there is some."""

APART = 400
"""Characters by which the sources of two sections differ at most, with their tags, that say the
same: what stands behind the last one of a page may be some end tags more."""

MANY = 5
"""Sections of one heading that a later one is held against."""

_TAG = re.compile(r"<[^<>]*>")

_SENTENCE_END = re.compile(r"[^\W\d_]{2}[.!?](?:\s|\Z)|[。！？।۔]|[\u0e00-\u0eff]{20}")

A_SENTENCE = 30
"""Columns of a text that a template does not put under two headings of a page."""


@rule(
    "duplicate-section",
    severity=Severity.WARNING,
    needs=(fact("repeated-heading"), fact("contract")),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    told: set[int] = set()
    for wanted in document.contract.sections if document.contract else ():
        found = document.sections_under(wanted) if wanted.unique else []
        for section in found[1:]:
            told.add(section.start)
            yield _defect(document, section, found[0], Severity.ERROR)
    for section, first in _same_siblings(document):
        if section.start not in told:
            yield _defect(document, section, first, None)


def _same_siblings(document: Document) -> Iterator[tuple[Section, Section]]:
    """Sections with the heading of an earlier one under the same heading, and the earlier one."""
    if not document.repeats_heading:
        return
    above: list[Section] = []
    known: dict[tuple[int, str], list[Section]] = {}
    for section in document.sections:
        while above and above[-1].level >= section.level:
            above.pop()
        parent = above[-1].start if above else -1
        above.append(section)
        words = _words(document, section)
        if words and section.heading.casefold() not in _NO_NAMES:
            earlier = known.setdefault((parent, words), [])
            first = next((other for other in earlier if _is_double(document, section, other)), None)
            if first:
                yield section, first
            elif len(earlier) < MANY:
                earlier.append(section)


def _words(document: Document, section: Section) -> str:
    """What a heading must share with that of its double; nothing where none is judged."""
    source = document.text[section.start : section.end].rstrip("# \t\r")
    if document.format == "html":  # with the code in it
        return " ".join(_TAG.sub(" ", source).split())
    return source if document.format == "rst" or source.startswith("#") else ""


def _is_double(document: Document, section: Section, other: Section) -> bool:
    """Whether a section with the heading of another one, in the same place, is the same."""
    if document.format != "html":
        return True
    one, two = (document.text[s.body_start : s.body_end] for s in (section, other))
    if abs(len(one) - len(two)) > APART:
        return False
    said = " ".join(_TAG.sub(" ", one).split())
    is_text = columns(said) >= A_SENTENCE and _SENTENCE_END.search(said)
    return bool(is_text) and said == " ".join(_TAG.sub(" ", two).split())


def _defect(
    document: Document, section: Section, first: Section, severity: Severity | None
) -> Defect:
    line, _ = document.place(first.start)
    return Defect(
        section.start,
        section.end,
        f"section “{section.heading}” stands in line {line} already",
        severity=severity,
        confidence=1.0 if severity else 0.8,
        detail={"section": section.heading, "first_line": line},
    )
