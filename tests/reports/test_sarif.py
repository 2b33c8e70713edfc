"""The SARIF report: what GitHub shows, and what it refuses."""

import gzip
import json

import pytest

from textproof import Config, Repair, Safety, check_bytes, check_text
from textproof.finding import Severity
from textproof.reports import Presentation, sarif
from textproof.reports._sarif_rules import descriptors
from textproof.results import Run
from textproof.rule import Rule

GLOSSED = check_text("企業(yè)、產業(yè)\n學(xué)校", path="zh/a.md")
FINDING = GLOSSED.findings[0]
RULES = Config().rules


def log_of(*results, rules=RULES):
    log = json.loads(sarif.render(Run(results, rules=rules), Presentation()))
    assert len(log["runs"]) == 1
    return log["runs"][0]


def result_of(finding):
    (result,) = log_of(GLOSSED._replace(findings=(finding,)))["results"]
    return result


def notes(log):
    (invocation,) = log["invocations"]
    return [note["message"]["text"] for note in invocation["toolExecutionNotifications"]]


def test_a_rule_has_all_that_github_shows():
    """Each rule of the run is described, from its own documentation."""
    rules = log_of()["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.name for rule in RULES]
    for rule in rules:
        assert rule["name"].isalnum()
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert "What it finds\n    " in rule["help"]["text"]
        assert "**What it finds**\n\n" in rule["help"]["markdown"]
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
        assert 0 < len(rule["properties"]["tags"]) <= 20


def test_a_long_description_is_cut_between_words():
    """GitHub takes 1,024 characters."""
    rule = Rule("long", "v", "textproof.reports.sarif", Severity.INFO, (), (), "word " * 300)
    (described,) = descriptors([rule], [])
    text = described["shortDescription"]["text"]
    assert 1000 < len(text) <= 1024
    assert text.endswith("word …")


def test_a_rule_that_did_not_come_with_the_run_is_listed_by_its_name():
    """So that every result has its rule."""
    log = log_of(GLOSSED, rules=())
    assert [rule["id"] for rule in log["tool"]["driver"]["rules"]] == ["pinyin-gloss"]
    assert {result["ruleIndex"] for result in log["results"]} == {0}


def test_a_place_has_four_numbers_in_code_points():
    """Lines and columns are those of the finding, and the run says what a column is."""
    log = log_of(GLOSSED)
    assert log["columnKind"] == "unicodeCodePoints"
    regions = [r["locations"][0]["physicalLocation"]["region"] for r in log["results"]]
    assert regions[2] == {"startLine": 2, "startColumn": 2, "endLine": 2, "endColumn": 7}


@pytest.mark.parametrize(
    ("path", "uri", "base"),
    [
        ("a b#c?d%.md", "a%20b%23c%3Fd%25.md", True),
        ("a:b,c.md", "a%3Ab%2Cc.md", True),
        ("資.md", "%E8%B3%87.md", True),
        ("caf\udce9.md", "caf%E9.md", True),
        ("half\ud800.md", "half%ED%A0%80.md", True),
        ("/else/a b.md", "file:///else/a%20b.md", False),
        (None, "%3Ctext%3E", True),
    ],
)
def test_a_path_is_a_uri(path, uri, base):
    """Percent-encoded, byte by byte; outside the working folder it is absolute."""
    (result, *_) = log_of(GLOSSED._replace(path=path))["results"]
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == ({"uri": uri, "uriBaseId": "%SRCROOT%"} if base else {"uri": uri})


def test_the_fingerprint_is_ours_alone():
    """`primaryLocationLineHash` is left to GitHub's upload, which warns of any other value."""
    assert result_of(FINDING)["partialFingerprints"] == {"textproof/v1": FINDING.fingerprint}


def test_a_repair_is_a_fix_of_its_region():
    """It takes out what is damaged and puts in what should stand there."""
    fix = result_of(FINDING._replace(repair=Repair("x", Safety.SAFE)))["fixes"][0]
    (change,) = fix["artifactChanges"]
    assert fix["description"]["text"] == "safe repair"
    assert change["artifactLocation"]["uri"] == "zh/a.md"
    (replacement,) = change["replacements"]
    region = result_of(FINDING)["locations"][0]["physicalLocation"]["region"]
    assert replacement == {"deletedRegion": region, "insertedContent": {"text": "x"}}


def test_a_repair_in_many_places_is_made_in_each():
    """The further places are replaced too, and named as related locations."""
    result = check_text("黨的,黨的,黨的,黨的、黨的。黨的“黨”", path="a.md")
    (written,) = log_of(result)["results"]
    starts = [start for start, _ in result.findings[0].spans]
    replacements = written["fixes"][0]["artifactChanges"][0]["replacements"]
    assert [r["deletedRegion"].get("charOffset") for r in replacements] == [None, *starts[1:]]
    related = [r["physicalLocation"]["region"]["startColumn"] for r in written["relatedLocations"]]
    assert related == [start + 1 for start in starts[1:]]


@pytest.mark.parametrize(
    "repair",
    [None, Repair("", encoding="utf-8"), Repair("x" * 3000), Repair("\udc92")],
    ids=["none", "encoding", "long", "surrogate"],
)
def test_what_a_log_cannot_hold_is_no_fix(repair):
    """Nor is a repair that writes the document in another encoding."""
    assert "fixes" not in result_of(FINDING._replace(repair=repair))


def test_a_message_holds_no_link_and_no_placeholder():
    """What looks like one in a document is shown as text."""
    message = result_of(FINDING._replace(message="“[a](https://b)” {0}"))["message"]["text"]
    assert message == "“[a] (https://b)” {{0}}"


def test_the_worst_findings_are_listed_and_the_others_counted():
    """GitHub takes 25,000 of a run."""
    found = [FINDING._replace(severity=Severity.INFO)] * 20_000 + [FINDING] * 10_000
    log = log_of(GLOSSED._replace(findings=tuple(found)))
    levels = [result["level"] for result in log["results"]]
    assert levels == ["error"] * 10_000 + ["note"] * 15_000
    assert notes(log) == ["5,000 findings of this run are not listed: the worst are"]
    assert notes(log_of(GLOSSED)) == []


def test_a_large_log_goes_without_fixes_then_without_the_last_findings(monkeypatch):
    """GitHub takes 10 MB in gzip, here fewer."""
    texts = [f"{number * 0x9E3779B97F4A7C15:x}" * 20 for number in range(1, 201)]
    found = tuple(FINDING._replace(repair=Repair(text), message=text) for text in texts)
    run = Run((GLOSSED._replace(findings=found),))

    def limited(largest):
        monkeypatch.setattr(sarif, "LARGEST", largest)
        text = sarif.render(run, Presentation())
        assert len(gzip.compress(text.encode(), 6)) <= largest
        return json.loads(text)["runs"][0]

    whole = len(gzip.compress(sarif.render(run, Presentation()).encode(), 6))
    assert "fixes" in limited(whole)["results"][0]
    without_fixes = limited(whole - 100)
    assert len(without_fixes["results"]) == 200
    assert not any("fixes" in result for result in without_fixes["results"])
    assert notes(without_fixes) == [
        "repairs are not listed: the log would be larger than GitHub takes"
    ]
    few = limited(3_000)
    assert 0 < len(few["results"]) < 200
    assert notes(few)[0].startswith(f"{200 - len(few['results'])} findings")


def test_a_document_in_another_encoding_has_its_result():
    """A finding about the whole document stands at its first character."""
    result = check_bytes("Правила пользования читальным залом".encode("cp1251"), path="ru.txt")
    (written,) = log_of(result)["results"]
    region = written["locations"][0]["physicalLocation"]["region"]
    assert set(region.values()) == {1}
