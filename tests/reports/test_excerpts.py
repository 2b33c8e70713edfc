"""Excerpts of findings, and repairs as changes of their line."""

import pytest
from html_pages import CONTRACT, GLOSSED, page_of

from textproof import Repair, check_text
from textproof.config_file import parse_config
from textproof.reports._excerpts import excerpt, repaired

CHANGE = [("del", "Ã©"), ("ins", "é")]


def finding_of(text, repair, before="before ", after=" after"):
    """A finding of some text with a repair, in its line."""
    found = check_text(GLOSSED).findings[0]
    start = len(before)
    return found._replace(text=text, repair=Repair(repair), start=start, end=start + len(text),
        column=start + 1, before=before, after=after,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("x", "", [("del", "x")]),
        ("", "x", [("ins", "x")]),
        ("a\n", "a\n\n", [("ins", "\n")]),
        ("one two three", "three", [("del", "one two ")]),
        ("Ã© olÃ©", "é olé", [*CHANGE, ("", " ol"), *CHANGE]),
        ("x" * 300 + "1", "x" * 300 + "2", [("del", "1"), ("ins", "2")]),
        ("x" * 300, "", [("del", "x" * 240)]),
        ("same", "same", []),
    ],
)  # fmt: skip
def test_a_repair_shows_what_changes(old, new, pieces):
    """Between the text around it there is what goes and what comes, and no more."""
    assert repaired(finding_of(old, new))[1:-1] == pieces


def test_text_that_is_cut_off_is_marked():
    """An ellipsis says where the line or the damage goes on."""
    found = finding_of("y" * 300, "z", before="b" * 60, after="a" * 60)
    before, mark, after = excerpt(found._replace(column=100))
    assert before == ("", "…" + "b" * 60)
    assert mark == ("mark", "y" * 240 + "…")
    assert after == ("", "a" * 60 + "…")
    assert repaired(found)[0] == ("", "…" + "b" * 16)


def test_what_is_not_there_has_no_excerpt():
    """A missing field has a message, and neither an excerpt nor a repair."""
    result = check_text("Note: a\n", path="a.txt", config=parse_config(CONTRACT))
    missing = result.findings[0]
    assert (missing.rule, excerpt(missing), repaired(missing)) == ("missing-field", [], [])
    assert "mark" not in page_of(result).texts
