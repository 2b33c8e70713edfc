"""The report as GitHub's workflow commands: ten annotations of a kind, well chosen and escaped."""

from collections import Counter

import pytest

from textproof import Config, check_text
from textproof.finding import Severity
from textproof.reports import Presentation
from textproof.reports.github import render
from textproof.results import Run

GLOSSED = check_text("企業(yè)、產業(yè)、學(xué)校", path="zh/a.md")
FINDING = GLOSSED.findings[0]


def lines_of(*results):
    return render(Run(results, rules=Config().rules), Presentation()).splitlines()


def test_a_finding_is_an_annotation_of_its_place():
    """The title names the rule, and the message is of use in the log alone."""
    assert lines_of(GLOSSED)[0] == (
        "::error file=zh/a.md,line=1,endLine=1,col=3,endColumn=7,title=textproof%3A pinyin-gloss"
        "::zh/a.md:1:3: pinyin gloss “(yè)” injected after 業"
    )


@pytest.mark.parametrize(
    ("severity", "command"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "notice")],
)
def test_severities_have_their_commands(severity, command):
    """GitHub's names for error, warning and info."""
    (line, _) = lines_of(GLOSSED._replace(findings=(FINDING._replace(severity=severity),)))
    assert line.startswith(f"::{command} ")


def test_columns_are_left_out_where_lines_differ():
    """GitHub takes them only within one line."""
    (line, _) = lines_of(GLOSSED._replace(findings=(FINDING._replace(end_line=2),)))
    assert "line=1,endLine=2,title=" in line


def test_properties_and_messages_are_escaped():
    """As GitHub's toolkit does it: `:` and `,` only in properties."""
    finding = FINDING._replace(message="100%: a, b\n::error::c")
    (line, _) = lines_of(GLOSSED._replace(path="a,b:c%\r\n.md", findings=(finding,)))
    properties, message = line.removeprefix("::error ").split("::", 1)
    assert properties.startswith("file=a%2Cb%3Ac%25%0D%0A.md,line=")
    assert message == "a,b:c%25⏎⏎.md:1:3: 100%25: a, b⏎::error::c"


def test_ten_of_a_kind_are_shown_and_the_others_counted():
    """Each kind has its own ten."""
    found = [FINDING] * 12 + [FINDING._replace(severity=Severity.INFO)] * 11
    *commands, more, end = lines_of(GLOSSED._replace(findings=tuple(found)))
    assert Counter(line.split(" ")[0] for line in commands) == {"::error": 10, "::notice": 10}
    assert more == "2 more errors, 1 more notice; GitHub takes 10 of a kind from a step"
    assert end == "1 document: 1 failed"


def test_annotations_are_spread():
    """The first of each document come first, and in one document the rules take turns."""
    found = (FINDING, FINDING, FINDING._replace(rule="lost-character"))
    documents = [GLOSSED._replace(path=f"{n}.md", findings=found) for n in range(7)]
    lines = lines_of(*documents)[:10]
    assert [line.split("file=")[1][:4] for line in lines[:7]] == [f"{n}.md" for n in range(7)]
    assert all("pinyin-gloss" in line for line in lines[:7])
    assert all("lost-character" in line for line in lines[7:])


def test_a_clean_run_has_no_annotation():
    """Only the outcome is said."""
    assert lines_of(check_text("fine")) == ["1 document: 1 passed"]
    assert lines_of() == ["0 documents: nothing to check"]
