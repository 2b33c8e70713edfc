"""Lines of one document that end in different ways.

What it finds
    A document in which some lines end in LF, others in CR LF or in CR, or in a CR CR LF that came
    of converting twice. One finding, at the first line that ends unlike most.

Why it matters
    Version control shows whole files as changed, scripts fail at the CR, and a lone CR hides the
    rest of its line in a terminal.

Example
    A file written under Windows, to which a program under Linux appended lines.

Repair
    All lines end like most: unsafe, since a lone CR may be meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Repair, Severity
from textproof.lazy import compiled
from textproof.rule import Options, fact, rule

NAMES = {"\n": "LF", "\r\n": "CR LF", "\r": "CR", "\r\r\n": "CR CR LF"}

_NEWLINE = compiled(r"\r\r\n|\r\n|\r|\n")


@rule(
    "mixed-newlines",
    severity=Severity.INFO,
    needs=(fact("carriage-return"),),
    yields_to=("invalid-bytes",),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    if "\0" in document.text:
        return  # binary data, or UTF-16: a byte of it is no line end
    found = [(match[0], match.span()) for match in _NEWLINE.finditer(document.text)]
    counts = Counter(newline for newline, _ in found)
    if len(counts) < 2 and "\r\r\n" not in counts:
        return
    usual = next(
        newline for newline, _ in counts.most_common() if newline != "\r\r\n" or len(counts) == 1
    )
    meant = "\r\n" if usual == "\r\r\n" else usual
    first, *others = [span for newline, span in found if newline != meant]
    counted = ", ".join(f"{NAMES[newline]} {_times(n)}" for newline, n in counts.most_common())
    yield Defect(
        *first,
        f"lines end in different ways: {counted}" if len(counts) > 1 else f"lines end in {counted}",
        repair=Repair(meant),
        places=tuple(others),
        detail={"counts": {NAMES[newline]: count for newline, count in counts.items()}},
    )


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count:,} times"
