"""GitHub workflow commands: annotations of the lines of a pull request.

GitHub takes ten errors, ten warnings and ten notices of a step, so these are spread over documents
and rules, and the others are counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.finding import Finding, Severity
from textproof.reports import Presentation
from textproof.reports._display import visible
from textproof.reports._paths import relative
from textproof.reports._ranking import Found, findings, spread
from textproof.reports._wording import counted, outcome, short
from textproof.results import DocumentResult, Run

MOST = 10
"""Annotations of one kind that GitHub shows of a step."""

LONGEST = 1_000
"""Code points of a message: more would not be read beside a line."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

_UNSAFE = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""What a path may hold that is neither escaped by GitHub's rules nor fit for a terminal."""


def render(run: Run, presentation: Presentation) -> str:
    """The report as lines of a workflow's log, some of which are commands."""
    return "".join(f"{line}\n" for line in _lines(run))


def _lines(run: Run) -> Iterator[str]:
    found: dict[Severity, list[Found]] = {severity: [] for severity in _COMMANDS}
    for result, finding in findings(run.results):
        found[finding.severity].append((result, finding))
    for of_severity in found.values():
        for result, finding in spread(of_severity)[:MOST]:
            yield _annotation(result, finding)
    more = [
        counted(len(of_severity) - MOST, f"more {_COMMANDS[severity]}")
        for severity, of_severity in found.items()
        if len(of_severity) > MOST
    ]
    if more:
        yield f"{', '.join(more)}; GitHub takes {MOST} of a kind from a step"
    yield outcome(run.summary())


def _annotation(result: DocumentResult, finding: Finding) -> str:
    """One command. GitHub takes columns only of what begins and ends in one line."""
    path = relative(result.path)
    place = {
        "file": _UNSAFE.sub(lambda match: visible(match[0]), path),
        "line": finding.line,
        "endLine": finding.end_line,
        "col": finding.column,
        "endColumn": finding.end_column,
        "title": f"textproof: {visible(finding.rule)}",
    }
    if finding.line != finding.end_line:
        del place["col"], place["endColumn"]
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in place.items())
    message = f"{visible(path)}:{finding.line}:{finding.column}: {short(finding.message, LONGEST)}"
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(message)}"


def _data(text: str) -> str:
    """A message, escaped as GitHub's own toolkit does it.

    >>> _data("100%:\\n"), _property("100%:\\n")
    ('100%25:%0A', '100%25%3A%0A')
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
