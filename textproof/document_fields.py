"""What a document makes of its views: glosses, fields by name, title, and the text in no field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textproof.glosses import Gloss, find_glosses, may_hold_glosses
from textproof.labels import BUILT_IN, Labelled, find_labelled
from textproof.language import variant_of
from textproof.lazy import compiled
from textproof.structure import Field, Section
from textproof.view import MASK

if TYPE_CHECKING:
    from textproof.document import Document
    from textproof.mixed_words import MixedWord

_WORD = compiled(r"[^\W_]")


def glosses_of(document: Document) -> tuple[Gloss, ...]:
    """The injected pinyin glosses, as spans of the prose."""
    chinese = variant_of(document.language) is not None
    if not may_hold_glosses(document.screened, chinese=chinese):
        return ()
    found = find_glosses(document.prose.text, chinese=chinese)
    if not found and document.visible is not None:
        from textproof.metadata_prose import glosses_behind

        found = glosses_behind(document.prose.text, document.visible)
    return found


def mixed_words_of(document: Document) -> tuple[MixedWord, ...]:
    """The words of the prose with letters of several alphabets."""
    from textproof.mixed_words import mixed_words, mixed_words_in

    found: tuple[MixedWord, ...] = ()
    if not document.indirect:
        found = tuple(mixed_words(document.text, document.repertoire.utf8))
    if document.indirect or (found and document.prose.text is not document.text):
        found = tuple(mixed_words_in(document.prose))
    return found


def labelled_of(document: Document) -> tuple[Labelled, ...]:
    """The labelled fields in the prose without glosses, by the contract's and known labels."""
    if not document.running:
        return ()
    fields = document.contract.fields if document.contract else ()
    labels = {field.name: field.labels for field in fields if field.labels}
    return find_labelled(document.without_glosses.text, labels | dict(BUILT_IN) | labels)


def section_end(document: Document, section: Section) -> int:
    """Where a section ends, with the deeper ones in it."""
    end = section.body_end
    for later in document.sections:
        if later.start > section.start:
            if later.level <= section.level:
                break
            end = max(end, later.body_end)
    return end


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
        taken += [(s.start, section_end(document, s)) for s in document.sections_under(wanted)]
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
