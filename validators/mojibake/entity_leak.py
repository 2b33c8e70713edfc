"""An entity of HTML left in the text: `&nbsp;`, `&#8217;`, `&amp;eacute;`.

What it finds
    Named and numbered character references in plain text, also doubly escaped (`&amp;eacute;`),
    and those of accented letters and `&nbsp` without their semicolon. In Markdown and HTML, where
    an entity is shown as its character, those that are shown as written.

Why it matters
    The text was taken out of HTML without being decoded, or escaped twice, and everybody reads it.

    A text about HTML shows entities, and a program takes addresses (`x = &sum;`): both stay.

Example
    `caf&eacute;` was `café`.

Repair
    The characters; unsafe, since the entity may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import name2codepoint
from typing import NamedTuple

from textproof.document import Document
from textproof.escape_places import is_no_text
from textproof.finding import Defect, Repair, Severity
from textproof.lazy import compiled
from textproof.rule import Options, pattern, rule
from textproof.topics import speaks_of_encodings, speaks_of_entities

_LETTERS = "[A-Za-z](?:grave|acute|circ|tilde|uml|ring|cedil|slash|caron)|szlig|AElig|aelig"
_ONE = (
    r"&(?:amp;)*(?:(?:#[0-9]{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z][A-Za-z0-9]{1,8});"
    rf"|nbsp(?![\w=;])|(?:{_LETTERS})(?![=;]))"
)
_RUN = compiled(rf"{_ONE}(?:{_ONE})*")  # which begins with a literal
_ENTITY = compiled(_ONE)
_WORDS = frozenset(
    "and cap cent circ copy cup deg empty exist image int lang macr micro mid ni not or order para"
    " part perp phi pi pound prop psi quot rang real reg rho sect sim sub sum sup tau there times"
    " top uml yen zeta eta xi chi mu nu loz shy rsquo ge le lt gt ne amp".split()
) - frozenset("quot lt gt amp deg shy rsquo".split())
"""Entities that are names in programs too, which take their address (`&sum;`)."""

_MARKUP = frozenset(["&lt;", "&gt;", "&amp;", "&quot;", "&apos;", "&#39;", "&#x27;", "&#34;"])
_OPERATOR = compiled(r"(?:[=(,!*\[?:]|return)\s*\Z|\A\s*\Z")
_CODE = compiled(r"\b(?:s?printf|sed)\b.*\Z|[`\\]\Z|(?:https?|ftp)://[!-;=?-~]*\Z")
_TAG = compiled(r"</?(?:p|br|a|b|i|em|strong|div|span|td|tr|li|ul|h\d|code|html|body)\b[^<>]*>")
_MARKDOWN = compiled(r"^(?:#{2,6} \w|`{3}|\|?[ :]*-{3}[-: ]*\|)|\]\(http", re.MULTILINE)

MARKUP = 5
"""Tags from which on a plain text is HTML without saying so, and its entities are meant."""

MANY = 20
"""Entities inside words from which on a text that speaks of HTML has them in its own prose."""


class _Leak(NamedTuple):
    start: int
    end: int
    meant: str
    in_a_word: bool


@rule(
    "entity-leak",
    severity=Severity.WARNING,
    needs=(pattern(r"&(?:#[0-9xX]|[A-Za-z]{2,8}[0-9]{0,2}(?:;|\b)|[A-Za-z]{4,7})"),),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    if document.format == "markdown" and not _has_escaped_twice(document.text):
        return
    view = document.prose
    plain = document.format == "plain"
    rendered = not plain or bool(_MARKDOWN.search(view.text))
    leaks = list(_leaks(view.text, rendered=rendered and document.format not in ("html", "xml")))
    inside = sum(leak.in_a_word for leak in leaks)
    if not leaks or (plain and len(_TAG.findall(view.text)) >= MARKUP):
        return
    about = speaks_of_entities(view.text) or speaks_of_encodings(view.text)
    if about and inside < MANY:
        return
    for leak in leaks:
        written = view.text[leak.start : leak.end]
        shown = f"{written[:30]}…" if len(written) > 40 else written
        yield Defect(
            *view.source_span(leak.start, leak.end),
            f"HTML entity “{shown}” stands for {_name(leak.meant)}",
            repair=Repair(leak.meant),
            confidence=0.9,
        )


def _has_escaped_twice(text: str) -> bool:
    """Whether a text has an entity that is one still where it is shown as a character."""
    return any(unescape(match[0]) != _unescaped(match[0]) for match in _RUN.finditer(text))


def _leaks(text: str, *, rendered: bool) -> Iterator[_Leak]:
    """The entities that a reader sees: where the format shows them as characters, those that are
    escaped twice."""
    for match in _RUN.finditer(text):
        written, meant = match[0], _unescaped(match[0])
        if rendered and unescape(written) == meant:
            continue
        if meant == written or any(map(is_no_text, meant)):
            continue
        line_start = text.rfind("\n", 0, match.start()) + 1
        before = text[max(line_start, match.start() - 300) : match.start()]
        after = text[match.end() : match.end() + 2]
        if _is_code(written, before, after):
            continue
        beyond = not meant.isascii()
        beside = before[-1:].isalnum() or after[:1].isalnum() or len(meant) > 1
        yield _Leak(*match.span(), meant, beyond and beside)


def _is_code(written: str, before: str, follows: str) -> bool:
    names = {entity.strip("&;").rpartition(";")[2] for entity in _ENTITY.findall(written)}
    if not all(map(_is_known, names)):
        return True
    if names <= _WORDS and _OPERATOR.search(before) and (before or follows[:1] != " "):
        return True
    if written in _MARKUP and before[-1:] in ("'", '"', "`") and follows[:1] in ("'", '"', "`"):
        return True
    return bool(_CODE.search(before)) and not any(name.startswith("#") for name in names)


def _is_known(name: str) -> bool:
    """Whether HTML 4 has an entity of this name, or it is a number."""
    return name.startswith("#") or name in name2codepoint or name == "apos"


def _unescaped(text: str) -> str:
    """A text without its entities, as often as they were escaped."""
    while (meant := unescape(text)) != text:
        text = meant
    return text


def _name(meant: str) -> str:
    if len(meant) > 1:
        return f"“{meant if len(meant) <= 40 else meant[:30] + '…'}”"
    shown = f"“{meant}” " if meant.isprintable() and not meant.isspace() else ""
    return f"{shown}(U+{ord(meant):04X})" if shown else f"U+{ord(meant):04X}"
