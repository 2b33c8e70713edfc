"""A `?` or a space in place of a character that an encoding did not have.

What it finds
    `?` inside several words of a document (`Stra?e`, `pr?t`, `don?t`), and under vowel signs
    (`?ि?्?ी`); words in a row that are nothing but `?`, of different lengths; in a Chinese text,
    `?` between Han characters where nothing is asked; in a Chinese, Japanese or Korean one, a line
    that is nothing but `?`; and, in a document with proven damage, a space between Han characters
    inside a sentence (info). An error where the document proves it, elsewhere a warning; and a
    warning too where ASCII commas show that the `？` of a question may have been folded, unless the
    `?` is inside a title.

Why it matters
    `·` and `•`, no-break spaces and rare characters have no code in GBK or Big5; converters write
    `?` or a space instead. What was lost cannot be read off the text.

    A question mark after a question, in a URL or in a pattern is none of it. An author who types
    `,` and `!` in ASCII types `?` too, and `???` may be all that somebody has to say.

Example
    `【統戰史話?新時代】` was `【統戰史話·新時代】`.

Repair
    `·` where it stood between two Han characters, an apostrophe, or the word as it stands elsewhere
    in the document; unsafe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Repair, Severity
from textproof.foreign_names import in_foreign_name
from textproof.glosses import ANCHOR
from textproof.language import HAN, han_count, is_chinese
from textproof.lazy import compiled
from textproof.lost_letters import lost_bases, lost_runs, may_have_loss, words_with_loss
from textproof.rare_literals import found
from textproof.rule import Options, pattern, rule
from textproof.spans import SpanSet
from textproof.topics import speaks_of_encodings

_BETWEEN = compiled(rf"\?(?<=[{HAN}]\?)(?=[{HAN}])")
_LINE = compiled(r"(?:\A|\n)[ \t]*(\?+)[ \t]*\r?(?=\n|\Z)")
_SIGN = compiled(rf"\?(?:(?<=[{HAN})]\?)(?=[{HAN}])|(?<![^\s?]\?)[? \t]*(?:[\r\n]|\Z))")
"""What must be in the text for either of them to be in the prose, glosses taken out."""

_MARK_LINE = compiled(r"^[ \t]*[!-/:-=@\[-`{-~，。！；：]+[ \t]*\r?$", re.MULTILINE)
"""A line of another mark alone: a list of marks, in which `?` is one, or markup."""

_GAP = compiled(rf" (?<=[{HAN}] )(?=[{HAN}])")

_TYPED = compiled(rf"[,!:;](?<=[{HAN}].)(?=[{HAN}])")
_PATTERNS = compiled("通配符|[萬万]用字[元符]|[占佔]位符|正[则則]表[达達]式")
_NAMED = compiled(
    r"\?(?:(?<=[用入按打键鍵]\?)的|[命指]令|[选選][项項]|[键鍵号號符]|字[符元]|[参參][数數])"
)
"""`?` as the name of a command, a key or a character."""

_URL = compiled(r"://\S*\Z|/\w*\Z")
_QUERY = compiled(r"\?\w+=")

_CLAUSE = compiled(rf"[{HAN}\w ]*\Z")
_ASKS = compiled(
    "[吗嗎呢么麼嘛吧何谁誰哪怎几幾啥咋孰岂豈啊呀喔哦噢欸诶嗯]|多少|多大|多久|多长|多長|多远|多遠|是否"
    "|能否|可否|有无|有無|难道|難道|请问|請問|(.)[不没沒]\\1|要不|好不|行不|对不|對不|知道|奇怪|疑"
    "|为毛|為毛|邊個|点解|點解|乜|咩|定係|还是|還是"
    r"|(?:[没沒]有?|[不否])\Z"
)
_TITLE = {"《": "》", "【": "】", "〈": "〉", "「": "」", "『": "』"}

_OF_WORKS = "《【〈"
"""Brackets of titles that hold no speech."""

SENTENCE = 20
"""Han characters in a line from which on it is running text, where no space belongs."""

LONG_LINE = 4
"""`?` from which on a line of them is more than somebody's astonishment."""

FEW_MARKS, MANY_MARKS = 2, 5
"""Marks on a `?` from which on letters were likely lost, and from which on they surely were: nobody
types one there, but a slip may put it."""

FEW_GAPS = 3
"""Spaces between Han characters up to which they are exceptions in a document."""


