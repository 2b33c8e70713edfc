"""The baseline: known findings are recorded, left out, and dropped when they are gone."""

import json
import os
import re

import pytest

from textproof import check_bytes, check_text
from textproof.baseline import (
    Baseline,
    BaselineError,
    Entry,
    entries_of,
    key_of,
    read_baseline,
    write_baseline,
    written,
)
from textproof.cli import main
from textproof.relative import relative_to

GLOSSED = "企業(yè)、產業(yè)、學(xué)校\n"
OTHER = "統戰(zhàn)工作、發(fā)展、開(kāi)始\n"
CONTRACT = """
[type.page]
files = ["**/*.md"]
[type.page.fields]
author = {}
source = {}
"""


def shown(value):
    """Arguments as the name of a test."""
    return " ".join(value) if isinstance(value, list) else str(value)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder to work in, with a clean document and two damaged ones with three findings each."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs" / "sub").mkdir(parents=True)
    (tmp_path / "docs" / "clean.txt").write_text("Nothing is wrong here.\n")
    (tmp_path / "docs" / "a.txt").write_text(GLOSSED, encoding="utf-8")
    (tmp_path / "docs" / "sub" / "b c.txt").write_text(OTHER, encoding="utf-8")
    return tmp_path


def check(run, *paths):
    """Exit status of a check against the default file, and the lines of its report."""
    status, out, err = run("check", *paths, "--baseline", "textproof-baseline.json")
    assert err == ""
    return status, out.splitlines()


def recorded(file="textproof-baseline.json"):
    return read_baseline(str(file)).entries


def test_recorded_findings_are_left_out_and_counted(folder, run):
    """The verdict is that of what is not recorded, and the report says how many are."""
    assert run("check", "docs")[0] == 1
    assert run("baseline", "docs") == (0, "6 findings recorded in textproof-baseline.json\n", "")
    assert check(run, "docs") == (0, ["3 documents: 3 passed", "6 findings are in the baseline"])
    (folder / "docs" / "a.txt").write_text(f"{GLOSSED}開(kāi)會\n", encoding="utf-8")
    status, lines = check(run, "docs")
    assert status == 1
    assert "1 finding: 1 error" in lines
    assert lines[-1] == "6 findings are in the baseline"


def test_one_finding_is_counted_in_the_singular(folder, run):
    """A single finding *is* in the baseline, a single entry *is* stale."""
    (folder / "a.txt").write_text("Ã©tÃ©\n", encoding="utf-8")
    assert run("baseline", "a.txt")[1] == "1 finding recorded in textproof-baseline.json\n"
    assert check(run, "a.txt")[1][-1] == "1 finding is in the baseline"
    (folder / "a.txt").write_text("été\n", encoding="utf-8")
    assert "1 entry of the baseline is stale: " in check(run, "a.txt")[1][-1]


def test_an_entry_holds_when_other_lines_come_and_go(folder, run):
    """Lines before and after the finding, an indentation and the line end make no difference."""
    path = folder / "docs" / "a.txt"
    path.write_text(f"One.\nTwo.\n{GLOSSED}Three.\n", encoding="utf-8")
    run("baseline", "docs")
    path.write_bytes(f"New.\r\n\r\nTwo.\r\n  {GLOSSED.strip()}\r\nFour.\r\n".encode())
    assert check(run, "docs") == (0, ["3 documents: 3 passed", "6 findings are in the baseline"])


def test_a_changed_line_is_new(folder, run):
    """Who touches the line answers for it."""
    run("baseline", "docs")
    (folder / "docs" / "a.txt").write_text(f"大{GLOSSED}", encoding="utf-8")
    assert check(run, "docs")[0] == 1


def test_the_same_line_twice_is_two_entries(folder, run):
    """A third one is new, and of two that are left of three one entry is stale."""
    path = folder / "a.txt"
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
def test_an_entry_holds_from_wherever_it_is_checked(folder, run, monkeypatch, where, paths):
    """From another folder, however the path is written, and through a link to the folder."""
    (folder / "elsewhere").mkdir()
    (folder / "link").symlink_to("docs")
    run("baseline", "docs")
    monkeypatch.chdir(folder / where)
    file = os.path.relpath(folder / "textproof-baseline.json")
    status, out, _ = run("check", *paths, "--baseline", file)
    assert status == 0
    assert "stale" not in out
    assert run("check", str(folder / "docs"), "--baseline", file)[0] == 0


def test_a_document_under_two_names_is_recorded_once(folder, run):
    """`docs` and `./docs` are the same document, not twice as many findings."""
    run("baseline", "docs", "./docs")
    assert len(recorded()) == 6


