"""Checking what changed since a revision of git: documents."""

import os
import re
import subprocess

import pytest
from pages import GLOSSED
from work_tree import CLEAN, commit, git, write


def test_nothing_changed_is_a_pass_that_says_so(repository, run):
    """Exit 0, unlike nothing to check."""
    said = "nothing changed since main: 0 of 5 documents\n"
    assert run("check", ".", "--diff-base", "main") == (0, said, "")
    assert run("check", ".", "--diff-base", "main", "--statistics") == (0, said, "")
    (repository / "empty").mkdir()
    status, _, err = run("check", "empty", "--diff-base", "main")
    assert (status, err) == (2, "textproof: nothing to check in empty\n")


def test_only_documents_that_changed_are_checked(repository, checked):
    """Committed, staged, in the work tree alone and not known to git."""
    write("a.txt", CLEAN + "Committed.\n")
    commit()
    write("b.txt", CLEAN + "Staged.\n")
    git("add", "b.txt")
    write("sub/c.txt", CLEAN + "In the work tree.\n")
    write("new/d.txt", "Not known.\n")
    assert checked(".") == ["a.txt", "b.txt", "new/d.txt", "sub/c.txt"]
    assert checked("sub") == ["sub/c.txt"]


def test_the_report_says_how_many_changed(repository, run):
    """Behind the counts, or on standard error where no text is written."""
    write("a.txt", GLOSSED)
    status, out, err = run("check", ".", "--diff-base", "main")
    assert (status, err) == (1, "")
    assert out.splitlines()[-1] == "1 of 5 documents changed since main"
    _, _, err = run("check", ".", "--diff-base", "main", "--report", "json")
    assert err == "1 of 5 documents changed since main\n"
    assert run("check", ".", "--diff-base", "main", "--quiet") == (1, "", "")


def test_what_was_undone_has_not_changed(repository, checked):
    """The work tree counts, not the way there."""
    write("a.txt", "other\n")
    commit()
    write("a.txt", CLEAN.replace("Line", "a.txt"))
    os.utime("b.txt", (1, 1))
    assert checked(".") == []


def test_changes_of_the_other_branch_do_not_count(repository, checked):
    """Compared is with the last common commit, as on a pull request."""
    git("checkout", "--quiet", "main")
    write("b.txt", "Changed on main.\n")
    write("e.txt", "New on main.\n")
    commit()
    git("checkout", "--quiet", "work")
    write("a.txt", "Changed here.\n")
    assert checked(".") == ["a.txt"]


def test_renamed_documents_have_changed_and_deleted_ones_are_left_out(repository, checked):
    """With and without a change of the text."""
    git("mv", "old.txt", "renamed.txt")
    git("rm", "--quiet", "gone.txt")
    os.rename("b.txt", "moved.txt")
    os.unlink("a.txt")
    assert checked(".") == ["moved.txt", "renamed.txt"]
    commit()
    assert checked(".") == ["moved.txt", "renamed.txt"]


def test_odd_names_are_understood(repository, checked):
    """Spaces, line ends, quotes, wildcards, other scripts and bytes that are no UTF-8."""
    names = ["a b.txt", "line\nend.txt", 'quo"te.txt', "[a]*.txt", ":(top)a.txt", "企業.txt",
             os.fsdecode(b"caf\xe9.txt"), "-x.txt"]  # fmt: skip
    for name in names:
        write(name, CLEAN)
    git("add", "--all", "--", names[0], names[1])
    assert sorted(checked(".")) == sorted(names)
    commit()
    git("branch", "now")
    for name in names:
        write(name, CLEAN + "é\n")
    assert sorted(checked(".", base="now")) == sorted(names)


