"""`textproof fix`: what it writes, what it leaves as it is, and that once is enough."""

import shutil
from pathlib import Path

import pytest

SEEDS = Path(__file__).resolve().parent.parent.parent / "seeds"
GLOSSED = "企業(yè)、產業(yè)、學(xué)校"
MOJIBAKE = "El sÃ¡bado, los niÃ±os."


@pytest.mark.parametrize("options", [[], ["--unsafe"]], ids=["safe", "unsafe"])
def test_a_second_run_changes_nothing(options, run, tmp_path):
    """On every seed, whatever its damage."""
    documents = [path for path in sorted(SEEDS.iterdir()) if path.is_file()]
    for path in documents:
        shutil.copy(path, tmp_path)
    run("fix", str(tmp_path), *options)
    once = {path.name: path.read_bytes() for path in sorted(tmp_path.iterdir())}
    assert sum(once[path.name] != path.read_bytes() for path in documents) > 5
    assert run("fix", str(tmp_path), *options)[2].startswith("0 findings repaired in 0 of ")
    assert {path.name: path.read_bytes() for path in sorted(tmp_path.iterdir())} == once


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe")],
    ids=["utf-8", "mark", "utf-16"],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", ""], ids=["LF", "CR LF", "CR", "none"])
def test_what_no_repair_is_about_stays(encoding, mark, end, run, tmp_path):
    """Byte order mark, line ends, encoding and permissions."""
    path = tmp_path / "a.txt"
    path.write_bytes(mark + f"{GLOSSED}{end}".encode(encoding) * 2)
    path.chmod(0o640)
    run("fix", "--select", "pinyin-gloss", str(path))
    assert path.read_bytes() == mark + f"企業、產業、學校{end}".encode(encoding) * 2
    assert path.stat().st_mode & 0o777 == 0o640


def test_only_the_selected_rules_repair(run, tmp_path):
    """By `--select` and by `--ignore`."""
    path = tmp_path / "a.txt"
    path.write_text(f"{GLOSSED}\n{MOJIBAKE}\n", encoding="utf-8")
    run("fix", "--select", "pinyin-gloss", str(path))
    assert path.read_text(encoding="utf-8") == f"企業、產業、學校\n{MOJIBAKE}\n"
    run("fix", "--ignore", "wrong-decode", str(path))
    assert MOJIBAKE in path.read_text(encoding="utf-8")
    run("fix", str(path))
    assert path.read_text(encoding="utf-8") == "企業、產業、學校\nEl sábado, los niños.\n"


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
    assert (folder / "damaged.txt").read_text(encoding="utf-8") == f"{GLOSSED}\n"


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
    assert "0 findings repaired in 0 of 1 document" in err
    assert run("fix", "binary.txt", "--diff")[1] == out == ""
    assert (folder / "binary.txt").read_bytes() == database


def test_fix_keeps_mark_line_ends_and_bad_bytes(folder, run):
    """What no repair is about stays byte for byte."""
    path = folder / "damaged.txt"
    rest = b"\r\n" + "é".encode() * 9 + b"\x81\r"
    path.write_bytes(b"\xef\xbb\xbf" + GLOSSED.strip().encode() + rest)
    run("fix", "damaged.txt")
    assert path.read_bytes() == b"\xef\xbb\xbf" + "企業、產業、學校".encode() + rest
