"""The HTML report: complete without JavaScript, and safe whatever the documents hold."""

import os
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from textproof import Config, Repair, Safety, check_bytes, check_text
from textproof.comparison import Past, PastFinding, compare
from textproof.config_file import parse_config
from textproof.finding import Severity, Verdict
from textproof.reports import Presentation, html
from textproof.reports._display import visible
from textproof.reports._excerpts import excerpt, repaired
from textproof.reports._language import CHINESE
from textproof.results import DocumentResult, FieldValue, Run, Skipped

GLOSSED = "企業(yè)的發(fā)展戰(zhàn)略。\n社區(qū)學(xué)校開(kāi)課。\n"
LATIN = "biblioteca abre de lunes a sÃ¡bado. Los niÃ±os pueden leer\n"
CONTRACT = """
[type.note]
files = ["*.txt"]
title = "Note: {}"
[type.note.fields]
date = { type = "date" }
author = {}
"""
HOSTILE = (
    "sÃ¡bado <script>alert(1)</script> \"q\" 'q' & <img src=x onerror=alert(2)>\n"
    "GuÃ\xada </style></script><!-- --> {{ 77 * 77 }} \ud800 \0 \u202e \udc92 \ufffd\n"
)
HOSTILE_PATH = "a\"'><script>alert(3)</script>&\n\u202e\0\udc92/{{ 77 * 77 }}/x.txt"
CHANGE = [("del", "Ã©"), ("ins", "é")]
VOID = {"br", "input", "link", "meta"}


class Page(HTMLParser):
    """A page, parsed: its elements with their attributes, and the text in each kind of element."""

    def __init__(self, text):
        super().__init__()
        self.source, self.elements, self.texts, self.unbalanced = text, [], {}, []
        self.open = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_startendtag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.unbalanced.append((tag, self.getpos()))

    def handle_data(self, data):
        for tag in set(self.open):
            self.texts[tag][-1] += data

    def all(self, name):
        return [attributes for tag, attributes in self.elements if tag == name]

    def values(self, attribute):
        return [found[attribute] for _, found in self.elements if attribute in found]

    @property
    def text(self):
        return "".join(self.texts["html"])


def run_of(*results, **values):
    return Run(results, rules=Config().rules, **values)


def page_of(*results, **presentation):
    return Page(html.render(run_of(*results), Presentation(**presentation)))


def damaged():
    """Documents with each kind of result."""
    return (
        check_text(GLOSSED, path="zh/a.md"),
        check_text(LATIN, path="es/a.txt"),
        check_text("Good text.\n", path="es/good.txt"),
        check_bytes(b"caf\xc3\xa9 don\x92t, na\xc3\xafve r\xc3\xb4le\n", path="b.txt"),
        check_bytes("Правила пользования читальным залом".encode("cp1251"), path="ru.txt"),
        check_bytes(bytes(range(256)) * 4, path="binary.txt"),
        check_text("黨的,黨的,黨的,黨的、黨的。黨的“黨”"),
        check_text("nothing", path="n.txt", config=parse_config(CONTRACT)),
    )


def hostile():
    """Documents that attack the page, and one of which nothing is as it should be."""
    found = check_text(HOSTILE).findings[0]._replace(
        message=f"{HOSTILE} “{HOSTILE}”", text=HOSTILE,
        repair=Repair(HOSTILE[::-1]), before=HOSTILE, after=HOSTILE,
    )  # fmt: skip
    poisoned = DocumentResult(
        path=HOSTILE, verdict=Verdict.FAIL, encoding=HOSTILE, language=HOSTILE, format=HOSTILE,
        contract=HOSTILE, findings=(found,), fields={HOSTILE: FieldValue(HOSTILE, 1, 1)},
    )  # fmt: skip
    return check_text(HOSTILE, path=HOSTILE_PATH), check_text(HOSTILE, path="b.md"), poisoned


def finding_of(text, repair, before="before ", after=" after"):
    """A finding of some text with a repair, in its line."""
    found = check_text(GLOSSED).findings[0]
    start = len(before)
    return found._replace(text=text, repair=Repair(repair), start=start, end=start + len(text),
        column=start + 1, before=before, after=after,
    )  # fmt: skip


