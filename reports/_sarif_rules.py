"""What SARIF says of the rules of a run, from their documentation."""

from __future__ import annotations

from collections.abc import Iterable

from textproof.finding import Severity
from textproof.reports._documentation import parts
from textproof.rule import Rule

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
"""SARIF's names of the severities."""

LONGEST_DESCRIPTION = 1024
"""Code points of a description that GitHub takes."""


def descriptors(rules: Iterable[Rule], found: Iterable[str]) -> list[dict[str, object]]:
    """A descriptor of each rule, then of those that were found but did not come with the run."""
    described = {rule.name: _descriptor(rule) for rule in rules}
    for name in sorted(set(found) - set(described)):
        text = {"text": name}
        described[name] = {"id": name, "shortDescription": text, "fullDescription": text}
    return list(described.values())


def _descriptor(rule: Rule) -> dict[str, object]:
    documentation = rule.documentation.strip() or rule.summary
    sections = dict(parts(documentation))
    full = " ".join(sections.get("What it finds", documentation).split())
    return {
        "id": rule.name,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": _fitting(rule.summary)},
        "fullDescription": {"text": _fitting(full)},
        "help": {"text": documentation, "markdown": _markdown(documentation)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "tags": [rule.validator],
            "problem.severity": str(rule.severity).replace("info", "recommendation"),
        },
    }


def _markdown(documentation: str) -> str:
    """Documentation in Markdown: it has no more to change than its headings.

    >>> _markdown("Bad.\\n\\nExample\\n    `bad`")
    'Bad.\\n\\n**Example**\\n\\n`bad`'
    """
    return "\n\n".join(
        f"**{heading}**\n\n{body}" if heading else body for heading, body in parts(documentation)
    )


def _fitting(text: str) -> str:
    """A text that GitHub takes whole, cut between words where it is too long."""
    if len(text) <= LONGEST_DESCRIPTION:
        return text
    return text[: LONGEST_DESCRIPTION - 2].rpartition(" ")[0] + " …"
