"""The Markdown summary: bounded, and nothing in it but text whatever the documents hold."""

import pytest
from markdown_it import MarkdownIt

from textproof import Config, check_text
from textproof.reports import Presentation
from textproof.reports.markdown import code, render
from textproof.results import Run, Skipped

GLOSSED = check_text("企業(yè)、產業(yè)、學(xué)校、學(xué)生", path="zh/a.md")
FINDING = GLOSSED.findings[0]
WIDEST = "\U0010fffe"


def summary_of(*results, skipped=(), paths=("docs",)):
    run = Run(results, rules=Config().rules, skipped=skipped)
    return render(run, Presentation(paths=paths))


def test_it_says_verdict_counts_documents_and_repair():
    """All of it in the order in which one asks."""
    skipped = (Skipped("a.md", "a PNG image"),)
    assert summary_of(GLOSSED, check_text("fine"), skipped=skipped) == (
        "## textproof: fail\n"
        "\n"
        "2 documents: 1 passed, 1 failed; 1 file skipped: PNG image.\n"
        "4 findings: 4 errors.\n"
        "\n"
        "| rule | findings | documents |\n"
        "| --- | ---: | ---: |\n"
        "| `pinyin-gloss` | 4 | 1 |\n"
        "\n"
        "### The document\n"
        "\n"
        "- `zh/a.md`: fail, 4 errors\n"
        "  - 1:3 error `pinyin-gloss`: `pinyin gloss “(yè)” injected after 業`\n"
        "  - 1:10 error `pinyin-gloss`: `pinyin gloss “(yè)” injected after 業`\n"
        "  - 1:16 error `pinyin-gloss`: `pinyin gloss “(xué)” injected after 學`\n"
        "  - … and 1 more\n"
        "\n"
        "### Repair\n"
        "\n"
        "- 4 safe repairs: `textproof fix docs`\n"
    )


def test_a_clean_run_is_two_lines():
    """There is no table and no list of nothing."""
    assert summary_of(check_text("fine")).split("\n", 2)[2] == "1 document: 1 passed.\n"


def test_the_worst_ten_documents_are_shown():
    """Those with most errors first, then the others are counted."""
    documents = [GLOSSED._replace(path=f"{n}.md", findings=(FINDING,) * n) for n in range(1, 13)]
    text = summary_of(*documents)
    shown = [line for line in text.splitlines() if line.startswith("- `") and "fail" in line]
    assert [line.split("`")[1] for line in shown] == [f"{n}.md" for n in range(12, 2, -1)]
    assert "… and 2 more documents with findings" in text


def test_the_first_findings_of_a_document_are_of_many_rules():
    """A rule with many findings does not hide the others."""
    found = (FINDING,) * 5 + (FINDING._replace(rule="lost-character"),)
    assert summary_of(GLOSSED._replace(findings=found)).count("`lost-character`: ") == 1


@pytest.mark.parametrize("char", ["&", "`", "|", "漢", "\U00020000", "\0", "\u202e", WIDEST])
def test_it_is_bounded(char):
    """64 KiB hold it, whatever the texts are made of and however many rules there are."""
    long = char * 10_000
    found = tuple(FINDING._replace(rule=f"{n}{long}", message=long) for n in range(100))
    documents = [GLOSSED._replace(path=f"{n}{long}", findings=found) for n in range(30)]
    text = summary_of(*documents, paths=(long, long, long, long))
    assert 1_000 < len(text.encode()) <= 65_536


@pytest.mark.parametrize(
    "text",
    ["a`b", "`", "``", "` `", " a ", "a``b`c", "<b>", "@a #1 [x](y)", "a|b", "\\", "*a*", "&amp;"],
)
def test_a_code_span_holds_any_text(text):
    """A reader of Markdown gets back what was put in."""
    (_, inline, _) = MarkdownIt("commonmark").parse(f"x {code(text)} y")
    assert [(child.type, child.content) for child in inline.children] == [
        ("text", "x "),
        ("code_inline", text),
        ("text", " y"),
    ]


def test_a_rule_with_a_bar_stays_in_its_cell():
    """Tables split their rows at bars, in code too."""
    text = summary_of(GLOSSED._replace(findings=(FINDING._replace(rule="a|b"),)))
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    cells = [
        tokens[index + 1].children for index, token in enumerate(tokens) if token.type == "td_open"
    ]
    assert [cell[0].content for cell in cells] == ["a|b", "1", "1"]


def test_the_command_names_what_the_user_named():
    """Quoted for a shell, made visible, the first few of many; standard input is no file."""
    text = summary_of(GLOSSED, paths=("-", "two words", "a`b\udc92", "c", "d"))
    assert "``textproof fix 'two words' 'a`b⟨92⟩' c …``" in text
    assert "`textproof fix PATH`" in summary_of(GLOSSED, paths=("-",))
