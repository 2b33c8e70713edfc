"""The HTML report: documents and findings on a page that is whole without JavaScript."""

import os
import subprocess
import sys
from itertools import pairwise

import html_pages
from html_pages import (
    CONTRACT,
    GLOSSED,
    LATIN,
    Page,
    damaged,
    hostile,
    page_of,
    run_of,
)

from textproof import Safety, check_bytes, check_text
from textproof.comparison import Past, PastFinding, compare
from textproof.config_file import parse_config
from textproof.finding import Severity, Verdict
from textproof.reports import Presentation, html
from textproof.reports._display import visible
from textproof.results import Run


def test_ids_are_unique_and_links_resolve():
    """Even two documents without a path that hold the same text have links of their own."""
    page = page_of(*damaged(), check_text(LATIN), check_text(LATIN), *hostile())
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    targets = {link[1:] for link in page.values("href") if link.startswith("#")}
    labels = {name for value in page.values("aria-labelledby") for name in value.split()}
    assert (targets | labels) <= set(ids)
    assert len([link for link in targets if link.startswith("d-")]) == 12


def test_every_document_and_finding_is_there_without_javascript():
    """Paths, messages, excerpts and fingerprints stand in the page itself."""
    results = damaged()
    page = page_of(*results)
    ids = page.values("id")
    for result in results:
        assert (result.path or "<text>") in page.text
        for finding in result.findings:
            assert f"f-{finding.fingerprint}" in ids
            assert visible(finding.message) in page.text
            assert not finding.end or visible(finding.text) in page.texts["mark"]
    assert len(page.texts["mark"]) == sum(f.end > 0 for r in results for f in r.findings)


def test_controls_that_need_javascript_are_hidden_without_it():
    """The filters are not shown until the script shows them, and no heading is a button."""
    page = page_of(*damaged())
    assert [found for _, found in page.elements if found.get("class") == "filters"] == [
        {"class": "filters", "hidden": None}
    ]
    assert page.texts["button"] == ["Show all"]


def test_a_page_is_the_same_in_every_process(tmp_path):
    """Neither the seed of hashes nor the folder nor the hour changes a byte."""
    script = (
        "import sys, html_pages as t; from textproof.reports import Presentation, html;"
        "page = html.render(t.run_of(*t.damaged()), Presentation(paths=('docs',)));"
        "sys.stdout.buffer.write(page.encode())"
    )
    environment = {**os.environ, "PYTHONPATH": os.path.dirname(html_pages.__file__)}
    pages = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**environment, "PYTHONHASHSEED": seed, "TZ": zone},
            cwd=folder,
            check=True,
            capture_output=True,
        ).stdout
        for seed, zone, folder in (("1", "UTC", tmp_path), ("2", "Asia/Tokyo", tmp_path.parent))
    }
    assert len(pages) == 1
    assert os.getcwd().encode() not in pages.pop()


def test_rules_of_a_document_come_by_severity_then_by_number():
    """A rule with an error stands before one with many warnings."""
    result = check_text(f"{LATIN}# A\n\n# B\n\n# C\n\nText.\n\ufffd \ufffd\n", path="a.md")
    blocks = page_of(result).values("data-rule")
    severities = {finding.rule: finding.severity for finding in result.findings}
    counts = {rule: sum(f.rule == rule for f in result.findings) for rule in severities}
    assert len(blocks) == len(severities) > 2
    for first, second in pairwise(blocks):
        assert (severities[first], counts[first]) >= (severities[second], counts[second])


def test_many_findings_of_a_rule_are_folded_and_the_rest_counted():
    """Ten stand open, forty are folded, and the page says how many it leaves out."""
    result = check_text("企業(yè)\n" * 60)
    page = page_of(result)
    assert page.texts["summary"] == ["40 more findings"]
    assert len([name for name in page.values("id") if name.startswith("f-")]) == 50
    assert "… and 10 more; the JSON report has all." in page.text


def test_a_large_run_shows_the_worst_documents_and_counts_the_rest(monkeypatch):
    """What has no place in the table or among the details is counted in plain words."""
    monkeypatch.setattr(html, "ROWS", 4)
    monkeypatch.setattr(html, "DETAILED", 2)
    monkeypatch.setattr(html, "PAGE", 5)
    page = page_of(*(check_text(LATIN * n, path=f"{n}.txt") for n in (6, 5, 4, 3, 2, 1)))
    assert "4 documents, the worst first; 2 more are not in the table" in page.text
    assert "2 documents with the most damage … and 4 more with findings" in page.text
    assert [name.split()[-1] for name in page.texts["h3"][:2]] == ["6.txt", "5.txt"]
    assert "… and 3 more; the JSON report has all." in page.text


def test_nothing_is_left_out_where_every_finding_is_wanted(monkeypatch):
    """`--all` lifts the limits of the page."""
    monkeypatch.setattr(html, "DETAILED", 1)
    results = [check_text("企業(yè)\n" * 60, path=path) for path in ("a.txt", "b.txt")]
    page = page_of(*results, every=True)
    assert len([name for name in page.values("id") if name.startswith("f-")]) == 120
    assert "the JSON report has all" not in page.text


def test_recognised_fields_are_shown():
    """The metadata of a document stands above its findings, hostile values too."""
    note = "Note: <b>Bold</b>\nDate: 2024-02-30\nText."
    result = check_text(note, path="a.txt", config=parse_config(CONTRACT))
    page = page_of(result)
    assert set(result.fields) == {"title", "date"}
    for name, field in result.fields.items():
        assert name in page.texts["th"]
        assert {field.value, f"{field.line}:{field.column}"} <= set(page.texts["td"])


