"""Plain text: all of it is prose, and headings are what stands like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.contract import Contract, SectionContract
from textproof.formats import plain


def sections_of(text, contract=None):
    return plain.structure(text, plain.prose(text), contract).sections


@given(st.text())
def test_all_of_a_text_is_prose(text):
    """Every character is prose, in its place."""
    assert plain.prose(text).text == text


@given(st.text(alphabet="abA統更多>= -~?。.\n\r\u3000", max_size=60))
def test_any_text_has_sections_within_it(text):
    """No text is an error; sections stand in order, and their headings begin where they say."""
    last = 0
    for section in sections_of(text):
        assert last <= section.start < section.end <= len(text)
        assert section.end <= section.body_end <= len(text)
        assert text[section.start : section.end].startswith(section.heading)
        last = section.start


@pytest.mark.parametrize(
    ("text", "heading", "level", "items"),
    [
        ("Report\n======\n\nText.\n", "Report", 1, 2),
        ("x\r\n\r\nResults\r\n-------\r\n\r\nText.\r\n", "Results", 2, 1),
        ("x\n\n相關閱讀\n甲\n乙\n", "相關閱讀", 4, 2),
        ("x\n\n  熱點關注 更多>>\n?\n", "熱點關注", 4, 0),
        ("x\nRelated articles More »\nOne\n", "Related articles", 4, 1),
    ],
)
def test_a_sure_heading(text, heading, level, items):
    """Underlined, with a "more" link beside it, or one of the usual headings of link lists."""
    section = next(s for s in sections_of(text) if s.heading == heading)
    assert (section.sure, section.level) == (True, level)
    assert section.items in (items, items - 1)


@pytest.mark.parametrize(
    "text",
    [
        "x\n查看更多>>\n",
        "x\nRead more »\n",
        "x\n更多>>\n",
        "x\n各地代表今天上午在首都出席了会议的开幕式 更多>>\n",
        "x\n会议闭幕。更多>>\n",
        "相關閱讀\n甲\n",
        "Text\n======================================\n"[5:],
        "A sentence that ends.\n\nAnother one.\n",
    ],
)
def test_no_sure_heading(text):
    """Invitations, teasers, and the first line of a document head no list."""
    assert not any(section.sure for section in sections_of(text))


def test_a_line_that_looks_like_a_heading_is_not_sure():
    """A short line on its own may be one."""
    (section,) = sections_of("An introduction\n\nText that goes on, and ends.\n")
    assert (section.heading, section.sure, section.items) == ("An introduction", False, 1)


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        (
            "1. Introduction\n\nText.\n\n2. Method\n\n2.1 Sites\n\nText.\n",
            [(1, "1. Introduction"), (1, "2. Method"), (2, "2.1 Sites")],
        ),
        ("IV. Results\n\nText.\n", [(1, "IV. Results")]),
        ("Chapter 3\n\nText.\n", [(1, "Chapter 3")]),
        (
            "第三章 總則\n第一條 為了……。\n一、範圍\n本法適用……。\n（二）例外\n略。\n",
            [(1, "第三章 總則"), (2, "一、範圍"), (3, "（二）例外")],
        ),
        ("【導言】\n本文介紹河流。\n", [(1, "【導言】")]),
        ("======\nReport\n======\n\n1. A\n\nText.\n", [(1, "Report"), (2, "1. A")]),
        ("x\n\n제1장 총칙\n이 법은.\n", [(4, "x"), (1, "제1장 총칙")]),
    ],
)
def test_a_numbered_line_is_a_heading_that_is_not_sure(text, sections):
    """Its level is the rank of its number among those of the document."""
    found = sections_of(text)
    assert [(s.level, s.heading) for s in found] == sections
    assert not any(s.sure for s in found)


@pytest.mark.parametrize(
    "text",
    [
        "We need:\n1. Apples\n2. Pears\n3. Plums\n",
        "本次會議討論：\n一、春天\n二、夏天\n三、秋天\n",
        "一、會議今天上午在首都開幕，出席的有各地代表。\n二、會議明天閉幕。\n",
        "Costs rose by\n2.1 percent in the year\nto May.\n",
        "Published on\n17.9 in the evening\nby him.\n",
        "it was I. B. Singer\nwho wrote\n",
    ],
)
def test_no_heading(text):
    """Items of a list and sentences head nothing."""
    assert [s.heading for s in sections_of(text) if s.heading[0] in "123一二三I"] == []


def test_a_sure_heading_holds_all_up_to_the_next_sure_one():
    """Lines that look like headings are part of a list."""
    text = "x\n\n相關閱讀\n\n甲報告\n\n乙報告\n\n熱點關注\n\n丙\n"
    first = next(s for s in sections_of(text) if s.heading == "相關閱讀")
    assert text[first.body_start : first.body_end].split() == ["甲報告", "乙報告"]


def test_headings_of_a_contract_are_sure():
    """What the contract names is a heading wherever it stands, without the suffix of a link."""
    contract = Contract(
        "x", ("*",), sections=(SectionContract("a", ("結論",)),), boilerplate_suffix="全部>"
    )
    found = sections_of("正文\n结论\n甲\n其他 全部>\n", contract)
    assert [(s.heading, s.sure) for s in found] == [("结论", True), ("其他", True)]
