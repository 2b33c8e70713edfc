"""A heading with nothing under it.

What it finds
    A heading that is sure (by markup, with 更多>> beside it, or one of the usual ones of link lists
    such as `相關閱讀`) over nothing that a reader sees: no letter, digit, picture or rule, and no
    deeper heading; or over nothing but a prompt of a template, such as `TODO` or `TBD`. Where the
    contract demands items or characters it is an error.

    A line that merely looks like a heading is not judged, nor is the title of a document over other
    headings, a heading that is a link (it stands for an article elsewhere), one over a comment, one
    of a page over an element of its own with the next heading in it, one of several main headings
    of an HTML page, as slides have them, `Unreleased`, or a heading that a changelog has under each
    version, with changes under some.

Why it matters
    The list or text under it was lost on its way, or never written.

Example
    `熱點關注更多>>` followed by `領導論述更多>>`.

Repair
    None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.glosses import ANCHOR
from textproof.language import any_variant, same_character
from textproof.lazy import compiled
from textproof.rule import Need, Options, fact, pattern, rule
from textproof.structure import Section
from textproof.tables.headings import LINK_LIST_HEADINGS, MORE_LINKS
from textproof.view import MASK

_LISTS = sorted({any_variant(heading) for heading in LINK_LIST_HEADINGS})
_FIRST = "".join(
    sorted({form for heading in LINK_LIST_HEADINGS for form in same_character(heading[0])})
)
_HAN_MORE = {link for link in MORE_LINKS if link[0] > "\u2e80"}
_MORE = sorted(link for link in _HAN_MORE if link.removesuffix(">") not in _HAN_MORE - {link})
_PROMPT = compiled("(?:TODO|TBD|FIXME|XXX|待补充|待補充|待完善)[.:!…：。]*")

_OF_CHANGES_TO_COME = compiled(
    r"\[?(?:unreleased|upcoming|未发布|未發布|未リリース)\]?\W*", re.IGNORECASE
)
"""The heading of a changelog that waits for changes."""

_OF_OTHERS = compiled(r"`[^`\n]+`__?\s*\n|[^\n]*``")
"""A heading of reStructuredText that is a link, or the name of something in code."""

_SIGNS_OF_PROMPT = ("TODO", "TBD", "FIXME", "XXX", "待", "&#")


_BLOCK = compiled(
    r"<(/?)(?:div|section|article|aside|blockquote|figure|details|li|dd|td)(?=[\s>])", re.IGNORECASE
)
_CENTRED = compiled(r"\s*</center>\s*<center>\s*", re.IGNORECASE)
_OF_TITLE_PAGE = compiled(
    r"<h[1-6]\s[^<>]*(?:\balign\s*[=:]\s*[\"']?\s*(?:center|right)\b"
    r"|\b(?:id|class)\s*=\s*[\"']?(?:author|date|subtitle|version)\b)",
    re.IGNORECASE,
)
"""A line of a title page: an author, a date, a version."""

OF_EACH = 3
"""Sections of one heading from which on a changelog has them of each version, with or without
changes."""

SLIDES = 3
"""Main headings from which on an HTML page is a deck of slides, of which some have no more."""


def _first_alone(link: str) -> Need:
    """A pattern for a link that begins with one character: that is looked for much faster."""
    return pattern(f"{link[0]}(?={link[1:]})")


@rule(
    "empty-section",
    severity=Severity.WARNING,
    needs=(
        fact("bare-heading"),
        pattern(rf"\n(?=[\s{_FIRST}])[^\S\n]*+(?=[{_FIRST}])(?:{'|'.join(_LISTS)})"),
        *map(_first_alone, _MORE),
        pattern(ANCHOR),
        pattern(r"TODO[^\w\n]*(?:[\n<]|\Z)"),
        pattern(r"TBD[^\w\n]*(?:[\n<]|\Z)"),
        pattern("待[补補完][充善]"),
        fact("contract"),
    ),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    contract = document.contract
    demanded = {
        section.start
        for wanted in (contract.sections if contract else ())
        if wanted.min_items or wanted.min_chars
        for section in document.sections_under(wanted)
    }
    slides = document.format == "html" and sum(s.level == 1 for s in document.sections) >= SLIDES
    for section in document.sections:
        if slides and section.level == 1 and section.start not in demanded:
            continue
        if not (section.sure or section.start in demanded):
            continue
        if section.start not in demanded and _may_be_empty(document, section):
            continue
        items = section.items_up_to(1)
        if not items and document.format == "html" and _goes_on(document, section):
            continue
        prompt = _prompt(document, section) if section.sure and items == 1 else ""
        if items and not prompt:
            continue
        yield Defect(
            section.start,
            section.end,
            f"section “{section.heading}” "
            + (f"holds only the prompt “{prompt}”" if prompt else "is empty"),
            severity=Severity.ERROR if section.start in demanded else None,
            detail={"section": section.heading},
        )


def _may_be_empty(document: Document, section: Section) -> bool:
    """Whether a section without anything says enough: there are no changes of its kind."""
    if _OF_CHANGES_TO_COME.fullmatch(section.heading):
        return True
    if document.format in ("rst", "plain") and _OF_OTHERS.match(document.text, section.start):
        return True
    alike = [
        s for s in document.sections if (s.level, s.heading) == (section.level, section.heading)
    ]
    return len(alike) >= OF_EACH and any(other.items_up_to(1) for other in alike)


def _goes_on(document: Document, section: Section) -> bool:
    """Whether the next heading of a page stands in an element behind this one: then it, and what is
    under it, is what this one heads; or whether this one is a line of a title page."""
    body = document.text[section.body_start : section.body_end]
    if section.body_end >= len(document.text):
        return False
    opened = sum(-1 if match[1] else 1 for match in _BLOCK.finditer(body))
    heading = document.text[section.start : section.end]
    if body.lstrip()[:4].lower() == "</a>":
        return True  # a link around the heading
    return opened > 0 or bool(_CENTRED.fullmatch(body) or _OF_TITLE_PAGE.match(heading))


def _prompt(document: Document, section: Section) -> str:
    """The prompt that a section holds in place of its text, if nothing else stands there."""
    source = document.text[section.body_start : section.body_end]
    if not any(sign in source for sign in _SIGNS_OF_PROMPT):
        return ""
    body = document.without_glosses.excerpt(section.body_start, section.body_end)
    words = " ".join(body.replace(MASK, "").split()).strip("*_-() ")
    return words if _PROMPT.fullmatch(words) else ""