@rule(
    "lost-character",
    severity=Severity.ERROR,
    needs=(
        pattern(
            r"\?(?:(?=[^\W\d_])(?<=[\w)]\?)|(?=[?\u0591-\u1dff])|(?<![^\s?]\?)[? \t]*(?:[\r\n]|\Z))"
        ),
        pattern(ANCHOR, east_asian=True),
    ),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    text = document.screened
    if not (document.glosses or found(_SIGN, "?", text) or may_have_loss(text)):
        return
    bases = list(_bases(document))
    yield from bases
    runs = [] if bases else list(_runs(document))
    yield from runs
    if is_chinese(document.language):
        yield from _between_han(document)
    if document.language and not runs:
        yield from _lines(document)
    seen = SpanSet((base.start, base.end) for base in bases)
    yield from (word for word in _words(document) if not seen.overlaps(word.start, word.end))
    if document.glosses:
        yield from _gaps(document)


def _runs(document: Document) -> Iterator[Defect]:
    """Words in a row that are nothing but `?`."""
    view = document.without_glosses
    runs = lost_runs(view.text)
    quoted = bool(runs) and speaks_of_encodings(view.text)
    for start, end, sure in runs:
        yield Defect(
            *view.source_span(start, end),
            "words of nothing but “?”: their letters were lost",
            severity=None if sure and not quoted else Severity.WARNING,
            confidence=0.95 if sure and not quoted else 0.7,
        )


def _bases(document: Document) -> Iterator[Defect]:
    """Words in which vowel signs and other marks stand on a `?`."""
    view = document.without_glosses
    spans, marks = lost_bases(view.text)
    if marks < FEW_MARKS:
        return
    sure = marks >= MANY_MARKS and not speaks_of_encodings(view.text)
    for start, end in spans:
        yield Defect(
            *view.source_span(start, end),
            "“?” under vowel signs stands for letters that were lost",
            severity=None if sure else Severity.WARNING,
            confidence=0.95 if sure else 0.7,
        )


def _words(document: Document) -> Iterator[Defect]:
    """Words with `?` in place of a letter or an apostrophe."""
    view = document.without_glosses
    words = words_with_loss(view.text)
    quoted = bool(words) and speaks_of_encodings(view.text)
    for word in words:
        what = "an apostrophe" if word.meant and "’" in word.meant else "a letter"
        sure = word.sure and not quoted
        yield Defect(
            *view.source_span(word.start, word.end),
            f"“?” in “{word.text}” stands for {what} that was lost",
            repair=Repair(word.meant) if word.meant else None,
            severity=None if sure else Severity.WARNING,
            confidence=0.95 if sure else 0.7,
        )


def _between_han(document: Document) -> Iterator[Defect]:
    """`?` between Han characters, where nobody asks and `?` is neither typed nor a wildcard."""
    view, damaged = document.without_glosses, bool(document.glosses)
    typed = bool(_TYPED.search(view.text))
    silent = not damaged and bool(typed or _PATTERNS.search(view.text))
    for match in _BETWEEN.finditer(view.text):
        place = match.start()
        named = in_foreign_name(view.text, place) or _in_title(view.text, place, _OF_WORKS)
        if silent and not named:
            continue
        if not damaged and _NAMED.match(view.text, match.start()):
            continue
        if _asks(view.text, match.start()) or _in_url(view.text, match.start()):
            continue
        sure = damaged and (not typed or _in_title(view.text, match.start()))
        yield Defect(
            *view.source_span(match.start(), match.end()),
            "“?” between Han characters stands for a lost character, likely “·”",
            repair=Repair("·"),
            severity=Severity.ERROR if sure else Severity.WARNING,
            confidence=0.95 if sure else 0.7,
        )


def _lines(document: Document) -> Iterator[Defect]:
    """Lines of nothing but `?`, where that is no list of marks."""
    view, damaged = document.without_glosses, bool(document.glosses)
    if _MARK_LINE.search(view.text):
        return
    for match in _LINE.finditer(view.text):
        if damaged or len(match[1]) >= LONG_LINE:
            yield Defect(
                *view.source_span(*match.span(1)),
                "line of nothing but “?”: its characters were lost",
                severity=Severity.ERROR if damaged else Severity.WARNING,
                confidence=0.95 if damaged else 0.7,
            )


def _in_url(text: str, position: int) -> bool:
    """Whether a question mark begins the query of a URL."""
    return bool(_URL.search(text, max(position - 200, 0), position) or _QUERY.match(text, position))


def _asks(text: str, position: int) -> bool:
    """Whether the clause before a question mark asks something."""
    clause = _CLAUSE.search(text, max(position - 40, 0), position)
    return bool(clause and _ASKS.search(clause[0]))


def _in_title(text: str, position: int, brackets: str = "《【〈「『") -> bool:
    """Whether a place is inside the brackets of a title, on one line."""
    line_start = text.rfind("\n", 0, position) + 1
    opened = max(range(line_start, position), key=lambda i: (text[i] in _TITLE, i), default=-1)
    if opened < 0 or text[opened] not in _TITLE:
        return False
    closed = text.find(_TITLE[text[opened]], opened)
    return closed > position and text[opened] in brackets


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
        if han_count(line) >= SENTENCE:
            yield Defect(
                *view.source_span(gap, gap + 1),
                "space between Han characters may stand for a lost character, such as “·”",
                severity=Severity.INFO,
                confidence=0.6,
            )
