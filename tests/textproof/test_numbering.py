"""The numbers that headings begin with."""

import pytest

from textproof.numbering import RANKS, kind_of


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("1. Introduction", "arabic 1"),
        ("1) Introduction", "arabic 1"),
        ("1、範圍", "arabic 1"),
        ("2.1 Sites", "arabic 2"),
        ("2.1. Sites", "arabic 2"),
        ("2.1.10 Sites", "arabic 3"),
        ("IV. Results", "roman"),
        ("XVIII) Results", "roman"),
        ("第三章 總則", "chapter"),
        ("第12章", "chapter"),
        ("Chapter 3", "chapter"),
        ("Часть II", "chapter"),
        ("第二節 範圍", "part"),
        ("一、範圍", "han"),
        ("（二）例外", "bracketed"),
        ("(十二)例外", "bracketed"),
        ("【導言】", "brackets"),
    ],
)
def test_a_numbered_heading(line, kind):
    """Of each kind, which has a rank."""
    assert kind_of(line) == kind
    assert kind in RANKS


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Introduction",
        "1999 was dry",
        "3.5",
        "2022-09-17",
        "1.",
        "2.1.10",
        "10:30 Opening",
        "3、4",
        "Vital. Signs",
        ". a",
        ") a",
        "I am here",
        "Chapters",
        "第三次會議",
        "一般、特殊",
        "【導言】本文",
        "（一）",
    ],
)
def test_no_number(line):
    """Years, amounts, dates, times and words that begin like one; a number alone."""
    assert kind_of(line) is None
