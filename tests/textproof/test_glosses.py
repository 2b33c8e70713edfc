"""Injected glosses are told from an author's by the document, not by one gloss."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.glosses import ANCHOR, find_glosses

PAGE = "企業(yè)的發(fā)展戰(zhàn)略，學(xué)習(xí)先進經(jīng)驗(yàn)"


def test_what_a_gloss_is():
    """A gloss has the span of its parentheses, the character before it and the reading."""
    first = find_glosses(PAGE)[0]
    assert PAGE[first.start : first.end] == "(yè)"
    assert (first.char, first.reading, first.proved) == ("業", "yè", True)


def test_every_gloss_of_a_page():
    """All glosses are found, in the order of the text."""
    assert [gloss.char for gloss in find_glosses(PAGE)] == list("業發戰學習經驗")


@pytest.mark.parametrize(("prose", "proved"), [("企業(yè)", False), (PAGE, True)])
def test_three_glosses_prove(prose, proved):
    """One or two glosses in a short text are likely, three are proof."""
    assert {gloss.proved for gloss in find_glosses(prose)} == {proved}


def test_two_glosses_in_a_long_text():
    """A converter would have found more in a long text than two."""
    assert find_glosses("企業(yè)的發(fā)展" + "人民生活" * 40) == ()


@pytest.mark.parametrize(
    "prose",
    [
        "",
        "企業的發展戰略",
        "你(nǐ)好(hǎo)，學(xué)習(xí)漢(hàn)語(yǔ)",
        "龔(gōng)自珍、龔(gōng)定庵、龔(gōng)氏",
        "業(yè)戰(zhàn)學(xué)，業業業業戰戰戰戰學學學學",
        "業(fā)發(yè)戰(xué)",
        "發展(fā zhǎn)、企業(qǐ yè)",
        "企業（yè）發（fā）展戰（zhàn）略",
        "企業(ye)發(fa)展戰(zhan)略",
    ],
    ids=[
        "nothing",
        "no gloss",
        "both variants",
        "a rare character",
        "seldom",
        "wrong readings",
        "words",
        "full-width",
        "untoned",
    ],
)
def test_what_an_author_writes(prose):
    """Pinyin that is meant is no injected gloss."""
    assert find_glosses(prose) == ()


@given(st.text(st.sampled_from("企業發展戰學习好()yèfāzhàn，a \n")))
def test_spans_are_glosses(prose):
    """Whatever the text, a gloss's span is its reading in parentheses after its character."""
    glosses = find_glosses(prose)
    for gloss in glosses:
        assert prose[gloss.start - 1 : gloss.end] == f"{gloss.char}({gloss.reading})"
    assert list(glosses) == sorted(glosses)


@given(st.text(st.sampled_from("企業發展戰學习好()yèfāzhàn，a \n")))
def test_the_anchor_finds_every_document_with_glosses(prose):
    """The screen's pattern matches wherever a gloss is found."""
    assert re.search(ANCHOR, prose) or not find_glosses(prose)
