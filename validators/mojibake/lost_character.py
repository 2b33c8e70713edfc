"""A `?` or a space in place of a character that an encoding did not have.

What it finds
    `?` between Han characters where nothing is asked; a line of a Chinese, Japanese or Korean text
    that is nothing but `?`; and, in a document with proven damage, a space between Han characters
    inside a sentence (info). An error in a document with proven damage, and inside a title;
    elsewhere a warning.

Why it matters
    `·` and `•`, no-break spaces and rare characters have no code in GBK or Big5; converters write
    `?` or a space instead. What was lost cannot be read off the text.

    A question mark after a question, in a URL or in a pattern is none of it.

Example
    `【統戰史話?新時代】` was `【統戰史話·新時代】`.

Repair
    `·` where it stood between two Han characters; unsafe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Repair, Severity
from textproof.glosses import ANCHOR, HAN
from textproof.language import HAN as HAN_CHARACTER
from textproof.rule import Options, pattern, rule

_BETWEEN = re.compile(rf"\?(?<=[{HAN}]\?)(?=[{HAN}])")
_LINE = re.compile(r"(?:\A|\n)[ \t]*(\?+)[ \t]*\r?(?=\n|\Z)")
_MARK_LINE = re.compile(r"^[ \t]*[!-/:-=@\[-`{-~，。！；：]+[ \t]*\r?$", re.MULTILINE)
"""A line of another mark alone: a list of marks, in which `?` is one, or markup."""

_GAP = re.compile(rf" (?<=[{HAN}] )(?=[{HAN}])")

_CLAUSE = re.compile(rf"[{HAN}\w ]*\Z")
_ASKS = re.compile(
    "[吗嗎呢么麼嘛吧何谁誰哪怎几幾啥咋孰岂豈啊呀喔哦噢欸诶嗯]|多少|多大|多久|多长|多長|多远|多遠|是否"
    "|能否|可否|有无|有無|难道|難道|请问|請問|(.)[不没沒]\\1|要不|好不|行不|对不|對不|知道|奇怪|疑"
    "|为毛|為毛|邊個|点解|點解|乜|咩|定係|还是|還是"
)
_TITLE = {"《": "》", "【": "】", "〈": "〉", "「": "」", "『": "』"}

SENTENCE = 20
"""Han characters in a line from which on it is running text, where no space belongs."""

FEW_GAPS = 3
"""Spaces between Han characters up to which they are exceptions in a document."""


@rule(
    "lost-character",
    severity=Severity.ERROR,
    needs=(
        pattern(rf"\?(?<=[{HAN})]\?)(?=[{HAN}])"),
        pattern(r"\?(?<![^\s?]\?)[? \t]*(?:[\r\n]|\Z)"),
        pattern(ANCHOR),
    ),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    view = document.without_glosses
    damaged = bool(document.glosses)
    for match in _BETWEEN.finditer(view.text):
        if _asks(view.text, match.start()):
            continue
        sure = damaged or _in_title(view.text, match.start())
        yield Defect(
            *view.source_span(match.start(), match.end()),
            "“?” between Han characters stands for a lost character, likely “·”",
            repair=Repair("·"),
            severity=Severity.ERROR if sure else Severity.WARNING,
            confidence=0.95 if sure else 0.7,
        )
    if document.language and not _MARK_LINE.search(view.text):
        for match in _LINE.finditer(view.text):
            yield Defect(
                *view.source_span(*match.span(1)),
                "line of nothing but “?”: its characters were lost",
                severity=Severity.ERROR if damaged else Severity.WARNING,
                confidence=0.95 if damaged else 0.7,
            )
    if damaged:
        yield from _gaps(document)


def _asks(text: str, position: int) -> bool:
    """Whether the clause before a question mark asks something."""
    clause = _CLAUSE.search(text, max(position - 40, 0), position)
    return bool(clause and _ASKS.search(clause[0]))


def _in_title(text: str, position: int) -> bool:
    """Whether a place is inside the brackets of a title, on one line."""
    line_start = text.rfind("\n", 0, position) + 1
    opened = max(range(line_start, position), key=lambda i: (text[i] in _TITLE, i), default=-1)
    if opened < 0 or text[opened] not in _TITLE:
        return False
    closed = text.find(_TITLE[text[opened]], opened)
    return closed > position


def _gaps(document: Document) -> Iterator[Defect]:
    """Spaces between Han characters inside running text, where they are exceptions."""
    view = document.without_glosses
    gaps = [match.start() for match in _GAP.finditer(view.text)]
    if len(gaps) > FEW_GAPS:
        return
    for gap in gaps:
        line_start = view.text.rfind("\n", 0, gap) + 1
        line_end = view.text.find("\n", gap)
        line = view.text[line_start : line_end if line_end >= 0 else len(view.text)]
        if len(HAN_CHARACTER.findall(line)) >= SENTENCE:
            yield Defect(
                *view.source_span(gap, gap + 1),
                "space between Han characters may stand for a lost character, such as “·”",
                repair=Repair("·"),
                severity=Severity.INFO,
                confidence=0.6,
            )
