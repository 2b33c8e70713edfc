"""Plain text: every character is prose, and lines that look like headings head sections.

A heading that is sure (underlined, with a "more" link beside it, or one of the usual headings of a
portal's link lists) heads everything up to the next sure one; a line that merely looks like a
heading (short and on its own, numbered, between two lines of marks) heads what comes before the
next heading of any kind.
"""

from __future__ import annotations

import re

from textproof.contract import Contract
from textproof.language import han_count
from textproof.lazy import compiled
from textproof.numbering import RANKS, WITHOUT_GAP, kind_of
from textproof.structure import Section, Structure
from textproof.tables.headings import LINK_LIST_HEADINGS, MORE_LINKS
from textproof.view import View

SUFFIXES = (".txt", ".text")
INDIRECT = False
RUNNING = True

LONGEST_HEADING = 60
"""Code points up to which a line on its own can be a heading (half of it in Han characters)."""

_LINE = compiled(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_UNDERLINE = compiled(r"(=+|-+|~+|\^+)\s*")
_LEVELS = {"=": 1, "-": 2, "~": 3, "^": 4}
_MORE = compiled(rf"\s*(?:{'|'.join(map(re.escape, MORE_LINKS))})\s*\Z")
_ENDS_A_SENTENCE = compiled(r"[.。!！?？,，;；:：、…]\s*\Z")
_LETTER = compiled(r"[^\W\d_]")
_WORD = compiled(r"[^\W_]")
_INVITATION = compiled(
    "(?:點擊|点击|請|请)?(?:查看|檢視|閱讀|阅读|瀏覽|浏览|了解|加載|加载|載入|载入|顯示|显示|展開|展开|看)(?:全部|全文)?"
)
"""What makes a "more" link a sentence: 查看更多>> heads nothing."""

LONGEST_MORE_HEADING = 24
"""Width up to which words beside a "more" link are a heading and not the teaser of an article."""


def prose(text: str) -> View:
    """All of the text."""
    return View(text)


def structure(text: str, view: View, contract: Contract | None) -> Structure:
    """The sections under heading-like lines, and under those that the contract knows."""
    lines = [(match.start(), match[0]) for match in _LINE.finditer(view.text) if match[0]]
    headings = []
    for index in range(len(lines)):
        name, sure = _heading(lines, index, contract)
        if name:
            headings.append((index, name, sure))
    return Structure(sections=tuple(_sections(view, lines, headings)))


def broken_metadata(text: str) -> tuple[str, int] | None:
    """Nothing: plain text has no block of metadata."""
    return None


def _heading(
    lines: list[tuple[int, str]], index: int, contract: Contract | None
) -> tuple[str, bool]:
    """The heading that a line is, and whether that is sure; an empty name where it is none."""
    line = lines[index][1].strip()
    if not _LETTER.search(line) or len(line) > LONGEST_HEADING:
        return "", False
    agreed = contract.heading_of(line) if contract else None
    if agreed:
        return agreed, True
    name = _MORE.sub("", line)
    if index and (name in LINK_LIST_HEADINGS or (name != line and _heads_a_list(name))):
        return name, True
    following = lines[index + 1][1].strip() if index + 1 < len(lines) else ""
    underlined = _UNDERLINE.fullmatch(following)
    above = lines[index - 1][1].strip() if index else ""
    if underlined and len(following) >= max(3, len(line) // 2):
        if not above:
            return line, True
        overlined = above[0] == following[0] and _UNDERLINE.fullmatch(above)
        return (line, False) if overlined and len(above) > 2 else ("", False)
    if _ENDS_A_SENTENCE.search(line) or _width(line) > LONGEST_HEADING:
        return "", False
    kind = kind_of(line) if above or following else None
    heads_lines = kind in WITHOUT_GAP and following and kind_of(following) != kind
    return (line, False) if heads_lines or not (above or following) else ("", False)


def _heads_a_list(name: str) -> bool:
    """Whether words beside a "more" link are a heading. In Latin script, "Read more »" is none."""
    short = bool(name) and _width(name) <= LONGEST_MORE_HEADING
    ends = _ENDS_A_SENTENCE.search(name) or _INVITATION.fullmatch(name)
    return short and bool(han_count(name)) and not ends


def _width(text: str) -> int:
    """Columns that a text takes: two for a Han character."""
    return len(text) + sum(char > "\u2e80" for char in text)


def _levels(lines: list[tuple[int, str]], headings: list[tuple[int, str, bool]]) -> dict[int, int]:
    """The level of each heading, by its line: that of its underline; of a number its rank among
    those of the document, below the underlined ones; the lowest for others."""
    levels: dict[int, int] = {}
    kinds: dict[int, str] = {}
    for index, name, sure in headings:
        following = lines[index + 1][1].strip() if index + 1 < len(lines) else ""
        kind = None if sure else kind_of(name)
        if _UNDERLINE.fullmatch(following):
            levels[index] = _LEVELS[following[0]]
        elif kind:
            kinds[index] = kind
        else:
            levels[index] = 4
    above = max((level for level in levels.values() if level < 4), default=0)
    present = sorted(set(kinds.values()), key=RANKS.index)
    levels |= {index: above + 1 + present.index(kind) for index, kind in kinds.items()}
    return levels


def _sections(
    view: View, lines: list[tuple[int, str]], headings: list[tuple[int, str, bool]]
) -> list[Section]:
    sections: list[Section] = []
    levels = _levels(lines, headings)
    next_sure = next_of_any = len(lines)
    for index, name, sure in reversed(headings):
        until = next_sure if sure else next_of_any
        next_sure, next_of_any = (index if sure else next_sure), index
        offset, line = lines[index]
        start = offset + len(line) - len(line.lstrip())
        body = lines[index + 1 : until]
        body_start = offset + len(line)
        body_end = body[-1][0] + len(body[-1][1]) if body else body_start
        span = view.source_span(start, offset + len(line.rstrip()))
        body_span = view.source_span(body_start, body_end)
        level = levels[index]
        items = sum(1 for _, text in body if _WORD.search(text))
        items += sure and until < len(lines) and levels[until] > level
        sections.append(Section(name, level, *span, *body_span, items, sure))
    return sections[::-1]
