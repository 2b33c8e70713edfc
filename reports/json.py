"""JSON: all results, versioned, described by `json.schema.json`; order and numbers are stable."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from textproof import __version__
from textproof.finding import Finding
from textproof.reports import Presentation
from textproof.results import DocumentResult, Run

VERSION = 1
"""The version of the format: it changes when a reader would have to."""

TOOL = {"name": "textproof", "version": __version__}

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def render(run: Run, presentation: Presentation) -> str:
    """The report as JSON text."""
    report = {
        "format": VERSION,
        "tool": TOOL,
        "verdict": str(run.verdict),
        "fail_on": str(run.fail_on),
        "summary": {name: _plain(value) for name, value in run.summary()._asdict().items()},
        "documents": [document(result) for result in run.results],
    }
    return written(report)


def written(report: Mapping[str, object]) -> str:
    """A report as JSON text. A lone surrogate is escaped, everything else stands as it is."""
    text = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def document(result: DocumentResult) -> dict[str, object]:
    """One document's results."""
    return {
        "path": result.path,
        "verdict": str(result.verdict),
        "encoding": result.encoding,
        "language": result.language,
        "format": result.format,
        "contract": result.contract,
        "fields": {name: value._asdict() for name, value in result.fields.items()},
        "findings": [finding(found) for found in result.findings],
    }


def finding(found: Finding) -> dict[str, object]:
    """One finding, under the names of :class:`textproof.Finding`."""
    values = found._asdict()
    values["detail"] = dict(found.detail)
    values["severity"] = str(found.severity)
    if found.repair:
        repair = {"text": found.repair.text, "safety": str(found.repair.safety)}
        encoding = {"encoding": found.repair.encoding} if found.repair.encoding else {}
        values["repair"] = repair | encoding
    return values


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else value
