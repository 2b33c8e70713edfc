"""JSON-LD that no reader can read, or an article in it without what makes it one.

What it finds
    A script of JSON-LD in an HTML page that is no valid JSON: a comma too many, a line break in a
    string, quotes that a word processor made curly, an end that is lost; an error, at its place.
    And an `Article`, `NewsArticle` or `BlogPosting` without a headline or without any date, a
    warning. A template's `{{ title }}` is filled in before anyone reads it.

Why it matters
    Readers drop the whole script without a word, and with it headline, date and author.

Example
    `{"@type": "NewsArticle", "headline": "Opening",}` has a comma too many.

Repair
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.json_ld import ARTICLES, BrokenJsonError, Node, Script, read_json, scripts, top_items
from textproof.lazy import compiled
from textproof.rule import Options, pattern, rule

_TEMPLATE = compiled(r"\{\{|\{%|<[%?]|\$\{|\{#")
_HEADLINES = ("headline", "name")
_DATES = ("datePublished", "dateModified", "dateCreated")


@rule("broken-json-ld", severity=Severity.ERROR, needs=(pattern(r"ld\+json"),))
def check(document: Document, options: Options) -> Iterator[Defect]:
    if document.format != "html":
        return
    for script in scripts(document.text):
        try:
            root = read_json(document.text, script.start, script.end)
        except BrokenJsonError as broken:
            if not _TEMPLATE.search(document.text, script.start, script.end):
                yield _broken(document.text, script, broken)
            continue
        for item in top_items(root):
            yield from _incomplete(item)


def _broken(text: str, script: Script, broken: BrokenJsonError) -> Defect:
    """The defect at its place; that of a script that ends too early at its last character."""
    inside = text[script.start : script.end].rstrip()
    last = max(script.start + len(inside) - 1, script.start)
    start = min(broken.offset, last)
    end = min(start + 1, len(text))
    return Defect(start, end, f"broken JSON-LD: {broken if inside else 'there is nothing in it'}")


def _incomplete(item: Node) -> Iterator[Defect]:
    """An article without a headline, without a date."""
    types = sorted(item.types & ARTICLES)
    kind = item.get("@type")
    if not types or kind is None or (item.get("@id") and len(item.members or ()) <= 2):
        return
    missing = [
        name
        for name, keys in (("headline", _HEADLINES), ("date of publication", _DATES))
        if not any(item.get(key) for key in keys)
    ]
    if missing:
        yield Defect(
            kind.start,
            kind.end,
            f"{types[0]} in JSON-LD without a {' and a '.join(missing)}",
            severity=Severity.WARNING,
            confidence=0.8,
            detail={"missing": missing},
        )
