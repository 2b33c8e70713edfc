"""Repairs: safe ones, likely ones, and what must stay as it is."""

import pytest

from textproof import Safety, check_text, fix_text
from textproof.finding import Repair
from textproof.fixing import apply


def test_safe_repairs_are_made():
    """And only those: a likely one waits for `unsafe`."""
    text = "企業(yè)、產業(yè)、學(xué)校。《文化?人生》"
    assert fix_text(text).text == "企業、產業、學校。《文化?人生》"
    assert fix_text(text, unsafe=True).text == "企業、產業、學校。《文化·人生》"


def test_the_result_says_what_was_done_and_what_remains():
    """Findings whose repair was made, and those still in the text."""
    fixed = fix_text("企業(yè)、產業(yè)、學(xué)校。《文化?人生》")
    assert [finding.rule for finding in fixed.applied] == ["pinyin-gloss"] * 3
    assert [finding.rule for finding in fixed.remaining] == ["lost-character"]


def test_a_repair_of_the_whole_document_goes_to_every_place():
    """Each folded comma is repaired, and the one between digits is not."""
    fixed = fix_text("黨的,會議,通過,各地,1,000人、參加。“好”、", unsafe=True)
    assert fixed.text == "黨的，會議，通過，各地,1,000人、參加。“好”、"
    assert [finding.detail["count"] for finding in fixed.applied] == [3]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay(end):
    """Whatever ends the lines ends them afterwards."""
    text = end.join(["企業(yè)", "產業(yè)", "學(xué)校", ""])
    assert fix_text(text).text == end.join(["企業", "產業", "學校", ""])


def test_of_overlapping_repairs_the_first_is_made():
    """The second waits for the next round and does no damage."""
    first, second = check_text("企業(yè)、產業(yè)、學(xué)校").findings[:2]
    wide = first._replace(start=0, end=13, repair=Repair("甲", Safety.SAFE))
    text, repaired = apply("企業(yè)、產業(yè)、學(xué)校", (wide, second), unsafe=False)
    assert text == "甲、學(xué)校"
    assert repaired == [wide]


def test_suppressed_findings_are_not_repaired():
    """What the author means stays."""
    text = "企業(yè)、產業(yè)、學(xué)校 <!-- textproof: ignore[pinyin-gloss] a sample -->"
    assert fix_text(text).text == text
