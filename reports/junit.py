"""JUnit XML: a test suite for the run, and in it a test case for each document.

A document that fails is a failure, one that could not be read an error, a file that is no text
skipped; what is said of it is the text report. Programs that read JUnit drop test cases of the same
name, so a name that comes again is numbered.
"""

from __future__ import annotations

import posixpath
import re
import shlex
from collections import Counter
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from textproof.finding import Verdict
from textproof.reports import Presentation, text
from textproof.reports._display import visible
from textproof.reports._paths import relative
from textproof.reports._ranking import findings, worst_first
from textproof.reports._wording import by_severity
from textproof.results import DocumentResult, Run

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""


def render(run: Run, presentation: Presentation) -> str:
    """The report as XML. With ``presentation.every`` a document's findings are all listed."""
    root = Element("testsuites", name="textproof")
    summary = run.summary()
    counts = {
        "tests": summary.documents + summary.skipped,
        "failures": summary.failed,
        "errors": summary.unreadable,
        "skipped": summary.skipped,
    }
    root.attrib |= {name: str(count) for name, count in counts.items()}
    suite = SubElement(root, "testsuite", root.attrib)
    names = _Names()
    for result in run.results:
        case = _case(suite, result.path, names)
        if result.findings or not result.passed:
            _add_outcome(case, result, _console(result, run, presentation))
    for file in run.skipped:
        _mark(_case(suite, file.path, names), "skipped", message=file.kind)
    indent(root, space="")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


class _Names(dict[str, int]):
    """How often each name was given out."""

    def unique(self, name: str) -> str:
        """A name that was not given out before: the name itself, or with a number."""
        given = name
        while given in self:
            self[name] += 1
            given = f"{name} ({self[name]})"
        self[given] = 1
        return given


def _case(suite: Element, path: str | None, names: _Names) -> Element:
    place = relative(path)
    name = names.unique(visible(place))
    folder = posixpath.dirname(visible(place)) or "textproof"
    return _mark(suite, "testcase", classname=folder, name=name, file=place)


def _add_outcome(case: Element, result: DocumentResult, console: str) -> None:
    """What became of a document: nothing more than its text where it passed."""
    if result.passed:
        _mark(case, "system-out").text = _legal(console)
        return
    counts = Counter(finding.severity for finding in result.findings)
    ranked = worst_first(findings([result]))
    worst = ranked[0][1].rule if ranked else str(result.verdict)
    tag = "error" if result.verdict is Verdict.UNREADABLE else "failure"
    message = by_severity(counts) or str(result.verdict)
    _mark(case, tag, type=worst, message=message).text = _legal(console)


def _console(result: DocumentResult, run: Run, presentation: Presentation) -> str:
    """What the text report says of one document, with the command that repairs it."""
    path = shlex.quote(visible(result.path)) if result.path else "PATH"
    alone = run._replace(results=(result,), skipped=())
    return text.render(alone, Presentation(every=presentation.every, paths=(path,)))


def _mark(parent: Element, tag: str, **attributes: str) -> Element:
    return SubElement(parent, tag, {name: _legal(value) for name, value in attributes.items()})


def _legal(value: str) -> str:
    """A text that XML can hold: what it cannot is made visible."""
    return _NO_XML.sub(lambda match: visible(match[0]), value)
