"""Bytes of a UTF-8 document that are no UTF-8.

What it finds
    Each defect of the bytes, in a document that is otherwise UTF-8, with its kind: a *truncated*
    character, also at the end of the document; a *stray* byte of a legacy encoding, such as 0x92;
    an *overlong* form; *surrogates* (CESU-8, or half a pair); a line or passage in *another
    encoding*, and which; *UTF-16* from some place on; *binary* data.

Why it matters
    Strict readers refuse the whole file, lenient ones show U+FFFD; most detectors then call the
    file windows-1252 and damage every other character.

Example
    `It` 0x92 `s` was typed as `It’s` in windows-1252.

Repair
    What the bytes meant, where that can be told: unsafe, since another reading is possible. A pair
    of surrogates is safe: there is no other.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.byte_defects import ByteDefect, byte_defects
from textproof.codec_names import shown
from textproof.document import Document
from textproof.finding import Defect, Repair, Safety, Severity
from textproof.lazy import compiled
from textproof.rule import Options, characters, rule

_BAD = compiled("[\udc80-\udcff]+")

SHOWN = 8
"""Bytes that a message shows."""

SHORT = 20
"""Code points up to which a message shows what the bytes meant."""


@rule("invalid-bytes", severity=Severity.ERROR, needs=(characters("\0\udc80-\udcff"),))
def check(document: Document, options: Options) -> Iterator[Defect]:
    if document.decoded.encoding != "utf-8":
        yield from _cut_off(document)
        return
    for defect in byte_defects(document.text):
        data = document.text[defect.start : defect.end].encode("utf-8", "surrogateescape")
        repair = None
        if defect.meant is not None:
            repair = Repair(defect.meant, Safety.SAFE if defect.exact else Safety.UNSAFE)
        detail: dict[str, object] = {"kind": defect.kind, "bytes": data[:64].hex(" ")}
        if defect.encoding:
            detail["encoding"] = defect.encoding
        yield Defect(
            defect.start,
            defect.end,
            _message(defect, data),
            repair,
            confidence=document.decoded.confidence,
            detail=detail,
        )


def _cut_off(document: Document) -> Iterator[Defect]:
    """What does not decode in another encoding: in UTF-16 half of a pair, or a character that is
    cut off at the end."""
    data = document.decoded.data
    if data is None:
        return
    for match in _BAD.finditer(document.text):
        size = len(match[0])
        if match.end() == len(document.text) and document.decoded.damaged:
            kind, shown_bytes = "truncated", _hex(data[-size:])
            message = f"the document ends inside a character: {shown_bytes}"
        else:
            kind, points = "surrogates", " ".join(f"U+{ord(char):04X}" for char in match[0])
            message = f"half of a pair of surrogates: {points}"
        yield Defect(*match.span(), message, detail={"kind": kind})


def _message(defect: ByteDefect, data: bytes) -> str:
    """What is wrong, in one sentence."""
    digits, one = _hex(data), len(data) == 1
    short = defect.meant if defect.meant is not None and len(defect.meant) <= SHORT else None
    encoding = shown(defect.encoding) if defect.encoding else ""
    bytes_are = f"byte {digits} is" if one else f"bytes {digits} are"
    if defect.kind == "truncated":
        if defect.at_end:
            return f"the document ends inside a character: {digits}"
        return f"{bytes_are} part of a character whose rest is lost"
    if defect.kind == "stray" and defect.meant is not None:
        return f"{bytes_are} no UTF-8; in {encoding} it is {defect.meant}"
    if defect.kind == "overlong":
        return f"{bytes_are} an overlong form of U+{ord(defect.meant or ' '):04X}"
    if defect.kind == "surrogates":
        if defect.meant is None:
            return f"{bytes_are} half of a pair of surrogates"
        return f"{bytes_are} surrogates (CESU-8){f' for {short}' if short else ''}"
    if defect.kind == "other-encoding":
        return f"passage in {encoding}{f': {short}' if short else ''}"
    if defect.kind == "utf-16":
        return f"the text goes on in {encoding}{f': {short}' if short else ''}"
    if defect.kind == "binary":
        return f"{len(data):,} bytes of binary data: {digits}"
    return f"{bytes_are} no UTF-8"


def _hex(data: bytes) -> str:
    return data[:SHOWN].hex(" ").upper() + (" …" if len(data) > SHOWN else "")
