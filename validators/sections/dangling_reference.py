"""A reference to something that the document does not have.

What it finds
    A link to an anchor of the document itself that is neither a heading's, as any of the usual
    renderers makes them, nor an explicit one (an info where one differs in its marks only, and
    outside of paragraphs in a page with scripts, which may make it); a footnote `[^1]` or a link
    `[text][label]` without its definition; “Figure 7”, “Table 3” or “图 3” where figures have
    captions and 7 is none; “section 9” where sections are numbered and 9 is none; and “[7]” where
    a list of references ends before. In reStructuredText a footnote `[1]_`, and a citation
    `[Mills98]_`, a target `` `the mill`_ `` or (an info: projects define them in their
    configuration) a substitution `|name|`, where others of its kind are defined. In a DocBook or
    JATS document that stands for itself a `linkend` or `rid` that is no element's identifier.
    Entries of a contents list belong to `stale-contents`.

Why it matters
    What is referred to was renamed, or lost with the rest of its section.

Example
    `see [^2]` in a document that defines `[^1]:` only.

Repair
    None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.lazy import compiled
from textproof.numbered import (
    dangling_citations,
    dangling_mentions,
    dangling_sections,
    may_cite,
    may_mention_sections,
    plain_headings,
)
from textproof.references import Link, hidden_spans, includes_others
from textproof.rule import Options, fact, rule
from textproof.section_signs import CAPTION_SIGNS, SECTION_SIGNS, WRITTEN, shows
from textproof.spans import SpanSet
from textproof.view import MASK

_FOOTNOTE = compiled(r"\[\^([^\[\]\s^]{1,40})\](?!:)")
_FOOTNOTE_DEFINED = compiled(r"^[ \t>]*\[\^([^\[\]\s^]{1,40})\]:", re.MULTILINE)
_LINK = compiled(
    r"(?<![\]\w)\\$])\[(?=[^\s\[\]])([^\[\]\n]{1,200})\]\[([^\[\]\n]{0,80})\](?![\[(:])"
)
_LINK_DEFINED = compiled(r"^[ \t>]*(?:[-*+][ \t]+)?\[(?!\^)([^\[\]\n]+)\]:", re.MULTILINE)
_IDENTIFIER = compiled(r"[\w-]*(?:[.:/@(<]|->)|[\d, :+*=-]*\Z|[a-z]\Z")
"""Labels that are names in code or indexes: another tool resolves them."""
_IN_LINK = compiled(r"<a\s[^<>]*>\s*\Z|(?<!!)\[(?=[^\]\n]*\Z)\Z")
"""What stands before a mention that is a link: what it leads to is there."""
_SCRIPT = compiled(r"<script\b(?![^>]*json)", re.IGNORECASE)
_IN_PARAGRAPH = compiled(
    r"<(?:p|dd|td)\b[^<>]*>(?:(?!</?(?:p|d[dt]|td|li|[dou]l|div)\b).)*\Z", re.DOTALL
)


@rule(
    "dangling-reference",
    severity=Severity.WARNING,
    needs=(fact("own-links"), fact("references")),
    yields_to=("stale-contents",),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    if document.format == "xml":
        yield from _ids(document)
    if document.format not in (*WRITTEN, "html"):
        return
    yield from _anchors(document)
    shown = document.screened  # asked first: to make the prose costs more than the rest
    if document.format == "rst":
        yield from _names(document)
    elif "[^" in shown:
        yield from _footnotes(document, document.prose.text)
    if document.format == "markdown" and "][" in shown:
        yield from _links(document, document.prose.text)
    if shows(document, CAPTION_SIGNS) or shows(document, SECTION_SIGNS) or may_cite(shown):
        yield from _mentions(document, document.prose.text)


def _anchors(document: Document) -> Iterator[Defect]:
    """The links to anchors of the document that it does not have, those to one of them at once."""
    known = document.targets
    dead: dict[str, list[Link]] = {}
    for link in document.targets.links:
        if not known.has(link.fragment):
            dead.setdefault(link.fragment, []).append(link)
    if not dead or includes_others(document.text):
        return
    hidden = SpanSet(hidden_spans(document.text))
    for fragment, several in dead.items():
        shown = [link for link in several if _is_shown(document, link, hidden)]
        if not shown:
            continue
        like = known.like(fragment)
        doubtful = bool(like) or not any(_is_sure(document, link) for link in shown)
        message = f"nothing in the document is “#{fragment}”"
        yield Defect(
            shown[0].start,
            shown[0].end,
            f"{message}, but “#{like}” is" if like else message,
            severity=Severity.INFO if doubtful else None,
            confidence=0.6 if doubtful else 0.8,
            places=tuple((link.start, link.end) for link in shown[1:]),
        )


def _is_shown(document: Document, link: Link, hidden: SpanSet) -> bool:
    """Whether a link is no code, and in no comment."""
    if hidden.overlaps(link.start, link.end):
        return False
    bracket = document.text.rfind("]", 0, link.start)
    return document.format == "html" or bracket < 0 or document.prose.text[bracket] != MASK


def _is_sure(document: Document, link: Link) -> bool:
    """Whether no script of the page makes what a link leads to: it stands in running text."""
    if document.format != "html" or not _SCRIPT.search(document.text):
        return True
    return bool(_IN_PARAGRAPH.search(document.text, max(link.start - 1000, 0), link.start))


def _footnotes(document: Document, text: str) -> Iterator[Defect]:
    """The footnotes that nothing defines. A name alone in its document may be no footnote."""
    defined = {match[1].casefold() for match in _FOOTNOTE_DEFINED.finditer(text)}
    for match in _FOOTNOTE.finditer(text):
        label = match[1]
        sure = (label.isdecimal() and len(label) < 4) or (
            bool(defined) and bool(re.fullmatch(r"[\w-]{2,}", label))
        )
        if label.casefold() not in defined and sure and text[match.start() - 1] not in "`'\"":
            span = document.prose.source_span(*match.span())
            yield Defect(*span, f"footnote “{label}” has no definition", confidence=0.9)


def _links(document: Document, text: str) -> Iterator[Defect]:
    """The links by label that nothing defines."""
    source = document.text
    fold = partial(re.sub, r"\s+", " ")
    defined = {fold(match[1]).casefold() for match in _LINK_DEFINED.finditer(source)}
    for match in _LINK.finditer(text):
        label = source[slice(*match.span(2))] or source[slice(*match.span(1))]
        if fold(label).casefold() in defined or MASK in match[2] or _IDENTIFIER.match(label):
            continue
        if includes_others(source):
            return
        if defined or (" " in match[1] and len(label) > 1):
            message = f"link “{match[1].replace(MASK, '')}” has no definition “[{label}]:”"
            yield Defect(*match.span(), message, confidence=0.9 if defined else 0.7)


def _ids(document: Document) -> Iterator[Defect]:
    """What an XML document refers to by an identifier that no element has."""
    from textproof.xml_references import dangling_ids

    for found in dangling_ids(document.text):
        message = f"no element of the document has the identifier “{found.name}”"
        yield Defect(found.start, found.end, message, confidence=0.9)


def _names(document: Document) -> Iterator[Defect]:
    """What a reStructuredText refers to by name and does not define."""
    from textproof.rst_references import dangling_names

    if not includes_others(document.text):
        for found in dangling_names(document.text):
            of_project = found.kind == "substitution"  # defined in its configuration, mostly
            yield Defect(
                found.start,
                found.end,
                f"{found.kind} “{found.name}” has no definition",
                severity=Severity.INFO if of_project else None,
                confidence=0.6 if of_project else 0.9,
            )


def _mentions(document: Document, text: str) -> Iterator[Defect]:
    """The figures, tables, sections and works that are mentioned and not there."""
    found = [("no caption has that number", mention) for mention in dangling_mentions(text)]
    if may_mention_sections(text):
        headings = [(section.heading, section.start) for section in document.sections]
        if document.format == "plain":
            headings = list(plain_headings(text))
        why = "no heading has that number"
        found += [(why, mention) for mention in dangling_sections(text, headings)]
    why = "the list of references ends before"
    found += [(why, mention) for mention in dangling_citations(text)]
    for why, mention in found:
        span = document.prose.source_span(mention.start, mention.end)
        in_link = _IN_LINK.search(document.text, max(span[0] - 200, 0), span[0])
        if not in_link and "<a" not in document.text[slice(*span)]:
            yield Defect(*span, f"{mention.label} {mention.number}: {why}", confidence=0.8)
