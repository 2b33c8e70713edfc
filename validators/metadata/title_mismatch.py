"""Titles of one document that share nothing: it is another document's title.

What it finds
    A title in `<title>`, OpenGraph, JSON-LD or front matter that has no word in common with the
    main heading, or with another of them, where none of its words stands anywhere in the text
    either. Titles of one word, in different scripts, and headings of a page with several of them
    are not judged.

Why it matters
    A template, a copy or a cache put another page's title here; links and search results show it.

Example
    `<title>Annual report 2022</title>` above `<h1>Opening of the new bridge</h1>`.

Repair
    None: only the author knows which is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from textproof.document import Document
from textproof.entries import FRONT_MATTER, JSON_LD, LABEL, TITLE, Entry
from textproof.finding import Defect, Severity
from textproof.lazy import compiled
from textproof.rule import Options, fact, rule
from textproof.titles import LEAST_HAN, STEM, is_long_enough, script_group, share, words_of

_HEADING = "heading"
_HIRAGANA = compiled("[\u3041-\u309f]")
_UNFILLED = compiled(r"[{}<>]|\Aundefined|\[object")


@rule("title-mismatch", severity=Severity.WARNING, needs=(fact("html"), fact("titles")))
def check(document: Document, options: Options) -> Iterator[Defect]:
    titles = _titles(document)
    for one, other in combinations(titles, 2):
        if _comparable(one, other) and not share(one.value, other.value):
            odd = _odd_one(document, one, other)
            if odd:
                rest = other if odd is one else one
                yield Defect(
                    odd.start,
                    odd.end,
                    f"{_shown(odd)} “{odd.value[:60]}” shares no word with {_shown(rest)}"
                    f" “{rest.value[:60]}”, nor with the text",
                    confidence=0.7,
                    detail={"other": rest.value},
                )
                return


def _titles(document: Document) -> list[Entry]:
    """The titles of a document, and its main heading where it has one."""
    found: dict[str, Entry] = {}
    for entry in document.metadata:
        name = entry.name.removeprefix("og:").removeprefix("twitter:")
        is_title = name == "title" or (entry.origin == JSON_LD and name == "headline")
        if is_title and entry.origin != LABEL and entry.value:
            found.setdefault(entry.origin + entry.name, entry)
    headings = [section for section in document.sections if section.level == 1]
    if len(headings) == 1 and headings[0].heading:
        heading = headings[0]
        place = (heading.heading, heading.start, heading.end, heading.start)
        found[_HEADING] = Entry(_HEADING, "h1", *place)
    return list(found.values())


def _comparable(one: Entry, other: Entry) -> bool:
    """Whether two titles say enough, in one script, and are no template."""
    words, others = words_of(one.value), words_of(other.value)
    return (
        is_long_enough(one.value, words)
        and is_long_enough(other.value, others)
        and script_group(words) == script_group(others)
        and not _UNFILLED.search(one.value + other.value)
    )


def _odd_one(document: Document, one: Entry, other: Entry) -> Entry | None:
    """Which of two titles is not that of the text: none of its words stands there. A heading is
    part of the text."""
    body = _body(document)
    titles = (entry for entry in (one, other) if entry.origin != _HEADING)
    return next((entry for entry in titles if not _said(entry, body)), None)


def _said(entry: Entry, body: str) -> bool:
    """Whether a word of a title stands in the text; of a Japanese one a pair without hiragana, in
    which endings and particles are written."""
    words = words_of(entry.value)
    names = [word for word in words if not _HIRAGANA.search(word)]
    return any(word[:STEM] in body for word in (names if len(names) >= LEAST_HAN else words))


def _body(document: Document) -> str:
    """The prose without its titles, folded."""
    view, kept, position = document.prose, [], 0
    taken = [(e.tag_start, e.end) for e in document.metadata if e.origin in (TITLE, FRONT_MATTER)]
    taken += [(section.start, section.end) for section in document.sections if section.level == 1]
    for start, end in sorted([*taken, (len(document.text), len(document.text))]):
        if start > position:
            kept.append(view.excerpt(position, start))
        position = max(position, end)
    return "\n".join(kept).casefold()


def _shown(entry: Entry) -> str:
    return "the heading" if entry.origin == _HEADING else f"the {entry.shown}"
