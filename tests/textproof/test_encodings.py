"""`textproof encodings`: what a file's bytes are, as `file` and `isutf8` say it, and where not."""

import json
import os
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.cli import main
from textproof.commands.encodings import _line, encoding_of

SCHEMA = json.loads(files("textproof.reports").joinpath("encodings.schema.json").read_text("utf-8"))
RUSSIAN = "Правила пользования читальным залом нашей библиотеки.\n"
GERMAN = "Grüße aus München, schöne Füße.\n".encode()
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def listed(capsys, *arguments):
    """Exit status, standard output and standard error of `textproof encodings`."""
    status = main(["encodings", *arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", "ascii         sure  -    -      a.txt"),
        (b"one\ntwo\n", "ascii         sure  -    LF     a.txt"),
        (b"one\r\ntwo\r\n", "ascii         sure  -    CR LF  a.txt"),
        (b"one\rtwo\r", "ascii         sure  -    CR     a.txt"),
        (b"one\r\ntwo\n", "ascii         sure  -    mixed  a.txt"),
        (GERMAN, "utf-8         sure  -    LF     a.txt"),
        (b"\xef\xbb\xbfone\n", "utf-8         sure  BOM  LF     a.txt"),
        ("one\r\n".encode("utf-16"), "utf-16-le     sure  BOM  CR LF  a.txt"),
        (("one two\n" * 9).encode("utf-16-be"), "utf-16-be     sure  -    LF     a.txt"),
        (RUSSIAN.encode("cp1251"), "cp1251        sure  -    LF     a.txt"),
        (PNG, "binary        -     -    -      a.txt  (a PNG image)"),
        (bytes(range(256)) * 9, "binary        -     -    -      a.txt  (binary data)"),
        (
            GERMAN + b"a\rcaf\xe9 x",
            "utf-8         sure  -    mixed  a.txt  (1 bad byte at 3:4, byte 43)",
        ),
        (
            GERMAN + b"\x92 and \x93" + GERMAN,
            "utf-8         sure  -    LF     a.txt  (2 bad bytes, first at 2:1, byte 38)",
        ),
        (
            "\ufeffone\nab".encode("utf-16-be")[:-1],
            "utf-16-be     sure  BOM  LF     a.txt  (1 bad byte at 2:2, byte 12)",
        ),
    ],
    ids=["empty", "LF", "CR LF", "CR", "mixed", "utf-8", "BOM", "utf-16", "utf-16 without BOM",
         "legacy", "PNG", "binary", "bad byte", "bad bytes", "cut"],
)  # fmt: skip
def test_a_file_is_one_line(folder, capsys, data, line):
    """Encoding, confidence, byte order mark, line ends, path, and what else must be known."""
    (folder / "a.txt").write_bytes(data)
    assert listed(capsys, "a.txt")[1] == f"{line}\n"


def test_an_uncertain_encoding_comes_with_its_confidence_and_the_next_best():
    """As a percentage and in brackets; one that is beyond doubt is called sure."""
    uncertain = encoding_of(RUSSIAN.encode("cp1251"), "a.txt")._replace(
        confidence=0.62, sure=False, runner_up="mac-cyrillic"
    )
    assert _line(uncertain) == "cp1251        62%   -    LF     a.txt  (or mac-cyrillic)"
    assert _line(uncertain._replace(sure=True)) == "cp1251        sure  -    LF     a.txt"


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"one\n", 0),
        (GERMAN, 0),
        (b"\xef\xbb\xbf" + GERMAN, 0),
        (GERMAN + b"\xff", 1),
        (RUSSIAN.encode("cp1251"), 1),
        (RUSSIAN.encode("utf-16"), 1),
        (PNG, 1),
    ],
    ids=["ascii", "utf-8", "BOM", "bad byte", "legacy", "utf-16", "binary"],
)
def test_the_exit_status_says_whether_all_is_utf8(folder, capsys, data, status):
    """As that of `isutf8`; one file among good ones counts."""
    (folder / "a.txt").write_bytes(data)
    (folder / "good.txt").write_text("good")
    assert listed(capsys, "good.txt", "a.txt", "good.txt")[0] == status


