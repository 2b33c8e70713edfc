"""What the `.editorconfig` of a project says of a file's encoding."""

import pytest

from textproof import check_paths
from textproof.editorconfig import charset_of, charsets_above

GERMAN = "Am Morgen gingen wir über die Brücke, und der Müller rief vom Ufer.\n"


@pytest.fixture
def write(tmp_path):
    """Write files into a project, and give the path of the last one."""

    def write(config, name="a.txt", data=None):
        (tmp_path / ".editorconfig").write_text(f"root = true\n{config}", encoding="utf-8")
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(GERMAN.encode() if data is None else data)
        return str(path)

    return write


def found(path):
    """Rule and severity of each finding of a file."""
    (result,) = check_paths([path])
    return [(finding.rule, str(finding.severity)) for finding in result.findings]


@pytest.mark.parametrize(
    ("config", "name", "charset"),
    [
        ("[*]\ncharset = latin1\n", "a.txt", "latin1"),
        ("[*]\nCHARSET=UTF-8\n", "a.txt", "utf-8"),
        ("[*.md]\ncharset = latin1\n", "a.txt", None),
        ("[*.{md,txt}]\ncharset = latin1\n", "a.txt", "latin1"),
        ("[docs/**.txt]\ncharset = latin1\n", "docs/old/a.txt", "latin1"),
        ("[docs/**.txt]\ncharset = latin1\n", "src/a.txt", None),
        ("[*]\ncharset = latin1\n[*.txt]\ncharset = utf-8\n", "a.txt", "utf-8"),
        ("[*]\ncharset = latin1\n[*.txt]\ncharset = unset\n", "a.txt", None),
        ("[*]\nindent_style = tab\n", "a.txt", None),
        ("[*\ncharset", "a.txt", None),
        ("", "a.txt", None),
    ],
)
def test_sections(write, config, name, charset):
    """The last section whose pattern covers the file says it; what is broken says nothing."""
    assert charset_of(write(config, name)) == charset


def test_a_nearer_file_says_it(write, tmp_path):
    """The `.editorconfig` of a folder goes before that of its parent."""
    path = write("[*]\ncharset = latin1\n", "docs/a.txt")
    (tmp_path / "docs" / ".editorconfig").write_text("[*]\ncharset = utf-8\n", encoding="utf-8")
    assert charset_of(path) == "utf-8"
    assert charsets_above(str(tmp_path / "docs")) >= {"latin1", "utf-8"}


def test_a_configuration_that_cannot_be_opened(tmp_path):
    """It says nothing: a folder of that name is no configuration."""
    (tmp_path / ".editorconfig").mkdir()
    (tmp_path / "a.txt").write_bytes(GERMAN.encode())
    assert charset_of(str(tmp_path / "a.txt")) is None
    assert found(str(tmp_path / "a.txt")) == []


@pytest.mark.parametrize(
    ("charset", "data", "findings"),
    [
        ("utf-8", GERMAN.encode(), []),
        ("utf-8-bom", b"\xef\xbb\xbf" + GERMAN.encode(), [("byte-order-mark", "info")]),
        ("latin1", GERMAN.encode("latin-1"), [("not-utf8", "info")]),
        ("latin1", GERMAN.encode(), [("declared-encoding", "warning")]),
        ("latin1", b"plain\n", []),
        ("utf-8", b"plain\n", []),
        ("utf-16le", GERMAN.encode("utf-16-le"), [("not-utf8", "info")]),
        ("utf-16le", GERMAN.encode("utf-16"), [("byte-order-mark", "warning")]),
        ("utf-16be", GERMAN.encode(), [("declared-encoding", "error")]),
        (
            "utf-8",
            GERMAN.encode("latin-1"),
            [("declared-encoding", "error"), ("not-utf8", "error")],
        ),
        ("klingon", GERMAN.encode(), []),
        ("unset", GERMAN.encode(), []),
    ],
)
def test_against_the_bytes(write, charset, data, findings):
    """What is as declared is meant so; what does not decode is an error, other text a warning."""
    assert found(write(f"[*]\ncharset = {charset}\n", data=data)) == findings


def test_only_the_files_of_a_section(write, tmp_path):
    """A glob of the configuration does not reach the files beside it."""
    text = write("[*.md]\ncharset = latin1\n")
    markdown = tmp_path / "a.md"
    markdown.write_bytes(GERMAN.encode())
    assert found(text) == []
    assert found(str(markdown)) == [("declared-encoding", "warning")]


def test_utf16_with_its_mark_is_no_utf8(write):
    """A document in UTF-16 does not decode as the UTF-8 that its project declares."""
    path = write("[*]\ncharset = utf-8\n", data=GERMAN.encode("utf-16"))
    assert ("declared-encoding", "error") in found(path)
