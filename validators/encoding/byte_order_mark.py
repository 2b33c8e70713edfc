"""A byte order mark: at the start of a document, or inside it.

What it finds
    U+FEFF at the start of a UTF-8 document (info: it is allowed and of no use; the configuration
    can make it an error), the byte order mark of UTF-16 or UTF-32 (warning: readers expect UTF-8),
    and U+FEFF inside the text (error).

Why it matters
    At the start it breaks scripts, CSV headers and front matter; inside, where files were joined,
    it is an invisible character that splits words.

Example
    Two files joined with `cat`, each with a byte order mark.

Repair
    It is taken out: safe inside the text, unsafe at the start, where a program may want it. A
    document in UTF-16 or UTF-32 is rewritten as UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.codec_names import shown
from textproof.document import Document
from textproof.finding import Defect, Repair, Safety, Severity
from textproof.lazy import compiled
from textproof.rule import Options, characters, rule

_MARK = compiled("\ufeff")


@rule(
    "byte-order-mark",
    severity=Severity.ERROR,
    needs=(characters("\ufeff"),),
    yields_to=("wrong-decode",),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    encoding = document.decoded.encoding
    for match in _MARK.finditer(document.text):
        if match.start():
            yield Defect(
                *match.span(),
                "byte order mark U+FEFF inside the text",
                repair=Repair("", Safety.SAFE),
            )
        elif encoding == "utf-8":
            yield Defect(
                *match.span(),
                "byte order mark at the start of a UTF-8 document",
                repair=Repair(""),
                severity=Severity.INFO,
            )
        elif encoding:
            message = f"the document is {shown(encoding)}, as its byte order mark says, not UTF-8"
            repair = Repair("", encoding="utf-8")
            yield Defect(*match.span(), message, repair, severity=Severity.WARNING)
