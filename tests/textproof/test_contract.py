"""Contracts: which files they cover, and how their words are matched."""

import pytest

from textproof.contract import Contract, FieldContract, SectionContract, same_words


@pytest.mark.parametrize(
    ("path", "covered"),
    [("news/a.txt", True), ("news/2022/09/a.md", True), ("news/a.html", False), ("a.txt", False)],
)
def test_covers(path, covered):
    """A contract covers the paths that one of its patterns describes."""
    contract = Contract("news", files=("news/*.txt", "news/**/*.md"))
    assert contract.covers(path) is covered


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ("相關鏈接", "相关链接"),
        ("发展", "發展"),
        ("Summary", "SUMMARY"),
        ("ＡＢＣ", "abc"),
        ("C++ (x)", "c++ (X)"),
    ],
)
def test_same_words(known, words):
    """Words are the same in the other variant, in another case and in another width."""
    assert same_words(known, words)


@pytest.mark.parametrize(("known", "words"), [("發", "髮型"), ("a.c", "abc"), ("Summary", "")])
def test_other_words(known, words):
    """Parts of words, and what a regular expression would match, are other words."""
    assert not same_words(known, words)


@pytest.mark.parametrize(
    "heading",
    ["結論", "结论", "三、結論", "（一）結論", "2.1 結論", "3.結論", "結論：", "IV. 結論"],
)
def test_a_heading_may_be_numbered(heading):
    """Numbers before a heading and a colon behind it do not matter."""
    assert SectionContract("x", headings=("結論",)).heads(heading)


@pytest.mark.parametrize("heading", ["結論與建議", "無結論", "", "三", "2022"])
def test_another_heading(heading):
    """A heading with other words is another one."""
    assert not SectionContract("x", headings=("結論",)).heads(heading)


def test_a_numbered_heading_can_be_meant():
    """A heading that the contract writes with its number is found as it is written."""
    assert SectionContract("x", headings=("1. Scope",)).heads("1. Scope")


def test_heading_of_a_line():
    """A line is a heading by its words, or by the suffix of a "more" link."""
    section = SectionContract("links", headings=("相關閱讀",))
    contract = Contract("x", files=("*",), sections=(section,), boilerplate_suffix="更多>>")
    assert contract.heading_of("相关阅读") == "相关阅读"
    assert contract.heading_of("熱點更多>>") == "熱點"
    assert contract.heading_of("更多>>") is None
    assert contract.heading_of("正文") is None


def test_field():
    """A field is looked up by its name."""
    date = FieldContract("date")
    contract = Contract("x", files=("*",), fields=(FieldContract("author"), date))
    assert contract.field("date") is date
    assert contract.field("source") is None


@pytest.mark.parametrize(
    ("title", "text", "found"),
    [
        ("【{}】", "x\n  【統戰】開展  \r\ny", "【統戰】開展"),
        ("【{}】", "\ufeff【統戰】", "【統戰】"),
        ("統戰{}", "统战史话", "统战史话"),
        ("Report {}: {}", "report 12: the end", "report 12: the end"),
        ("{}", "\n\nTitle\n", "Title"),
        ("【{}】", "see 【x】", None),
        ("【{}】", "【x\n】", None),
        ("a.c", "abc", None),
    ],
)
def test_title_pattern(title, text, found):
    """The title line begins with the pattern, in any line end, case and variant."""
    match = Contract("x", files=("*",), title=title).title_pattern.search(text)
    assert (match and match["title"]) == found


def test_without_a_title_there_is_no_pattern():
    """A contract need not describe the title."""
    assert Contract("x", files=("*",)).title_pattern is None