@pytest.mark.parametrize("results", [(), damaged(), hostile()], ids=["empty", "damaged", "hostile"])
def test_a_page_is_well_formed(results):
    """Every element that is opened is closed, in order."""
    page = page_of(*results)
    assert (page.unbalanced, page.open) == ([], [])
    assert page.source.startswith("<!doctype html>\n")


@pytest.mark.parametrize("results", [damaged(), hostile()], ids=["damaged", "hostile"])
def test_nothing_of_a_document_is_executed(results):
    """There is one script and one style, the page's own; no event handler, no inline style."""
    page = page_of(*results)
    names = [tag for tag, _ in page.elements]
    assert (names.count("script"), names.count("style")) == (1, 1)
    assert page.texts["script"] == [html._asset("html.js")]
    assert {"img", "iframe", "object", "embed", "base", "form"}.isdisjoint(names)
    attributes = {name for _, found in page.elements for name in found}
    assert not [name for name in attributes if name.startswith("on") or name == "style"]


def test_a_hostile_document_is_shown_as_text():
    """Markup of a document or of its path is on the page for people to read."""
    text = page_of(*hostile()).text
    assert "<script>alert(1)</script> \"q\" 'q' & <img src=x onerror" in text
    assert visible(HOSTILE_PATH) in text
    assert text.count("{{ 77 * 77 }}") > 20
    assert "5929" not in text


def test_characters_that_are_not_seen_are_made_visible():
    """No control, override or lone surrogate gets into the page; each is shown by its number."""
    page = page_of(*hostile())
    assert page.source.encode("utf-8")
    assert not set("\0\x85\x9d\xad\u200b\u202e\u2066\ufeff") & set(page.source)
    assert "⟨U+D800⟩ ⟨U+0000⟩ ⟨U+202E⟩ ⟨92⟩" in page.text


