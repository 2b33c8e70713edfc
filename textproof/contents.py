"""Tables of contents: lists of links to a document's own sections, and lists of their names.

A list of links is one from three links on; a list of names stands under a heading that says so, and
proves itself by naming sections that are there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from textproof.lazy import compiled
from textproof.paragraphs import HEADING, ITEM, OTHER, TEXT, Paragraph, of_lines
from textproof.references import Link
from textproof.section_signs import CONTENTS_SIGNS, shows
from textproof.tables.contents import CONTENTS_HEADINGS
from textproof.view import MASK

if TYPE_CHECKING:
    from textproof.document import Document

HEADS = 3
"""Lists of names of a document that are looked at, at most."""

MOST, LONGEST = 500, 120
"""Entries of a list of names, and characters of an entry, at most."""

NEAR = 300
"""Characters of markup before an entry of a page, and between two of them, at most."""

LEAST = 3
"""Entries from which on a list is a table of contents."""

_ITEM_BEFORE = {
    "markdown": re.compile(
        r"(?:\A|\n)[ \t>]*(?:[-*+]|\d+[.)])[ \t]+(?:\d[\d.]*[ \t]+)?\[([^\n]*)\]\(\Z"
    ),
    "html": re.compile(
        r"<li\b[^<>]*+>\s*(?:<(?!/|a\b|li\b)[^<>]*+>\s*)*(?:[\d.]+\s*)?<a\s[^<>]*+\Z", re.IGNORECASE
    ),
}
_REST = {
    "markdown": re.compile(r"(?:[ \t]+\"[^\"\n]*\")?\)[ \t]*[.,;]?[ \t\r]*(?=\n|\Z)"),
    "html": re.compile(
        r"[^<>]*>(?P<words>(?:(?!</a\b).){1,300})</a\s*>", re.IGNORECASE | re.DOTALL
    ),
}
_BETWEEN = compiled(r"(?>(?:[ \t\r]*+(?>(?:(?:[-*+]|\d+[.)])[^\n]*+)?)(?:\n|\Z))*)")
_APART = compiled(r"<(?:h[1-6]|p)\b", re.IGNORECASE)
_TAGS = compiled(r"<[^<>]*>")
_LEADER = compiled(
    r"[ \t]*(?:[.·…․‥_-][ \t]?){3,}[ \t]*\d*[ \t]*$|[ \t]{2,}\d+[ \t]*$|\t\d+[ \t]*$"
)
_NUMBER = compiled(
    r"^(?:[-*+•][ \t]+)?(?:(?:chapter|section|part|kapitel|chapitre|глава)[ \t]+)?"
    r"(?:\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.):](?!\d)[ \t]*|\d+(?:\.\d+)*[ \t]+"
    r"|第?[一二三四五六七八九十百\d]+[章节節回部、．.][ \t\u3000]*)",
    re.IGNORECASE,
)


class Entry(NamedTuple):
    """An entry of a table of contents: what it says, its span, and the link in it."""

    words: str
    start: int
    end: int
    link: Link | None = None


class Contents(NamedTuple):
    """A table of contents."""

    entries: tuple[Entry, ...]
    start: int
    end: int


@lru_cache(maxsize=1_000)
def key(words: str) -> str:
    """What a heading and its entry have in common: letters and digits, without the numbering.

    >>> key("1.2 Über *uns* ....... 7"), key("第三章　結論")
    ('überuns', '結論')
    """
    words = _NUMBER.sub("", _LEADER.sub("", words.strip()))
    return "".join(char for char in words.casefold() if char.isalnum())


def linked_contents(document: Document) -> Iterator[Contents]:
    """The lists of links to sections of the document."""
    text, format = document.text, document.format
    if format not in _ITEM_BEFORE:
        return
    run: list[Entry] = []
    for entry in _linked_entries(text, format, document.targets.links):
        if run and not _go_on(text, run[-1].end, entry.start, format):
            if len(run) >= LEAST:
                yield Contents(tuple(run), run[0].start, run[-1].end)
            run = []
        run.append(entry)
    if len(run) >= LEAST:
        yield Contents(tuple(run), run[0].start, run[-1].end)


def _go_on(text: str, end: int, start: int, format: str) -> bool:
    """Whether what stands between two entries is no more than lists have between their items."""
    if format == "html":
        return 0 <= start - end <= NEAR and not _APART.search(text, end, start)
    return _BETWEEN.fullmatch(text, end, start) is not None


def _linked_entries(text: str, format: str, links: Iterable[Link]) -> Iterator[Entry]:
    for link in sorted(links, key=lambda link: link.start):
        before = _item_before(text, link.start, format)
        rest = _REST[format].match(text, link.end) if before else None
        if not before or not rest:
            continue
        if format == "html":
            words = " ".join(_TAGS.sub("", rest["words"]).split())
            yield Entry(words, text.rindex("<", 0, link.start), rest.end(), link)
        else:
            yield Entry(before[1], before.start(1) - 1, link.end + 1, link)


def _item_before(text: str, end: int, format: str) -> re.Match[str] | None:
    """The beginning of the item of a list that leads up to an offset."""
    start = max(end - NEAR, 0)
    if format == "html":
        start = max(text.rfind(item, start, end) for item in ("<li", "<LI", "<Li", "<lI"))
        return _ITEM_BEFORE[format].match(text, start, end) if start >= 0 else None
    return _ITEM_BEFORE[format].search(text, start, end)


def named_contents(document: Document) -> Iterator[tuple[Contents, set[str]]]:
    """The lists of names under a heading that says so, with the keys of the lines they may name."""
    if not shows(document, CONTENTS_SIGNS):
        return
    if document.format in ("markdown", "html"):
        headings = {key(section.heading) for section in document.sections}
        for listed in _lists(document):
            yield listed, headings
        return
    for listed in _line_lists(document.text):
        if document.format == "rst" and document.prose.text[listed.start] == MASK:
            continue  # a tree of files
        rest = document.text[listed.end :].splitlines()
        yield listed, {key(line) for line in rest if len(line) <= LONGEST}


def _lists(document: Document) -> Iterator[Contents]:
    """The items behind a heading (or a line) that names a table of contents."""
    found: list[Entry] | None = None
    for paragraph in _paragraphs(document):
        source = document.text[paragraph.start : paragraph.end]
        if paragraph.kind == ITEM and found is not None:
            if "](" not in source and "<a" not in source.casefold():
                line = source.split("\n")[0].rstrip() if document.format == "markdown" else ""
                words = line or paragraph.words
                end = paragraph.start + len(line) if line else paragraph.end
                found.append(Entry(words, paragraph.start, end))
            continue
        if found is not None and len(found) >= LEAST:
            yield Contents(tuple(found), found[0].start, found[-1].end)
        is_heading = paragraph.kind in (HEADING, TEXT, OTHER)
        found = [] if is_heading and _names_contents(paragraph.words) else None
    if found is not None and len(found) >= LEAST:
        yield Contents(tuple(found), found[0].start, found[-1].end)


def _paragraphs(document: Document) -> Iterable[Paragraph]:
    """The paragraphs of a document; of Markdown those behind a line that may name the contents."""
    if document.format != "markdown":
        return document.paragraphs
    text = document.prose.text
    found: list[Paragraph] = []
    matches = (match for _, sign in CONTENTS_SIGNS for match in re.finditer(sign, text))
    starts = ((text.rfind("\n", 0, match.start()) + 1, match.end()) for match in matches)
    for start, end in islice((s for s in starts if _names_contents(text[slice(*s)])), HEADS):
        until = text.find("\n#", end)
        found += of_lines(text[: until if until >= 0 else None], markdown=True, start=start)
    return found


_SHORT_LINE = compiled(r"(?:\A|\n)(?=[^\n]{2,40}\n)")
_ANY_LINE = compiled(r"[^\n]*\n?")
_HEAD = compiled(r"[^\S\n]*([^\n]{2,30}?)[:：]?[^\S\n]*\n(?:[^\S\n]*(?:[=~^-]{3,}[^\S\n]*)?\n)*")


def _line_lists(text: str) -> Iterator[Contents]:
    """The lines of plain text behind one that names a table of contents."""
    heads = (_HEAD.match(text, line.end()) for line in _SHORT_LINE.finditer(text))
    named = (head for head in heads if head and _names_contents(head[1]))
    for head in islice(named, HEADS):
        entries = tuple(_line_entries(text, head.end()))
        if len(entries) >= LEAST:
            yield Contents(entries, entries[0].start, entries[-1].end)


def _names_contents(words: str) -> bool:
    return words.strip("【】[]#*=_:： \t\r\n").casefold() in CONTENTS_HEADINGS


def _line_entries(text: str, position: int) -> Iterator[Entry]:
    """The lines from a position on, up to two blank ones, a long one, or the first section."""
    seen: set[str] = set()
    first = ""
    blanks, before = 0, ""
    for line in _ANY_LINE.finditer(text, position):
        words = line[0].strip()
        blanks = 0 if words else blanks + 1
        if (
            blanks > 1
            or words.startswith(":")  # a field of reStructuredText
            or len(words) > LONGEST
            or not line[0]
            or key(words) in seen
            or (before and first.startswith(f"{words.casefold()} "))  # its number in a line alone
            or len(seen) > MOST
        ):
            break
        if blanks and before and not _LEADER.search(before):
            break
        if words:
            start = line.start() + line[0].index(words)
            yield Entry(words, start, start + len(words))
            seen.add(key(words))
            first = first or words.casefold()
            before = words


def keys(entries: Iterable[Entry]) -> list[str]:
    """The keys of some entries."""
    return [key(entry.words) for entry in entries]
