"""`textproof learn`: a draft from good documents demands what they have, and no more."""

import random
from pathlib import Path

import pytest
from families import FAMILIES, another, write_family

from textproof import Severity, check_text
from textproof.config_file import parse_config
from textproof.decoding import decode
from textproof.document import Document
from textproof.drafting import draft
from textproof.learning import gather

MANY = 20
CONTRACT_RULES = {
    "missing-field",
    "field-format",
    "bad-date",
    "dates-disagree",
    "missing-section",
    "section-order",
    "duplicate-section",
    "short-section",
    "empty-section",
    "boilerplate",
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def drafts(tmp_path_factory):
    """A configuration that was drafted from each family."""
    root = tmp_path_factory.mktemp("families")
    configs = {}
    for name in FAMILIES:
        write_family(name, root / name, MANY)
        paths = sorted(map(str, (root / name).iterdir()))
        documents = [Document(decode(Path(p).read_bytes(), p), path=p) for p in paths]
        text = draft(name.replace("_", "-"), f"{name}/*", gather(documents))
        configs[name] = parse_config(text)._replace(root=root)
    return configs


def found(name, parts, config):
    """The rules that the draft finds broken in one more document, with what the finding names."""
    path = str(config.root / name / f"more{FAMILIES[name][1]}")
    findings = check_text("".join(parts.values()), path=path, config=config).findings
    return {
        (f.rule, f.detail.get("field") or f.detail.get("section"))
        for f in findings
        if f.rule in CONTRACT_RULES
    }


@pytest.mark.parametrize("name", FAMILIES)
def test_a_draft_finds_nothing_in_what_it_was_learnt_from(run, folder, name):
    """No finding of any severity, and the draft is a configuration."""
    write_family(name, folder / name, MANY)
    status, output, error = run("learn", name)
    assert status == 0
    assert error.endswith("drafted from 20 documents; it finds nothing in them\n")
    config = parse_config(output)._replace(root=folder)
    for path in sorted((folder / name).iterdir()):
        result = check_text(path.read_text(encoding="utf-8"), path=str(path), config=config)
        assert [f.message for f in result.findings if f.rule in CONTRACT_RULES] == []
        assert result.contract == name.replace("_", "-")


@pytest.mark.parametrize("name", FAMILIES)
def test_a_draft_finds_nothing_in_other_good_documents(drafts, name):
    """Documents of the family that it has not seen pass."""
    for seed in range(100, 130):
        assert found(name, another(name, seed), drafts[name]) == set()


@pytest.mark.parametrize(
    ("name", "part", "missed"),
    [
        ("news_zh", "breadcrumb", ("missing-field", "您的位置")),
        ("news_zh", "title", ("missing-field", "title")),
        ("news_zh", "date", ("missing-field", "date")),
        ("news_zh", "source", ("missing-field", "source")),
        ("news_zh", "number", ("missing-field", "稿件編碼")),
        ("news_zh", "editor", ("missing-field", "editor")),
        ("news_zh", "background", ("missing-section", "背景導讀")),
        ("news_zh", "links", ("missing-section", "相關閱讀")),
        ("report_md", "title", ("missing-field", "title")),
        ("report_md", "date", ("missing-field", "date")),
        ("report_md", "author", ("missing-field", "author")),
        ("report_md", "tags", ("missing-field", "tags")),
        ("report_md", "pages", ("missing-field", "pages")),
        ("report_md", "summary", ("missing-section", "Summary")),
        ("report_md", "methods", ("missing-section", "Methods")),
        ("report_md", "results", ("missing-section", "Results")),
        ("report_md", "references", ("missing-section", "References")),
        ("page_html", "title", ("missing-field", "title")),
        ("page_html", "author", ("missing-field", "author")),
        ("page_html", "description", ("missing-field", "description")),
        ("page_html", "date", ("missing-field", "date")),
        ("page_html", "canonical", ("missing-field", "origin")),
        ("page_html", "summary", ("missing-section", "Summary")),
        ("page_html", "costs", ("missing-section", "Costs")),
    ],
)
def test_a_draft_finds_what_is_missing_in_the_next_document(drafts, name, part, missed):
    """Each field and each section that the twenty have, when the twenty-first has it not."""
    parts = another(name)
    del parts[part]
    assert missed in found(name, parts, drafts[name])


@pytest.mark.parametrize(
    ("name", "changes", "missed"),
    [
        ("report_md", {"date": "date: soon\n"}, ("bad-date", None)),
        ("report_md", {"pages": "pages: many\n"}, ("field-format", "pages")),
        ("report_md", {"title": f"title: {'x' * 300}\n"}, ("field-format", "title")),
        ("report_md", {"summary": "## Summary\n\nShort.\n\n"}, ("short-section", "Summary")),
        ("report_md", {"summary": "## Summary\n\n"}, ("empty-section", "Summary")),
        ("page_html", {"canonical": "<meta name=origin content=x>"}, ("field-format", "origin")),
        ("news_zh", {"links": "相關閱讀\n"}, ("empty-section", "相關閱讀")),
        ("news_zh", {"number": " 稿件編碼：無\n"}, ("field-format", "稿件編碼")),
    ],
)
def test_a_draft_finds_what_is_wrong_in_the_next_document(drafts, name, changes, missed):
    """Values of another type or length, and sections with nothing in them."""
    assert missed in found(name, another(name) | changes, drafts[name])


def test_a_draft_finds_what_is_out_of_order(drafts):
    """The order of the sections is that of the documents."""
    parts = another("report_md")
    parts["methods"], parts["results"] = parts["results"], parts["methods"]
    rules = {rule for rule, _ in found("report_md", parts, drafts["report_md"])}
    assert rules == {"section-order"}


def test_what_not_all_have_is_optional(run, folder):
    """It is drafted with how many have it; what only some have is not drafted."""
    write_family("report_md", folder / "a", MANY)
    for number, part in ((3, "author:"), (5, "tags:")):
        path = folder / "a" / f"{number:03}.md"
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(x for x in lines if not x.startswith(part)), encoding="utf-8")
    path = folder / "a" / "007.md"
    path.write_text(path.read_text(encoding="utf-8").replace("## Methods\n", "## Ways\n"), "utf-8")
    for path in list((folder / "a").iterdir())[:10]:
        text = path.read_text(encoding="utf-8").replace("pages:", "sheets:")
        path.write_text(text, encoding="utf-8")
    status, output, error = run("learn", "a")
    (contract,) = parse_config(output).types
    assert (status, error) == (0, "a: drafted from 20 documents; it finds nothing in them\n")
    optional = {field.name: field.optional for field in contract.fields}
    assert optional == {"title": False, "date": False, "author": True, "tags": True}
    assert "# in 19 of 20 documents" in output
    assert {s.name: s.optional for s in contract.sections}["Methods"] is True