def test_it_works_from_a_folder_below(repository, checked, found, monkeypatch):
    """Paths are those of the working folder; so it is with absolute ones and through links."""
    write("a.txt", GLOSSED)
    write("sub/c.txt", CLEAN + GLOSSED)
    (repository.parent / "link").symlink_to(repository)
    monkeypatch.chdir(repository / "sub")
    assert checked(".") == ["c.txt"]
    assert checked("..") == ["../a.txt", "../sub/c.txt"]
    assert {line for _, line, _ in found("c.txt")} == {21}
    assert checked(str(repository / "sub")) == [str(repository / "sub" / "c.txt")]
    assert checked(str(repository.parent / "link")) == [
        str(repository.parent / "link" / name) for name in ("a.txt", "sub/c.txt")
    ]


def test_settings_of_the_user_change_nothing(repository, checked, found):
    """Relative paths, copies for renames, wide hunks, colours, other prefixes, programs."""
    for name, value in {"diff.relative": "true", "diff.renames": "copies", "color.ui": "always",
                        "diff.interHunkContext": "99", "diff.noprefix": "true",
                        "diff.external": "false", "core.quotePath": "true",
                        "diff.mnemonicPrefix": "true", "diff.context": "9"}.items():  # fmt: skip
        git("config", name, value)
    lines = CLEAN.splitlines(keepends=True)
    write("sub/c.txt", "".join([*lines[:5], "Ã©tÃ©\n", *lines[5:9], GLOSSED]))
    commit()
    git("branch", "now")
    write("sub/c.txt", "".join(["New.\n", *lines[:5], "Ã©tÃ©\n", *lines[5:9], GLOSSED, "Ã©tÃ©\n"]))
    os.chdir("sub")
    assert checked(".", base="now") == ["c.txt"]
    assert found(".", base="now") == [("c.txt", 13, "wrong-decode")]


@pytest.mark.parametrize("renames", ["true", "false", "copies"])
def test_a_rename_is_one_whatever_the_settings_are(repository, found, renames):
    """A copy is a new document."""
    write("a.txt", GLOSSED + CLEAN)
    commit()
    git("branch", "now")
    git("config", "diff.renames", renames)
    git("mv", "a.txt", "z.txt")
    commit()
    assert found(".", base="now") == []
    git("branch", "later")
    write("copy.txt", GLOSSED + CLEAN)
    write("z.txt", GLOSSED + CLEAN + "More.\n")
    commit()
    assert [path for path, _, _ in found(".", base="later")] == ["copy.txt"] * 3


def test_a_document_that_git_forgot_is_new(repository, found):
    """It was taken out of the index, and is there."""
    write("a.txt", GLOSSED + CLEAN)
    commit()
    git("branch", "now")
    git("rm", "--quiet", "--cached", "a.txt")
    assert found(".", base="now") == [("a.txt", 1, "pinyin-gloss")] * 3


def test_a_submodule_and_a_repository_within_are_left_out(repository, checked):
    """They have changes of their own."""
    for name in ("inner", "untracked"):
        (repository / name).mkdir()
        git("init", "--quiet", folder=name)
        write(f"{name}/deep/a.txt", GLOSSED)
        commit(name)
    git("add", "inner")
    git("commit", "--quiet", "--message", "x")
    write("inner/deep/a.txt", "Changed.\n")
    write("a.txt", "Changed.\n")
    assert checked(".") == ["a.txt"]
    assert checked("inner/deep/a.txt", "b.txt") == []


def test_a_document_that_git_ignores_is_checked_when_it_is_named(repository, checked):
    """It is in no revision, so it is new."""
    write(".gitignore", "made/\n")
    commit()
    write("made/page.txt", GLOSSED)
    assert checked(".") == []
    assert checked("made/page.txt") == ["made/page.txt"]


def test_documents_in_conflict_have_changed(repository, checked, found):
    """In the midst of a merge."""
    write("a.txt", CLEAN.replace("Line 3 ", "Line Ã©tÃ© "))
    commit()
    git("checkout", "--quiet", "main")
    write("a.txt", CLEAN.replace("Line 3 ", "Line three "))
    commit()
    with pytest.raises(subprocess.CalledProcessError):
        git("merge", "work")
    assert checked(".", base="HEAD") == ["a.txt"]
    assert ("a.txt", 6, "wrong-decode") in found(".", base="HEAD")


