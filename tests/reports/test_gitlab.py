"""The report for GitLab Code Quality."""

import json

import pytest

from textproof import check_bytes, check_text
from textproof.finding import Severity
from textproof.reports import Presentation
from textproof.reports.gitlab import render
from textproof.results import Run

GLOSSED = check_text("企業(yè)、產業(yè)、學(xué)校", path="zh/a.md")


def issues_of(*results):
    return json.loads(render(Run(results), Presentation()))


def test_an_issue_has_what_gitlab_reads():
    """Description, rule, fingerprint, severity, path and line."""
    assert issues_of(GLOSSED)[0] == {
        "description": "pinyin gloss “(yè)” injected after 業 (pinyin-gloss)",
        "check_name": "pinyin-gloss",
        "fingerprint": GLOSSED.findings[0].fingerprint,
        "severity": "critical",
        "location": {"path": "zh/a.md", "lines": {"begin": 1}},
    }


def test_a_run_without_findings_is_an_empty_array():
    """GitLab then shows that what was there is gone."""
    assert issues_of() == issues_of(check_text("fine")) == []


@pytest.mark.parametrize(
    ("severity", "name"),
    [(Severity.ERROR, "critical"), (Severity.WARNING, "minor"), (Severity.INFO, "info")],
)
def test_severities_have_gitlabs_names(severity, name):
    """They keep their order."""
    finding = GLOSSED.findings[0]._replace(severity=severity)
    assert issues_of(GLOSSED._replace(findings=(finding,)))[0]["severity"] == name


def test_an_unreadable_document_is_a_blocker():
    """It is worse than any error in a text."""
    issues = issues_of(check_bytes(bytes(range(256)) * 4, path="a.txt"))
    assert {issue["severity"] for issue in issues} == {"blocker"}


def test_fingerprints_are_unique():
    """A document that was named twice has each finding under a name of its own."""
    fingerprints = [issue["fingerprint"] for issue in issues_of(GLOSSED, GLOSSED)]
    assert len(set(fingerprints)) == 6
    assert fingerprints[:3] == [finding.fingerprint for finding in GLOSSED.findings]


def test_a_surrogate_is_made_visible():
    """GitLab's reader refuses one, escaped or not."""
    (issue, *_) = issues_of(GLOSSED._replace(path="a\udc92.md"))
    assert issue["location"]["path"] == "a⟨92⟩.md"
