"""Bytes of a UTF-8 document that are no UTF-8.

What it finds
    Each run of bytes that does not decode, in a document that is otherwise UTF-8: a character cut
    off at the end, a byte of a legacy encoding such as 0x92, an overlong form, half a surrogate.

Why it matters
    Strict readers refuse the whole file, lenient ones show U+FFFD; most detectors then call the
    file windows-1252 and damage every other character.

Example
    `It` 0x92 `s` was typed as `It’s` in windows-1252.

Repair
    The windows-1252 character where the bytes are its typographic marks; unsafe.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Repair, Severity
from textproof.rule import Options, characters, rule

_RUN = re.compile("[\udc80-\udcff]+")
_TYPOGRAPHIC = bytes([*range(0x82, 0x8D), *range(0x91, 0x9D), 0x80, 0x8E, 0x9E, 0x9F])


@rule("invalid-bytes", severity=Severity.ERROR, needs=(characters("\udc80-\udcff"),))
def check(document: Document, options: Options) -> Iterator[Defect]:
    for match in _RUN.finditer(document.text):
        data = match[0].encode("utf-8", "surrogateescape")
        shown = " ".join(f"{byte:02X}" for byte in data[:8])
        at_end = match.end() == len(document.text)
        if at_end and _is_cut_off(data):
            message, repair = f"the document ends inside a character: {shown}", None
        elif all(byte in _TYPOGRAPHIC for byte in data):
            meant = data.decode("cp1252")
            message = f"byte {shown} is no UTF-8; in windows-1252 it is {meant}"
            repair = Repair(meant)
        else:
            verb = "bytes {} are" if len(data) > 1 else "byte {} is"
            message, repair = f"{verb.format(shown)} no UTF-8", None
        yield Defect(match.start(), match.end(), message, repair)


def _is_cut_off(data: bytes) -> bool:
    """Whether bytes begin a UTF-8 character and lack only its end."""
    try:
        codecs.utf_8_decode(data, "strict", False)  # not final: the rest might follow
    except UnicodeDecodeError:
        return False
    return True