def test_the_policy_lets_only_the_own_style_and_script_count():
    """The content security policy forbids all, but the hashes of the style and script in the
    page."""
    page = page_of(*damaged())
    policy = next(meta["content"] for meta in page.all("meta") if "http-equiv" in meta)
    assert policy.startswith("default-src 'none'; ")
    for kind in ("style", "script"):
        hashed = b64encode(sha256(page.texts[kind][0].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{hashed}';" in policy


def test_a_page_loads_nothing():
    """No address of another file or host is in an attribute or in the style."""
    page = page_of(*damaged(), *hostile())
    assert page.values("src") == []
    links = page.values("href")
    assert all(link.startswith(("#", "data:image/svg+xml,")) for link in links)
    assert not [word for word in ("url(", "@import", "http") if word in page.texts["style"][0]]


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
        "import sys, test_html as t; from textproof.reports import Presentation, html;"
        "page = html.render(t.run_of(*t.damaged()), Presentation(paths=('docs',)));"
        "sys.stdout.buffer.write(page.encode())"
    )
    environment = {**os.environ, "PYTHONPATH": os.path.dirname(__file__)}
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


def test_the_verdict_is_the_first_heading():
    """The page says at once that the run failed, by how much, and what repairs it."""
    page = page_of(*damaged(), paths=("docs", "more docs", "-"))
    assert page.texts["h1"][0].strip() == "Fail"
    summary = run_of(*damaged()).summary()
    assert f"{summary.failed} of 8 documents failed, 1 of 8 documents could not" in page.text
    assert f"{summary.passed} passed, {summary.failed} failed, 1 unreadable" in page.text
    commands = page.texts["code"][:2]
    assert commands == [
        "textproof fix docs 'more docs'",
        "textproof fix --unsafe --diff docs 'more docs'",
    ]


def test_a_clean_run_passes():
    """A run without findings says pass, offers no repair and has no empty parts."""
    page = page_of(check_text("Good.", path="a.txt"), check_text("Good.", path="b.txt"))
    assert page.texts["h1"][0].strip() == "Pass"
    assert "All 2 documents passed." in page.text
    assert page.texts["h2"] == ["Documents"]
    assert "textproof fix" not in page.text


def test_a_run_without_documents_says_so():
    """Nothing to check is neither shown as success nor as a table without rows."""
    page = page_of()
    assert page.texts["h1"][0].strip() == "Nothing to check"
    assert "No document was checked." in page.text
    assert page.all("table") == page.all("nav") == []


def test_one_document_needs_no_search_and_no_way_back():
    """There is nothing to choose from; the sentence is about the document, and charts are of what
    there is more than one of."""
    page = page_of(check_text(GLOSSED, path="a.md"))
    assert "The document failed." in page.text
    assert [found for _, found in page.elements if found.get("class") in ("filters", "up")] == []
    assert page.texts["figcaption"] == ["Findings by rule", "Findings by severity"]
    clean = page_of(check_text("Good.", path="a.md"))
    assert "The document passed." in clean.text
    assert "figcaption" not in clean.texts


def test_the_table_has_columns_for_what_there_is():
    """Language and contract have none where no document has any; counts stand beside the name."""
    columns = ["Verdict", "Document", "Errors", "Warnings", "Info", "Encoding"]
    texts = page_of(check_text("Good.", path="a.md")).texts["th"]
    assert texts[: len(columns) + 1] == [*columns, "a.md"]
    page = page_of(*damaged())
    assert page.texts["th"][: len(columns) + 2] == [*columns, "Language", "Contract"]


def test_skipped_files_are_counted_beside_the_documents():
    """The page says how many and what they are, and nothing of it where there are none."""
    run = run_of(check_text("Good.", path="a.txt"), skipped=(Skipped("b.txt", "a PNG image"),) * 3)
    said = "3 files skipped: PNG image"
    page = Page(html.render(run, Presentation()))
    assert said in page.texts["span"]
    assert (page.unbalanced, page.open) == ([], [])
    assert "skipped" not in page_of(check_text("Good.", path="a.txt")).text


def test_a_run_that_only_could_not_be_read_is_no_pass():
    """Unreadable documents are counted and named."""
    page = page_of(check_bytes(bytes(range(256)) * 4, path="binary.txt"))
    assert page.texts["h1"][0].strip() == "Unreadable"
    assert "1 of 1 document could not be read." in page.text


@pytest.mark.parametrize(
    ("severity", "said"),
    [
        (Severity.ERROR, "A document fails on an error."),
        (Severity.WARNING, "A document fails on a warning or an error."),
        (Severity.INFO, "A document fails on any finding."),
    ],
)
def test_what_fails_a_document_is_said(severity, said):
    """The threshold is on the page, since a verdict means nothing without it."""
    assert said in Page(html.render(run_of(fail_on=severity), Presentation())).text


def test_the_worst_document_comes_first():
    """Documents stand by their errors, those that passed last."""
    page = page_of(*damaged())
    rows = [row["data-verdict"] for row in page.all("tr") if "data-verdict" in row]
    assert rows == ["fail"] * 5 + ["unreadable"] + ["pass"] * 2
    assert "zh/a.md" in page.texts["h3"][0]


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


def test_charts_say_in_words_what_they_show():
    """Every chart has its numbers as text and in its accessible name, hostile folders too."""
    page = page_of(*damaged(), *hostile())
    names = [found["aria-label"] for found in page.all("svg") if "role" in found]
    assert page.texts["figcaption"] == [
        "Findings by rule",
        "Findings by severity",
        "Findings by folder",
        "Documents by encoding",
    ]
    assert len(names) == 5
    assert "pinyin-gloss: 6 error" in names[1]
    assert any("<script>alert(3)</script>" in name for name in names)
    assert "pinyin-gloss" in "".join(page.texts["svg"])


def test_a_bar_of_a_rule_leads_to_its_explanation():
    """Its label is a link, and then the chart is no image, which could hold none."""
    page = page_of(*damaged())
    by_rule, by_severity = [svg for svg in page.all("svg") if "role" in svg][1:3]
    assert (by_rule["role"], by_severity["role"]) == ("group", "img")
    assert '<a href="#rule-pinyin-gloss"><text class="label"' in page.source


def test_a_folder_without_findings_has_no_bar():
    """Good folders would push bad ones out of the chart."""
    page = page_of(*(check_text(LATIN, path=f"{name}/1.txt") for name in "ab"),
                   check_text("Good.", path="c/1.txt"))  # fmt: skip
    by_folder = [svg["aria-label"] for svg in page.all("svg") if "role" in svg][3]
    assert by_folder == "a: 1 error; b: 1 error"


def test_one_folder_needs_no_chart():
    """A chart with one bar says nothing, so folders are compared where there are several."""
    page = page_of(check_text(LATIN, path="a/1.txt"), check_text(LATIN, path="a/2.txt"))
    assert "Findings by folder" not in page.text


def test_bars_beyond_the_twelfth_are_summed_up():
    """A run over many folders shows the worst and one bar for the rest."""
    page = page_of(*(check_text(LATIN, path=f"{n}/a.txt") for n in range(20)))
    names = [found["aria-label"] for found in page.all("svg") if "role" in found]
    assert names[3].endswith("; 9 others: 9 error")
    assert names[3].count(";") == 11


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("x", "", [("del", "x")]),
        ("", "x", [("ins", "x")]),
        ("a\n", "a\n\n", [("ins", "\n")]),
        ("one two three", "three", [("del", "one two ")]),
        ("Ã© olÃ©", "é olé", [*CHANGE, ("", " ol"), *CHANGE]),
        ("x" * 300 + "1", "x" * 300 + "2", [("del", "1"), ("ins", "2")]),
        ("x" * 300, "", [("del", "x" * 240)]),
        ("same", "same", []),
    ],
)  # fmt: skip
def test_a_repair_shows_what_changes(old, new, pieces):
    """Between the text around it there is what goes and what comes, and no more."""
    assert repaired(finding_of(old, new))[1:-1] == pieces


