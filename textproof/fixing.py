"""Repairing a document: the safe repairs, and on demand the likely ones."""

from __future__ import annotations

from typing import NamedTuple

from textproof.config import Config
from textproof.decoding import Decoded
from textproof.finding import Finding, Safety
from textproof.results import DocumentResult
from textproof.runner import check_decoded

ROUNDS = 5
"""How often the repaired text is repaired again: a repair can lay bare what it had covered."""


class FixResult(NamedTuple):
    """The repaired text, the findings whose repair is in it, and those that remain in it."""

    text: str
    applied: tuple[Finding, ...]
    remaining: tuple[Finding, ...]


def fix_text(text: str, *, unsafe: bool = False, config: Config | None = None) -> FixResult:
    """Repair a plain text: safe repairs, with ``unsafe`` the likely ones too.

    >>> fix_text("企業(yè)的發(fā)展戰(zhàn)略").text
    '企業的發展戰略'
    """
    fixed, _ = fix_decoded(Decoded(text, "utf-8"), path=None, unsafe=unsafe, config=config)
    return fixed


def fix_decoded(
    decoded: Decoded, *, path: str | None, unsafe: bool, config: Config | None
) -> tuple[FixResult, DocumentResult]:
    """Repair a decoded document until nothing more can be; also what a check of the result says."""
    applied: list[Finding] = []
    text = decoded.text
    result = check_decoded(decoded, path=path, format=None, config=config)
    for _ in range(ROUNDS):
        text, repaired = apply(text, result.findings, unsafe=unsafe)
        if not repaired:
            break
        applied += repaired
        decoded = decoded._replace(text=text)
        result = check_decoded(decoded, path=path, format=None, config=config)
    return FixResult(text, tuple(applied), result.findings), result


def apply(text: str, findings: tuple[Finding, ...], *, unsafe: bool) -> tuple[str, list[Finding]]:
    """A text with the repairs of its findings in place, and the findings that were repaired.

    Of repairs that overlap the first is made; the others wait for the next round.
    """
    wanted = [f for f in findings if f.repair and (unsafe or f.repair.safety is Safety.SAFE)]
    pieces, position = [], 0
    edits = sorted(
        ((span, finding) for finding in wanted for span in finding.spans), key=lambda edit: edit[0]
    )
    repaired: dict[str, Finding] = {}
    for (start, end), finding in edits:
        assert finding.repair is not None
        replacement = finding.repair.text
        if start < position or text[start:end] == replacement:
            continue
        pieces += [text[position:start], replacement]
        position = end
        repaired[finding.fingerprint] = finding
    return "".join(pieces) + text[position:], list(repaired.values())
