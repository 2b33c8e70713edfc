"""The baseline: known findings are recorded, left out, and dropped when they are gone."""

import json
import os

import pytest
from baselines import CONTRACT, check, recorded, shown
from pages import GLOSSED

from textproof import check_bytes, check_text
from textproof.baseline import (
    Baseline,
    Entry,
    entries_of,
    key_of,
    write_baseline,
)
from textproof.cli import main
from textproof.relative import relative_to


def test_recorded_findings_are_left_out_and_counted(glossed, run):
    """The verdict is that of what is not recorded, and the report says how many are."""
    assert run("check", "docs")[0] == 1
    assert run("baseline", "docs") == (0, "6 findings recorded in textproof-baseline.json\n", "")
    assert check(run, "docs") == (0, ["3 documents: 3 passed", "6 findings are in the baseline"])
    (glossed / "docs" / "a.txt").write_text(f"{GLOSSED}開(kāi)會\n", encoding="utf-8")
    status, lines = check(run, "docs")
    assert status == 1
    assert "1 finding: 1 error" in lines
    assert lines[-1] == "6 findings are in the baseline"


def test_one_finding_is_counted_in_the_singular(glossed, run):
    """A single finding *is* in the baseline, a single entry *is* stale."""
    (glossed / "a.txt").write_text("Ã©tÃ©\n", encoding="utf-8")
    assert run("baseline", "a.txt")[1] == "1 finding recorded in textproof-baseline.json\n"
    assert check(run, "a.txt")[1][-1] == "1 finding is in the baseline"
    (glossed / "a.txt").write_text("été\n", encoding="utf-8")
    assert "1 entry of the baseline is stale: " in check(run, "a.txt")[1][-1]


def test_an_entry_holds_when_other_lines_come_and_go(glossed, run):
    """Lines before and after the finding, an indentation and the line end make no difference."""
    path = glossed / "docs" / "a.txt"
    path.write_text(f"One.\nTwo.\n{GLOSSED}Three.\n", encoding="utf-8")
    run("baseline", "docs")
    path.write_bytes(f"New.\r\n\r\nTwo.\r\n  {GLOSSED.strip()}\r\nFour.\r\n".encode())
    assert check(run, "docs") == (0, ["3 documents: 3 passed", "6 findings are in the baseline"])


def test_a_changed_line_is_new(glossed, run):
    """Who touches the line answers for it."""
    run("baseline", "docs")
    (glossed / "docs" / "a.txt").write_text(f"大{GLOSSED}", encoding="utf-8")
    assert check(run, "docs")[0] == 1


def test_the_same_line_twice_is_two_entries(glossed, run):
    """A third one is new, and of two that are left of three one entry is stale."""
    path = glossed / "a.txt"
    path.write_text("Ã©tÃ©\n\nÃ©tÃ©\n", encoding="utf-8")
    run("baseline", "a.txt")
    assert len(recorded()) == 2
    assert len({entry.name for entry in recorded()}) == 1
    path.write_text("Ã©tÃ©\n" * 3, encoding="utf-8")
    status, lines = check(run, "a.txt")
    assert status == 1
    assert "1 finding: 1 error" in lines
    assert lines[-1] == "2 findings are in the baseline"
    path.write_text("Ã©tÃ©\n", encoding="utf-8")
    status, lines = check(run, "a.txt")
    assert status == 0
    assert lines[-2] == "1 finding is in the baseline"
    assert lines[-1].startswith("1 entry of the baseline is stale: ")


