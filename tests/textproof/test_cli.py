"""The command line: exit codes, messages, and no traceback."""

import os
import signal
import subprocess
import sys

import pytest
from command_line import PNG, textproof

from textproof import __version__
from textproof.cli import main
from textproof.reports import available


def shown(value):
    """A command line as the name of a test."""
    return " ".join(value) if isinstance(value, list) else str(value)


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
        (["check", ".", "--report", "json=clean.txt/a.json"], "clean.txt is no folder"),
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


def test_the_help_names_every_report(run):
    """Those that are there, looked up for it."""
    words = run("check", "--help")[1].split()
    start = words.index("report:") + 1
    named = [word.rstrip(",;") for word in words[start : words.index("to", start)]]
    assert named == available()


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


def test_the_list_of_rules_says_which_are_off_by_default(capsys):
    """`textproof rules` marks a rule that runs only where it is selected by name."""
    assert main(["rules"]) == 0
    listed = " ".join(capsys.readouterr().out.split())
    assert listed.count("(off by default)") == 1
    assert "odd-spaces info Spaces other than the ordinary one" in listed
