"""`textproof check`: reports, statistics and what is said of them."""

import json

from command_line import PNG, textproof


def test_reports_go_to_files_and_the_text_to_the_terminal(folder, run):
    """Several reports from one run; parents are made, and the console still speaks."""
    status, out, _ = run("check", ".", "--report", "json=out/r.json", "--report", "html=out/r.html")
    assert status == 1
    assert "2 documents: 1 passed, 1 failed" in out
    assert json.loads((folder / "out/r.json").read_text("utf-8"))["verdict"] == "fail"
    assert "<html" in (folder / "out/r.html").read_text("utf-8")
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["r.html", "r.json"]


def test_a_report_on_standard_output_stands_alone(folder, run):
    """`--report json` prints JSON and nothing else; `-` is standard output too."""
    for target in ("json", "json=-"):
        _, out, _ = run("check", ".", "--report", target)
        assert json.loads(out)["summary"]["failed"] == 1


def test_quiet_prints_nothing(folder, run):
    """The exit status says it."""
    assert run("check", ".", "--quiet") == (1, "", "")


def test_statistics_are_counts_by_rule(folder, run):
    """The most frequent first, then by name, with the safe repairs; and the end of the report."""
    (folder / "more.txt").write_text(
        "a\ufeffb\nIt\u2019s \u201cfine\u201d\x00.\n", encoding="utf-8"
    )
    status, out, err = run("check", ".", "--statistics")
    assert (status, err) == (1, "")
    assert out.splitlines() == [
        "3  pinyin-gloss       3 with a safe repair",
        "1  byte-order-mark    1 with a safe repair",
        "1  control-character  0 with a safe repair",
        "",
        "3 documents: 1 passed, 2 failed",
        "5 findings: 5 errors",
        "4 safe repairs: textproof fix .",
        "More on a rule: textproof explain pinyin-gloss",
    ]
    said = "1 document: 1 passed\n"
    assert run("check", "clean.txt", "--statistics") == (0, said, "")


def test_statistics_take_the_place_of_findings_in_the_text_only(folder, run):
    """A report in a file has the findings."""
    _, out, _ = run("check", ".", "--statistics", "--report", "json=r.json")
    assert out.startswith("3  pinyin-gloss  3 with a safe repair\n")
    assert len(json.loads((folder / "r.json").read_text("utf-8"))["documents"][1]["findings"]) == 3
    _, out, _ = run("check", ".", "--statistics", "--report", "text=r.txt", "--report", "json")
    assert json.loads(out)["summary"]["findings"] == 3
    assert (
        (folder / "r.txt").read_text("utf-8").startswith("3  pinyin-gloss  3 with a safe repair\n")
    )


def test_a_configuration_is_found_upwards(folder, run, monkeypatch):
    """`pyproject.toml` or `textproof.toml` of the folder or one above it."""
    (folder / "pyproject.toml").write_text('[tool.textproof]\nignore = ["pinyin-gloss"]\n')
    (folder / "sub").mkdir()
    monkeypatch.chdir(folder / "sub")
    assert run("check", "..")[0] == 0
    (folder / "sub" / "textproof.toml").write_text('fail-on = "info"\n')
    assert run("check", "..")[0] == 1


def test_binary_files_of_a_folder_are_skipped_and_counted(folder, run):
    """The text and the JSON say how many there are, and the verdict is that of the documents."""
    (folder / "img").mkdir()
    for name, data in (("a.txt", PNG), ("b.txt", PNG), ("c.md", bytes(range(256)) * 8)):
        (folder / "img" / name).write_bytes(data)
    said = "1 document: 1 passed; 3 files skipped: 2 × PNG image, 1 × binary data\n"
    assert run("check", "clean.txt", "img") == (0, said, "")
    status, out, _ = run("check", "clean.txt", "img", "--report", "json")
    summary = json.loads(out)["summary"]
    assert (status, summary["documents"], summary["skipped"]) == (0, 1, 3)
    assert run("check", "img", "img/c.md")[1].startswith("img/c.md: unreadable")


def test_standard_input_is_checked_under_its_name(folder):
    """`-` reads a document whose name says its format."""
    done = textproof("check", "-", "--stdin-filename", "a.md", data="`Ã©tÃ©` Ã©tÃ©".encode())
    assert done.returncode == 1
    assert done.stdout.startswith("a.md: fail")
    assert done.stdout.count("wrong-decode:") == 1
