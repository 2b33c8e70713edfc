"""SARIF 2.1.0: for GitHub code scanning and other programs that manage findings.

GitHub refuses a file with more than 25,000 results or of more than 10 MB in gzip, so the worst are
listed and the others counted in a notification; fixes, which GitHub does not show, go first. Its
upload computes `primaryLocationLineHash` itself and warns of every other value, so our fingerprint
has a name of its own.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, metadata

from textproof import __version__
from textproof.finding import Finding, Safety
from textproof.reports import Presentation
from textproof.reports._paths import LONE_SURROGATE, encodable, location
from textproof.reports._ranking import Found, findings, worst_first
from textproof.reports._sarif_rules import LEVELS, descriptors
from textproof.reports._wording import counted, short
from textproof.results import Run

MOST = 25_000
"""Results of a run that GitHub takes."""

LARGEST = 10_000_000
"""Bytes in gzip that GitHub takes."""

LONGEST_MESSAGE = 1_000
"""Code points of a message: more would not be read in a list of alerts."""

LONGEST_FIX = 2_000
"""Code points that a fix puts in; `textproof fix` makes the longer ones."""

MOST_PLACES = 100
"""Further places of one finding: GitHub takes no more of a result."""

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

BASE = "%SRCROOT%"
"""The name, usual in SARIF, of the folder that paths are relative to."""

FINGERPRINT = "textproof/v1"

Json = dict[str, object]


def render(run: Run, presentation: Presentation) -> str:
    """The report as a SARIF log, as complete as GitHub takes it."""
    found = worst_first(findings(run.results))
    rules = descriptors(run.rules, {finding.rule for _, finding in found})
    most = min(len(found), MOST)
    text = _written(found[:most], len(found), rules, fixes=True)
    if not _fits(text):
        text = _written(found[:most], len(found), rules, fixes=False)
    while most and not _fits(text):
        most //= 2
        text = _written(found[:most], len(found), rules, fixes=False)
    return text


def _fits(text: str) -> bool:
    data = text.encode()
    return len(data) <= LARGEST or len(gzip.compress(data, 6, mtime=0)) <= LARGEST


def _written(listed: Sequence[Found], total: int, rules: Sequence[Json], *, fixes: bool) -> str:
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(rules)},
                "invocations": [_invocation(total - len(listed), fixes=fixes)],
                "originalUriBaseIds": {
                    BASE: {"description": {"text": "The folder that textproof ran in."}}
                },
                "columnKind": "unicodeCodePoints",
                "newlineSequences": ["\r\n", "\n", "\r"],
                "results": _results(listed, rules, fixes=fixes),
            }
        ],
    }
    return encodable(json.dumps(log, ensure_ascii=False)) + "\n"


def _driver(rules: Sequence[Json]) -> Json:
    home = _home_page()
    return {
        "name": "textproof",
        "version": __version__,
        "semanticVersion": __version__,
        **({"informationUri": home} if home else {}),
        "rules": rules,
    }


def _home_page() -> str | None:
    """Where the installed package says that it is at home."""
    try:
        urls = metadata("textproof").get_all("Project-URL") or []
    except PackageNotFoundError:
        return None
    return dict(url.split(", ", 1) for url in urls).get("Homepage")


def _invocation(left_out: int, *, fixes: bool) -> Json:
    notes = []
    if left_out:
        notes.append(f"{counted(left_out, 'finding')} of this run are not listed: the worst are")
    if not fixes:
        notes.append("repairs are not listed: the log would be larger than GitHub takes")
    notifications = [{"level": "note", "message": {"text": note}} for note in notes]
    return {"executionSuccessful": True, "toolExecutionNotifications": notifications}


def _results(listed: Sequence[Found], rules: Sequence[Json], *, fixes: bool) -> list[Json]:
    index_of = {rule["id"]: index for index, rule in enumerate(rules)}
    artifacts = {path: _artifact(path) for path in {document.path for document, _ in listed}}
    results = []
    for document, finding in listed:
        artifact = artifacts[document.path]
        result: Json = {
            "ruleId": finding.rule,
            "ruleIndex": index_of[finding.rule],
            "level": LEVELS[finding.severity],
            "message": {"text": _message(finding.message)},
            "locations": [_location(artifact, _region(finding))],
            "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        }
        points = _points(finding)
        if points:
            result["relatedLocations"] = [_location(artifact, point) for point in points]
        if fixes and _is_fixable(finding):
            result["fixes"] = [_fix(finding, artifact)]
        results.append(result)
    return results


def _artifact(path: str | None) -> Json:
    uri, is_relative = location(path)
    return {"uri": uri, "uriBaseId": BASE} if is_relative else {"uri": uri}


def _location(artifact: Json, region: Json) -> Json:
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _region(finding: Finding) -> Json:
    return {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }


def _points(finding: Finding) -> list[Json]:
    """Where the further places of a finding begin: GitHub wants all four numbers of a region, and
    of the ends only the offsets are known."""
    places = finding.detail.get("places", ())
    assert isinstance(places, tuple)
    return [
        {
            "startLine": place["line"],
            "startColumn": place["column"],
            "endLine": place["line"],
            "endColumn": place["column"],
        }
        for place in places[:MOST_PLACES]
    ]


def _message(text: str) -> str:
    """A message as SARIF reads it: braces are doubled, and what looks like a link is none.

    >>> _message("“[a](b)” in {0}")
    '“[a] (b)” in {{0}}'
    """
    shown = short(text, LONGEST_MESSAGE)
    return shown.replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _is_fixable(finding: Finding) -> bool:
    """Whether a finding has a repair of its text, and one that a log can hold."""
    repair = finding.repair
    return (
        repair is not None
        and not repair.encoding
        and len(repair.text) <= LONGEST_FIX
        and len(finding.spans) <= MOST_PLACES
        and not LONE_SURROGATE.search(repair.text)
    )


def _fix(finding: Finding, artifact: Json) -> Json:
    """A repair, in every place of the finding."""
    assert finding.repair is not None
    kind = "safe" if finding.repair.safety is Safety.SAFE else "likely"
    further = [{"charOffset": start, "charLength": end - start} for start, end in finding.spans[1:]]
    inserted = {"insertedContent": {"text": finding.repair.text}} if finding.repair.text else {}
    replacements = [
        {"deletedRegion": region, **inserted} for region in (_region(finding), *further)
    ]
    change = {"artifactLocation": artifact, "replacements": replacements}
    return {"description": {"text": f"{kind} repair"}, "artifactChanges": [change]}
