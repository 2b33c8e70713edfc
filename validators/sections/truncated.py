"""A document that ends in the middle.

What it finds
    A last paragraph of running text that ends in a comma, an opening bracket, a word that ends no
    sentence (`the`, `und`, `的`), inside a bracket or quotation, in the `[…]` of an excerpt, or,
    where all other paragraphs end in a mark, without one; a source that ends inside a tag, an
    entity, a link or, without a line end, a code fence; a reStructuredText that announces a block
    with `::` and ends; an HTML page or an XML document that ends inside its elements; a
    `<main>` or `<article>` whose last paragraph ends that way.

    Headings, captions, lists, tables, code, verse, signatures, names and lines that end in an
    ellipsis are no sentences, and stay silent.

Why it matters
    A download that broke off, or a field of a database that was too short, lost the rest.

Example
    An article whose last line is `The committee then decided that the`.

Repair
    None: what is missing must be fetched again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.document import Document
from textproof.endings import OTHERS, RUNNING, is_open, last_of, others_end, why
from textproof.fences import fences
from textproof.finding import Defect, Severity
from textproof.lazy import compiled
from textproof.open_elements import open_in_html, open_in_xml
from textproof.paragraphs import TEXT, Paragraph, of_lines
from textproof.rule import Options, fact, rule
from textproof.section_signs import WRITTEN

TAIL = 3_000
"""Characters of the end that are looked at before the rest."""

_OPEN_TAG = r"<(?:/?[A-Za-z][\w:-]*|!--?|!DOCTYPE)(?:\s[^<>]*)?\Z"
_OPEN_MARKDOWN_TAG = r"<[A-Za-z][\w:-]*\s+[\w:-]+\s*=[^<>]*\Z"
_OPEN_ENTITY = r"&(?:#[xX]?[0-9a-fA-F]*|[A-Za-z]{2,8})\Z"
_OPEN_LINK = r"(?<!\\)!?\[[^\[\]\n]+\]\([^()\s]*\Z"
_EXCERPT = compiled(r"[a-zà-ÿα-ωа-я,\u2e80-\uffef][ \u00a0]?\[(?:\.\.\.|…)\]\Z")
"""The mark behind the words of a sentence with which feeds and lists cut a text short."""

_MAIN_END = r"</(?:main|article)\s*>"
_BLANK = compiled(r"\n[ \t\r\u3000]*\n")


@rule("truncated", severity=Severity.WARNING, needs=(fact("open-end"),))
def check(document: Document, options: Options) -> Iterator[Defect]:
    if document.format not in (*WRITTEN, "html", "xml") or document.decoded.damaged:
        return  # of bytes that do not decode, nobody knows what they open and end
    text = document.text.rstrip("\ufeff \t\r\n\u3000")
    look = {"html": _html, "xml": _xml}.get(document.format, _lines)
    found = _source(document, text) or look(document, text)
    if found:
        end, reason = found
        start = max(text.rfind("\n", 0, end) + 1, text.rfind(" ", 0, end) + 1, end - 60)
        yield Defect(start, end, f"the document breaks off: it {reason}", confidence=0.8)


def _source(document: Document, text: str) -> tuple[int, str] | None:
    """Where a source ends in the middle of its markup."""
    tail = text[-TAIL:]
    if document.format == "html":
        if _last_is_open(tail, "<", ">") and re.search(_OPEN_TAG, tail):
            return len(text), "ends inside a tag"
        if re.search(_OPEN_ENTITY, tail):
            return len(text), "ends inside an entity"
    elif document.format == "markdown":
        if not document.text.endswith("\n") and (f := fences(document.text)) and not f[-1].closed:
            return len(text), "ends inside a code fence"
        in_code = tail.rpartition("\n")[2].count("`") % 2
        if _last_is_open(tail, "<", ">") and re.search(_OPEN_MARKDOWN_TAG, tail) and not in_code:
            return len(text), "ends inside a tag"
        if _last_is_open(tail, "](", ")") and re.search(_OPEN_LINK, tail) and not in_code:
            return len(text), "ends inside a link"
    return None


def _last_is_open(text: str, opening: str, closing: str) -> bool:
    """Whether nothing that closes a mark stands behind the last one that opens."""
    return text.rfind(opening) > text.rfind(closing)


def _lines(document: Document, text: str) -> tuple[int, str] | None:
    """Where the last paragraph of a text is cut off."""
    last_line = text[text.rfind("\n") + 1 :].lstrip()
    is_excerpt = _is_excerpt(text) and not last_line.startswith(">")
    if is_excerpt and _is_excerpt(document.prose.text.rstrip()):
        return len(text), "ends in the mark of an excerpt"
    if document.format == "rst" and text.endswith("::") and not last_line.startswith(".."):
        return len(text), "announces a block with “::”"
    if not is_open(text):
        return None
    if document.format == "markdown" and _ends_in_bold(document, text):
        return len(text), "ends inside bold text"
    markdown = document.format == "markdown"
    start = max((m.end() for m in _BLANK.finditer(text, max(len(text) - TAIL, 0))), default=0)
    likely = last_of(list(of_lines(text, markdown=markdown, start=start)))
    broken = not document.text.endswith("\n")
    if likely is None or why(likely.text, others=9, broken=broken) is None:
        return None
    if len(document.prose.text) != len(document.text) or not is_open(document.prose.text):
        return None
    last = last_of(document.paragraphs)
    if last is None:
        return None
    others = others_end(document.paragraphs[:-1]) if last.kind == TEXT else 0
    if broken:
        others *= 2  # a file that breaks off has no last line end
    elif markdown:
        others //= 2  # authors leave out the last mark: twice the evidence
    reason = why(last.text, others, broken=broken)
    return (last.start + len(last.text.rstrip()), reason) if reason else None


def _is_excerpt(text: str) -> bool:
    return text.endswith(("...]", "…]")) and bool(_EXCERPT.search(text, max(len(text) - 9, 0)))


def _ends_in_bold(document: Document, text: str) -> bool:
    """Whether the last paragraph begins bold text that nothing ends."""
    start = max((m.end() for m in _BLANK.finditer(text, max(len(text) - TAIL, 0))), default=0)
    if text.count("**", start) % 2 == 0 or len(document.prose.text) < len(text):
        return False
    last = document.prose.text[start : len(text)]
    return last.count("**") % 2 == 1 and bool(re.search(r"(?<![^\s(])\*\*(?=\w)[^*]*\Z", last))


def _html(document: Document, text: str) -> tuple[int, str] | None:
    """Where a page, or its main text, is cut off."""
    paragraphs = list(document.paragraphs)
    opened = open_in_html(document.text)
    if text[-1:] != ">":
        last = last_of(paragraphs)
        reason = None
        if last is not None and last.end >= len(text):
            reason = _why(last, paragraphs[:-1])
        if not reason and opened and (opened not in ("html", "body") or is_open(text)):
            reason = f"ends inside the element “{opened}”"
        return (len(text), reason) if reason else None
    if opened not in (None, "html", "body", "div"):  # a div too many is its author's slip
        running = [p for p in paragraphs if p.kind == TEXT and len(p.words) >= RUNNING]
        if len(running) >= OTHERS:
            return len(text), f"ends inside the element “{opened}”"
    ends = list(re.finditer(_MAIN_END, text, re.IGNORECASE))
    paragraphs = [p for p in paragraphs if not ends or p.end <= ends[-1].start()]
    last = _last_paragraph(text, paragraphs)
    if last is None:
        return None
    others = [p for p in paragraphs if p is not last and p.kind == TEXT]
    reason = _why(last, others, broken=not others)  # the only one may be a field of a database
    return (last.start + len(last.text.rstrip()), reason) if reason else None


def _xml(document: Document, text: str) -> tuple[int, str] | None:
    """Where an XML document ends before its root does."""
    opened = open_in_xml(text)
    return (len(text), f"ends inside the element “{opened}”") if opened else None


def _why(last: Paragraph, others: list[Paragraph], *, broken: bool = False) -> str | None:
    """What shows that a last paragraph was cut off; the others are asked where it may have been."""
    if why(last.text, others=9, broken=broken) is None:
        return None
    return why(last.text, others_end(others), broken=broken)


def _last_paragraph(text: str, paragraphs: list[Paragraph]) -> Paragraph | None:
    """The last paragraph in a `<p>`, where no other text follows but that of a frame."""
    for paragraph in reversed(paragraphs):
        if paragraph.kind == TEXT:
            opening = text[max(paragraph.start - 200, 0) : paragraph.start].rpartition("<")[2]
            return paragraph if re.match(r"p[\s>]", opening, re.IGNORECASE) else None
        if paragraph.kind != "other":
            return None
    return None
