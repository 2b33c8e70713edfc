"""The command line: exit codes, messages, and no traceback."""

import io
import json
import os
import re
import signal
import subprocess
import sys

import pytest

from textproof import __version__
from textproof.cli import main
from textproof.commands import check
from textproof.reports import available

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
GLOSSED = "企業(yè)、產業(yè)、學(xué)校\n"


def shown(value):
    """A command line as the name of a test."""
    return " ".join(value) if isinstance(value, list) else str(value)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder to work in, with a clean and a damaged document."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "clean.txt").write_text("Nothing is wrong here.\n")
    (tmp_path / "damaged.txt").write_text(GLOSSED, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["check", "clean.txt"], 0),
        (["check", "damaged.txt"], 1),
        (["check", "."], 1),
        (["check", ".", "--ignore", "mojibake"], 0),
        (["check", ".", "--select", "encoding,scripts"], 0),
        (["check", "empty", "--allow-empty"], 0),
        (["check", "img", "--allow-empty"], 0),
        (["check", "img/a.txt"], 1),
        (["encodings", "clean.txt"], 0),
        (["encodings", ".", "--config", "strict.toml"], 0),
        (["encodings", "img/a.txt"], 1),
        (["check", ".", "--statistics"], 1),
        (["check", "clean.txt", "--statistics"], 0),
        (["baseline", "."], 0),
        (["fix", "clean.txt"], 0),
        (["fix", "damaged.txt", "--diff"], 1),
        (["fix", "damaged.txt"], 0),
        (["explain", "pinyin-gloss"], 0),
        (["rules"], 0),
        (["--version"], 0),
        (["--help"], 0),
        (["check", "--help"], 0),
        (["baseline", "--help"], 0),
    ],
    ids=shown,
)
def test_exit_status(folder, run, arguments, status):
    """0 is pass, 1 findings."""
    (folder / "empty").mkdir()
    (folder / "img").mkdir()
    (folder / "img" / "a.txt").write_bytes(PNG)
    (folder / "strict.toml").write_text("include = ['*.txt']")
    assert run(*arguments)[0] == status


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "nothing.txt"], "no such file or folder: nothing.txt"),
        (["check", "clean.txt", "nothing.txt"], "no such file or folder: nothing.txt"),
        (["check", "empty"], "nothing to check in empty"),
        (["fix", "empty"], "nothing to fix in empty"),
        (["encodings", "empty"], "nothing to list in empty"),
        (["check", "empty", "img"], "in empty, img: 2 files skipped: PNG image; 1 file is not inc"),
        (["fix", "img", "--diff"], "nothing to fix in img: 2 files skipped: PNG image; 1 file is "),
        (["encodings", "img"], "nothing to list in img: 2 files skipped: PNG image; 1 file is "),
        (["check", "code"], "in code: 3 files are not included (include in the configuration)"),
        (
            ["check", ".", "--config", "out.toml"],
            "in .: 10 files are not included (include in the configuration); "
            "2 files are excluded (exclude in the configuration)",
        ),
        (["encodings", "nothing.txt"], "no such file or folder: nothing.txt"),
        (["encodings", ".", "--report", "html"], "no report “html”; one of json, text"),
        (["encodings", ".", "--report", "json", "--report", "text"], "cannot both go to standard"),
        (["check", "dangling.txt"], "no such file or folder: dangling.txt"),
        (["check", ".", "--select", "pinyin-glos"], "did you mean “pinyin-gloss”?"),
        (["check", ".", "--ignore", "nonsense"], "no rule or validator “nonsense”"),
        (["check", ".", "--report", "htm"], "did you mean “html”?"),
        (
            ["check", ".", "--report", "json", "--report", "html"],
            "cannot both go to standard output",
        ),
        (["check", ".", "--report", "json=clean.txt/a.json"], "clean.txt: "),
        (["check", ".", "--report", "json=img"], "the report json wants a file; img is a folder"),
        (["config", "--config", "none.toml"], "none.toml: no such file"),
        (["check", ".", "--config", "latin.toml"], "latin.toml: not UTF-8 at byte 9"),
        (["check", ".", "--config", "img"], "img: is a directory"),
        (["check", ".", "--fail-on", "never"], "invalid choice: 'never'"),
        (["check", ".", "--jobs", "0"], "--jobs must be at least 1"),
        (["check", ".", "--config", "none.toml"], "none.toml: no such file"),
        (
            ["check", ".", "--config", "bad.toml"],
            "bad.toml:1: unknown key “selct”; did you mean “select”?",
        ),
        (["check", ".", "--config", "broken.toml"], "broken.toml: "),
        (["explain", "pinyn-gloss"], "did you mean “pinyin-gloss”?"),
        (["fix", "-"], "does not read standard input"),
        (["check"], "the following arguments are required: PATH"),
        (["chek", "."], "invalid choice: 'chek'"),
        ([], "the following arguments are required: COMMAND"),
    ],
    ids=shown,
)
def test_wrong_usage_is_one_clear_sentence(folder, run, arguments, message):
    """Exit 2, the reason on standard error, nothing on standard output."""
    (folder / "empty").mkdir()
    (folder / "bad.toml").write_text('selct = ["encoding"]')
    (folder / "broken.toml").write_text("select = [")
    (folder / "latin.toml").write_bytes(b"allow = '\xe9'")
    (folder / "out.toml").write_text('include = ["*.txt"]\nexclude = ["*.txt"]')
    (folder / "dangling.txt").symlink_to("nowhere")
    for name in ("img/a.txt", "img/b.md", "img/c.png", "code/a.py", "code/b.py", "code/d/c.py"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(PNG)
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert message in err
    assert err.startswith("textproof: ")
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupted_check_ends_quietly(folder, jobs):
    """Ctrl-C reaches all processes: exit 130, nothing printed, no report written."""
    os.mkfifo(folder / "pipe.txt")
    command = [sys.executable, "-P", "-m", "textproof", "check", "pipe.txt", "clean.txt"]
    running = subprocess.Popen(
        [*command, "--jobs", jobs, "--report", "json=report.json"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # a test run in the background of a shell would hand on that it is ignored
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    with open(folder / "pipe.txt", "wb"):  # which waits for the reader, and lets it wait
        os.killpg(running.pid, signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err) == (130, b"", b"")
    assert not (folder / "report.json").exists()


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


def test_the_help_names_every_report(run):
    """Those that are there, looked up for it."""
    words = run("check", "--help")[1].split()
    start = words.index("report:") + 1
    named = [word.rstrip(",;") for word in words[start : words.index("to", start)]]
    assert named == available()


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


class Terminal(io.StringIO):
    """Standard error that may be a terminal."""

    def __init__(self, *, is_terminal=True):
        super().__init__()
        self.is_terminal = is_terminal

    def isatty(self):
        return self.is_terminal


@pytest.fixture
def shown_progress(folder, monkeypatch):
    """What a check of three documents writes to standard error, each taking so many seconds."""

    def shown_progress(*arguments, seconds, is_terminal=True):
        now = [0.0]

        def slowly(documents, config, workers):
            for result in check_documents(documents, config, workers):
                now[0] += seconds
                yield result

        terminal = Terminal(is_terminal=is_terminal)
        check_documents = check.check_documents
        with monkeypatch.context() as patched:
            patched.setattr(check, "check_documents", slowly)
            patched.setattr(check.time, "monotonic", lambda: now[0])
            patched.setattr(sys, "stderr", terminal)
            main(arguments)
        return terminal.getvalue()

    (folder / "more.txt").write_text("More.\n")
    return shown_progress


def test_a_long_check_shows_its_progress(shown_progress):
    """A bar, overwritten in place after a second and cleared at the end."""
    two, three = (f"[{'#' * n:.<24}] {d} of 3 documents" for n, d in ((16, 2), (24, 3)))
    cleared = f"\r{' ' * len(three)}\r"
    assert shown_progress("check", ".", seconds=0.6) == f"\r{two}\r{three}{cleared}"
    assert shown_progress("check", ".", "--report", "json", seconds=0.6).endswith(cleared)
    assert shown_progress("baseline", ".", seconds=0.6).endswith(cleared)


def test_progress_is_shown_when_it_is_of_use(shown_progress, monkeypatch):
    """Not in a check that is short, not without a terminal, not with --quiet; and not so often that
    it flickers."""
    assert shown_progress("check", ".", seconds=0.3) == ""
    assert shown_progress("check", ".", seconds=9, is_terminal=False) == ""
    assert shown_progress("check", ".", "--quiet", seconds=9) == ""
    assert shown_progress("check", ".", seconds=0.5).count("documents") == 2
    monkeypatch.setattr(check, "PATIENCE", 0)
    shown = shown_progress("check", ".", seconds=0.06)
    assert re.findall(r"\d of 3", shown) == ["1 of 3", "3 of 3"]


def test_progress_is_cleared_before_an_error_is_told(shown_progress, folder, monkeypatch):
    """The sentence has its line for itself."""
    (folder / "more.txt").unlink()
    (folder / "more.txt").mkdir()
    monkeypatch.setattr(check, "find_documents", lambda *_: [
        check.Found(name, True) for name in ("clean.txt", "damaged.txt", "more.txt")])  # fmt: skip
    written = shown_progress("check", ".", seconds=2)
    assert written.endswith("\rtextproof: more.txt: is a directory\n")
    assert "2 of 3 documents" in written


def test_a_configuration_is_found_upwards(folder, run, monkeypatch):
    """`pyproject.toml` or `textproof.toml` of the folder or one above it."""
    (folder / "pyproject.toml").write_text('[tool.textproof]\nignore = ["pinyin-gloss"]\n')
    (folder / "sub").mkdir()
    monkeypatch.chdir(folder / "sub")
    assert run("check", "..")[0] == 0
    (folder / "sub" / "textproof.toml").write_text('fail-on = "info"\n')
    assert run("check", "..")[0] == 1


def test_fix_writes_safe_repairs_and_says_so(folder, run):
    """The file is repaired in place, its permissions stay, a second run changes nothing."""
    path = folder / "damaged.txt"
    path.chmod(0o640)
    status, out, err = run("fix", ".")
    assert (status, out) == (0, "")
    assert "3 findings repaired in 1 of 2 documents" in err
    assert path.read_text(encoding="utf-8") == "企業、產業、學校\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert "0 findings repaired in 0 of 2" in run("fix", ".")[2]


def test_fix_diff_shows_and_writes_nothing(folder, run):
    """A unified diff, and the file as it was."""
    _, out, err = run("fix", ".", "--diff")
    assert "-企業(yè)、產業(yè)、學(xué)校" in out
    assert "+企業、產業、學校" in out
    assert "3 findings would be repaired" in err
    assert (folder / "damaged.txt").read_text(encoding="utf-8") == GLOSSED


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


def test_fix_writes_to_no_binary_file(folder, run):
    """Neither in a folder, where it is counted, nor where it is named; what can be read as UTF-8
    in it is left as it is."""
    database = b"SQLite format 3\0\x10\0\x01\x01\0" + GLOSSED.encode()
    (folder / "binary.txt").write_bytes(database)
    assert (
        "1 of 2 documents; 0 at or above error remain; 1 file skipped: SQLite database"
        in (run("fix", ".")[2])
    )
    _, out, err = run("fix", "binary.txt", "--unsafe")
    assert "0 findings repaired in 0 of 1 documents" in err
    assert run("fix", "binary.txt", "--diff")[1] == out == ""
    assert (folder / "binary.txt").read_bytes() == database


def test_fix_keeps_mark_line_ends_and_bad_bytes(folder, run):
    """What no repair is about stays byte for byte."""
    path = folder / "damaged.txt"
    rest = b"\r\n" + "é".encode() * 9 + b"\x81\r"
    path.write_bytes(b"\xef\xbb\xbf" + GLOSSED.strip().encode() + rest)
    run("fix", "damaged.txt")
    assert path.read_bytes() == b"\xef\xbb\xbf" + "企業、產業、學校".encode() + rest


def test_standard_input_is_checked_under_its_name(folder):
    """`-` reads a document whose name says its format."""
    done = textproof("check", "-", "--stdin-filename", "a.md", data="`Ã©tÃ©` Ã©tÃ©".encode())
    assert done.returncode == 1
    assert done.stdout.startswith("a.md: fail")
    assert done.stdout.count("wrong-decode:") == 1


def test_the_start_imports_no_heavy_library():
    """`--version` needs neither ftfy, chardet, jinja2, yaml nor rich, nor does a clean document;
    nor what only a baseline, changes in git or the names of the reports need."""
    heavy = "ftfy chardet jinja2 yaml rich wcwidth pyarrow subprocess shlex json hashlib"
    for arguments in (["--version"], ["check", "-"], ["encodings", "-"]):
        code = (
            "import sys\nfrom textproof.cli import main\n"
            f"try: main({arguments!r})\nexcept SystemExit: pass\n"
            f"print([m for m in {heavy.split()!r} if m in sys.modules])"
        )
        command = [sys.executable, "-P", "-c", code]
        done = subprocess.run(command, capture_output=True, text=True, input="Clean.\n", check=True)
        assert done.stdout.splitlines()[-1] == "[]"


def test_the_version_is_that_of_the_package():
    """One source of version."""
    from importlib.metadata import version

    assert version("textproof") == __version__
    assert textproof("--version").stdout == f"textproof {__version__}\n"


def test_a_closed_pipe_is_no_error(folder):
    """`textproof rules | head -1` ends quietly."""
    command = f"{sys.executable} -P -m textproof rules | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
    assert done.stderr == ""


def test_output_needs_no_unicode_terminal(folder):
    """In an ASCII locale the report is escaped, not a crash."""
    done = textproof("check", ".", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert done.returncode == 1
    assert "pinyin gloss" in done.stdout
    assert done.stderr == ""


def textproof(*arguments, data=None, **environment):
    """The command line in a process of its own."""
    command = [sys.executable, "-P", "-m", "textproof", *arguments]
    done = subprocess.run(command, capture_output=True, input=data, check=False,
                          env={**os.environ, **environment})  # fmt: skip
    done.stdout, done.stderr = done.stdout.decode(), done.stderr.decode()
    return done


def test_the_list_of_rules_says_which_are_off_by_default(capsys):
    """`textproof rules` marks a rule that runs only where it is selected by name."""
    assert main(["rules"]) == 0
    listed = " ".join(capsys.readouterr().out.split())
    assert listed.count("(off by default)") == 1
    assert "odd-spaces info Spaces other than the ordinary one" in listed