def test_a_value_of_a_field_is_in_the_language_of_its_document():
    """A browser chooses fonts by the language."""
    note = "Note: 企業的發展戰略\nDate: 2024-02-03\n企業的發展戰略與學校的開課時間。\n"
    page = page_of(check_text(note, path="a.txt", config=parse_config(CONTRACT)))
    assert {cell["lang"] for cell in page.all("td") if "lang" in cell} == {"zh-Hant"}


def test_a_repair_is_shown_as_a_change_of_its_line():
    """What goes is struck out, what comes is marked, and whether it is proved is said."""
    page = page_of(check_text(LATIN, path="a.txt"))
    assert (page.texts["del"], page.texts["ins"]) == (["Ã¡", "Ã±"], ["á", "ñ"])
    assert "Safe repair" in page.texts["p"]
    likely = page_of(check_bytes(b"caf\xc3\xa9 don\x92t, na\xc3\xafve r\xc3\xb4le"))
    assert "Likely repair" in likely.texts["p"]
    assert "Safe repair" not in likely.texts["p"]


def test_a_repair_that_takes_out_is_said_in_words():
    """Nothing to see is nothing to read, so the page says that the text is taken out."""
    page = page_of(check_text(GLOSSED))
    assert page.texts["del"][0] == "(yè)"
    assert page.texts.get("ins") is None
    assert "Safe repair: it is taken out" in page.text


def test_the_places_of_a_finding_are_counted_and_listed():
    """A finding of the whole document tells all its places, the first twenty by line and column."""
    page = page_of(check_text("黨的,黨的、黨的。\n" * 30))
    places = next(text for text in page.texts["p"] if text.startswith("30 places"))
    assert places.strip().startswith("30 places: 1:3, 2:3, 3:3")
    assert places.strip().endswith("20:3 and 10 more")


def test_a_rule_is_explained_on_the_page():
    """The name of a rule links to what it finds, why it matters, an example and the repair."""
    page = page_of(check_text(GLOSSED))
    assert {"href": "#rule-pinyin-gloss"} in page.all("a")
    headings = ["What it finds", "Why it matters", "Example", "Repair"]
    assert [name for name in page.texts["h4"] if name in headings] == headings
    assert "戰(zhàn)" in "".join(page.texts["code"])
    assert "6 findings in 1 document" in page.text


def test_a_rule_that_the_run_does_not_know_is_named_without_a_link():
    """Results can be reported without the rules that made them."""
    page = Page(html.render(Run((check_text(GLOSSED, path="a"),)), Presentation()))
    assert "pinyin-gloss" in page.texts["h4"][0]
    assert "Rules" not in page.texts["h2"]


def test_excerpts_are_in_their_own_language_and_direction():
    """A browser chooses fonts by the language, and the order by the text itself."""
    arabic = "بدأت المدرسة في المدينة \ufffd\ufffd يوم الأحد"
    page = page_of(check_text(GLOSSED), check_text(arabic))
    texts = [found for tag, found in page.elements if found.get("class") == "text"]
    assert {found["lang"] for found in texts} == {"zh-Hant", ""}
    assert {found["dir"] for found in texts} == {"auto"}
    assert page.all("html") == [{"lang": "en"}]


def test_a_finding_less_severe_than_its_rule_says_so():
    """Where the findings of a rule differ in severity, each that is milder has its own label."""
    result = check_text(GLOSSED, path="a.txt")
    first, *others = result.findings
    mixed = result._replace(findings=(first._replace(severity=Severity.INFO), *others))
    labels = [text for text in page_of(mixed).texts["span"] if text in ("error", "info")]
    assert labels == ["error", "info"]
    assert (first.repair.safety, result.verdict) == (Safety.SAFE, Verdict.FAIL)


def compared(*results, past=()):
    """A page beside an earlier run with some findings."""
    trend = [Past("monday", 2, 2, ()), Past("<tuesday>", 2, 1, tuple(past))]
    return Page(
        html.render(
            run_of(*results, comparison=compare(trend, results, ["pinyin-gloss"])), Presentation()
        )
    )


def test_a_comparison_marks_what_is_new_and_lists_what_is_gone():
    """A finding of the earlier run is not new; one that is not found again is listed, escaped."""
    result = check_text(GLOSSED, path="a.md")
    old = [PastFinding(f.fingerprint, "a.md", f.rule, 1, 1, f.message) for f in result.findings[:3]]
    old.append(PastFinding("0" * 16, "a.md", "pinyin-gloss", 7, 9, "<b>gone</b>"))
    page = compared(result, past=old)
    new = [found for _, found in page.elements if "new" in found.get("class", "").split()]
    assert len([found for found in new if found.get("id", "").startswith("f-")]) == 3
    assert "a.md:7:9 pinyin-gloss <b>gone</b>" in " ".join(page.text.split())
    assert page.texts["h2"][0] == "Compared with <tuesday>"
    labels = [svg["aria-label"] for svg in page.all("svg") if svg.get("class") == "trend"]
    assert labels == [
        "Findings per run: monday: 0; <tuesday>: 4; now: 6",
        "Failed documents per run: monday: 2; <tuesday>: 1; now: 1",
    ]
    assert (page.unbalanced, page.open) == ([], [])
