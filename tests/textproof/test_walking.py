"""From paths to documents."""

import os
import subprocess

import pytest

from textproof import Config
from textproof.walking import NoSuchPathError, find_documents


@pytest.fixture
def folder(tmp_path):
    """A folder with documents, other files, and hidden ones."""
    for name in ("b.txt", "a.md", "c.py", "sub/d.html", "sub/deep/e.rst", ".hidden/f.txt",
                 ".g.txt", "A.TXT.bak", "drafts/h.md"):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    return tmp_path


def names(folder, config=None):
    found = find_documents([str(folder)], config or Config())
    return [name.removeprefix(f"{folder}/") for name in found]


def test_a_folder_is_walked_for_documents(folder):
    """By suffix, in sorted order, without hidden files and folders."""
    assert names(folder) == ["a.md", "b.txt", "drafts/h.md", "sub/d.html", "sub/deep/e.rst"]


def test_a_named_file_is_always_checked(folder):
    """Whatever its name, and once."""
    paths = [str(folder / "c.py"), str(folder / ".g.txt"), str(folder / "c.py")]
    assert find_documents(paths, Config()) == paths[:2]


def test_include_and_exclude_choose_the_documents(folder):
    """Patterns are relative to the folder of the configuration."""
    config = Config(include=("**/*.{md,py}",), exclude=("drafts/**",), root=folder)
    assert names(folder, config) == ["a.md", "c.py"]
    assert names(folder / "sub", Config(exclude=("sub/deep/**",), root=folder)) == ["d.html"]


def test_a_missing_path_is_an_error(folder):
    """It is named, and nothing is checked."""
    with pytest.raises(NoSuchPathError, match=r"no such file or folder: .*nothing"):
        find_documents([str(folder), str(folder / "nothing")], Config())


def test_git_ignored_files_are_left_out(folder):
    """As git itself decides, with patterns of sub-folders and exceptions."""
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    (folder / ".gitignore").write_text("drafts/\n*.rst\n!keep.rst\n")
    (folder / "sub" / ".gitignore").write_text("*.html\n")
    (folder / "sub" / "keep.rst").write_text("text")
    assert names(folder) == ["a.md", "b.txt", "sub/keep.rst"]
    assert find_documents([str(folder / "drafts/h.md")], Config()) == [f"{folder}/drafts/h.md"]


def test_what_is_no_file_is_no_document(folder):
    """A dangling link and a pipe are left out, a link to a file is checked."""
    (folder / "dangling.txt").symlink_to("nowhere")
    (folder / "link.txt").symlink_to("a.md")
    os.mkfifo(folder / "pipe.txt")
    assert names(folder) == ["a.md", "b.txt", "link.txt", *names(folder)[3:]]
    assert len(names(folder)) == 6


def test_odd_names_are_found(tmp_path):
    """Names with spaces, line ends and bytes that are no UTF-8."""
    for name in (b"a b.txt", b"line\nend.txt", b"caf\xe9.txt"):
        (tmp_path / name.decode("utf-8", "surrogateescape")).write_text("text")
    assert len(names(tmp_path)) == 3
