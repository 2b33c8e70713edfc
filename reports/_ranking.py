"""What comes first where a report cannot hold everything: the worst."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from textproof.finding import Finding, Severity
from textproof.results import DocumentResult

Found = tuple[DocumentResult, Finding]
"""A finding with its document."""


def findings(results: Iterable[DocumentResult]) -> list[Found]:
    """All findings, in the order of the documents."""
    return [(result, finding) for result in results for finding in result.findings]


def worst_first(found: Iterable[Found]) -> list[Found]:
    """Findings by severity; those of one severity stay in their order."""
    return sorted(found, key=lambda item: -item[1].severity)


def spread(found: Iterable[Found]) -> list[Found]:
    """Findings such that the first few are of many documents, and of many rules in each: one of
    each document, then a second of each, and so on, its rules taking turns."""
    ranked: list[tuple[int, Found]] = []
    for _, of_document in groupby(found, key=lambda item: id(item[0])):
        ranked += enumerate(_by_turns(of_document))
    return [item for _, item in sorted(ranked, key=itemgetter(0))]


def _by_turns(found: Iterable[Found]) -> list[Found]:
    """The findings of one document: the first of each rule, then the second of each, and so on."""
    seen: Counter[str] = Counter()
    ranked = []
    for item in found:
        rule = item[1].rule
        ranked.append((seen[rule], item))
        seen[rule] += 1
    return [item for _, item in sorted(ranked, key=itemgetter(0))]


def worst_documents(results: Iterable[DocumentResult]) -> list[DocumentResult]:
    """Documents that did not pass before those that did, then by errors, warnings and infos."""
    return sorted(results, key=_badness)


def _badness(result: DocumentResult) -> tuple[bool, int, int, int]:
    counts = Counter(finding.severity for finding in result.findings)
    errors, warnings, infos = (-counts[severity] for severity in sorted(Severity, reverse=True))
    return result.passed, errors, warnings, infos
