"""Han characters that are there only for the sake of an old character set.

What it finds
    Compatibility ideographs (U+F900 to U+FAFF but for the twelve that are unified, and U+2F800 to
    U+2FA1D), each once for a document: a warning in Chinese for those that Korean character sets
    had twice, for two readings; elsewhere an info, since Japanese names are written with some of
    them (神, 福, 塚) and Korean texts come with them.

Why it matters
    Any normalisation replaces them, so a text with them is not found by its own words, and what
    filters for a word does not see it.

Example
    U+F9F1 is `隣`, U+96A3.

Repair
    The unified ideograph, which is the same by definition of Unicode (NFC): safe in Chinese for
    those of two readings, where both have one shape; otherwise unsafe, as a shape may be meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from textproof.document import Document
from textproof.finding import Defect, Repair, Safety, Severity
from textproof.gathering import gathered
from textproof.lazy import compiled
from textproof.rule import Options, characters, fact, rule

_BASIC = "\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufa6d\ufa70-\ufad9"
_IDEOGRAPH = compiled(f"[{_BASIC}\U0002f800-\U0002fa1d]")

TWO_READINGS = "\ufa0d"
"""The last of those that KS X 1001 and Big5 have twice with one shape."""


@rule(
    "compatibility-ideograph",
    severity=Severity.WARNING,
    needs=(characters(_BASIC), fact("compatibility-plane")),
    yields_to=("wrong-decode",),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    yield from gathered(_defects(document), many=2)


def _defects(document: Document) -> Iterator[Defect]:
    view = document.prose
    for match in _IDEOGRAPH.finditer(view.text):
        char, unified = match[0], normalize("NFC", match[0])
        sure = char <= TWO_READINGS and (document.language or "").startswith("zh")
        yield Defect(
            *view.source_span(*match.span()),
            f"compatibility ideograph {char} U+{ord(char):04X} is {unified} U+{ord(unified):04X}",
            Repair(unified, Safety.SAFE if sure else Safety.UNSAFE),
            None if sure else Severity.INFO,
        )
