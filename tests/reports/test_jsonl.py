"""The report in JSON Lines: what a reader of a stream can rely on."""

import json

from textproof import Config, check_text
from textproof.reports import Presentation
from textproof.reports import json as whole
from textproof.reports.jsonl import render
from textproof.results import Run

RESULTS = (
    check_text("企業(yè)、產業(yè)、學(xué)校", path="a.md"),
    check_text("fine", path="b.md"),
)
RUN = Run(RESULTS, rules=Config().rules)


def test_lines_are_the_parts_of_the_json_report():
    """Each document's line is what JSON lists; the last line is the JSON report without them."""
    report = json.loads(whole.render(RUN, Presentation()))
    *documents, last = map(json.loads, render(RUN, Presentation()).splitlines())
    assert documents == report.pop("documents")
    assert last == report


def test_no_text_ends_a_line():
    """What some readers take for the end of a line is escaped, and a surrogate has its escape."""
    result = check_text("Ã©tÃ© \u2028 \x85 \ud800", path="a\u2029\udc92.md")
    text = render(Run((result,)), Presentation())
    assert len(text.splitlines()) == 2
    assert json.loads(text.splitlines()[0])["path"] == "a\u2029\udc92.md"
    assert "é" in text
