"""A document that is not UTF-8, or no text at all.

What it finds
    A document in a legacy encoding: which one, and how sure that is. *Uncertain* means that another
    encoding reads it nearly as well and differently; the message says what each reads. And a
    document whose bytes are no text in any known encoding: it is unreadable.

    A document that declares its encoding, and is in it, is a warning: whoever heeds what it says
    reads it right. In the encoding that the project's `.editorconfig` declares for it, it is meant
    so, and worth a look only.

Why it matters
    Whoever opens it as UTF-8, the default nearly everywhere, reads damage or fails.

Example
    A Russian text saved as windows-1251.

Repair
    The document is rewritten as UTF-8, with its line ends as they are, and what it declares of its
    encoding (`<meta charset>`, an XML declaration, a coding line) says so: safe where the encoding
    is sure, unsafe where it is uncertain.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.codec_names import shown
from textproof.declarations import Declaration, web_codec
from textproof.decoding import Decoded
from textproof.document import Document
from textproof.finding import Defect, Repair, Safety, Severity
from textproof.lazy import compiled
from textproof.legacy import as_meant
from textproof.rule import Options, fact, rule

UTF8 = "utf-8"

AROUND = 12
"""Code points on each side of the first difference between two readings that are shown."""

_WORD_END = compiled(r"\s")


@rule("not-utf8", severity=Severity.ERROR, needs=(fact("legacy"), fact("unreadable")))
def check(document: Document, options: Options) -> Iterator[Defect]:
    reading = document.decoded
    if reading.encoding is None:
        kind = f": they are {reading.binary}" if reading.binary else " in any known encoding"
        yield Defect(0, 0, f"the bytes are no text{kind}")
        return
    if not reading.legacy:
        return
    charset = document.project_charset
    codec = web_codec(charset) if charset else None
    if codec and as_meant(codec, reading.data or b"") == reading.encoding:
        message = f"the document is {charset}, as .editorconfig declares it, not UTF-8"
        yield Defect(0, 0, message, severity=Severity.INFO)
        return
    declaration = _true_declaration(document)
    if declaration:
        message = (
            f"the document is {declaration.label}, as its {declaration.source} says, not UTF-8"
        )
    else:
        message = f"the document is not UTF-8; it reads as {shown(reading.encoding)}"
    detail: dict[str, object] = {"encoding": reading.encoding, "runner_up": reading.runner_up}
    if not reading.sure and reading.runner_up and not declaration:
        mine, other = _difference(reading)
        message += (
            f", uncertain: {shown(reading.runner_up)} reads “{other}” where it reads “{mine}”"
        )
        detail |= {"reads": mine, "runner_up_reads": other}
    safety = Safety.SAFE if reading.sure else Safety.UNSAFE
    yield Defect(
        0,
        0,
        message,
        severity=Severity.WARNING if declaration else None,
        repair=Repair("", safety, encoding=UTF8),
        confidence=reading.confidence,
        detail=detail,
    )


def _true_declaration(document: Document) -> Declaration | None:
    """What a document says of its encoding, where its bytes read so as they were read."""
    data = document.decoded.data or b""
    return next(
        (
            declaration
            for declaration in document.declarations
            if declaration.codec and document.decoded.reads_alike(as_meant(declaration.codec, data))
        ),
        None,
    )


def _difference(reading: Decoded) -> tuple[str, str]:
    """The first place that two encodings read differently, as each reads it."""
    assert reading.data is not None
    assert reading.runner_up
    mine, other = reading.text, reading.data.decode(reading.runner_up)
    at = next((i for i, (a, b) in enumerate(zip(mine, other, strict=False)) if a != b), 0)
    return _word(mine, at), _word(other, at)


def _word(text: str, at: int) -> str:
    """The word around an offset, or what of it is near."""
    start, end = max(at - AROUND, 0), at + AROUND
    before = _WORD_END.split(text[start:at])[-1]
    return before + _WORD_END.split(text[at:end])[0]
