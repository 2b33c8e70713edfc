"""What was understood of a document: encoding, language, fields with their places, the tree of its
sections. It shows what contracts and rules go by."""

from __future__ import annotations

from typing import NamedTuple

from textproof.config import Config
from textproof.decoding import decode
from textproof.document import Document
from textproof.structure import Field, Section
from textproof.view import MASK


class FoundField(NamedTuple):
    """A field of metadata, where its value is, and what it was found by: ``markup``, a ``label`` in
    running text, or the contract's pattern of the ``title``. ``demanded`` says that the contract
    names it; then one that is not there has no value and no place."""

    name: str
    value: str | None
    line: int | None
    column: int | None
    found_by: str | None
    demanded: bool


class FoundSection(NamedTuple):
    """A section with those in it. ``characters`` are of its own body, white space not counted, and
    ``items`` the lines that hold something. ``sure`` says that it heads a section by markup or
    wording, so that nothing under it would be a defect; ``contract`` names the section of the
    contract that it is."""

    heading: str
    level: int
    line: int
    column: int
    end_line: int
    characters: int
    items: int
    sure: bool
    contract: str | None
    sections: tuple[FoundSection, ...]


class Broken(NamedTuple):
    """What is wrong with the block of metadata as a whole."""

    message: str
    line: int
    column: int


class Inspection(NamedTuple):
    """What was understood of a document. ``declared`` are the encodings that it declares."""

    format: str
    language: str | None
    declared: tuple[str, ...]
    contract: str | None
    lines: int
    main_text_characters: int
    broken_metadata: Broken | None
    fields: tuple[FoundField, ...]
    sections: tuple[FoundSection, ...]


def inspect_bytes(data: bytes, *, path: str | None, config: Config) -> Inspection | None:
    """What is understood of the bytes of a document; None where they are no text."""
    decoded = decode(data, path)
    if decoded.encoding is None:
        return None
    document = Document(decoded, path=path, contract=config.contract_for(path))
    broken = document.broken_metadata
    return Inspection(
        format=document.format,
        language=document.language,
        declared=tuple(dict.fromkeys(said.label for said in document.declarations)),
        contract=document.contract.name if document.contract else None,
        lines=len(document.text.splitlines()),
        main_text_characters=_length(document.main_text),
        broken_metadata=Broken(broken[0], *document.place(broken[1])) if broken else None,
        fields=_fields(document),
        sections=_tree(document),
    )


def _fields(document: Document) -> tuple[FoundField, ...]:
    """The fields in the order of the text, behind them those of the contract that are missing."""
    contract = document.contract
    demanded = {wanted.name for wanted in contract.fields} if contract else set()
    if contract and contract.title is not None:
        demanded.add("title")
    fields = document.fields
    found = [
        FoundField(
            name,
            field.value,
            *document.place(field.start),
            _found_by(document, field),
            name in demanded,
        )
        for name, field in sorted(fields.items(), key=lambda item: item[1].start)
    ]
    missing = [name for name in sorted(demanded) if name not in fields]
    return (*found, *(FoundField(name, None, None, None, None, True) for name in missing))


def _found_by(document: Document, field: Field) -> str:
    structure = document.structure
    known = [*structure.fields, *([structure.title] if structure.title else [])]
    if any(field.start == other.start for other in known):
        return "markup"
    return "title" if document.title and field.start == document.title.start else "label"


class _Node(NamedTuple):
    """A section and those in it."""

    section: Section
    inner: list[_Node]


def _tree(document: Document) -> tuple[FoundSection, ...]:
    """The sections, each in the nearest one above that is higher."""
    top: list[_Node] = []
    above: list[_Node] = []
    for section in document.sections:
        while above and above[-1].section.level >= section.level:
            above.pop()
        node = _Node(section, [])
        (above[-1].inner if above else top).append(node)
        above.append(node)
    names = {
        section.start: wanted.name
        for wanted in (document.contract.sections if document.contract else ())
        for section in document.sections_under(wanted)
    }
    return tuple(_found(document, node, names) for node in top)


def _found(document: Document, node: _Node, names: dict[int, str]) -> FoundSection:
    section, inner = node.section, tuple(_found(document, each, names) for each in node.inner)
    line, column = document.place(section.start)
    last, _ = document.place(max(section.body_end - 1, section.start))
    body = document.without_glosses.excerpt(section.body_start, section.body_end)
    return FoundSection(
        section.heading.replace(MASK, " "),
        section.level,
        line,
        column,
        max([last, *(each.end_line for each in inner)]),
        _length(body),
        section.items,
        section.sure,
        names.get(section.start),
        inner,
    )


def _length(text: str) -> int:
    return len("".join(text.replace(MASK, "").split()))
