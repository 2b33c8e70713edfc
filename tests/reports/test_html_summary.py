"""What the HTML report says at a glance: verdict, counts, commands, table and charts."""

import pytest
from html_pages import GLOSSED, LATIN, Page, damaged, hostile, page_of, run_of

from textproof import check_bytes, check_text
from textproof.finding import Severity
from textproof.reports import Presentation, html
from textproof.results import Skipped


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
