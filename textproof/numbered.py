"""Numbered things that a document mentions and shows: figures and tables with captions, sections
with numbered headings, works in a list of references.

>>> text = "Figure 1: The mill.\\n\\nFigure 7 shows the weir.\\n"
>>> [(m.label, m.number) for m in dangling_mentions(text)]
[('Figure', '7')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from textproof.lazy import compiled
from textproof.section_signs import CAPTION_SIGNS, SECTION_SIGNS, has_sign

_NUMBER = r"[ \t\u00a0~]*(?P<number>\d{1,3}(?:[.\-–]\d{1,3}){0,2})(?P<letter>[a-z]?(?![a-z]))"
_WORDS = (
    ("figure", "igure", r"(?<=(?<![\w-])[Ff]igure)s?"),
    ("figure", "ig.", r"(?<=(?<![\w-])[Ff]ig\.)"),
    ("figure", "FIGURE", r"(?<![\w-]FIGURE)"),
    ("table", "able", r"(?<=(?<![\w-])[Tt]able)s?"),
    ("table", "TABLE", r"(?<![\w-]TABLE)"),
    ("listing", "isting", r"(?<=(?<![\w-])[Ll]isting)s?"),
    ("abbildung", "Abbildung", "(?:en)?"),
    ("abbildung", "Abb.", ""),
    ("tabelle", "Tabelle", "n?"),
    ("figura", "igura", r"(?<=(?<![\w-])[Ff]igura)s?"),
    ("tabla", "abla", r"(?<=(?<![\w-])[Tt]abla)s?"),
    ("tableau", "ableau", r"(?<=(?<![\w-])[Tt]ableau)x?"),
    ("tabela", "abela", r"(?<=(?<![\w-])[Tt]abela)s?"),
    ("рисунок", "исун", r"(?<=(?<![\w-])[Рр]исун)(?:ок|ка|ке|ку)"),
    ("рисунок", "ис.", r"(?<=(?<![\w-])[Рр]ис\.)"),
    ("таблица", "аблиц", r"(?<=(?<![\w-])[Тт]аблиц)[аеыу]"),
    ("图", "图", ""),
    ("图", "圖", ""),
    ("图", "図", ""),
    ("表", "表", "(?<![代发發图圖列年报報公]表)(?!示)"),
    ("그림", "그림", ""),
)
"""The words for what has a caption: the kind, a literal, and what stands around and behind it."""


@cache
def _pattern(literal: str, rest: str) -> re.Pattern[str]:
    return re.compile(re.escape(literal) + rest + _NUMBER)


_BEFORE_CAPTION = compiled(r"(?:\A|[\n\0>|])[^\w\n\u2e80-\uffef]*\Z")
_GOES_ON = compiled(r"[\w,，、][^\S\n]*\n[^\S\n]*\Z")
"""A line that the next one goes on."""
_AFTER_CAPTION = compiled(
    r"[*_\"'’）)\]】]*[ \t]*"
    r"(?:[.:：。．|—–-]|[\u3000\n\0<]|\Z|[*_]+|[ \t]+(?=[A-ZÀ-ÞА-Я\"“「《]))"
)
_AFTER_CJK_CAPTION = compiled(r"[ \t]+(?!显示|顯示|所示|给出|給出|[にはをでが为為中的和与與])")
_IN_IMAGE = compiled(r"!\[[^\]\n]*\Z|\b(?:alt|title|caption)\s*=\s*[\"'][^\"'\n]*\Z")
_ELSEWHERE = compiled(
    r"[ \t]*(?:of|in|from|on page|von|aus|de|du|из|в)\b|[ \t]*[,(]?[ \t]*\[(?!\^)"
    r"|[ \t]*(?:中|里)?[的]?《|[ \t]+(?:above|below)?[ \t]*(?:of|in) "
)


class Mention(NamedTuple):
    """A mention of something numbered: its words and its span in the text."""

    label: str
    number: str
    start: int
    end: int


def _is_caption(kind: str, text: str, offset: int) -> bool:
    """Whether what stands behind the number at the start of a line makes it a caption."""
    if kind > "⺀" and _AFTER_CJK_CAPTION.match(text, offset):
        return True
    return bool(_AFTER_CAPTION.match(text, offset))


def _line_above(text: str) -> str:
    """The last whole line of a text, which in a list of figures begins as the one behind it."""
    return text.rstrip().rpartition("\n")[2].lstrip()


def dangling_mentions(text: str) -> Iterator[Mention]:
    """The mentions of figures and the like that have no caption, where others have one.

    A caption opens a line, or is the text of a picture. A document whose captions do not begin
    with the first one, of a chapter where they have chapters, is a part of a larger one.
    """
    if not has_sign(text, CAPTION_SIGNS):
        return
    captions: dict[str, set[str]] = {}
    mentions: list[tuple[str, Mention]] = []
    for kind, literal, rest in _WORDS:
        for match in _pattern(literal, rest).finditer(text) if literal in text else ():
            number = re.sub("[–-]", ".", match["number"])
            start = match.start() - (literal[0] in "iaиа")
            line = text[max(start - 200, 0) : start]
            opens = _BEFORE_CAPTION.search(line) and not (
                _GOES_ON.search(line) and literal not in _line_above(line)[: len(literal) + 2]
            )
            if (opens and _is_caption(kind, text, match.end())) or _IN_IMAGE.search(line):
                captions.setdefault(kind, set()).add(number)
            elif not _ELSEWHERE.match(text, match.end()):
                label = text[start : match.start("number")].strip()
                mentions.append((kind, Mention(label, number, start, match.end())))
    mentions.sort(key=lambda found: found[1].start)
    for kind, mention in mentions:
        known = captions.get(kind, set())
        chapter, dot, _ = mention.number.rpartition(".")
        if f"{chapter}{dot}1" in known and mention.number not in known:
            yield mention


_SECTION_HEADING = compiled(
    r"(?:§[ \t]*|[Ss]ection[ \t]+|Abschnitt[ \t]+)?(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})"
    r"(?:[.):、．][ \t]*|[ \t]+)(?=[^\W\d])"
    r"|(?P<chapter>[Cc]hapter|CHAPTER|Kapitel|[Cc]hapitre|[Cc]apítulo|Глава)[ \t]+"
    r"(?P<count>\d{1,2})\b"
    r"|第[ \t]*(?P<han>[一二三四五六七八九十\d]{1,3})[ \t]*(?P<unit>[章节節])"
)
_PLAIN_HEADING = compiled(
    r"(?:\A|\n[^\S\n]*\n)[^\S\n]*(?=[\dSA§第cCKГ])([^\n]{3,80}?)[^\S\n]*(?=\n[^\S\n]*(?:\n|[=~^-]{3})|\Z)"
)
_HEADING_OVER_TEXT = compiled(
    r"(?:\A|\n[^\S\n]*\n)(?=[\dSA§])((?:§[ \t]*|Section[ \t]+|Abschnitt[ \t]+)?\d{1,2}[.):]?[ \t]+"
    r"[A-ZÀ-ÞА-Я][^\n]{0,60}(?<![,;.:]))(?=\n(?!\d)[A-ZÀ-ÞА-Я\u2e80-\uffef(])"
)
"""A heading right over its text, as laws and terms have it: no list, whose items go on."""
_SECTION_MENTION = compiled(
    r"(?<![\w-])(?P<word>[Ss]ections?|[Ss]ect?\.|Abschnitt[es]?n?|[Ss]ección|[Ss]eção|[Рр]аздел[аеу]?)"
    r"[ \t\u00a0\n]+(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})(?![\w%]|[.,-]\d)"
    r"|(?<![\w-])(?P<chapter>[Cc]hapter|Kapitel|[Cc]hapitre|[Cc]apítulo|[Гг]лав[аеыу])"
    r"[ \t\u00a0\n]+(?P<count>\d{1,2})(?![\w%]|[.,-]\d)"
    r"|第[ \t]*(?P<han>[一二三四五六七八九十\d]{1,3})[ \t]*(?P<unit>[章节節])"
)


def may_mention_sections(text: str) -> bool:
    """Whether a text seems to mention a section by its number."""
    return has_sign(text, SECTION_SIGNS)


_OF_ANOTHER = compiled(
    r"(?:[A-Za-z]*\d[\w.:-]*|[’']s|(?<![\w-])[A-Z]{2,}[\w.-]*)[,.]?[ \t\u00a0\n]+"
    r"(?:\w{2,4}[ \t]+)?\Z"
)
"""What names the work whose section is meant: `RFC 8410,`, `XPath 1.0`, `the Policy's`."""

_BEGINS_A_LINE = compiled(r"^[^\w\n]{0,20}(\d{1,2}(?:\.\d{1,2}){0,3})(?!\d)", re.MULTILINE)
_HAN_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")}

NUMBERED = 2
"""Headings with a number from which on a document numbers its sections."""

LISTED = 3
"""Works from which on a list in brackets is one of references, and lines with a number from which
on plain text has numbered headings."""


def dangling_sections(text: str, headings: Iterable[tuple[str, int]]) -> Iterator[Mention]:
    """The mentions of sections that a document with numbered sections does not have.

    ``headings`` are the headings of the text, with their offsets. They must count from one on, and
    a mention deeper than any of them is not judged.
    """
    known: dict[str, set[str]] = {}
    places: set[int] = set()
    for heading, offset in headings:
        match = _SECTION_HEADING.match(heading.lstrip("#*_ \t"))
        if match:
            kind, number = _kind_and_number(match)
            known.setdefault(kind, set()).add(number)
            places.add(offset)
    if not any(len(numbers) >= NUMBERED and "1" in numbers for numbers in known.values()):
        return
    begun = {match[1] for match in _BEGINS_A_LINE.finditer(text)}
    for match in _SECTION_MENTION.finditer(text):
        kind, number = _kind_and_number(match)
        numbers = known.get(kind, set())
        depths = {found.count(".") for found in numbers}
        if len(numbers) < NUMBERED or "1" not in numbers or number.count(".") not in depths:
            continue
        line_start = text.rfind("\n", 0, match.start()) + 1
        is_heading = any(line_start <= place <= match.start() for place in places)
        if number in numbers or is_heading or _ELSEWHERE.match(text, match.end()):
            continue
        if _OF_ANOTHER.search(text, max(match.start() - 60, 0), match.start()):
            continue
        if number not in begun:
            yield Mention(match[0].rpartition(number)[0].strip() or kind, number, *match.span())


def _kind_and_number(match: re.Match[str]) -> tuple[str, str]:
    if match["number"]:
        return "section", match["number"]
    if match["count"]:
        return "chapter", match["count"]
    return match["unit"].replace("節", "节"), str(_value(match["han"]))


def _value(number: str) -> int:
    """The value of a number up to 99 in Han or other digits."""
    if number.isdecimal():
        return int(number)
    tens, ten, ones = number.rpartition("十")
    value = _HAN_DIGITS.get(tens, 1) * 10 if ten else 0
    return value + _HAN_DIGITS.get(ones, 0)


def plain_headings(text: str) -> Iterator[tuple[str, int]]:
    """The lines of plain text that may be numbered headings, with their offsets."""
    for expression in (_PLAIN_HEADING, _HEADING_OVER_TEXT):
        found = [(match[1], match.start(1)) for match in expression.finditer(text)]
        if sum(bool(_SECTION_HEADING.match(heading)) for heading, _ in found) >= LISTED:
            yield from found
            return


_LISTED_WORK = compiled(r"(?:\A|\n)[ \t]*\[(\d{1,3})\][ \t]+\S")
_CITED = compiled(
    r"(?<=[^\W\d_] )\[(\d{1,3})\](?![(\[:\w])|(?<=[a-zà-ÿ]{3})\[(\d{1,3})\](?=[.,;\s])"
)


def may_cite(text: str) -> bool:
    """Whether a text seems to have a list of references in brackets."""
    return "[1] " in text or "[1]\t" in text


def dangling_citations(text: str) -> Iterator[Mention]:
    """The citations of works behind the end of a list of references that counts from one on."""
    if not may_cite(text):
        return
    listed = {int(match[1]) for match in _LISTED_WORK.finditer(text)}
    if len(listed) < LISTED or listed != set(range(1, len(listed) + 1)):
        return
    for match in _CITED.finditer(text):
        number = int(match[1] or match[2])
        is_index = "_" in text[max(match.start() - 40, 0) : match.start()].rpartition(" ")[2]
        if len(listed) < number <= len(listed) + 99 and not is_index:
            yield Mention("reference", str(number), *match.span())
