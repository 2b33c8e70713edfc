"""The values of metadata that no reader of the page sees, as pieces of its prose.

A description is prose too, and damaged as prose is. In HTML it stands inside a tag or a script, so
the rules of damage search the document with these values behind its prose; front matter is prose
as it stands, with its escapes decoded. Addresses, dates and other values for machines are left out,
and so is what cannot be damaged: plain words in ASCII.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import TYPE_CHECKING

from textproof.glosses import ANCHOR, Gloss, find_glosses
from textproof.lazy import compiled
from textproof.view import MASK, Piece, View

if TYPE_CHECKING:
    from textproof.document import Document
    from textproof.structure import Field

HEAD = 10_000
"""Code points of a text in which its front matter is looked through for escapes."""

_ENTITY = compiled(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_ESCAPE = compiled(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U(000[0-9a-fA-F]{5})|.)", re.DOTALL)
"""An escape of a string in double quotes, in YAML, TOML and JSON alike."""

_SIGN = compiled(r"[^ -~]|[?&\\=%]")
"""What a damaged value holds."""

_FOR_MACHINES = compiled(r"[a-z]+:/|[\d.:TZ/+-]+\Z|[\w-]+[=/]|width=|@", re.IGNORECASE)
_APART = f"\n{MASK}\n"
_JSON_LD = "jsonld:"


def prose_with_metadata(document: Document) -> View | None:
    """The prose of a document with what its metadata hides; None where there is nothing of it."""
    if document.format == "html":
        values = hidden_values(document)
        return document.prose.followed_by(_pieces(document.text, values)) if values else None
    if not _may_have_escapes(document.text):
        return None
    edits = list(_escapes(document))
    return document.prose.replacing(edits) if edits else None


def hidden_values(document: Document) -> list[Field]:
    """The fields of a page whose values are text, may be damaged, and are not in the prose."""
    return [field for field in document.structure.fields if _is_hidden(document.text, field)]


def _is_hidden(text: str, field: Field) -> bool:
    if not _SIGN.search(field.value) or _FOR_MACHINES.match(field.value):
        return False
    in_tag = text[field.key_start] == "<" and ">" not in text[field.key_start : field.start]
    return field.name.startswith(_JSON_LD) or in_tag


def _pieces(text: str, fields: list[Field]) -> Iterator[Piece]:
    """The values as pieces of a view, each apart from the others, their escapes decoded."""
    for field in fields:
        yield Piece(_APART, field.start, field.start)
        if field.name.startswith(_JSON_LD):
            from textproof.json_ld import string_pieces

            yield from string_pieces(text, field.start, field.end)
        else:
            yield from _attribute_pieces(text, field.start, field.end)


def _attribute_pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """The value of an attribute: an entity is its character."""
    position = start
    for match in _ENTITY.finditer(text, start, end):
        yield Piece(text[position : match.start()], position, match.start())
        yield Piece(unescape(match[0]), *match.span())
        position = match.end()
    yield Piece(text[position:end], position, end)


def _may_have_escapes(text: str) -> bool:
    if not text.startswith(("---", "+++", "{"), text.startswith("\ufeff")):
        return False
    return text.find("\\", 0, HEAD) > 0 and bool(re.search(r"\\[uUx][0-9a-fA-F]", text[:HEAD]))


def _escapes(document: Document) -> Iterator[tuple[int, int, str]]:
    """The escapes in double quotes of front matter, with the characters that they stand for."""
    text = document.text
    for field in document.own_fields:
        if '"' in (text[field.start : field.start + 1], text[field.start - 1 : field.start]):
            for match in _ESCAPE.finditer(text, field.start, field.end):
                code = int(match[1] or match[2] or match[3] or "d800", 16)
                if not 0xD800 <= code < 0xE000:
                    yield match.start(), match.end(), chr(code)


def glosses_behind(prose: str, visible: int) -> tuple[Gloss, ...]:
    """The glosses in values of metadata behind a prose that has none of its own, and so does not
    show that they were injected everywhere."""
    if re.search(ANCHOR, prose[:visible]):
        return ()
    found = find_glosses(prose[visible:], chinese=False)
    return tuple(g._replace(start=g.start + visible, end=g.end + visible) for g in found)


def written_in(field: Field, text: str) -> str:
    r"""A repair as it must be written inside a value, which a quote or a backslash would end.

    >>> from textproof.structure import Field
    >>> written_in(Field("jsonld:name", "", 0, 0, 0), '"'), written_in(Field("x", "", 0, 0, 0), '"')
    ('\\"', '&quot;')
    """
    if not field.name.startswith(_JSON_LD):
        return escape(text)
    characters = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return "".join(characters.get(char, char) for char in text)