def test_text_that_is_cut_off_is_marked():
    """An ellipsis says where the line or the damage goes on."""
    found = finding_of("y" * 300, "z", before="b" * 60, after="a" * 60)
    before, mark, after = excerpt(found._replace(column=100))
    assert before == ("", "…" + "b" * 60)
    assert mark == ("mark", "y" * 240 + "…")
    assert after == ("", "a" * 60 + "…")
    assert repaired(found)[0] == ("", "…" + "b" * 16)


def test_what_is_not_there_has_no_excerpt():
    """A missing field has a message, and neither an excerpt nor a repair."""
    result = check_text("Note: a\n", path="a.txt", config=parse_config(CONTRACT))
    missing = result.findings[0]
    assert (missing.rule, excerpt(missing), repaired(missing)) == ("missing-field", [], [])
    assert "mark" not in page_of(result).texts


def test_a_finding_less_severe_than_its_rule_says_so():
    """Where the findings of a rule differ in severity, each that is milder has its own label."""
    result = check_text(GLOSSED, path="a.txt")
    first, *others = result.findings
    mixed = result._replace(findings=(first._replace(severity=Severity.INFO), *others))
    labels = [text for text in page_of(mixed).texts["span"] if text in ("error", "info")]
    assert labels == ["error", "info"]
    assert (first.repair.safety, result.verdict) == (Safety.SAFE, Verdict.FAIL)


def test_every_text_of_the_interface_has_its_chinese():
    """The page asks for no text that the table lacks, and the table has none too many."""
    asked = set()
    for name in ("html.jinja", "html.py", "_charts.py", "_headline.py"):
        source = html._asset(name)
        asked |= {text for _, text in re.findall(r"""(["'])((?:(?!\1)[^\n])+)\1""", source)}
        asked |= {a or b for a, b in re.findall(r"""say\((?:"([^"]*)"|'([^']*)')""", source)}
    said = {
        a or b
        for a, b in re.findall(r"""say\((?:"([^"]*)"|'([^']*)')""", html._asset("html.jinja"))
    }
    assert said <= set(CHINESE)
    assert set(CHINESE) - asked <= {"pass", "fail", "unreadable", "error", "warning", "info"}


def test_a_page_in_chinese_says_so():
    """Its language is Chinese, but for what is English everywhere, which is marked."""
    page = page_of(*damaged(), language="zh")
    assert page.all("html") == [{"lang": "zh-Hans"}]
    assert page.texts["h1"][0].strip() == "未通过"
    assert page.texts["h2"] == ["文档", "问题", "规则"]
    assert (page.unbalanced, page.open) == ([], [])


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