def test_paths_are_relative_to_the_folder_of_the_file(folder, run):
    """With `/`, whatever the working folder is."""
    run("baseline", "docs", "--file", "docs/sub/known.json")
    paths = sorted({entry.path for entry in recorded("docs/sub/known.json")})
    assert paths == ["../a.txt", "b c.txt"]


def test_the_default_file_lies_beside_the_configuration(folder, run, monkeypatch):
    """So it is the same from every folder below; without a configuration, the working folder."""
    monkeypatch.chdir(folder / "docs")
    run("baseline", "a.txt")
    assert (folder / "docs" / "textproof-baseline.json").exists()
    (folder / "textproof.toml").write_text("fail-on = 'error'")
    said = run("baseline", "a.txt")[1]
    assert said == "3 findings recorded in ../textproof-baseline.json\n"
    assert {entry.path for entry in recorded("../textproof-baseline.json")} == {"docs/a.txt"}


def test_recording_again_replaces_what_was_checked_and_keeps_the_rest(folder, run):
    """Entries of other documents stay, those of repaired findings and deleted documents go."""
    run("baseline", "docs")
    before = recorded()
    (folder / "docs" / "a.txt").write_text("fine\n")
    run("baseline", "docs/a.txt")
    assert [entry.path for entry in recorded()] == ["docs/sub/b c.txt"] * 3
    assert set(recorded()) < set(before)
    (folder / "docs" / "sub" / "b c.txt").unlink()
    run("baseline", "docs/a.txt")
    assert len(recorded()) == 3
    run("baseline", "docs")
    assert recorded() == ()


def test_stale_entries_are_reported_with_the_command_that_drops_them(folder, run):
    """It drops them, adds nothing, and then nothing is stale."""
    run("baseline", "docs")
    (folder / "docs" / "a.txt").write_text("學(xué)校\n", encoding="utf-8")
    (folder / "docs" / "clean.txt").write_text("Ã©tÃ©\n", encoding="utf-8")
    status, lines = check(run, "docs")
    said = "3 entries of the baseline are stale: "
    assert status == 1
    assert lines[-1].startswith(said)
    command = lines[-1].removeprefix(said).split()
    assert command == ["textproof", "baseline", "--prune", "--file", "textproof-baseline.json",
                       "docs"]  # fmt: skip
    status, out, _ = run(*command[1:])
    assert (status, out) == (
        0,
        "3 stale entries dropped from textproof-baseline.json; 3 remain\n",
    )
    assert {entry.path for entry in recorded()} == {"docs/sub/b c.txt"}
    status, lines = check(run, "docs")
    assert status == 1
    assert lines[-1] == "3 findings are in the baseline"


def test_the_command_for_stale_entries_can_be_copied(folder, run):
    """Paths with spaces are quoted, the configuration is named, many paths are cut short."""
    (folder / "own.toml").write_text("fail-on = 'error'")
    (folder / "docs" / "d.txt").write_text("fine")
    run("baseline", "docs", "--file", "my known.json")
    (folder / "docs" / "sub" / "b c.txt").write_text("fine\n")
    paths = ["docs/sub/b c.txt", "docs/a.txt", "docs/clean.txt", "docs/d.txt"]
    arguments = ["--baseline", "my known.json", "--config", "own.toml"]
    assert (
        run("check", *paths, *arguments)[1]
        .splitlines()[-1]
        .endswith(
            "textproof baseline --prune --file 'my known.json' --config own.toml "
            "'docs/sub/b c.txt' docs/a.txt docs/clean.txt …"
        )
    )


def test_only_what_was_checked_can_be_stale(folder, run):
    """A document that is not checked and a rule that does not run keep their entries."""
    run("baseline", "docs")
    for path in ("docs/a.txt", "docs/sub/b c.txt"):
        (folder / path).write_text("fine\n")
    assert check(run, "docs/clean.txt") == (0, ["1 document: 1 passed"])
    _, out, _ = run("check", "docs", "--baseline", "textproof-baseline.json", "--select",
                    "encoding")  # fmt: skip
    assert "stale" not in out
    assert "3 entries of the baseline are stale" in check(run, "docs/a.txt")[1][-1]
    run("baseline", "--prune", "docs", "--ignore", "mojibake")
    assert len(recorded()) == 6
    run("baseline", "--prune", "docs/a.txt")
    assert {entry.path for entry in recorded()} == {"docs/sub/b c.txt"}


def test_entries_of_a_rule_that_is_no_more_are_stale(folder, run):
    """Where all rules run, what none of them finds is gone; where some run, nobody knows."""
    entry = Entry("docs/a.txt", "a-rule-of-old", "0", "it was wrong")
    write_baseline(Baseline("textproof-baseline.json", (entry,)))
    run("baseline", "docs/a.txt", "--prune", "--select", "mojibake")
    assert recorded() == (entry,)
    run("baseline", "docs/a.txt", "--prune")
    assert recorded() == ()


