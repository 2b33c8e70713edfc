"""What a check gives back: a result for each document, and a run's results summed up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from textproof.finding import Finding, Safety, Severity, Verdict
from textproof.rule import Rule

TYPE_CHECKING = False  # as in `typing`
if TYPE_CHECKING:
    from textproof.comparison import Comparison

KINDS = 3
"""Kinds of skipped files that are named; the others are counted."""


class FieldValue(NamedTuple):
    """A metadata field as it was recognised, with the place of its value (1-based)."""

    value: str
    line: int
    column: int


class DocumentResult(NamedTuple):
    """What was found in one document.

    ``encoding`` is a codec name or None (no text), ``language`` a tag such as zh-Hant where the
    script tells it; ``contract`` names the type of the document, and ``fields`` holds the metadata
    that was recognised under it.
    """

    path: str | None
    verdict: Verdict
    encoding: str | None
    language: str | None
    format: str
    findings: tuple[Finding, ...] = ()
    contract: str | None = None
    fields: Mapping[str, FieldValue] = {}

    @property
    def passed(self) -> bool:
        """Whether the verdict is pass."""
        return self.verdict is Verdict.PASS

    def with_findings(self, findings: tuple[Finding, ...], fail_on: Severity) -> DocumentResult:
        """This result with some of its findings, and the verdict that these make."""
        if len(findings) == len(self.findings):
            return self
        verdict = self.verdict
        worst = max((finding.severity for finding in findings), default=None)
        if worst is None or (verdict is Verdict.FAIL and worst < fail_on):
            verdict = Verdict.PASS
        return self._replace(findings=findings, verdict=verdict)


class Skipped(NamedTuple):
    """A file of a folder that was not checked since it is no text; ``kind`` says what it is, such
    as "a PNG image"."""

    path: str
    kind: str


class Summary(NamedTuple):
    """The counts of a run. ``skipped`` are the files of folders that are no text, ``repairable``
    the findings with a safe repair, ``likely`` those with an unsafe one, and ``known`` those that a
    baseline has left out."""

    documents: int = 0
    passed: int = 0
    failed: int = 0
    unreadable: int = 0
    skipped: int = 0
    findings: int = 0
    repairable: int = 0
    likely: int = 0
    by_severity: Mapping[str, int] = {}
    by_validator: Mapping[str, int] = {}
    by_rule: Mapping[str, int] = {}
    skipped_by_kind: Mapping[str, int] = {}
    known: int = 0


class Run(NamedTuple):
    """The results of all documents of one run, in the order they were checked, the rules that
    checked them, the files that were skipped, how many findings a baseline has left out, and what
    changed since an earlier run, where one is compared with."""

    results: tuple[DocumentResult, ...]
    fail_on: Severity = Severity.ERROR
    rules: tuple[Rule, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    known: int = 0
    comparison: Comparison | None = None

    @property
    def verdict(self) -> Verdict:
        """Fail where a document failed, else unreadable where one could not be read, else pass."""
        verdicts = {result.verdict for result in self.results}
        order = (Verdict.FAIL, Verdict.UNREADABLE)
        return next((verdict for verdict in order if verdict in verdicts), Verdict.PASS)

    def summary(self) -> Summary:
        """The counts, most frequent first."""
        findings = [finding for result in self.results for finding in result.findings]
        verdicts = Counter(result.verdict for result in self.results)
        repairs = Counter(f.repair.safety for f in findings if f.repair)
        severities = Counter(str(finding.severity) for finding in findings)
        return Summary(
            documents=len(self.results),
            passed=verdicts[Verdict.PASS],
            failed=verdicts[Verdict.FAIL],
            unreadable=verdicts[Verdict.UNREADABLE],
            skipped=len(self.skipped),
            findings=len(findings),
            repairable=repairs[Safety.SAFE],
            likely=repairs[Safety.UNSAFE],
            by_severity={str(s): severities[str(s)] for s in sorted(Severity, reverse=True)},
            by_validator=_counted([finding.validator for finding in findings]),
            by_rule=_counted([finding.rule for finding in findings]),
            skipped_by_kind=_counted([file.kind for file in self.skipped]),
            known=self.known,
        )


def skipping(skipped: Sequence[Skipped]) -> str:
    """How many files were skipped, and what they are: the most frequent kinds.

    >>> skipping([Skipped("a.md", "a PNG image"), Skipped("b.md", "a PNG image")])
    '2 files skipped: PNG image'
    >>> skipping([Skipped("a.md", "a PNG image"), Skipped("b.md", "binary data")])
    '2 files skipped: 1 × PNG image, 1 × binary data'
    """
    kinds = _counted([file.kind.removeprefix("a ").removeprefix("an ") for file in skipped])
    shown = dict(islice(kinds.items(), KINDS))
    if len(kinds) > KINDS:
        shown["other"] = len(skipped) - sum(shown.values())
    counted = [f"{count:,} × {kind}" for kind, count in shown.items()]
    files = "1 file" if len(skipped) == 1 else f"{len(skipped):,} files"
    return f"{files} skipped: {', '.join(kinds if len(kinds) == 1 else counted)}"


def _counted(names: Sequence[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items(), key=lambda item: (-item[1], item[0])))
