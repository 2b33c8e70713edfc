"""`textproof inspect FILE`: what was understood of a document, as text or JSON."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textproof.commands._listing import list_files
from textproof.commands.encodings import FileEncoding, encoding_of
from textproof.config import Config
from textproof.inspection import FoundField, FoundSection, Inspection, inspect_bytes
from textproof.reports._display import shown_path, visible

VERSION = 1
"""The version of the JSON, which `inspect.schema.json` describes: it changes when a reader would
have to."""

COLUMNS = 80
"""The width of the text."""

LONGEST = 1_000
"""Code points of a value or heading that the text looks at."""


class Inspected(NamedTuple):
    """A file, how its bytes are a text, and what was understood of it if they are."""

    path: str
    encoding: FileEncoding
    document: Inspection | None


def run(options: argparse.Namespace) -> int:
    """Show what was understood; 1 where a file is no text."""
    inspected = list_files(options, "inspect", _inspected, _RENDERED)
    return 0 if all(each.document for each in inspected) else 1


def _inspected(data: bytes, path: str, config: Config) -> Inspected:
    return Inspected(path, encoding_of(data, path), inspect_bytes(data, path=path, config=config))


def _as_text(inspected: Sequence[Inspected]) -> str:
    return "\n".join("".join(f"{line}\n" for line in _lines(each)) for each in inspected)


def _lines(inspected: Inspected) -> Iterator[str]:
    yield shown_path(inspected.path)
    yield _fact("encoding", _encoding(inspected))
    document = inspected.document
    if document is None:
        return
    yield _fact("format", f"{document.format}, {_counted(document.lines, 'line')}")
    yield _fact("language", document.language or "not told by the script")
    yield _fact("contract", document.contract or "none")
    yield _fact("main text", _counted(document.main_text_characters, "character"))
    if document.broken_metadata:
        message, line, column = document.broken_metadata
        yield _fact("broken", f"{line}:{column} {message}")
    yield from ("", f"  fields: {'' if document.fields else 'none'}".rstrip())
    names = max((len(visible(f.name[:24])) for f in document.fields), default=0)
    places = max((len(_place(f)) for f in document.fields), default=0)
    for field in document.fields:
        yield _field(field, names, places)
    yield from ("", f"  sections: {'' if document.sections else 'none'}".rstrip())
    for section in document.sections:
        yield from _section(section, 0, document.format in ("plain", "html"))


def _fact(name: str, value: str) -> str:
    return _cut(f"  {name:10} {visible(value[:LONGEST])}")


def _encoding(inspected: Inspected) -> str:
    file = inspected.encoding
    if file.encoding is None:
        return f"none: {file.binary}"
    name = "ascii" if file.ascii else file.encoding
    facts = [name, "sure" if file.sure else f"{file.confidence or 0:.0%}"]
    facts += [f"or {file.runner_up}"] if file.runner_up and not file.sure else []
    facts += ["byte order mark"] if file.bom else []
    facts += [_counted(file.bad_bytes, "bad byte")] if file.bad_bytes else []
    ends = [kind for kind, count in file.newlines.items() if count]
    facts += [f"lines end in {' and '.join(ends)}"] if ends else []
    declared = inspected.document.declared if inspected.document else ()
    return ", ".join([*facts, *(f"declared as {label}" for label in declared)])


def _place(field: FoundField) -> str:
    return "missing" if field.line is None else f"{field.line}:{field.column}"


def _field(field: FoundField, names: int, places: int) -> str:
    mark = "*" if field.demanded else " "
    name, value = visible(field.name[:24]), visible((field.value or "")[:LONGEST])
    by = f"  ({field.found_by})" if field.found_by else ""
    head = f"  {mark} {name:{names}}  {_place(field):{places}}  "
    return f"{head}{_cut(value, COLUMNS - _width(head) - len(by))}{by}".rstrip()


def _section(section: FoundSection, depth: int, asked: bool) -> Iterator[str]:
    """A line for a section, and for each in it: place, heading, and how much there is.
    Where a line may only look like a heading, or be one of a page's frame, it is asked."""
    mark = "*" if section.contract else "?" if asked and not section.sure else " "
    size = f"  {_counted(section.characters, 'character')}, {_counted(section.items, 'item')}"
    head = f"  {mark} {'  ' * min(depth, 8)}{section.line}:{section.column}  "
    heading = visible(section.heading[:LONGEST]) or "(no words)"
    yield f"{head}{_cut(heading, COLUMNS - _width(head) - len(size))}{size}"
    for inner in section.sections:
        yield from _section(inner, depth + 1, asked)


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _cut(text: str, columns: int = COLUMNS) -> str:
    """As much of a text as some columns hold, and a sign that there was more."""
    if _width(text) <= columns:
        return text
    while text and _width(text) > columns - 1:
        text = text[: -max((_width(text) - columns) // 2, 1)]
    return f"{text}…"


def _width(text: str) -> int:
    """The columns that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth

    width: int = wcswidth(text)
    return width if width >= 0 else 2 * len(text)


def _as_json(inspected: Sequence[Inspected]) -> str:
    from textproof.reports.json import TOOL, written

    documents = [
        each.encoding._asdict()
        | {"first_bad": each.encoding.first_bad and each.encoding.first_bad._asdict()}
        | {"document": each.document and _data(each.document)}
        for each in inspected
    ]
    return written({"format": VERSION, "tool": TOOL, "documents": documents})


def _data(value: object) -> object:
    """Named tuples as objects, all the way down."""
    if hasattr(value, "_asdict"):
        return {name: _data(item) for name, item in value._asdict().items()}
    return [_data(item) for item in value] if isinstance(value, tuple) else value


_RENDERED = {"json": _as_json, "text": _as_text}