@pytest.mark.parametrize(
    ("where", "paths"),
    [
        (".", ["./docs"]),
        (".", ["docs/../docs/"]),
        (".", ["docs", "./docs/a.txt"]),
        ("docs", ["."]),
        ("docs/sub", [".."]),
        ("docs/sub", ["b c.txt", "../a.txt"]),
        ("elsewhere", ["../docs"]),
        ("elsewhere", ["../link"]),
    ],
    ids=shown,
)
def test_an_entry_holds_from_wherever_it_is_checked(glossed, run, monkeypatch, where, paths):
    """From another folder, however the path is written, and through a link to the folder."""
    (glossed / "elsewhere").mkdir()
    (glossed / "link").symlink_to("docs")
    run("baseline", "docs")
    monkeypatch.chdir(glossed / where)
    file = os.path.relpath(glossed / "textproof-baseline.json")
    status, out, _ = run("check", *paths, "--baseline", file)
    assert status == 0
    assert "stale" not in out
    assert run("check", str(glossed / "docs"), "--baseline", file)[0] == 0


def test_a_document_under_two_names_is_recorded_once(glossed, run):
    """`docs` and `./docs` are the same document, not twice as many findings."""
    run("baseline", "docs", "./docs")
    assert len(recorded()) == 6


def test_paths_are_relative_to_the_folder_of_the_file(glossed, run):
    """With `/`, whatever the working folder is."""
    run("baseline", "docs", "--file", "docs/sub/known.json")
    paths = sorted({entry.path for entry in recorded("docs/sub/known.json")})
    assert paths == ["../a.txt", "b c.txt"]


def test_the_default_file_lies_beside_the_configuration(glossed, run, monkeypatch):
    """So it is the same from every folder below; without a configuration, the working folder."""
    monkeypatch.chdir(glossed / "docs")
    run("baseline", "a.txt")
    assert (glossed / "docs" / "textproof-baseline.json").exists()
    (glossed / "textproof.toml").write_text("fail-on = 'error'")
    said = run("baseline", "a.txt")[1]
    assert said == "3 findings recorded in ../textproof-baseline.json\n"
    assert {entry.path for entry in recorded("../textproof-baseline.json")} == {"docs/a.txt"}


def test_recording_again_replaces_what_was_checked_and_keeps_the_rest(glossed, run):
    """Entries of other documents stay, those of repaired findings and deleted documents go."""
    run("baseline", "docs")
    before = recorded()
    (glossed / "docs" / "a.txt").write_text("fine\n")
    run("baseline", "docs/a.txt")
    assert [entry.path for entry in recorded()] == ["docs/sub/b c.txt"] * 3
    assert set(recorded()) < set(before)
    (glossed / "docs" / "sub" / "b c.txt").unlink()
    run("baseline", "docs/a.txt")
    assert len(recorded()) == 3
    run("baseline", "docs")
    assert recorded() == ()


def test_fields_that_are_missing_are_told_apart(glossed, run):
    """Findings about a whole document hold when its first line changes, each for its own field."""
    (glossed / "textproof.toml").write_text(CONTRACT)
    page = glossed / "page.md"
    page.write_text("# A title\n\nsource: Reuters\n")
    run("baseline", "page.md")
    assert [entry.message.split("”")[0] for entry in recorded()] == ["no field “author"]
    page.write_text("# Another title\n\nsource: Reuters\n")
    assert check(run, "page.md")[0] == 0
    page.write_text("# A title\n\nauthor: Ann\n")
    status, lines = check(run, "page.md")
    assert status == 1
    assert "no field “source" in "".join(lines)
    assert "stale" in lines[-1]


def test_a_finding_with_many_places_is_one_entry(glossed):
    """It holds when one of its places comes or goes, the first one too."""
    text = "「一」、「二」、「三」。以來,以習近平,同志,為核心,的黨"
    one, two = (check_text(start + text) for start in ("", "中,央,黨\n"))
    keys = [{key_of(f) for f in result.findings if f.rule == "folded-width"}
            for result in (one, two)]  # fmt: skip
    assert len(keys[0]) == 1
    assert keys[0] == keys[1]


def test_the_line_after_a_line_end_is_not_part_of_the_key():
    """A finding that covers a line end is known by the line that it begins on."""
    keys = [
        key_of(next(f for f in check_text(text).findings if f.rule == "mixed-newlines"))
        for text in ("a\nb\nc\r\nd\n", "a\nb\nc\r\nsomething else\n")
    ]
    assert keys[0] == keys[1]


