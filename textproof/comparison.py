"""What changed since earlier runs: their JSON reports beside the results of today.

Findings are told by their fingerprints, so that lines that come and go change nothing. A finding of
old counts as gone only where it would have been found again: its document was checked and its rule
ran. The reports hold no date; the runs are named after their files, in the order they are given.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from textproof.finding import Finding
from textproof.results import DocumentResult

VERSION = 1
"""The format of the JSON report that is read."""


class ComparisonError(Exception):
    """A report that cannot be compared with. The message is for the user."""


class PastFinding(NamedTuple):
    """A finding of an earlier run."""

    fingerprint: str
    path: str | None
    rule: str
    line: int
    column: int
    message: str


class Past(NamedTuple):
    """An earlier run: its name, its counts and its findings."""

    name: str
    documents: int
    failed: int
    findings: tuple[PastFinding, ...]


class Comparison(NamedTuple):
    """What became of the findings of the run before. ``new`` are the places (document, finding) of
    findings that it did not have, ``trend`` all runs before, the oldest first."""

    name: str
    new: frozenset[tuple[int, int]]
    gone: tuple[PastFinding, ...]
    unchanged: int
    unchecked: int
    trend: tuple[Past, ...]

    def is_new(self, document: int, finding: int) -> bool:
        """Whether the finding of such a number, in the document of such a number, is new."""
        return (document, finding) in self.new

    @property
    def in_words(self) -> str:
        """The comparison in one line."""
        unchecked = f", {self.unchecked:,} not checked this time" if self.unchecked else ""
        counts = f"{len(self.new):,} new, {len(self.gone):,} gone, {self.unchanged:,} unchanged"
        return f"{counts}{unchecked}"


def read_report(file: str) -> Past:
    """An earlier run from its JSON report. ``ComparisonError`` where it is none."""
    try:
        report = json.loads(Path(file).read_text(encoding="utf-8"))
        if report["format"] != VERSION:
            raise ComparisonError(f"{file} is a report of format {report['format']!r}, not 1")
        findings = tuple(
            PastFinding(
                str(found["fingerprint"]), document["path"], str(found["rule"]),
                int(found["line"]), int(found["column"]), str(found["message"]),
            )
            for document in report["documents"]
            for found in document["findings"]
        )  # fmt: skip
        summary = report["summary"]
        failed = int(summary["failed"]) + int(summary["unreadable"])
        return Past(_name(file), int(summary["documents"]), failed, findings)
    except FileNotFoundError:
        raise ComparisonError(
            f"no such report: {file}; `textproof check --report json=FILE` writes one"
        ) from None
    except OSError as error:
        raise ComparisonError(f"{file} cannot be read: {error.strerror}") from None
    except (ValueError, RecursionError):
        raise ComparisonError(f"{file} is no JSON, and so no report to compare with") from None
    except (KeyError, TypeError, AttributeError):
        raise ComparisonError(
            f"{file} is JSON, but no report of textproof; `--report json=FILE` writes one"
        ) from None


def _name(file: str) -> str:
    return os.path.splitext(os.path.basename(file))[0]


def compare(
    trend: Sequence[Past],
    results: Sequence[DocumentResult],
    rules: Iterable[str],
    found: Iterable[Finding] = (),
) -> Comparison:
    """Today's results beside those of the last earlier run.

    ``rules`` are those that ran, and ``found`` the findings that were found and are not in the
    results, such as those of a baseline: they are neither new nor gone.
    """
    past = trend[-1]
    left = Counter(finding.fingerprint for finding in past.findings)
    new: set[tuple[int, int]] = set()
    for number, result in enumerate(results):
        for place, finding in enumerate(result.findings):
            if left[finding.fingerprint]:
                left[finding.fingerprint] -= 1
            else:
                new.add((number, place))
    hidden = 0
    for finding in found:
        if left[finding.fingerprint]:
            left[finding.fingerprint] -= 1
            hidden += 1
    checked, running = {result.path for result in results}, frozenset(rules)
    gone, unchecked = [], 0
    for missing in past.findings:
        if left[missing.fingerprint]:
            left[missing.fingerprint] -= 1
            if missing.path in checked and missing.rule in running:
                gone.append(missing)
            else:
                unchecked += 1
    unchanged = len(past.findings) - len(gone) - unchecked - hidden
    return Comparison(past.name, frozenset(new), tuple(gone), unchanged, unchecked, tuple(trend))
