"""Repairing a document: the safe repairs, and on demand the likely ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from textproof.config import Config
from textproof.declarations import UTF8, relabelled
from textproof.decoding import Decoded, is_whole
from textproof.finding import Finding, Safety, Severity
from textproof.results import DocumentResult
from textproof.runner import check_decoded

ROUNDS = 5
"""How often the repaired text is repaired again: a repair can lay bare what it had covered."""


class FixResult(NamedTuple):
    """The repaired text, the findings whose repair is in it, and those that remain in it.

    ``encoding`` is what the text is to be written in; None where the document is no text.
    ``refused`` are findings that the repairs would have made: then none of them is in the text.
    """

    text: str
    applied: tuple[Finding, ...]
    remaining: tuple[Finding, ...]
    encoding: str | None = "utf-8"
    refused: tuple[Finding, ...] = ()


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
    """Repair a decoded document until nothing more can be; also what a check of the result says.

    Repairs that would make new findings are refused, all of them.
    """
    applied: list[Finding] = []
    original = decoded
    result = found = check_decoded(decoded, path=path, format=None, config=config)
    for _ in range(ROUNDS):
        wanted = [f for f in result.findings if _is_wanted(f, unsafe=unsafe)]
        text, repaired = apply(decoded.text, wanted)
        rewriting = [f for f in wanted if f.repair and f.repair.encoding]
        if not repaired and not rewriting:
            break
        applied += repaired
        applied += (finding for finding in rewriting if finding not in repaired)
        if rewriting:
            text = relabelled(text, result.format, path)
            decoded = Decoded(text, UTF8)
        decoded = decoded._replace(
            text=text, data=encoded(text, decoded.encoding), damaged=not is_whole(text)
        )
        result = check_decoded(decoded, path=path, format=None, config=config)
    made = _made(found.findings, result.findings)
    if made:
        return FixResult(original.text, (), found.findings, original.encoding, made), found
    return FixResult(decoded.text, tuple(applied), result.findings, decoded.encoding), result


def _made(before: Sequence[Finding], after: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings after a repair of which there were fewer before, rule by rule. A mark that was
    part of a larger damage and is left of it is not made."""
    left = Counter(finding.rule for finding in before)
    known = "\n".join(finding.text for finding in before)
    made = []
    for finding in after:
        left[finding.rule] -= 1
        is_left = not finding.text.isalnum() and finding.text in known
        if left[finding.rule] < 0 and finding.severity > Severity.INFO and not is_left:
            made.append(finding)
    return tuple(made)


def _is_wanted(finding: Finding, *, unsafe: bool) -> bool:
    repair = finding.repair
    return repair is not None and (unsafe or repair.safety is Safety.SAFE)


def encoded(text: str, encoding: str | None) -> bytes | None:
    """The bytes of a text in an encoding, None where it cannot hold the text."""
    if encoding is None:
        return None
    try:
        return text.encode(encoding, "surrogateescape")
    except UnicodeEncodeError:
        return None


def apply(text: str, wanted: Sequence[Finding]) -> tuple[str, list[Finding]]:
    """A text with the repairs of some findings in place, and the findings that were repaired.

    Of repairs that overlap the first is made; the others wait for the next round.
    """
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
