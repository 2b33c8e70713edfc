"""Markdown: a summary for a pull request, or for the page of a workflow (`GITHUB_STEP_SUMMARY`).

Every text from a document stands in a code span: there neither Markdown nor HTML, a link, a mention
or a reference counts. All parts are bounded, so that the summary is, whatever the run: a comment on
GitHub holds 65,536 characters.
"""

from __future__ import annotations

import re
import shlex
from collections import Counter
from collections.abc import Iterable, Iterator

from textproof.finding import Finding
from textproof.reports import Presentation
from textproof.reports._paths import relative
from textproof.reports._ranking import findings, spread, worst_documents, worst_first
from textproof.reports._wording import by_severity, counted, outcome, short
from textproof.results import DocumentResult, Run, Summary, skipping

RULES = 20
"""Rules in the table, the most frequent first."""

DOCUMENTS = 10
"""Documents that are shown, the worst first."""

FIRST = 3
"""Findings of a document that are shown."""

LONGEST_NAME, LONGEST_MESSAGE = 120, 160
"""Code points of a path or a rule, and of a message."""

PATHS = 3
"""Paths in a command."""


def render(run: Run, presentation: Presentation) -> str:
    """The summary, at most 64 KiB in UTF-8."""
    return "".join(f"{line}\n" for line in _lines(run, presentation))


def _lines(run: Run, presentation: Presentation) -> Iterator[str]:
    summary = run.summary()
    skipped = f"; {skipping(run.skipped)}" if run.skipped else ""
    yield f"## textproof: {run.verdict}"
    yield ""
    yield f"{outcome(summary)}{skipped}."
    if run.comparison:
        yield ""
        name = code(run.comparison.name, LONGEST_NAME)
        yield f"Compared with {name}: {run.comparison.in_words}."
        yield ""
    if summary.findings:
        counts = Counter(finding.severity for _, finding in findings(run.results))
        yield f"{counted(summary.findings, 'finding')}: {by_severity(counts)}."
        yield from _rules(run, summary)
    bad = [result for result in run.results if result.findings or not result.passed]
    if bad:
        yield from _documents(bad)
    if summary.repairable or summary.likely:
        yield from _repairs(summary, presentation)


def _rules(run: Run, summary: Summary) -> Iterator[str]:
    """A table of rules, with their findings and the documents that these are in."""
    found_in = Counter(
        rule for result in run.results for rule in {finding.rule for finding in result.findings}
    )
    yield from ("", "| rule | findings | documents |", "| --- | ---: | ---: |")
    for rule, count in list(summary.by_rule.items())[:RULES]:
        cell = code(rule, LONGEST_NAME).replace("|", "\\|")
        yield f"| {cell} | {count:,} | {found_in[rule]:,} |"
    more = len(summary.by_rule) - RULES
    if more > 0:
        yield from ("", f"… and {counted(more, 'more rule')}")


def _documents(bad: list[DocumentResult]) -> Iterator[str]:
    yield from ("", "### The worst documents" if len(bad) > 1 else "### The document", "")
    for result in worst_documents(bad)[:DOCUMENTS]:
        counts = by_severity(Counter(finding.severity for finding in result.findings))
        path = code(relative(result.path), LONGEST_NAME)
        yield f"- {path}: {', '.join(filter(None, (str(result.verdict), counts)))}"
        for finding in _first(result):
            yield f"  - {_finding(finding)}"
        if len(result.findings) > FIRST:
            yield f"  - … and {len(result.findings) - FIRST:,} more"
    if len(bad) > DOCUMENTS:
        yield from ("", f"… and {counted(len(bad) - DOCUMENTS, 'more document')} with findings")


def _first(result: DocumentResult) -> Iterable[Finding]:
    """The worst findings of a document, of as many rules as there are."""
    return [finding for _, finding in worst_first(spread(findings([result])))[:FIRST]]


def _finding(finding: Finding) -> str:
    place = f"{finding.line}:{finding.column}"
    rule, message = code(finding.rule, LONGEST_NAME), code(finding.message, LONGEST_MESSAGE)
    return f"{place} {finding.severity} {rule}: {message}"


def _repairs(summary: Summary, presentation: Presentation) -> Iterator[str]:
    """How many repairs there are, and the commands that make them."""
    paths = [shlex.quote(short(path, LONGEST_NAME)) for path in presentation.paths if path != "-"]
    named = " ".join([*paths[:PATHS], "…"] if len(paths) > PATHS else paths) or "PATH"
    yield from ("", "### Repair", "")
    if summary.repairable:
        yield f"- {counted(summary.repairable, 'safe repair')}: {code(f'textproof fix {named}')}"
    if summary.likely:
        command = code(f"textproof fix --unsafe --diff {named}")
        yield f"- {counted(summary.likely, 'likely repair')}: {command}"


def code(text: str, longest: int = 1_000) -> str:
    """A text as a code span, at most so long, fenced by more backticks than it holds in a row.

    >>> code("a`b"), code("`a"), code("<b>@a")
    ('``a`b``', '`` `a ``', '`<b>@a`')
    """
    shown = short(text, longest)
    fence = "`" * (1 + max(map(len, re.findall("`+", shown)), default=0))
    space = " " if not shown.strip("` ") or shown[0] in "` " or shown[-1] in "` " else ""
    return f"{fence}{space}{shown}{space}{fence}"
