"""The JUnit report: what a CI server shows of each document."""

import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped

from textproof import Config, check_bytes, check_text
from textproof import results as outcomes
from textproof.finding import Severity, Verdict
from textproof.reports import Presentation
from textproof.reports.junit import render
from textproof.results import Run

GLOSSED = check_text("企業(yè)、產業(yè)、學(xué)校、學(xué)生", path="zh/a.md")
BINARY = check_bytes(bytes(range(256)) * 4, path="c.txt")


def suite_of(*results, skipped=(), **presentation):
    run = Run(results, rules=Config().rules, skipped=skipped)
    (suite,) = JUnitXml.fromstring(render(run, Presentation(**presentation)).encode())
    return suite


def test_each_document_is_a_test_case():
    """Failed, unreadable, passed and skipped ones are told apart, and counted."""
    skipped = (outcomes.Skipped("img/d.md", "a PNG image"),)
    suite = suite_of(GLOSSED, BINARY, check_text("fine", path="e.md"), skipped=skipped)
    kinds = [(case.name, [type(outcome) for outcome in case.result]) for case in suite]
    assert kinds == [
        ("zh/a.md", [Failure]),
        ("c.txt", [Error]),
        ("e.md", []),
        ("img/d.md", [Skipped]),
    ]
    assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (4, 1, 1, 1)
    assert [case.classname for case in suite] == ["zh", "textproof", "textproof", "img"]


def test_a_program_that_makes_pages_of_such_reports_reads_it(tmp_path):
    """junit2html has every document on its page, and counts the same."""
    run = Run((GLOSSED, BINARY, check_text("fine", path="e.md")), rules=Config().rules)
    report, page = tmp_path / "report.xml", tmp_path / "page.html"
    report.write_text(render(run, Presentation()), encoding="utf-8")
    command = [sys.executable, "-m", "junit2htmlreport", str(report), str(page)]
    subprocess.run(command, check=True, capture_output=True)
    shown = page.read_text(encoding="utf-8")
    assert all(name in shown for name in ("zh/a.md", "c.txt", "e.md"))
    command = [sys.executable, "-m", "junit2htmlreport", "--summary-matrix", str(report)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert re.findall(r"(Failed|Passed) +: +(\d+)", said) == [("Failed", "2"), ("Passed", "1")]


def test_a_failure_tells_what_the_terminal_would():
    """Its type is the worst rule, its message the counts, its text the text report."""
    (case,) = suite_of(GLOSSED)
    (failure,) = case.result
    assert (failure.type, failure.message) == ("pinyin-gloss", "4 errors")
    assert "      │ 企業(yè)、產業(yè)" in failure.text
    assert "textproof fix zh/a.md" in failure.text
    assert failure.text.count("injected after") == 3


def test_every_finding_is_there_on_demand():
    """`--all` counts here too."""
    (case,) = suite_of(GLOSSED, every=True)
    assert case.result[0].text.count("injected after") == 4


def test_a_passed_document_with_findings_says_them():
    """As its output: it is no failure."""
    warned = GLOSSED.findings[0]._replace(severity=Severity.WARNING)
    (case,) = suite_of(GLOSSED._replace(verdict=Verdict.PASS, findings=(warned,)))
    assert not case.result
    assert "warning pinyin-gloss" in case.system_out


def test_names_are_unique():
    """A name that comes again is numbered, and no number makes a name that is there."""
    paths = ("a.md", "a.md", "a.md (2)", "a.md", None, None)
    names = [case.name for case in suite_of(*(GLOSSED._replace(path=path) for path in paths))]
    assert names == ["a.md", "a.md (2)", "a.md (2) (2)", "a.md (3)", "<text>", "<text> (2)"]


@pytest.mark.parametrize(
    ("char", "shown"),
    [("\0", "⟨U+0000⟩"), ("\x1b", "⟨U+001B⟩"), ("\ufffe", "⟨U+FFFE⟩"), ("\udc92", "⟨92⟩")],
)
def test_what_xml_cannot_hold_is_made_visible(char, shown):
    """In names, attributes and texts."""
    result = check_text(f"企業(yè)、產業(yè)、學(xué)校{char}", path=f"a{char}.md")
    text = render(Run((result,)), Presentation())
    (case,) = ElementTree.fromstring(text.encode()).iter("testcase")
    assert case.get("name") == case.get("file") == f"a{shown}.md"
    assert shown in case[0].text


def test_a_path_stays_as_it_is():
    """Line ends and tabs of a path come through XML's attributes."""
    path = "a\n\tb.md"
    (case,) = ElementTree.fromstring(
        render(Run((GLOSSED._replace(path=path),)), Presentation())
    ).iter("testcase")
    assert case.get("file") == path
