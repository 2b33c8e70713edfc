"""The JSON report: valid by its published schema, whatever the documents hold."""

import json
from importlib.resources import files

import jsonschema
import pytest

from textproof import Config, check_bytes, check_text
from textproof.config_file import parse_config
from textproof.reports import Presentation
from textproof.reports.json import render
from textproof.results import Run, Skipped

SCHEMA = json.loads(files("textproof.reports").joinpath("json.schema.json").read_text("utf-8"))
CONTRACT = """
[type.note]
files = ["*.txt"]
title = "Note: {}"
[type.note.fields]
date = { type = "date" }
"""


def report(*results, skipped=()):
    run = Run(results, rules=Config().rules, skipped=skipped)
    return json.loads(render(run, Presentation()))


def test_the_schema_is_a_schema():
    """The published schema is itself valid."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "result",
    [
        check_text("clean"),
        check_text(""),
        check_text("企業(yè)、產業(yè)、學(xué)校", path="a,%:\n<b>.md"),
        check_text("lone \ud800 surrogate, \udc92 byte, \u202e override, \0 NUL"),
        check_text("黨的,黨的,黨的,黨的、黨的。黨的“黨”"),
        check_bytes(b"caf\xc3\xa9 don\x92t, na\xc3\xafve r\xc3\xb4le"),
        check_bytes(bytes(range(256)) * 4, path="binary.txt"),
        check_bytes("Правила пользования читальным залом".encode("cp1251")),
        check_text("Note: a\nDate: 2024-01-02\n", path="a.txt", config=parse_config(CONTRACT)),
        check_text("nothing", path="a.txt", config=parse_config(CONTRACT)),
    ],
    ids=lambda result: f"{result.path} {result.verdict} {len(result.findings)}",
)
def test_a_report_is_valid_by_the_schema(result):
    """Every kind of result is written as the schema says."""
    jsonschema.validate(report(result), SCHEMA)


def test_a_finding_has_the_names_of_the_api():
    """What `textproof.Finding` calls something, the report calls the same."""
    result = check_text("企業(yè)、產業(yè)、學(xué)校")
    written = report(result)["documents"][0]["findings"][0]
    finding = result.findings[0]
    names = ("rule", "message", "start", "end", "line", "column", "byte_start", "fingerprint")
    for name in names:
        assert written[name] == getattr(finding, name)
    assert written["repair"] == {"text": "", "safety": "safe"}


def test_a_lone_surrogate_does_not_break_the_encoding():
    """The text of the report can be written as UTF-8."""
    text = render(Run((check_text("\ud800\udc92"),)), Presentation())
    assert "\\ud800" in text
    text.encode("utf-8")


def test_the_summary_counts_what_the_documents_say():
    """The counts of the summary are those of the listed documents and findings."""
    results = (
        check_text("fine"),
        check_text("企業(yè)、產業(yè)、學(xué)校"),
        check_bytes(bytes(range(256)) * 4),
    )
    written = report(*results)
    summary = written["summary"]
    assert (summary["documents"], summary["passed"]) == (3, 1)
    assert (summary["failed"], summary["unreadable"]) == (1, 1)
    assert summary["findings"] == sum(len(d["findings"]) for d in written["documents"])
    assert summary["by_rule"]["pinyin-gloss"] == summary["repairable"] == 3


def test_skipped_files_are_counted_by_kind():
    """They are no documents, and the most frequent kind comes first."""
    kinds = ("binary data", "a PNG image", "a PNG image")
    written = report(check_text("fine"), skipped=tuple(Skipped("a.txt", kind) for kind in kinds))
    jsonschema.validate(written, SCHEMA)
    summary = written["summary"]
    assert (summary["documents"], summary["skipped"]) == (1, 3)
    assert list(summary["skipped_by_kind"].items()) == [("a PNG image", 2), ("binary data", 1)]
