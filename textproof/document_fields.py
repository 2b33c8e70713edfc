"""The fields of a document by name, and the text that stands in none of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textproof.labels import Labelled
from textproof.structure import Field
from textproof.view import MASK

if TYPE_CHECKING:
    from textproof.document import Document

_WORD = re.compile(r"[^\W_]")


def fields_of(document: Document) -> dict[str, Field]:
    """The metadata fields by name, the first of each: markup, then labels, then the title."""
    own = document.structure.fields
    found = {field.name: field for field in reversed(own)}
    if document.contract:
        found |= document.contract.called_otherwise(own)
    view, keys = document.without_glosses, {field.key_start for field in own}
    for label in document.labelled:
        key, _ = view.source_span(label.label_start, label.label_end)
        if label.name not in found and key not in keys and _stands_as_agreed(document, label):
            start, end = view.source_span(label.start, label.end)
            value = view.text[label.start : label.end]
            found[label.name] = Field(label.name, value, start, end, key)
    if document.title:
        found["title"] = document.title
    return found


def _stands_as_agreed(document: Document, label: Labelled) -> bool:
    """Whether a labelled field stands in the brackets that the contract wants around it."""
    wanted = document.contract.field(label.name) if document.contract else None
    if wanted is None or not wanted.within:
        return True
    before = document.without_glosses.text[: label.label_start].rstrip(" ")
    return before.endswith(wanted.within[0])


def title_of(document: Document) -> Field | None:
    """The title: the line that the contract describes, or the one that the format knows."""
    pattern = document.contract.title_pattern if document.contract else None
    known = document.structure.title
    if pattern is None or (known and pattern.fullmatch(known.value)):
        return known
    view = document.without_glosses
    match = pattern.search(view.text)
    if match is None:
        return None
    start, end = view.source_span(*match.span("title"))
    return Field("title", match["title"], start, end, start)


def main_text_of(document: Document) -> str:
    """The prose in no field, frame and boilerplate, and under no heading of the contract."""
    contract = document.contract
    taken = [(field.key_start, field.end) for field in document.fields.values()]
    taken += document.structure.frame
    for wanted in contract.sections if contract else ():
        taken += [(s.start, document.section_end(s)) for s in document.sections_under(wanted)]
    boilerplate = contract.boilerplate_lines if contract else ()
    view, kept, offset = document.without_glosses, [], 0
    for line in view.text.splitlines(keepends=True):
        start, end = view.source_span(offset, offset + len(line.rstrip()))
        offset += len(line)
        if line.strip() in boilerplate or not _WORD.search(line):
            continue  # fences of front matter and underlines are no text
        if any(a < end and start < b for a, b in taken):
            continue
        kept.append(line.replace(MASK, ""))
    return "".join(kept).strip()
