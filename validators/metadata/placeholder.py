"""A placeholder where a value should stand: `{{ title }}`, `undefined`, `Lorem ipsum`.

What it finds
    In metadata: an expression that nobody filled in (`{{ title }}`, `{title}`, `${title}`, `%s`,
    `%Y-%m-%d`), what a program writes for nothing (`undefined`, `null`, `NaN`, `[object Object]`),
    what an author meant to replace (`TODO`, `YYYY-MM-DD`, `Untitled`, `Lorem ipsum`). In prose only
    `Lorem ipsum` and `[object Object]`. `TODO` and `Untitled` may be meant, and are warnings, as is
    a bare `null` of YAML and all that stands in prose.

Why it matters
    A page called “undefined” is found by nobody; text by nobody is read as if somebody meant it.

    A template's own file holds expressions on purpose, and a text about JavaScript calls itself
    “undefined”: where the body has the same word, all is meant. Works of art are called “Untitled”.

Example
    `<title>undefined | Example News</title>`; `author: {{ author }}`.

Repair
    None: only the source knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.document import Document
from textproof.entries import FRONT_MATTER, JSON_LD, LABEL, OPEN_GRAPH, Entry
from textproof.finding import Defect, Severity
from textproof.lazy import compiled
from textproof.metadata_names import ADDRESS, DATES, LANGUAGE, WORDS, kind_of
from textproof.placeholders import BY_HAND, placeholder_in
from textproof.rule import Options, fact, pattern, rule

_IN_PROSE = compiled(r"\b(?:Lorem ipsum|lorem ipsum(?= dolor)|LOREM IPSUM)|\[object Object\]")
_LISTS = frozenset("tags categories category keywords section article:section article:tag".split())
_SIGNS = ("orem ipsum", "OREM IPSUM", "[object Object]")
_ABOUT = compiled(
    r"(?:dummy|filler|placeholder|sample|blind) ?text|placeholder|typeset|font|lipsum|generat"
    r"|JavaScript|TypeScript|\bJS\b|toString|stringif|console\.|Blindtext|faux texte|占位|填充文"
    r"|ダミーテキスト|プレースホルダ|рыб[аоу]й?-?текст|theme|template|markdown|CSS|layout",
    re.IGNORECASE,
)
_TEMPLATE = compiled(r"\{%|\{#|<%|\{\{[#/^>&!]")
_NOT_SHOWN = compiled(
    r"<(script|style|h1|title)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|<(?:meta|link|html)\b[^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
_TEMPLATE_PATH = compiled(
    r"(?:^|[/\\])(?:_?(?:templates?|layouts?|includes?|partials?)|archetypes|themes?|\.github)[/\\]"
    r"|\.(?:j2|jinja2?|liquid|tmpl|tpl|erb|hbs|mustache|ejs|twig)(?:\.|$)",
    re.IGNORECASE,
)

_OF_A_WORK = compiled(
    r"\b(?:medium|technique|dimensions|materials?|accession|inventory|artist|maker|oil on|acrylic"
    r"|canvas|lithograph\w*|etching|sculpture|museum|gallery|exhibit\w*|poems?|sonnets?)\b"
)
"""What is said of a work of art, of which many are called “Untitled”."""


@rule(
    "placeholder",
    severity=Severity.ERROR,
    needs=(
        *(pattern(re.escape(sign)) for sign in _SIGNS),
        fact("placeholders"),
        fact("html"),
    ),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    if document.path and _TEMPLATE_PATH.search(document.path):
        return
    entries = document.metadata
    text = None
    for entry in entries:
        found = placeholder_in(entry.value)
        if not found or not _may_be_one(entry, found) or _is_named(document, found):
            continue
        text = _text_of(document) if text is None else text
        if not _is_meant(text, entry, found):
            likely = found.split(" ")[0] in BY_HAND or _is_null(document, entry)
            yield Defect(
                entry.start,
                entry.end,
                f"{entry.shown} is a placeholder: “{found}”",
                severity=Severity.WARNING if likely else None,
                confidence=0.8 if likely else 1.0,
            )
    yield from _in_prose(document, entries)


def _may_be_one(entry: Entry, found: str) -> bool:
    """Whether a field is one in which a placeholder can stand for nothing else."""
    kind = kind_of(entry.name)
    if kind in (*DATES, ADDRESS, LANGUAGE) or entry.name in _LISTS:
        return True
    if entry.origin == OPEN_GRAPH and entry.value == found:
        return True
    if found[0] in "{<$[":
        return kind == WORDS or entry.origin not in (FRONT_MATTER, JSON_LD)
    return kind == WORDS


def _is_null(document: Document, entry: Entry) -> bool:
    """Whether a value is the null of YAML, which is another way to leave it empty."""
    source = document.text[entry.start : entry.end]
    return entry.origin == FRONT_MATTER and source in ("null", "Null", "NULL", "{title}")


def _is_named(document: Document, found: str) -> bool:
    """Whether the file is called so: a list of things to do."""
    return found in BY_HAND and found.lower() in (document.path or "").lower()


def _text_of(document: Document) -> str:
    """The source of the text, without metadata and main heading, in lower case."""
    if document.format == "html":
        return _NOT_SHOWN.sub(" ", document.text).lower()
    text = document.text[max((e.end for e in document.metadata), default=0) :]
    return re.sub(r"^# .*$", "", text, count=1, flags=re.MULTILINE).lower()


def _is_meant(text: str, entry: Entry, found: str) -> bool:
    """Whether the text is a template, or speaks of what the value says."""
    if found[0] in "{<$" and _TEMPLATE.search(text):
        return True
    if found.lower() == "untitled" and _OF_A_WORK.search(text):
        return True
    word = "{{" if found.startswith("{{") else found.lower()
    visible = entry.origin == LABEL and entry.value.lower() in text
    return text.count(word) > visible


def _in_prose(document: Document, entries: tuple[Entry, ...]) -> Iterator[Defect]:
    """`Lorem ipsum` and `[object Object]` in prose, the first of each with the places of all."""
    view = document.prose
    if not any(sign in view.text for sign in _SIGNS):
        return
    places: dict[str, list[tuple[int, int]]] = {}
    own = [entry for entry in entries if _IN_PROSE.search(entry.value)]
    for match in _IN_PROSE.finditer(view.text):
        start, end = view.source_span(*match.span())
        if not any(entry.start <= start < entry.end for entry in own):
            places.setdefault(match[0].lower(), []).append((start, end))
    if places and _ABOUT.search(view.text):
        return
    for found in places.values():
        yield Defect(
            *found[0],
            f"“{document.text[slice(*found[0])]}” is a placeholder in the text",
            severity=Severity.WARNING,
            confidence=0.8,
            places=tuple(found[1:]),
        )