def test_a_folder_is_walked_and_its_binary_files_are_counted(folder, capsys):
    """By the configuration, in sorted order; standard output has the list and nothing else."""
    for name in ("b.txt", "a.md", "c.py", "sub/d.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(PNG if name == "b.txt" else b"text")
    (folder / "textproof.toml").write_text('include = ["**/*.{txt,py}"]')
    status, out, err = listed(capsys, ".")
    assert [line.split()[-1] for line in out.splitlines()] == ["c.py", "sub/d.txt"]
    assert (status, err) == (0, "1 file skipped: PNG image\n")


def test_the_json_has_all_that_is_known(folder, capsys):
    """A document for each file, by the published schema, with every line end counted."""
    (folder / "a.txt").write_bytes(b"\xef\xbb\xbfa\r\nb\nc\rd\r\n" + GERMAN + b"\xe9 x\xff\n")
    (folder / "b.txt").write_bytes(PNG)
    _, out, _ = listed(capsys, "a.txt", "b.txt", "--report", "json")
    written = json.loads(out)
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(written, SCHEMA)
    text, binary = written["documents"]
    assert text == {
        "path": "a.txt", "encoding": "utf-8", "ascii": False, "confidence": 1.0, "sure": True,
        "runner_up": None, "bom": True, "newlines": {"LF": 3, "CR LF": 2, "CR": 1}, "bytes": 56,
        "bad_bytes": 2, "first_bad": {"line": 6, "column": 1, "byte": 51}, "binary": None,
    }  # fmt: skip
    assert (binary["encoding"], binary["confidence"], binary["sure"]) == (None, None, False)
    assert (binary["binary"], binary["bytes"]) == ("a PNG image", len(PNG))


def test_the_json_goes_to_a_file_and_the_lines_to_the_terminal(folder, capsys):
    """A path that is no UTF-8 is escaped in both."""
    name = os.fsdecode(b"caf\xe9.txt")
    (folder / name).write_text("text")
    _, out, _ = listed(capsys, name, "--report", "json=out/r.json")
    assert out == "ascii         sure  -    -      caf⟨E9⟩.txt\n"
    written = json.loads((folder / "out" / "r.json").read_text("utf-8"))
    assert [document["path"] for document in written["documents"]] == [name]


def test_standard_input_is_listed(folder, capsysbinary, monkeypatch):
    """Under a name that no file has."""

    class Stdin:
        """Standard input with some bytes."""

        class buffer:  # noqa: N801 (the name is that of a stream's)
            """The bytes."""

            read = staticmethod(lambda: RUSSIAN.encode("utf-16"))

    monkeypatch.setattr("sys.stdin", Stdin)
    assert main(["encodings", "-"]) == 1
    assert capsysbinary.readouterr().out == b"utf-16-le     sure  BOM  LF     <stdin>\n"


def test_a_line_of_a_usual_path_fits_the_terminal(folder, capsys):
    """So that a table of clean files has no line of more than 80 columns."""
    name = "content/en/docs/2024/how-to-write-a-page.md"
    (folder / name).parent.mkdir(parents=True)
    (folder / name).write_text("text\n")
    assert len(listed(capsys, name)[1]) <= 80


@given(st.lists(st.one_of(st.text(st.characters(exclude_characters="\0\x1b~"), min_size=1)
                          .map(lambda text: text.encode("utf-8", "replace")),
                          st.sampled_from([b"\xe9", b"\xff", b"\xf0\x9f", b"\r\n"]))))  # fmt: skip
def test_utf8_is_what_decodes_as_utf8(parts):
    """A file is called UTF-8 where Python decodes it, and the first bad byte is Python's."""
    data = b"".join(parts)
    file = encoding_of(data, "a.txt")
    bad = first_bad_byte(data)
    if bad is not None:
        assert not file.is_utf8
        assert file.encoding != "utf-8" or (file.first_bad and file.first_bad.byte == bad)
    else:
        assert file.is_utf8
        assert file.first_bad is None


def first_bad_byte(data):
    """The offset of the first byte that Python does not decode as UTF-8, None without one."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return error.start
    return None
