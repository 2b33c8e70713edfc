"""Chinese text whose bytes slipped by one: `?！笆濉笨茖W` for `“十三五”科學`.

What it finds
    `?！` or `?!` between Han characters with rare characters behind it, which read one byte on in
    GBK are everyday ones: the bytes of `！` (A3 A1) were looked for across two characters.
    Runs of rare characters that read so without such a mark, up to the next character in ASCII: a
    byte was lost or put in. A warning where the run is short, and in a text on encodings.

Why it matters
    Every character behind the place is another one, and nothing marks them as damage: they are
    valid text in rare characters.

    A name, a classical text or a list of rare characters does not turn into everyday ones when it
    is read one byte on.

Example
    `提出問題?！盵1]` was `提出問題。”[1]`.

Repair
    The text read one byte on, behind `。` where a mark was looked for; unsafe, since the first byte
    is lost. None where a byte at the start or at the end of the run is lost and cannot be told.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Repair, Severity
from textproof.language import HAN, is_chinese
from textproof.lazy import compiled
from textproof.rule import Options, characters, pattern, rule
from textproof.slipped_bytes import (
    MARKS,
    Slipped,
    find_all_slipped,
    frequent_share,
    rare_characters,
    read_on,
)
from textproof.topics import speaks_of_encodings

_MARK = compiled(rf"\?[!！](?<=[{HAN}”》）].[!！])([^\x00-\x7f]+)")
_LOST = compiled(r"\?(?=[\r\n]|\Z)")

SURE = 8
"""Characters that slipped from which on there is no doubt."""

GAIN = 0.2
"""How much more of the run must be frequent behind a mark, where it does not begin a quotation."""

_OPENING = "“‘《〈「『【（…—、”’》）"
"""What begins with the byte A1, of which the mark took the half, and follows a full stop."""


@rule(
    "byte-shift",
    severity=Severity.ERROR,
    needs=(
        pattern(rf"\?(?=！|![{HAN}])", east_asian=True),
        characters(rare_characters(), language="zh"),
    ),
    yields_to=("invalid-bytes", "wrong-decode"),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    if not is_chinese(document.language) or not any(_slipped(document.screened)):
        return
    view = document.without_glosses
    text, end = view.text, 0
    found = sorted(_slipped(text))
    quoted = bool(found) and speaks_of_encodings(text)
    for start, slipped in found:
        if start < end:
            continue
        end = slipped.end
        sure = not quoted and (text[start] == "?" or len(slipped.text) >= SURE)
        yield Defect(
            *view.source_span(start, end),
            f"bytes of GBK slipped by one: read one byte on this is “{slipped.text[:20]}”",
            repair=_repair(text, start, slipped),
            severity=None if sure else Severity.WARNING,
            confidence=0.95 if sure else 0.7,
            detail={"reads": slipped.text},
        )


def _slipped(text: str) -> Iterator[tuple[int, Slipped]]:
    """The runs that slipped, each with where its damage begins."""
    yield from _behind_marks(text)
    for slipped in find_all_slipped(text):
        yield slipped.start, slipped


def _behind_marks(text: str) -> Iterator[tuple[int, Slipped]]:
    """The runs that slipped behind `?！`."""
    for match in _MARK.finditer(text):
        slipped = read_on(b"\xa1", text, match.start(1), match.end())
        if slipped is None or not slipped.text:
            continue
        gain = frequent_share(slipped.text) - frequent_share(match[1])
        if slipped.text[0] in MARKS + _OPENING and gain > (
            -GAIN if slipped.text[0] in _OPENING and len(match[1]) < 3 else GAIN
        ):
            yield match.start(), slipped


def _repair(text: str, start: int, slipped: Slipped) -> Repair | None:
    """The run read one byte on, where no other byte is lost than that of a full stop."""
    if text[start] != "?" or not slipped.whole:
        return None
    return Repair("。" + slipped.text)
