"""What several reports say in the same words: numbers with their nouns, the outcome of a run."""

from __future__ import annotations

from collections.abc import Mapping

from textproof.finding import Severity
from textproof.reports._display import visible
from textproof.results import Summary


def counted(count: int, noun: str) -> str:
    """A number and its noun.

    >>> counted(1, "error"), counted(2000, "error"), counted(2, "info")
    ('1 error', '2,000 errors', '2 info')
    """
    return f"{count:,} {noun}" if count == 1 or noun == "info" else f"{count:,} {noun}s"


def by_severity(counts: Mapping[Severity, int]) -> str:
    """Findings by severity, the worst first.

    >>> by_severity({Severity.WARNING: 1, Severity.ERROR: 3})
    '3 errors, 1 warning'
    """
    found = [(counts.get(severity, 0), str(severity)) for severity in sorted(Severity)[::-1]]
    return ", ".join(counted(count, severity) for count, severity in found if count)


def outcome(summary: Summary) -> str:
    """How the documents of a run fared, in one line.

    >>> outcome(Summary(documents=3, passed=2, failed=1))
    '3 documents: 2 passed, 1 failed'
    """
    verdicts = {
        "passed": summary.passed,
        "failed": summary.failed,
        "unreadable": summary.unreadable,
    }
    parts = [f"{count:,} {verdict}" for verdict, count in verdicts.items() if count]
    return f"{counted(summary.documents, 'document')}: {', '.join(parts) or 'nothing to check'}"


def short(text: str, longest: int) -> str:
    """A text on one line, made visible, of at most so many code points.

    >>> short("one\\ntwo three", 9)
    'one⏎two …'
    """
    shown = visible(text[: longest + 1])
    return shown if len(shown) <= longest else f"{shown[: longest - 1]}…"