def test_a_document_that_cannot_be_read_passes_when_that_is_known(glossed, run):
    """A verdict counts what is not in the baseline."""
    (glossed / "data.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    assert run("check", "data.txt")[0] == 1
    run("baseline", "data.txt")
    assert check(run, "data.txt")[0] == 0


def test_a_warning_that_is_left_does_not_fail(glossed, run):
    """Without the recorded errors the verdict is that of the rest, by --fail-on."""
    (glossed / "own.toml").write_text("[severity]\nbyte-order-mark = 'warning'\n")
    run("baseline", "docs/a.txt")
    (glossed / "docs" / "a.txt").write_text(f"{GLOSSED}The\ufeff end\n", encoding="utf-8")
    against = ["check", "docs/a.txt", "--config", "own.toml",
               "--baseline", "textproof-baseline.json"]  # fmt: skip
    status, out, _ = run(*against)
    assert (status, "1 finding: 1 warning" in out) == (0, True)
    assert run(*against, "--fail-on", "warning")[0] == 1


def test_a_crash_is_never_recorded_nor_left_out(glossed, run, monkeypatch):
    """It fails the run, whatever the baseline holds."""

    def crash(*_):
        raise ZeroDivisionError("oops")

    from textproof.rule import Rule

    monkeypatch.setattr(Rule, "check", crash)
    run("baseline", "docs/a.txt")
    assert recorded() == ()
    crashed = check_text(GLOSSED, path=str(glossed / "docs" / "a.txt")).findings
    assert crashed
    entries = [Entry("docs/a.txt", f.rule, key_of(f), f.message) for f in crashed]
    write_baseline(Baseline("textproof-baseline.json", tuple(entries)))
    status, lines = check(run, "docs/a.txt")
    assert status == 1
    assert not any("in the baseline" in line for line in lines)


def test_the_document_of_standard_input_has_its_name(glossed, monkeypatch):
    """Its known findings are left out; that others are gone from a text not saved is not told."""
    import subprocess
    import sys

    main(["baseline", "docs"])
    command = [sys.executable, "-P", "-m", "textproof", "check", "-", "--stdin-filename",
               "docs/a.txt", "--baseline", "textproof-baseline.json"]  # fmt: skip
    for text, said in ((GLOSSED, "3 findings are in the baseline\n"), ("fine", "")):
        done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
        assert done.stdout.decode() == f"1 document: 1 passed\n{said}"


def test_without_a_text_report_the_notes_go_to_standard_error(glossed, run):
    """A report for machines stands alone on standard output, and --quiet is quiet."""
    run("baseline", "docs")
    arguments = ["check", "docs", "--baseline", "textproof-baseline.json"]
    _, out, err = run(*arguments, "--report", "json")
    assert json.loads(out)["summary"]["findings"] == 0
    assert err == "6 findings are in the baseline\n"
    assert run(*arguments, "--quiet") == (0, "", "")


def test_a_text_without_a_path_has_no_entry():
    """Only a document that has a name can be recorded."""
    result = check_bytes(GLOSSED.encode())
    assert result.findings
    assert entries_of([result], "/") == []


@pytest.mark.parametrize(
    ("path", "relative"),
    [
        ("docs/a.txt", "docs/a.txt"),
        ("./docs//sub/../a.txt", "docs/a.txt"),
        ("link/a.txt", "docs/a.txt"),
        ("docs/alias.txt", "docs/alias.txt"),
        ("../b.txt", "../b.txt"),
    ],
)
def test_a_path_is_seen_from_a_folder(glossed, path, relative):
    """Folders that are links are followed; a document that is a link keeps its name."""
    (glossed / "link").symlink_to("docs")
    (glossed / "docs" / "alias.txt").symlink_to("a.txt")
    assert relative_to(os.path.realpath(glossed), path) == relative
    assert relative_to(os.path.realpath(glossed), os.path.abspath(path)) == relative
