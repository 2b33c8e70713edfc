"""What is no prose in Markdown, beside two other ways to find it: a slow one, and CommonMark's."""

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from textproof.formats import markdown
from textproof.markdown_mask import mask, mask_blocks
from textproof.view import MASK

RAW = r"(?P<{0}>script|style|pre|code|kbd|samp)(?=[\s/>])"
NOT_PROSE = re.compile(
    r"^[ \t>]*+(?:(?:[-*+]|\d++[.)])[ \t]++)?(?P<marks>`{3,}+(?=[^`\n]*$)|~{3,}+)[^\n]*+\n?"
    r"(?:.*?^[ \t>]*+(?P=marks)[`~]*+[ \t\r]*$|.*\Z)"
    r"|(?<![`\\])(?P<ticks>`++)"
    r"(?>(?:(?>(?:[^`\n]|\n(?![ \t\r]*+\n))+)|(?!(?P=ticks)(?!`))`++)+)(?P=ticks)"
    r"|<!--.*?(?:-->|\Z)"
    rf"|^[ ]{{0,3}}<{RAW.format('block')}.*?(?:</(?P=block)\s*+>|\Z)"
    rf"|<{RAW.format('raw')}[^<]*+(?>(?:<(?!/?(?P=raw)[\s/>])[^<]*+)*)</(?P=raw)\s*+>"
    r"|</?[A-Za-z](?>(?:[^<>\n]|\n(?![ \t\r]*+\n))*)>"
    r"|(?<=\])\((?>(?:[^()\s]|\([^()\s]*+\))*)(?=[\s)])"
    r"|^[ ]{0,3}\[(?!\^)[^\]\n]++\]:[ \t]*+\S++"
    r"|(?<![A-Za-z])(?:(?:https?|ftp|file)://|mailto:)[^\s<>\"'`)\]}，。；、）》」』】]++",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
"""All that is no prose, in the order of the text, without a thought of speed."""

MARKUP = [
    *("`", "``", "```", "~~~", "<!--", "-->", "<!", "<pre>", "</pre>", "<PRE\n", "</PRE >"),
    *("<code>", "</code", "<b ", ">", "<", "/", "](", "[", "]", "(", ")", "[a]:", "[^1]:"),
    *("http://", "HTTPS://a", "xftp://", "file://x", "mailto:", ": ", "。", "é", "a", "b c"),
    *("\n", "\n\n", "\r\n", " \n", "  ", "    ", "\t", "- ", "1. ", "> ", "#", "---", "==="),
    *("\\", "'", '"', "*", "!", "~", "\x0b", "\x85"),
]


@given(st.lists(st.sampled_from(MARKUP), max_size=40).map("".join))
def test_the_mask_is_what_a_slow_search_finds(text):
    """Of any mixture of markup, the same characters are masked as by one plain expression."""
    expected = NOT_PROSE.sub(lambda match: re.sub(r"[^\r\n]", MASK, match[0]), text)
    assert mask(text) == expected


WORDS = st.sampled_from(
    ["one", "two `three`", "[four](five)", "<b>six</b>", "七", "see http://e.f"]
)
BLOCKS = st.one_of(
    st.builds("{} {}".format, st.sampled_from(["#", "##", "######"]), WORDS),
    st.builds("{}\n{}".format, st.sampled_from(["one", "two `x`", "七"]), st.just("===")),
    st.builds("{0}\n# no\n\n{1}\n---\n{0}".format, st.sampled_from(["```", "~~~~"]), WORDS),
    st.builds("- {0}\n\n  ```\n# {0}\n  ```".format, WORDS).map(
        lambda b: b.replace("\n#", "\n  #")
    ),
    st.builds("<!-- {}\n\n# no\n-->".format, WORDS),
    st.builds("<pre>\n\n# {}\n</pre>".format, WORDS),
    st.lists(WORDS, min_size=1, max_size=3).map("\n".join),
    st.just("***"),
)


@given(st.lists(BLOCKS, max_size=8).map("\n\n".join))
def test_headings_are_those_of_commonmark(text):
    """Of well-formed blocks, the outline has the headings that a parser of CommonMark finds."""
    tokens = MarkdownIt().parse(text)
    expected = [(int(t.tag[1:]), t.map[0]) for t in tokens if t.type == "heading_open"]
    found = markdown.structure(text, markdown.outline(text), None).sections
    assert [(s.level, text.count("\n", 0, s.start)) for s in found] == expected


@given(st.lists(BLOCKS, max_size=8).map("\n\n".join))
def test_code_is_that_of_commonmark(text):
    """Of well-formed blocks, the lines of a fence are masked, and so is every code span."""
    prose = mask(text).splitlines()
    for token in MarkdownIt().parse(text):
        if token.type == "fence":
            assert all(not line.strip(MASK) for line in prose[slice(*token.map)])
    assert "`" not in mask(text)


@given(st.lists(st.sampled_from(MARKUP), max_size=40).map("".join))
def test_an_outline_keeps_the_lines(text):
    """A character of the outline is the one of the text, or a mask in place of no line end."""
    outline = mask_blocks(text)
    assert len(outline) == len(text)
    assert all(a in (b, MASK) for a, b in zip(outline, text, strict=True))
    assert outline.count("\n") == text.count("\n")
