"""`textproof inspect`: what was understood of a document, for people and for programs."""

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from textproof.commands.encodings import encoding_of
from textproof.commands.inspect import Inspected, _as_json, _as_text
from textproof.config import Config
from textproof.config_file import load_config, parse_config
from textproof.inspection import inspect_bytes

ROOT = Path(__file__).resolve().parent.parent.parent
SCHEMA = json.loads(files("textproof.reports").joinpath("inspect.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
REPORT = """\
---
title: Tides
date: 2022-09-17
---

Text.

# Tides

## Summary

One two.

### Costs

Three.

## Results
"""
CONTRACT = """\
[type.report]
files = "*.md"
[type.report.fields]
date = { type = "date" }
author = {}
[[type.report.sections]]
heading = "Summary"
"""


def inspected(text, path, config=None):
    """A text as the command knows it."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogateescape")
    document = inspect_bytes(data, path=path, config=config or Config())
    return Inspected(path, encoding_of(data, path), document)


def test_the_text(run, tmp_path, monkeypatch):
    """Encoding, format, language, contract, fields with places, and the tree of sections."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(REPORT, encoding="utf-8")
    (tmp_path / "textproof.toml").write_text(CONTRACT, encoding="utf-8")
    status, output, _ = run("inspect", "a.md")
    assert status == 0
    assert output == (
        "a.md\n"
        "  encoding   ascii, sure, lines end in LF\n"
        "  format     markdown, 18 lines\n"
        "  language   not told by the script\n"
        "  contract   report\n"
        "  main text  20 characters\n"
        "\n"
        "  fields:\n"
        "    title   2:8      Tides  (markup)\n"
        "  * date    3:7      2022-09-17  (markup)\n"
        "  * author  missing\n"
        "\n"
        "  sections:\n"
        "    8:1  Tides  0 characters, 1 item\n"
        "  *   10:1  Summary  7 characters, 2 items\n"
        "        14:1  Costs  6 characters, 1 item\n"
        "      18:1  Results  0 characters, 0 items\n"
    )


def test_the_json(run, tmp_path, monkeypatch):
    """The same as data, by the schema that is installed."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(REPORT, encoding="utf-8")
    (tmp_path / "textproof.toml").write_text(CONTRACT, encoding="utf-8")
    status, output, _ = run("inspect", "a.md", "--report", "json")
    report = json.loads(output)
    VALIDATOR.validate(report)
    (file,) = report["documents"]
    assert (status, file["path"], file["encoding"], file["ascii"]) == (0, "a.md", "utf-8", True)
    document = file["document"]
    assert (document["format"], document["contract"]) == ("markdown", "report")
    assert document["fields"][1] == {
        "name": "date",
        "value": "2022-09-17",
        "line": 3,
        "column": 7,
        "found_by": "markup",
        "demanded": True,
    }
    assert document["fields"][2]["value"] is None
    (top,) = document["sections"]
    assert [section["heading"] for section in top["sections"]] == ["Summary", "Results"]
    assert top["sections"][0]["contract"] == "Summary"
    assert [section["heading"] for section in top["sections"][0]["sections"]] == ["Costs"]
    assert (top["end_line"], top["sections"][0]["end_line"]) == (18, 17)


def test_the_first_seed():
    """Every field of the seed, with its place, and every section of its contract."""
    path = "seeds/000_ca191f50ad90d375.txt"
    config = load_config(ROOT / "pyproject.toml")
    document = inspect_bytes((ROOT / path).read_bytes(), path=str(ROOT / path), config=config)
    assert [(f.name, f.line, f.column, f.found_by) for f in document.fields] == [
        ("breadcrumb", 1, 7, "label"),
        ("title", 3, 1, "title"),
        ("date", 5, 11, "label"),
        ("source", 5, 34, "label"),
        ("editor", 36, 6, "label"),
        ("author", None, None, None),
    ]
    links = [section for section in document.sections if section.contract]
    assert [section.line for section in links] == [37, 40, 42, 44, 46]


def test_a_heading_that_is_not_sure_has_a_question_mark():
    page = "<nav><h2>Menu</h2><p>News</p></nav><main><h1>Tides</h1><p>Low.</p></main>"
    lines = _as_text([inspected(page, "a.html")]).splitlines()
    assert [line[:4] for line in lines if "Menu" in line or "Tides" in line] == ["  ? ", "    "]


def test_what_is_broken_is_said():
    """Broken front matter, with its place."""
    text = "---\ntitle: [a\ndate: b\n---\nText.\n"
    output = _as_text([inspected(text, "a.md")])
    assert "  broken     3:5 did not find expected ',' or ']'" in output


def test_a_file_that_is_no_text(run, tmp_path):
    """It is said what it is, and the status is 1."""
    path = tmp_path / "a.png"
    path.write_bytes(PNG)
    status, output, _ = run("inspect", str(path))
    assert status == 1
    assert output.endswith("encoding   none: a PNG image\n")
    status, output, _ = run("inspect", str(path), "--report", "json")
    report = json.loads(output)
    VALIDATOR.validate(report)
    assert (status, report["documents"][0]["document"]) == (1, None)


def test_standard_input(run, monkeypatch):
    """It has the name that it is given, and the format of that."""
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"# A\n")))
    status, output, _ = run("inspect", "-", "--stdin-filename", "a.md")
    assert status == 0
    assert "format     markdown" in output


def test_nothing_to_inspect(run, tmp_path):
    """A folder without documents is wrong usage."""
    status, _, error = run("inspect", str(tmp_path))
    assert status == 2
    assert "nothing to inspect" in error


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").glob("*.*")), ids=lambda path: path.name)
def test_every_seed_has_a_picture(path):
    """As valid JSON, and as text of 80 columns."""
    file = inspected(path.read_bytes(), path.name)
    VALIDATOR.validate(json.loads(_as_json([file])))
    assert max(map(wcswidth, _as_text([file]).splitlines())) <= 80


HOSTILE = st.lists(
    st.sampled_from(
        [
            *("# ", "## ", "###### ", "---\n", "\n", "title: ", "date: ", "Author: ", "x: "),
            *("<title>", "</title>", "<h1>", "</h1>", "<meta name='", "' content='", "'>", "中文"),
            *("\x1b[31m", "\u202e", "\0", "\udc92", "\t", "\r", "a" * 200, "標" * 100, "e\u0301"),
            *("\u200b", "👩\u200d💻", "相關閱讀\n", "====\n", "作者：", "】", "&#27;[2J", "\u2028"),
        ]
    ),
    max_size=30,
).map("".join)


@given(HOSTILE, st.sampled_from(["a.txt", "a.md", "a.html", "a\x1b[31m\n.md"]))
def test_hostile_documents(text, path):
    """No line is wider than 80 columns but a path, none holds a control, and the JSON is valid."""
    config = parse_config("[type.a]\nfiles = '*'\nfields = { date = {}, x = {} }")
    file = inspected(text, path, config)
    VALIDATOR.validate(json.loads(_as_json([file])))
    output = _as_text([file])
    assert "\x1b" not in output
    for line in output.splitlines():
        assert 0 <= wcswidth(line) <= 80, line
