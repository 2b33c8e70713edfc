"""Markdown: CommonMark headings and front matter; code, HTML tags and link targets are no prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.contract import Contract
from textproof.front_matter import FRONT_MATTER, read_front_matter
from textproof.structure import Field, Section, Structure
from textproof.view import MASK, View

SUFFIXES = (".md", ".markdown")
INDIRECT = False

_NOT_PROSE = re.compile(
    r"^(?P<fence>[ \t>]*(?:[-*+]|\d+[.)])?[ \t]*(?P<marks>`{3,}|~{3,}))[^\n]*\n"
    r"(?:.*?^[ \t>]*(?P=marks)[`~]*[ \t]*$|.*\Z)"
    r"|(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)"
    r"|<!--.*?(?:-->|\Z)"
    r"|<(?:script|style|pre|code|kbd|samp)\b.*?</(?:script|style|pre|code|kbd|samp)\s*>"
    r"|</?[A-Za-z][^<>]*>"
    r"|(?<=\])\((?:[^()\s]|\([^()\s]*\))*(?=[\s)])"
    r"|^[ ]{0,3}\[[^\]\n]+\]:[ \t]*\S+"
    r"|(?<![A-Za-z])(?:https?|ftp|mailto|file):[^\s<>\"'`)\]}，。；、）》」』】]+",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
_LINE_CONTENT = re.compile(r"[^\r\n]+")
_HEADING = re.compile(
    r"^[ ]{0,3}(?P<marks>#{1,6})(?:[ \t]+(?P<atx>[^\n]*?))??(?:[ \t]+#+)?[ \t]*\r?$"
    r"|^(?P<setext>[ ]{0,3}[^\s>#\-*+=|\0][^\n]*)\n[ ]{0,3}(?P<line>=+|-{2,})[ \t]*\r?$",
    re.MULTILINE,
)


def prose(text: str) -> View:
    """The text with code, tags, comments and URLs masked, line ends kept."""
    return View(_NOT_PROSE.sub(_masked, text))


def _masked(match: re.Match[str]) -> str:
    if "\n" not in match[0] and "\r" not in match[0]:
        return MASK * len(match[0])
    return _LINE_CONTENT.sub(lambda line: MASK * len(line[0]), match[0])


def structure(text: str, view: View, contract: Contract | None) -> Structure:
    """Front matter, the first level-1 heading as title, and the sections."""
    fields, broken, body_start = _front_matter(text)
    sections = tuple(_sections(text, view, body_start))
    titles = [f for f in fields if f.name == "title"]
    titles += [
        Field("title", s.heading, s.start, s.end, s.start) for s in sections[:1] if s.level == 1
    ]
    return Structure(titles[0] if titles else None, tuple(fields), sections, broken)


def _front_matter(text: str) -> tuple[list[Field], tuple[str, int] | None, int]:
    match = FRONT_MATTER.match(text)
    if not match:
        return [], None, 0
    fields, broken = read_front_matter(match["yaml"], match.start("yaml"))
    return fields, broken, match.end()


def _sections(text: str, view: View, body_start: int) -> Iterator[Section]:
    headings = []
    for match in _HEADING.finditer(view.text):
        start, end = view.source_span(*match.span())
        if start >= body_start:
            level = len(match["marks"]) if match["marks"] else 1 if match["line"][0] == "=" else 2
            headings.append((start, end, level, (match["atx"] or match["setext"] or "").strip()))
    for index, (start, end, level, heading) in enumerate(headings):
        until = headings[index + 1][0] if index + 1 < len(headings) else len(text)
        deeper = index + 1 < len(headings) and headings[index + 1][2] > level
        items = sum(1 for line in text[end:until].splitlines() if line.strip())
        items += deeper
        yield Section(heading.replace(MASK, ""), level, start, end, end, until, items)