def test_what_heads_a_section_of_all_is_no_title(run, folder):
    """Titles differ; a heading in brackets that all documents share is one of a section."""
    for number in range(20):
        text = f"Notice {number}\n\n【Ships】\n\nShip {number} came in at six.\n"
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    _, output, _ = run("learn", ".")
    assert "title" not in output
    assert 'heading = "【Ships】"' in output


def test_sections_in_no_order_are_not_ordered(run, folder):
    """The fewest that have to be are free, the others keep their order."""
    write_family("report_md", folder / "a", MANY)
    for number, path in enumerate(sorted((folder / "a").iterdir())):
        head, methods, rest = path.read_text(encoding="utf-8").partition("## Methods")
        if number % 3 == 0:
            text = head.replace("## Summary", "## Methods") + "## Summary" + rest
            path.write_text(text, encoding="utf-8")
        assert methods
    _, output, error = run("learn", "a")
    (contract,) = parse_config(output).types
    assert error.endswith("it finds nothing in them\n")
    assert sum(not section.ordered for section in contract.sections) == 1
    assert len(contract.sections) == 4


def test_a_folder_of_several_formats_gives_several_types(run, folder):
    """Each with its own files; of too few documents nothing is learnt."""
    for name in FAMILIES:
        write_family(name, folder / "docs", 5 if name != "page_html" else 2)
    status, output, error = run("learn", "docs")
    assert status == 0
    types = parse_config(output).types
    assert [(t.name, t.files) for t in types] == [
        ("docs-markdown", ("docs/**/*.md",)),
        ("docs-plain", ("docs/**/*.txt",)),
    ]
    assert "docs: 2 documents are in html, too few to learn from" in error


