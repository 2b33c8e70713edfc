"""The file of a baseline: read in a diff, read again, refused in one sentence."""

import json
import os
import re

import pytest
from baselines import recorded, shown
from pages import GLOSSED

from textproof.baseline import (
    Baseline,
    BaselineError,
    Entry,
    read_baseline,
    write_baseline,
    written,
)


def test_the_file_can_be_read_in_a_diff(glossed, run):
    """A line for each entry, sorted, in characters and not in escapes; the same every time."""
    run("baseline", "docs")
    text = (glossed / "textproof-baseline.json").read_text(encoding="utf-8")
    lines = text.splitlines()
    entries = [json.loads(line.rstrip(",")) for line in lines[3:-2]]
    assert lines[:3] == ["{", '  "format": 1,', '  "findings": [']
    assert [list(entry) for entry in entries] == [["path", "rule", "key", "message"]] * 6
    assert [tuple(entry.values()) for entry in entries] == list(recorded())
    assert sorted(recorded()) == list(recorded())
    assert "yè" in text
    assert json.loads(text)["findings"] == entries
    os.remove("textproof-baseline.json")
    run("baseline", "./docs/sub", "docs/a.txt")
    assert (glossed / "textproof-baseline.json").read_text(encoding="utf-8") == text


def test_odd_names_and_messages_survive(tmp_path):
    """Line ends, quotes and bytes that are no UTF-8 are read as they were written."""
    entries = tuple(sorted([Entry("a\nb\udcff\".txt", "bad-date", "0", "no\n\ud800\u2028"),
                            Entry("é 企.txt", "bad-date", "0", "“”")]))  # fmt: skip
    baseline = Baseline(str(tmp_path / "known.json"), entries)
    write_baseline(baseline)
    assert read_baseline(baseline.file) == baseline


def test_an_empty_baseline_is_one(tmp_path):
    """Nothing recorded is read as nothing recorded."""
    (tmp_path / "known.json").write_text(written([]))
    assert read_baseline(str(tmp_path / "known.json")).entries == ()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "no such baseline: x.json; `textproof baseline PATH…` records one"),
        (b"", "x.json is no baseline: "),
        (b"{", "x.json is no baseline: "),
        (b"\xff", "x.json is no baseline: "),
        (b"[" * 100_000, "x.json is no baseline: "),
        (b"[]", "x.json is no baseline: it holds no list of “findings”"),
        (b'{"format": 1}', "x.json is no baseline: it holds no list of “findings”"),
        (b'{"format": 2, "findings": []}', "of format 2; this textproof reads format 1"),
        (b'{"findings": []}', "of format None; this textproof reads format 1"),
        (b'{"format": 1, "findings": [7]}', "finding 1 lacks one of path, rule, key, message"),
        (b'{"format": 1, "findings": [{"path": "a"}]}', "finding 1 lacks one of path, rule"),
    ],
    ids=["missing", "empty", "broken", "bytes", "deep", "list", "no findings", "newer",
         "unversioned", "number", "incomplete"],
)  # fmt: skip
def test_a_baseline_that_cannot_be_used_is_one_clear_sentence(glossed, run, content, message):
    """Exit 2 from a check and from pruning, and recording does not overwrite it."""
    if content is not None:
        (glossed / "x.json").write_bytes(content)
    commands = [["check", "docs", "--baseline", "x.json"],
                ["baseline", "docs", "--file", "x.json", "--prune"]]  # fmt: skip
    if content is not None:
        commands.append(["baseline", "docs", "--file", "x.json"])
    for command in commands:
        status, out, err = run(*command)
        assert (status, out) == (2, "")
        assert message in err
        assert re.fullmatch(r"textproof: .*\n", err)
    with pytest.raises(BaselineError):
        read_baseline("x.json")
    assert content is None or (glossed / "x.json").read_bytes() == content


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["baseline", "-"], "baseline records files; it does not read standard input"),
        (["baseline", "nothing"], "no such file or folder: nothing"),
        (["baseline", "empty"], "nothing to record in empty"),
        (["baseline", "docs", "--jobs", "0"], "--jobs must be at least 1"),
        (["baseline", "docs", "--file", "docs/a.txt"], "docs/a.txt is no baseline: "),
        (["baseline", "docs", "--file", "docs"], "docs: is a directory"),
        (["baseline", "docs", "--file", "docs/a.txt/x.json"], "docs/a.txt: "),
        (["check", "docs", "--baseline", "docs"], "docs: is a directory"),
    ],
    ids=shown,
)
def test_wrong_usage_is_one_clear_sentence(glossed, run, arguments, message):
    """Exit 2, the reason on standard error; a document is not overwritten."""
    (glossed / "empty").mkdir()
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert re.fullmatch(rf"textproof: .*{re.escape(message)}.*\n", err)
    assert (glossed / "docs" / "a.txt").read_text(encoding="utf-8") == GLOSSED