def test_a_crash_is_told_of_every_document_that_changed(repository, found, monkeypatch):
    """It is on no line, and fails the run all the same."""

    def crash(*_):
        raise ZeroDivisionError("oops")

    from textproof.rule import Rule

    write("a.txt", GLOSSED + CLEAN)
    commit()
    git("branch", "now")
    write("a.txt", GLOSSED + CLEAN + "More.\n")
    monkeypatch.setattr(Rule, "check", crash)
    assert ("a.txt", 1, "pinyin-gloss") in found(".", base="now")


def test_baseline_and_changes_work_together(repository, run):
    """What is on an old line is not stale, and what is known and new is not told."""
    write("a.txt", GLOSSED + CLEAN + "Ã©tÃ©\n")
    run("baseline", ".")
    commit()
    git("branch", "now")
    write("a.txt", GLOSSED + CLEAN + "Ã©tÃ©\nÃ©tÃ©\nIt is â€œgoodâ€\x9d.\n")
    status, out, _ = run("check", ".", "--diff-base", "now", "--new-lines", "--baseline",
                         "textproof-baseline.json")  # fmt: skip
    assert status == 1
    assert out.splitlines()[-2:] == [
        "1 of 5 documents changed since now",
        "4 findings are in the baseline",
    ]
    assert "2 findings: 2 errors" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--diff-base", "nothing"], "no revision “nothing” in git"),
        (["--diff-base", ""], "no revision “” in git"),
        (["--diff-base=--help"], "no revision “--help” in git"),
        (["--diff-base=--since=yesterday"], "no revision “--since=yesterday” in git"),
        (["--diff-base", "main..work"], "no revision “main..work” in git"),
        (["--diff-base", "HEAD:a.txt"], "no revision “HEAD:a.txt” in git"),
        (["--diff-base", "apart"], "“apart” and HEAD have no commit in common, or it was not fet"),
        (["../outside.txt", "--diff-base", "main"], "../outside.txt is not in the git work tree "),
        (["-", "--diff-base", "main"], "--diff-base compares files; it does not read standard in"),
        (["--new-lines"], "--new-lines wants --diff-base REV"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_git_cannot_tell_is_one_clear_sentence(repository, run, arguments, message):
    """Exit 2, the reason on standard error, nothing on standard output."""
    write("../outside.txt", CLEAN)
    tree = git("write-tree").strip()
    git("branch", "apart", git("commit-tree", tree, "-m", "another beginning").strip())
    status, out, err = run("check", "a.txt", *arguments)
    assert (status, out) == (2, "")
    assert re.fullmatch(rf"textproof: {re.escape(message)}.*\n", err)


def test_a_folder_that_is_no_work_tree_is_one_clear_sentence(repository, run, monkeypatch):
    """Outside of any, within `.git`, and in a tree without a commit."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(repository.parent))
    for name, message in (("../plain", "not in a git work tree ("),
                          (".git", "not in a git work tree ("),
                          ("../fresh", "no revision “HEAD” in git")):  # fmt: skip
        write(repository / name / "a.txt", CLEAN)
        if name == "../fresh":
            git("init", "--quiet", folder=repository / name)
        monkeypatch.chdir(repository / name)
        status, out, err = run("check", "a.txt", "--diff-base", "HEAD")
        assert (status, out) == (2, "")
        assert err.startswith(f"textproof: {message}")
        assert len(err.splitlines()) == 1
        monkeypatch.chdir(repository)


def test_without_git_it_is_one_clear_sentence(repository, run, monkeypatch):
    """The program is not there."""
    monkeypatch.setenv("PATH", str(repository))
    status, out, err = run("check", "a.txt", "--diff-base", "main")
    assert (status, out) == (2, "")
    assert err == "textproof: git cannot be run: no such file or directory\n"
