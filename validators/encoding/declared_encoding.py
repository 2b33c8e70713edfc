"""An encoding that a document declares and that is not the one of its bytes.

What it finds
    What `<meta charset>`, `http-equiv`, an XML declaration, the coding line of Emacs and Python,
    front matter, the header of a message catalogue and the project's `.editorconfig` say, against
    the bytes: they do not decode so (error), or decode to another text (warning). Where both give
    the same text, nothing is found.

    In a whole HTML page also (warnings): an encoding declared after the first 1,024 bytes, where a
    browser no longer looks; declared twice; not at all, though the page is not ASCII; and a name
    that no encoding has.

Why it matters
    The reader that believes the declaration shows damage, the one that does not shows text, and the
    author sees only one of them.

Example
    `<meta charset="gbk">` in a page that was converted to UTF-8.

Repair
    The declaration says `utf-8` where the document is that: safe where its bytes cannot be what is
    declared, unsafe where they could.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.codec_names import shown
from textproof.declarations import HTTP_EQUIV, META, UTF8, XML, Declaration, web_codec
from textproof.decoding import encoded_length
from textproof.document import Document
from textproof.finding import Defect, Repair, Safety, Severity
from textproof.lazy import compiled
from textproof.legacy import as_meant, decoded
from textproof.rule import Options, fact, rule

PRESCAN = 1024
"""Bytes in which a browser looks for the declaration (HTML Living Standard, 13.2.3.2)."""

_WHOLE_PAGE = compiled(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)


@rule(
    "declared-encoding",
    severity=Severity.ERROR,
    needs=(
        fact("html"),
        fact("project-charset"),
        fact("declares"),
    ),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    if document.decoded.data is None or document.decoded.encoding is None:
        return
    for declaration in document.declarations:
        yield from _against_the_bytes(document, declaration)
    charset = document.project_charset
    if charset:
        codec = web_codec("utf-8" if charset == "utf-8-bom" else charset)
        wrong = _what_is_wrong(document, codec) if codec else None
        if wrong:
            severity, what = wrong
            yield Defect(0, 0, f".editorconfig declares {charset}, {what}", severity=severity)
    if document.format == "html":
        yield from _in_a_page(document)


def _against_the_bytes(document: Document, declaration: Declaration) -> Iterator[Defect]:
    """What is wrong with one declaration."""
    span = (declaration.start, declaration.end)
    says = f"{declaration.source} declares {declaration.label}"
    actual = str(document.decoded.encoding)
    if declaration.label.lower().startswith("utf-16") and actual.startswith("utf-16"):
        return
    if declaration.codec is None:
        message = f"{says}, a name that no encoding has"
        yield Defect(
            *span, message, severity=Severity.WARNING, repair=_repair(document, sure=False)
        )
        return
    wrong = _what_is_wrong(document, declaration.codec)
    if wrong:
        severity, what = wrong
        repair = _repair(document, sure=severity is Severity.ERROR)
        yield Defect(*span, f"{says}, {what}", repair, severity)


def _what_is_wrong(document: Document, codec: str) -> tuple[Severity, str] | None:
    """Whether the bytes are not in an encoding: how bad that is, and what is wrong."""
    actual, data = document.decoded.encoding, document.decoded.data
    assert actual
    assert data is not None
    codec = as_meant(codec, data)
    if document.decoded.reads_alike(codec):
        return None
    if decoded(data, codec) is None or (codec.startswith("utf-16") and actual == UTF8):
        return Severity.ERROR, f"and the bytes are {shown(actual)}: they do not decode so"
    return Severity.WARNING, f"and the bytes are {shown(actual)}: they would read otherwise"


def _repair(document: Document, *, sure: bool) -> Repair | None:
    """The declaration set right, where the document is whole UTF-8."""
    whole = document.decoded.encoding == UTF8 and not document.decoded.legacy
    if not whole or document.decoded.damaged:
        return None
    return Repair(UTF8, Safety.SAFE if sure else Safety.UNSAFE)


def _in_a_page(document: Document) -> Iterator[Defect]:
    """What is wrong with where and how often a page declares its encoding."""
    said = [d for d in document.declarations if d.source in (META, HTTP_EQUIV)]
    if said:
        first, *others = said
        if encoded_length(document.text[: first.closed]) > PRESCAN:
            message = "the encoding is declared after the first 1,024 bytes, where browsers look"
            yield Defect(first.start, first.end, message, severity=Severity.WARNING)
        for other in others:
            message = f"the encoding is declared twice: {first.label} and {other.label}"
            yield Defect(other.start, other.end, message, severity=Severity.WARNING)
        return
    declared = document.text.startswith("\ufeff") or any(
        d.source == XML for d in document.declarations
    )
    is_xml = str(document.path or "").endswith(".xhtml")
    if declared or is_xml or document.text.isascii() or not _WHOLE_PAGE.match(document.text):
        return
    message = "the page is not ASCII, and declares no encoding"
    yield Defect(0, 0, message, severity=Severity.WARNING)
