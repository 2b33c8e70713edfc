"""From paths to documents."""

import os
import subprocess

import pytest

from textproof import Config
from textproof.binary import HEAD
from textproof.results import Skipped
from textproof.walking import Found, NoSuchPathError, binary_kind, find_documents, read_document

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


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
    return [path.removeprefix(f"{folder}/") for path, _ in found]


def test_a_folder_is_walked_for_documents(folder):
    """By suffix, in sorted order, without hidden files and folders."""
    assert names(folder) == ["a.md", "b.txt", "drafts/h.md", "sub/d.html", "sub/deep/e.rst"]


def test_a_named_file_is_always_checked(folder):
    """Whatever its name, and once."""
    paths = [str(folder / "c.py"), str(folder / ".g.txt"), str(folder / "c.py")]
    assert find_documents(paths, Config()) == [Found(path, True) for path in paths[:2]]


def test_a_file_that_is_named_beside_its_folder_is_a_named_one(folder):
    """In either order, in the place of the first, and once."""
    paths = [str(folder), str(folder / "b.txt")]
    for order in (paths, paths[::-1]):
        found = find_documents(order, Config())
        assert [path for path, named in found if named] == [paths[1]]
        assert len(found) == 5


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
    ignored = f"{folder}/drafts/h.md"
    assert find_documents([ignored], Config()) == [Found(ignored, True)]


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


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", None),
        (b"text", None),
        ("é".encode() * HEAD, None),
        (b"a" + "é".encode() * HEAD, None),
        ("Правила пользования залом".encode("cp1251"), None),
        (b"It\x19s \x01\x02\x03", None),
        ("ID3-Tags für Anfänger".encode(), None),
        ("text".encode("utf-16"), None),
        ("some text\n".encode("utf-16-be") * 9, None),
        (b"\xff\xfe\x01\x02\x03\x04", None),
        (b"text" + b"\0" * 99, None),
        (PNG, "a PNG image"),
        (b"SQLite format 3\0\x10\0\x01\x01\0", "an SQLite database"),
        (bytes(range(256)) * 9, "binary data"),
    ],
    ids=["empty", "ascii", "utf-8", "cut character", "legacy", "controls", "signature in words",
         "utf-16", "utf-16 without mark", "mark and controls", "nuls", "png", "sqlite", "binary"],
)  # fmt: skip
def test_binary_is_told_by_content(data, kind):
    """A text with damage is a text; an image, a database and other data are not."""
    assert binary_kind(data) == kind


def test_a_binary_file_of_a_folder_is_skipped_and_a_named_one_is_read(tmp_path):
    """What it is called does not count, and the reason is given."""
    path = tmp_path / "a.txt"
    path.write_bytes(PNG)
    assert read_document(Found(str(path), False)) == Skipped(str(path), "a PNG image")
    assert read_document(Found(str(path), True)) == PNG


@pytest.mark.parametrize("size", [0, 1, HEAD - 1, HEAD, HEAD + 1, 3 * HEAD])
def test_a_text_of_a_folder_is_read_whole(tmp_path, size):
    """Its start, which is looked at, and its rest."""
    path = tmp_path / "a.txt"
    path.write_bytes(bytes(ord("a") + number % 26 for number in range(size)))
    assert read_document(Found(str(path), False)) == path.read_bytes()


def test_a_hook_can_leave_out_named_files_too(folder):
    """With `force_exclude` a file that the configuration excludes, or a folder of it, is no
    document, though its path is given."""
    paths = [str(folder / name) for name in ("a.md", "drafts/h.md", "sub/d.html")]
    config = Config(exclude=("drafts/**", "sub/"), root=folder)
    assert [found.path for found in find_documents(paths, config)] == paths
    forced = find_documents(paths, config._replace(force_exclude=True))
    assert [found.path for found in forced] == paths[:1]