def test_a_document_that_is_gone_from_a_checked_folder_is_stale(folder, run):
    """Its entries are dropped with the folder; a check of other documents does not tell of it."""
    run("baseline", "docs")
    (folder / "docs" / "a.txt").unlink()
    assert "stale" not in check(run, "docs/sub")[1][-1]
    assert "3 entries of the baseline are stale" in check(run, "docs")[1][-1]
    run("baseline", "--prune", "docs")
    assert {entry.path for entry in recorded()} == {"docs/sub/b c.txt"}


def test_a_document_that_is_left_out_is_not_gone(folder, run):
    """What the configuration excludes was not checked, and is there."""
    run("baseline", "docs")
    (folder / "textproof.toml").write_text("exclude = ['docs/a.txt']")
    assert check(run, "docs")[1] == ["2 documents: 2 passed", "3 findings are in the baseline"]
    run("baseline", "docs")
    run("baseline", "--prune", "docs")
    assert len(recorded()) == 6


def test_pruning_works_in_a_folder_without_documents(folder, run):
    """Where all are gone, all entries go."""
    run("baseline", "docs")
    for path in ("docs/a.txt", "docs/sub/b c.txt", "docs/clean.txt"):
        (folder / path).unlink()
    assert run("baseline", "--prune", "docs")[0] == 0
    assert recorded() == ()


def test_fields_that_are_missing_are_told_apart(folder, run):
    """Findings about a whole document hold when its first line changes, each for its own field."""
    (folder / "textproof.toml").write_text(CONTRACT)
    page = folder / "page.md"
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


def test_a_finding_with_many_places_is_one_entry(folder):
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


