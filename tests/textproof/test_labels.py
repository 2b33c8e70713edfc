"""Labelled fields in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.labels import BUILT_IN, find_labelled


def found(text, labels=BUILT_IN):
    return [(f.name, text[f.start : f.end], f.glued) for f in find_labelled(text, labels)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Date: 2022-09-17", [("date", "2022-09-17", False)]),
        ("發布時間：2022-09-17", [("date", "2022-09-17", False)]),
        ("发佈时间 ：2022-09-17", [("date", "2022-09-17", False)]),
        ("AUTHOR: Ada", [("author", "Ada", False)]),
        ("- **Author:** Ada", [("author", "Ada", False)]),
        ("> 作者:張三", [("author", "張三", False)]),
        ("(責編: 陳建國)", [("editor", "陳建國", False)]),
        ("【責編：陳建國】完", [("editor", "陳建國", False)]),
        ("出典: 新聞", [("source", "新聞", False)]),
        ("작성일: 2022-09-17\r\n", [("date", "2022-09-17", False)]),
        ("Source:", [("source", "", False)]),
    ],
)
def test_a_label_opens_its_line(text, expected):
    """A label at a line's start, in any variant, case and width, with marks and brackets."""
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The date: unknown",
        "dataSource: x",
        "Mandate: none",
        "Date 2022-09-17",
        "記者說：來源不明",
        "",
    ],
)
def test_what_is_no_label(text):
    """A word in a sentence, the end of another word, and a word without a colon are none."""
    assert found(text) == []


@pytest.mark.parametrize("gap", [" ", "\t", "　", " | ", "｜", " · ", "/", "，", "; "])
def test_marks_part_two_fields(gap):
    """White space and marks stand between fields, and are no part of a value."""
    text = f"日期：2022-09-17{gap}作者：張三"
    assert found(text) == [("date", "2022-09-17", False), ("author", "張三", False)]


def test_a_label_is_glued_where_nothing_parts_it():
    """The second label says that it is glued, and the value before it ends there."""
    assert found("日期：2022-09-17作者：張三") == [
        ("date", "2022-09-17", False),
        ("author", "張三", True),
    ]


def test_a_value_ends_with_its_line():
    """A value does not reach into the next line."""
    assert found("Source: Agency\nText.\n") == [("source", "Agency", False)]


def test_labels_of_a_contract():
    """Labels are those that are asked for, in either variant and with special characters."""
    labels = {"id": ("C++ (id)",), "place": ("地點",)}
    assert found("C++ (id): 7\n地点：京\nDate: x\n", labels) == [
        ("id", "7", False),
        ("place", "京", False),
    ]


def test_the_longest_label_wins():
    """`Date published` is one label, not `Date` with something behind it."""
    assert found("Date published: 2022") == [("date", "2022", False)]


@given(st.text(alphabet="Date:：作者 日期|(（)*\n\r2-", max_size=60))
def test_spans_are_in_order(text):
    """Of any text, every label stands before its value, and no field reaches into the next."""
    last = 0
    for field in find_labelled(text, BUILT_IN):
        assert last <= field.label_start < field.label_end < field.start <= len(text) + 1
        assert field.start <= field.end
        last = field.end
