"""The numbers that headings begin with: `2.1 Method`, `IV. Results`, `第三章`, `（二）`.

>>> [kind_of(line) for line in ("2.1 Method", "IV. Results", "第三章 總則", "1999 was dry")]
['arabic 2', 'roman', 'chapter', None]
"""

from __future__ import annotations

import re

from textproof.lazy import compiled

_HAN = "一二三四五六七八九十百零〇"
_NUMBERED = compiled(
    rf"(?P<chapter>第\s?[{_HAN}\d]{{1,4}}\s?[編编部章回卷篇]|제\s?\d{{1,3}}\s?[장부편]"
    r"|(?:Chapter|Part|Kapitel|Teil|Chapitre|Partie|Capítulo|Parte|Capitolo|Глава|Часть)"
    r"\s(?:\d{1,3}|[IVXLC]{1,7})\b)"
    rf"|(?P<part>第\s?[{_HAN}\d]{{1,4}}\s?[節节]|제\s?\d{{1,3}}\s?절)"
    r"|(?P<roman>(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3}))[.)]\s"
    rf"|(?P<han>[{_HAN}]{{1,3}})[、．]"
    rf"|(?P<bracketed>[（(][{_HAN}]{{1,3}}[)）])"
    # 1. or 1、 with a space or none, but no decimal; 2.1 with a space, but no date and no version
    r"|(?P<arabic>\d{1,2})(?:[.)]\s|[、．](?!\d))"
    r"|(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,4})\.?\s"
)
_IN_BRACKETS = compiled(r"[【〔][^】〕]{1,30}[】〕]")
RANKS = ("chapter", "part", "roman", "han", "bracketed", "arabic 1", "brackets",
         "arabic 2", "arabic 3", "arabic 4", "arabic 5")  # fmt: skip
"""The kinds of numbers, the highest first, as laws, reports and papers nest them."""

WITHOUT_GAP = frozenset(("chapter", "part", "han", "bracketed", "brackets"))
"""Kinds that head the lines below them without a blank line between, as East Asian texts do."""


def kind_of(line: str) -> str | None:
    """How a line is numbered: one of :data:`RANKS`, or None where it is not, or where there is
    nothing but the number; `第三章` says enough."""
    if _IN_BRACKETS.fullmatch(line):
        return "brackets"
    match = _NUMBERED.match(line)
    if match is None:
        return None
    says_itself = match["chapter"] or match["part"]
    if not says_itself and not re.search(r"[^\W\d_]", line[match.end() :]):
        return None
    if match["dotted"]:
        return f"arabic {match['dotted'].count('.') + 1}"
    return "arabic 1" if match["arabic"] else match.lastgroup