def test_a_document_that_cannot_be_read_passes_when_that_is_known(folder, run):
    """A verdict counts what is not in the baseline."""
    (folder / "data.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    assert run("check", "data.txt")[0] == 1
    run("baseline", "data.txt")
    assert check(run, "data.txt")[0] == 0


def test_a_warning_that_is_left_does_not_fail(folder, run):
    """Without the recorded errors the verdict is that of the rest, by --fail-on."""
    (folder / "own.toml").write_text("[severity]\nbyte-order-mark = 'warning'\n")
    run("baseline", "docs/a.txt")
    (folder / "docs" / "a.txt").write_text(f"{GLOSSED}The\ufeff end\n", encoding="utf-8")
    against = ["check", "docs/a.txt", "--config", "own.toml",
               "--baseline", "textproof-baseline.json"]  # fmt: skip
    status, out, _ = run(*against)
    assert (status, "1 finding: 1 warning" in out) == (0, True)
    assert run(*against, "--fail-on", "warning")[0] == 1


def test_a_crash_is_never_recorded_nor_left_out(folder, run, monkeypatch):
    """It fails the run, whatever the baseline holds."""

    def crash(*_):
        raise ZeroDivisionError("oops")

    from textproof.rule import Rule

    monkeypatch.setattr(Rule, "check", crash)
    run("baseline", "docs/a.txt")
    assert recorded() == ()
    crashed = check_text(GLOSSED, path=str(folder / "docs" / "a.txt")).findings
    assert crashed
    entries = [Entry("docs/a.txt", f.rule, key_of(f), f.message) for f in crashed]
    write_baseline(Baseline("textproof-baseline.json", tuple(entries)))
    status, lines = check(run, "docs/a.txt")
    assert status == 1
    assert not any("in the baseline" in line for line in lines)


def test_the_document_of_standard_input_has_its_name(folder, monkeypatch):
    """Its known findings are left out; that others are gone from a text not saved is not told."""
    import subprocess
    import sys

    main(["baseline", "docs"])
    command = [sys.executable, "-P", "-m", "textproof", "check", "-", "--stdin-filename",
               "docs/a.txt", "--baseline", "textproof-baseline.json"]  # fmt: skip
    for text, said in ((GLOSSED, "3 findings are in the baseline\n"), ("fine", "")):
        done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
        assert done.stdout.decode() == f"1 document: 1 passed\n{said}"


def test_without_a_text_report_the_notes_go_to_standard_error(folder, run):
    """A report for machines stands alone on standard output, and --quiet is quiet."""
    run("baseline", "docs")
    arguments = ["check", "docs", "--baseline", "textproof-baseline.json"]
    _, out, err = run(*arguments, "--report", "json")
    assert json.loads(out)["summary"]["findings"] == 0
    assert err == "6 findings are in the baseline\n"
    assert run(*arguments, "--quiet") == (0, "", "")


def test_the_file_can_be_read_in_a_diff(folder, run):
    """A line for each entry, sorted, in characters and not in escapes; the same every time."""
    run("baseline", "docs")
    text = (folder / "textproof-baseline.json").read_text(encoding="utf-8")
    lines = text.splitlines()
    entries = [json.loads(line.rstrip(",")) for line in lines[3:-2]]
    assert lines[:3] == ["{", '  "format": 1,', '  "findings": [']
    assert [list(entry) for entry in entries] == [["path", "rule", "key", "message"]] * 6
    assert [tuple(entry.values()) for entry in entries] == list(recorded())
    assert sorted(recorded()) == list(recorded())
    assert "yè" in text
    assert json.loads(text)["findings"] == entries
    os.remove("textproof-baseline.json")
    run("baseline", "./docs/sub", "docs/a.txt")
    assert (folder / "textproof-baseline.json").read_text(encoding="utf-8") == text


def test_odd_names_and_messages_survive(tmp_path):
    """Line ends, quotes and bytes that are no UTF-8 are read as they were written."""
    entries = tuple(sorted([Entry("a\nb\udcff\".txt", "bad-date", "0", "no\n\ud800\u2028"),
                            Entry("é 企.txt", "bad-date", "0", "“”")]))  # fmt: skip
    baseline = Baseline(str(tmp_path / "known.json"), entries)
    write_baseline(baseline)
    assert read_baseline(baseline.file) == baseline


def test_an_empty_baseline_is_one(tmp_path):
    """Nothing recorded is read as nothing recorded."""
    (tmp_path / "known.json").write_text(written([]))
    assert read_baseline(str(tmp_path / "known.json")).entries == ()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "no such baseline: x.json; `textproof baseline PATH…` records one"),
        (b"", "x.json is no baseline: "),
        (b"{", "x.json is no baseline: "),
        (b"\xff", "x.json is no baseline: "),
        (b"[" * 100_000, "x.json is no baseline: "),
        (b"[]", "x.json is no baseline: it holds no list of “findings”"),
        (b'{"format": 1}', "x.json is no baseline: it holds no list of “findings”"),
        (b'{"format": 2, "findings": []}', "of format 2; this textproof reads format 1"),
        (b'{"findings": []}', "of format None; this textproof reads format 1"),
        (b'{"format": 1, "findings": [7]}', "finding 1 lacks one of path, rule, key, message"),
        (b'{"format": 1, "findings": [{"path": "a"}]}', "finding 1 lacks one of path, rule"),
    ],
    ids=["missing", "empty", "broken", "bytes", "deep", "list", "no findings", "newer",
         "unversioned", "number", "incomplete"],
)  # fmt: skip
def test_a_baseline_that_cannot_be_used_is_one_clear_sentence(folder, run, content, message):
    """Exit 2 from a check and from pruning, and recording does not overwrite it."""
    if content is not None:
        (folder / "x.json").write_bytes(content)
    commands = [["check", "docs", "--baseline", "x.json"],
                ["baseline", "docs", "--file", "x.json", "--prune"]]  # fmt: skip
    if content is not None:
        commands.append(["baseline", "docs", "--file", "x.json"])
    for command in commands:
        status, out, err = run(*command)
        assert (status, out) == (2, "")
        assert message in err
        assert re.fullmatch(r"textproof: .*\n", err)
    with pytest.raises(BaselineError):
        read_baseline("x.json")
    assert content is None or (folder / "x.json").read_bytes() == content


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["baseline", "-"], "baseline records files; it does not read standard input"),
        (["baseline", "nothing"], "no such file or folder: nothing"),
        (["baseline", "empty"], "nothing to record in empty"),
        (["baseline", "docs", "--jobs", "0"], "--jobs must be at least 1"),
        (["baseline", "docs", "--file", "docs/a.txt"], "docs/a.txt is no baseline: "),
        (["baseline", "docs", "--file", "docs"], "docs: is a directory"),
        (["baseline", "docs", "--file", "docs/a.txt/x.json"], "docs/a.txt: "),
        (["check", "docs", "--baseline", "docs"], "docs: is a directory"),
    ],
    ids=shown,
)
def test_wrong_usage_is_one_clear_sentence(folder, run, arguments, message):
    """Exit 2, the reason on standard error; a document is not overwritten."""
    (folder / "empty").mkdir()
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert re.fullmatch(rf"textproof: .*{re.escape(message)}.*\n", err)
    assert (folder / "docs" / "a.txt").read_text(encoding="utf-8") == GLOSSED


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
def test_a_path_is_seen_from_a_folder(folder, path, relative):
    """Folders that are links are followed; a document that is a link keeps its name."""
    (folder / "link").symlink_to("docs")
    (folder / "docs" / "alias.txt").symlink_to("a.txt")
    assert relative_to(os.path.realpath(folder), path) == relative
    assert relative_to(os.path.realpath(folder), os.path.abspath(path)) == relative
