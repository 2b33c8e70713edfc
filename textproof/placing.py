"""From a defect that a rule yields to a finding with its exact place in the document."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterable

from textproof.decoding import encoded_length
from textproof.document import Document
from textproof.finding import CONTEXT, Defect, Finding, Severity
from textproof.rule import Rule

NEAR = 200
"""Code points of the line on each side of a finding's start that its fingerprint is made of."""

LONGEST_TEXT = 2_000
"""Code points of the damaged text that a finding keeps."""

Claim = tuple[Rule, Severity, Defect]


def place(document: Document, claims: Iterable[Claim]) -> list[Finding]:
    """The findings of a document, in the order of the text."""
    ordered = sorted(claims, key=lambda claim: (claim[2].start, claim[2].end, claim[0].name))
    offsets = {o for _, _, defect in ordered for o in (defect.start, defect.end)}
    bytes_at = _byte_offsets(document, sorted(offsets))
    seen: Counter[tuple[str, str]] = Counter()
    findings = []
    for rule, severity, defect in ordered:
        line, column = document.place(defect.start)
        end_line, end_column = document.place(defect.end)
        first, last = document.line_span(line)
        line_end = document.line_span(end_line)[1]
        near = document.text[max(first, defect.start - NEAR) : min(last, defect.start + NEAR)]
        content = (rule.name, " ".join(near.split()))
        findings.append(
            Finding(
                rule=rule.name,
                validator=rule.validator,
                severity=severity,
                message=defect.message,
                start=defect.start,
                end=defect.end,
                line=line,
                column=column,
                end_line=end_line,
                end_column=end_column,
                byte_start=bytes_at[defect.start],
                byte_end=bytes_at[defect.end],
                text=document.text[defect.start : defect.end][:LONGEST_TEXT],
                repair=defect.repair,
                confidence=defect.confidence,
                detail=_detail(document, defect),
                fingerprint=_fingerprint(document.path, *content, seen[content]),
                before=document.text[max(first, defect.start - CONTEXT) : defect.start],
                after=document.text[defect.end : min(line_end, defect.end + CONTEXT)],
            )
        )
        seen[content] += 1
    return findings


def _detail(document: Document, defect: Defect) -> dict[str, object]:
    detail = dict(defect.detail)
    if defect.places:
        placed = [(start, end, *document.place(start)) for start, end in defect.places]
        names = ("start", "end", "line", "column")
        detail["places"] = tuple(dict(zip(names, spot, strict=True)) for spot in placed)
    return detail


def _fingerprint(path: str | None, rule: str, line: str, occurrence: int) -> str:
    """A name for a finding that other lines do not change: rule, path, line and occurrence."""
    from hashlib import blake2b  # loads OpenSSL, which a clean run does not need

    key = "\0".join((rule, path or "", line, str(occurrence)))
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _byte_offsets(document: Document, offsets: list[int]) -> dict[int, int]:
    """Where each of some offsets, in ascending order, lies in the bytes."""
    encoding = document.decoded.encoding or "utf-8"
    if encoding != "utf-8":
        placed = _byte_offsets_in(document.text, encoding, offsets)
        data = document.decoded.data
        # a character that is cut off has fewer bytes than its surrogates would
        return placed if data is None else {o: min(b, len(data)) for o, b in placed.items()}
    placed, position, length = {}, 0, 0
    for offset in offsets:
        length += encoded_length(document.text[position:offset])
        placed[offset], position = length, offset
    return placed


def _byte_offsets_in(text: str, encoding: str, offsets: list[int]) -> dict[int, int]:
    """The same in another encoding, which may hold a state (ISO-2022-JP)."""
    encoder = codecs.getincrementalencoder(encoding)(
        "surrogatepass" if "utf" in encoding else "replace"
    )
    placed, position, length = {}, 0, 0
    for offset in offsets:
        length += len(encoder.encode(text[position:offset]))
        placed[offset], position = length, offset
    return placed
