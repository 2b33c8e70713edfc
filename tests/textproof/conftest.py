"""Fixtures that several modules share."""

import json
import os

import pytest
from baselines import OTHER
from pages import GLOSSED
from pytest_runs import DAMAGED
from work_tree import CLEAN, commit, git, write

NOBODY = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
          "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "A",
          "GIT_COMMITTER_EMAIL": "a@b"}  # fmt: skip


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A work tree on the branch `work`, which began at `main`; the user's settings are not used."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in NOBODY.items():
        monkeypatch.setenv(name, value)
    root = tmp_path / "a tree"
    root.mkdir()
    monkeypatch.chdir(root)
    git("init", "--quiet")
    for name in ("a.txt", "b.txt", "sub/c.txt", "gone.txt", "old.txt"):
        write(name, CLEAN.replace("Line", name))
    commit()
    git("checkout", "--quiet", "-b", "work")
    return root


@pytest.fixture
def checked(run):
    """The paths of the documents that a check looks at."""

    def checked(*arguments, base="main"):
        _, out, _ = run("check", *arguments, "--diff-base", base, "--report", "json")
        return [document["path"] for document in json.loads(out)["documents"]]

    return checked


@pytest.fixture
def found(run):
    """The findings on new lines: path, line and rule of each."""

    def found(*arguments, base="main"):
        _, out, _ = run("check", *arguments, "--diff-base", base, "--new-lines", "--report", "json")
        return [
            (document["path"], finding["line"], finding["rule"])
            for document in json.loads(out)["documents"]
            for finding in document["findings"]
        ]

    return found


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder to work in, with a clean and a damaged document."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "clean.txt").write_text("Nothing is wrong here.\n")
    (tmp_path / "damaged.txt").write_text(GLOSSED, encoding="utf-8")
    return tmp_path


@pytest.fixture
def glossed(tmp_path, monkeypatch):
    """A folder to work in, with a clean document and two damaged ones with three findings each."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs" / "sub").mkdir(parents=True)
    (tmp_path / "docs" / "clean.txt").write_text("Nothing is wrong here.\n")
    (tmp_path / "docs" / "a.txt").write_text(GLOSSED, encoding="utf-8")
    (tmp_path / "docs" / "sub" / "b c.txt").write_text(OTHER, encoding="utf-8")
    return tmp_path


@pytest.fixture
def project(pytester, monkeypatch):
    """A folder with documents: a clean one beside it, a clean and a damaged one in `docs`."""
    for name in ("CI", "BUILD_NUMBER"):  # where pytest repeats whole reports in its summary
        monkeypatch.delenv(name, raising=False)
    files = {"README.md": "Clean.\n", "docs/clean.md": "Clean.\n", "docs/menu.md": DAMAGED}
    for name, text in files.items():
        path = pytester.path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return pytester
