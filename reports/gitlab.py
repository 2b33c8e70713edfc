"""GitLab Code Quality: findings for the widget of a merge request, as a JSON array.

GitLab compares the fingerprints of two branches to say what is new, and shows of each finding its
severity, description, path and line. A file that begins with a byte order mark is refused.
"""

from __future__ import annotations

import json
from collections import Counter

from textproof.finding import Severity, Verdict
from textproof.reports import Presentation
from textproof.reports._paths import encodable, relative
from textproof.reports._wording import short
from textproof.results import Run

LONGEST = 1_000
"""Code points of a description: more would not be read in a widget."""

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}
"""GitLab's names, of which it has five: info, minor, major, critical, blocker."""


def render(run: Run, presentation: Presentation) -> str:
    """The report as a JSON array, a finding a line."""
    taken: Counter[str] = Counter()
    issues = []
    for result in run.results:
        path = relative(result.path)
        unreadable = result.verdict is Verdict.UNREADABLE
        for finding in result.findings:
            taken[finding.fingerprint] += 1
            again = taken[finding.fingerprint]  # a document that was named twice
            issue = {
                "description": f"{short(finding.message, LONGEST)} ({finding.rule})",
                "check_name": finding.rule,
                "fingerprint": finding.fingerprint + (f"-{again}" if again > 1 else ""),
                "severity": "blocker" if unreadable else _SEVERITIES[finding.severity],
                "location": {"path": path, "lines": {"begin": finding.line}},
            }
            issues.append(json.dumps(issue, ensure_ascii=False))
    return encodable("[\n" + ",\n".join(issues) + "\n]\n")
