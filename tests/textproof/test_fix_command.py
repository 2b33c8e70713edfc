"""`textproof fix`: what it leaves as it is, and that once is enough."""

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
