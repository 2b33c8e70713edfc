"""The language of a text as far as its script tells it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.language import any_variant, counterparts, language_of, same_character, variants

HANT = "我們討論了這個問題，並決定從長計議。"
HANS = "我们讨论了这个问题，并决定从长计议。"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (HANT, "zh-Hant"),
        (HANS, "zh-Hans"),
        ("佢哋喺度傾偈，話今日嘅天氣幾好。", "zh-Hant-HK"),
        ("請下載軟體，更新韌體，再啟動其他軟體與硬體。", "zh-Hant-TW"),
        ("国会図書館で学生が勉強する。", "ja"),
        ("カタカナ", None),
        ("대한민국의 경제와 학문", "ko"),
        ("대한민국(大韓民國)의 경제(經濟)", "ko"),
        ("山水人口", "zh"),
        (HANT + HANS, "zh"),
        ("Plain English text.", None),
        ("Résumé naïf, déjà vu", None),
        ("Русский текст", None),
        ("The character 統 stands for unity in a long English text about characters. " * 2, None),
        ("", None),
    ],
)
def test_language_of(text, language):
    """The script decides; where it is no clue there is no language."""
    assert language_of(text) == language


@pytest.mark.parametrize(("text", "language"), [(HANT, "zh-Hant"), (HANS, "zh-Hans")])
def test_a_residue_does_not_change_the_variant(text, language):
    """A few characters of the other variant are a residue, not a language."""
    other = HANS if text is HANT else HANT
    assert language_of(text * 10 + other[:3]) == language


def test_more_of_the_text_decides_where_its_beginning_does_not():
    """A long preface in English does not hide the language."""
    assert language_of("preface " * 600 + HANT * 100) == "zh-Hant"


def test_no_character_is_of_both_variants():
    """The tables of the variants do not overlap, and each counterpart is of no wrong one."""
    hans, hant = (variants()[name] for name in ("zh-Hans", "zh-Hant"))
    for char, forms in counterparts().items():
        assert bool(hans.match(char)) != bool(hant.match(char))
        own = hans if hans.match(char) else hant
        assert not any(own.match(form) for form in forms), char


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("發佈時間", "发布时间".replace("布", "佈")),
        ("头发", "頭髮"),
        ("A+ (x)", "A+ (x)"),
        ("說", "说"),
    ],
)
def test_any_variant(words, text):
    """A pattern for words matches them in either variant, and nothing else of them."""
    assert re.fullmatch(any_variant(words), text)
    assert re.fullmatch(any_variant(words), words)
    assert not re.fullmatch(any_variant(words), words + "x")


@given(st.text())
def test_any_text_has_a_pattern_and_perhaps_a_language(text):
    """No text is an error, and every text matches its own pattern."""
    assert re.fullmatch(any_variant(text), text)
    assert language_of(text) in {
        None,
        "zh",
        "zh-Hans",
        "zh-Hant",
        "zh-Hant-TW",
        "zh-Hant-HK",
        "ja",
        "ko",
    }


def test_being_the_same_character_is_mutual():
    """Of characters that are the same, each knows all the others."""
    for char in map(chr, range(0x3400, 0xA000)):
        family = same_character(char)
        assert char in family
        assert {same_character(other) for other in family} == {family}
