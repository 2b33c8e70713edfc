"""Completion, in the shells themselves."""

import os
import shutil
import subprocess

import pytest

from textproof.cli import main
from textproof.commands import completion

if "CI" not in os.environ:
    pytest.importorskip("shtab", reason="wants the extra `completion`")

BASH = """
source {script}
COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
COMP_LINE="${{COMP_WORDS[*]}}"; COMP_POINT=${{#COMP_LINE}}
function=$(complete -p textproof | sed 's/.*-F \\([^ ]*\\).*/\\1/')
$function textproof "${{COMP_WORDS[COMP_CWORD]}}" "${{COMP_WORDS[COMP_CWORD - 1]}}"
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


def shell(name):
    path = shutil.which(name)
    if not path and "CI" not in os.environ:
        pytest.skip(f"wants {name}")
    return path


@pytest.fixture
def script(tmp_path, capsys):
    def written(name):
        assert main(["completion", name]) == 0
        path = tmp_path / f"textproof.{name}"
        path.write_text(capsys.readouterr().out, encoding="utf-8")
        return path

    return written


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("textproof ba", ["baseline"]),
        ("textproof check --fail-on wa", ["warning"]),
        ("textproof check --report sa", ["sarif"]),
        ("textproof explain pinyin-", ["pinyin-gloss"]),
        ("textproof check --new", ["--new-lines"]),
    ],
)
def test_bash_completes(script, words, expected):
    """Commands, options, their values, reports and rules."""
    program = BASH.format(script=script("bash"), words=words)
    done = subprocess.run(
        [shell("bash"), "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == expected


def test_zsh_takes_the_script(script):
    """It is one that zsh can read."""
    done = subprocess.run([shell("zsh"), "-n", script("zsh")], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_fish_completes(script):
    """Commands and reports."""
    for words, expected in (("ba", "baseline"), ("check --report sa", "sarif")):
        program = f"source {script('fish')}; complete -C 'textproof {words}'"
        done = subprocess.run(
            [shell("fish"), "-c", program], capture_output=True, text=True, check=True
        )
        assert done.stdout.split()[0] == expected


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_a_script_says_what_the_help_says(script, name):
    """No stand-in for the names of the reports is left in it."""
    assert "{" + "reports" + "}" not in script(name).read_text(encoding="utf-8")


def test_without_shtab_the_command_says_what_it_wants(monkeypatch, capsys):
    """One sentence, with what to install."""
    monkeypatch.setattr(completion, "find_spec", lambda _: None)
    assert main(["completion", "bash"]) == 2
    assert "pip install 'textproof[completion]'" in capsys.readouterr().err
