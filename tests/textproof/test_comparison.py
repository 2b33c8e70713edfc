"""What changed since an earlier run, by fingerprint."""

import json

import pytest

from textproof import check_text
from textproof.cli import main
from textproof.comparison import ComparisonError, compare, read_report

OLD = "企業(yè)的發(fā)展戰(zhàn)略。\n"
NEW = "A line before.\n\n企業(yè)的發(fā)展戰(zhàn)略。\n社區(qū)。\n"


@pytest.fixture
def past(tmp_path, monkeypatch):
    """A folder with a document, and the report on how it was."""
    monkeypatch.chdir(tmp_path)
    document = tmp_path / "a.md"
    document.write_text(OLD, encoding="utf-8")
    assert main(["check", "a.md", "--report", "json=2026-11-20.json", "--quiet"]) == 1
    document.write_text(NEW, encoding="utf-8")
    return "2026-11-20.json"


def test_what_is_new_is_counted_in_the_text(past, capsys):
    """Lines that come before change nothing."""
    main(["check", "a.md", "--compare", past])
    assert "compared with 2026-11-20: 1 new, 0 gone, 3 unchanged\n" in capsys.readouterr().out


def test_what_is_gone_is_counted_in_markdown(past, capsys, tmp_path):
    """A document that is clean now has lost its findings."""
    (tmp_path / "a.md").write_text("clean", encoding="utf-8")
    assert main(["check", "a.md", "--compare", past, "--report", "markdown"]) == 0
    assert "Compared with `2026-11-20`: 0 new, 3 gone, 0 unchanged." in capsys.readouterr().out


def test_what_was_not_checked_is_not_gone(past, capsys, tmp_path):
    """Neither a document that is not checked nor a rule that does not run says that it is."""
    (tmp_path / "b.md").write_text("clean", encoding="utf-8")
    said = "0 new, 0 gone, 0 unchanged, 3 not checked this time"
    assert main(["check", "b.md", "--compare", past]) == 0
    assert said in capsys.readouterr().out
    assert main(["check", "a.md", "--compare", past, "--select", "encoding"]) == 0
    assert said in capsys.readouterr().out


def test_what_a_baseline_hides_is_not_gone(past, capsys):
    """It is neither new nor gone nor unchanged."""
    main(["baseline", "a.md"])
    main(["check", "a.md", "--compare", past, "--baseline", "textproof-baseline.json"])
    assert "0 new, 0 gone, 0 unchanged\n" in capsys.readouterr().out


def test_the_configuration_names_a_baseline(past, capsys, tmp_path, monkeypatch):
    """Relative to its folder, from wherever textproof is run; the JSON report counts it."""
    (tmp_path / "textproof.toml").write_text("baseline = 'known.json'")
    main(["baseline", "a.md"])
    assert (tmp_path / "known.json").exists()
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir("sub")
    capsys.readouterr()
    assert main(["check", "../a.md", "--report", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["summary"]["known"] == 4


def test_the_same_finding_twice_is_compared_by_number(past):
    """The second of two is new where there was one."""
    report = read_report(past)
    result = check_text(OLD, path="a.md")
    assert compare([report], [result, result], ["pinyin-gloss"]).in_words == (
        "3 new, 0 gone, 3 unchanged"
    )


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"format": 2}', '{"format": 1, "documents": [{}]}', "[" * 100_000]
)
def test_what_is_no_report_is_said_in_one_sentence(content, tmp_path, monkeypatch, capsys):
    """A traceback is never output."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.json").write_text(content)
    with pytest.raises(ComparisonError, match=r"^old\.json is "):
        read_report("old.json")
    (tmp_path / "a.md").write_text("clean")
    assert main(["check", "a.md", "--compare", "old.json"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("textproof: old.json is ")
    assert "Error" not in said
    assert main(["check", "a.md", "--compare", "none.json"]) == 2
    assert capsys.readouterr().err.startswith("textproof: no such report: none.json; ")