def test_several_folders_give_several_types(run, folder):
    """A type a folder, and one configuration of all."""
    write_family("news_zh", folder / "news", 4)
    write_family("report_md", folder / "reports", 4)
    status, output, _ = run("learn", "news", "reports")
    assert status == 0
    assert [t.name for t in parse_config(output).types] == ["news", "reports"]


def test_the_name_of_a_type(run, folder):
    """It is that of the folder, or what is given."""
    write_family("report_md", folder / "My reports (2022)", 4)
    assert "[type.My-reports-2022]" in run("learn", "My reports (2022)")[1]
    output = run("learn", "My reports (2022)", "--name", "報告 x")[1]
    assert parse_config(output).types[0].name == "報告 x"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["learn", "-"], "learn reads folders; it does not read standard input"),
        (["learn", "empty"], "nothing to learn from in empty"),
        (["learn", "two"], "nothing to learn: a type wants 3 documents at least"),
        (["learn", "none"], "no such file or folder: none"),
    ],
)
def test_what_cannot_be_learnt_from(run, folder, arguments, message):
    """It is said in one sentence."""
    (folder / "empty").mkdir()
    write_family("report_md", folder / "two", 2)
    status, _, error = run(*arguments)
    assert status == 2
    assert message in error


def test_hostile_documents_give_a_draft_that_can_be_read(run, folder):
    """Whatever they hold: quotation marks, controls, what looks like TOML."""
    rng = random.Random(7)
    pieces = [
        *(
            '# "x" = [\n',
            "## \\u0000 '''\n",
            'k"ey: "v\\x"\n',
            "a\x1b[31m: b\x7f\n",
            "]]\n",
            '"""\n',
        ),
        *("標題：\u202e值\n", "---\n", "title: 'x\n", "Text.\n\n", "\udc92: y\n", "A: \x00\n"),
    ]
    (folder / "h").mkdir()
    for suffix in ("md", "txt", "html"):
        for number in range(8):
            text = "".join([*pieces, *rng.sample(pieces, 5)])
            path = folder / "h" / f'{number}".{suffix}'
            path.write_bytes(text.encode("utf-8", "surrogateescape"))
    status, output, _ = run("learn", "h")
    assert status == 0
    assert len(parse_config(output).types) == 3
    assert "\x1b" not in output


def test_of_very_many_documents_some_are_looked_at(run, folder, monkeypatch):
    """Every second, third … of them, and it is said how many."""
    monkeypatch.setattr("textproof.commands.learn.MOST", 4)
    write_family("report_md", folder / "a", 10)
    status, output, error = run("learn", "a")
    assert status == 0
    assert "in 4 of 4 documents" in output
    assert "textproof: a: learning from 4 of 10 documents in markdown" in error


def test_findings_of_other_rules_do_not_count(run, folder):
    """A draft is of contracts; that a document is damaged is another matter."""
    write_family("news_zh", folder / "a", 4)
    path = folder / "a" / "000.txt"
    path.write_text(path.read_text("utf-8").replace("\n打印", "\nÃ©tÃ©\n打印"), "utf-8")
    assert run("learn", "a")[2].endswith("it finds nothing in them\n")
    result = check_text(path.read_text("utf-8"), path=str(path))
    assert any(finding.severity is Severity.ERROR for finding in result.findings)


def test_a_colon_inside_a_word_ends_no_label():
    """`linkgit:git[1]` in the footer of each manual page is a reference."""
    pages = [f"Page {n}\n\nNine wells.\n\nPart of the linkgit:git[1] suite\n" for n in range(MANY)]
    documents = [Document(decode(page.encode(), "a.txt"), path="a.txt") for page in pages]
    assert "suite" not in draft("t", "*", gather(documents)).partition("boilerplate")[0]
