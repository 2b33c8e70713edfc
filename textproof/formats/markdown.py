"""Markdown: CommonMark headings and front matter; code, HTML tags and link targets are no prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.contract import Contract
from textproof.front_matter import FRONT_MATTER, read_front_matter, unclosed
from textproof.structure import Field, Section, Structure
from textproof.view import MASK, View

SUFFIXES = (".md", ".markdown")
INDIRECT = False
RUNNING = True

_RAW = r"(?P<{0}>script|style|pre|code|kbd|samp)(?=[\s/>])"
_NOT_PROSE = re.compile(
    # A fenced block, perhaps in a list or a quotation; an unclosed one goes on to the end.
    r"^[ \t>]*+(?:(?:[-*+]|\d++[.)])[ \t]++)?(?P<marks>`{3,}+(?=[^`\n]*$)|~{3,}+)[^\n]*+\n?"
    r"(?:.*?^[ \t>]*+(?P=marks)[`~]*+[ \t\r]*$|.*\Z)"
    # A code span: a run of backticks up to a run as long, within the paragraph.
    r"|(?<![`\\])(?P<ticks>`++)"
    r"(?>(?:(?>(?:[^`\n]|\n(?![ \t\r]*+\n))+)|(?!(?P=ticks)(?!`))`++)+)(?P=ticks)"
    # Comments; elements whose text is no prose, at a line's start as a block; other tags.
    r"|<!--.*?(?:-->|\Z)"
    rf"|^[ ]{{0,3}}<{_RAW.format('block')}.*?(?:</(?P=block)\s*+>|\Z)"
    rf"|<{_RAW.format('raw')}[^<]*+(?>(?:<(?!/?(?P=raw)[\s/>])[^<]*+)*)</(?P=raw)\s*+>"
    r"|</?[A-Za-z](?>(?:[^<>\n]|\n(?![ \t\r]*+\n))*)>"
    # The target of a link, a definition of one, and a URL in running text.
    r"|(?<=\])\((?>(?:[^()\s]|\([^()\s]*+\))*)(?=[\s)])"
    r"|^[ ]{0,3}\[(?!\^)[^\]\n]++\]:[ \t]*+\S++"
    r"|(?<![A-Za-z])(?:(?:https?|ftp|file)://|mailto:)[^\s<>\"'`)\]}，。；、）》」』】]++",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
_LINE_CONTENT = re.compile(r"[^\r\n]+")
_HEADING = re.compile(
    r"^\ufeff?[ ]{0,3}(?P<marks>#{1,6})(?P<atx>[ \t][^\r\n]*+)?(?=\r?$)"
    r"|^(?!\d+[.)][ \t])(?P<setext>[^\s>#\-*+=|\0][^\n]*+)\n"
    r"[ ]{0,3}(?P<line>=+|-{2,})(?=[ \t]*\r?$)",
    re.MULTILINE,
)
_CLOSING_MARKS = re.compile(r"(?:^|[ \t])#+$")
_ATTRIBUTES = re.compile(r"[ \t]*\{[#.:][^{}]*\}$")
_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")
_LINK = re.compile(r"!?\[.*\]\0*\)?")


def prose(text: str) -> View:
    """The text with code, tags, comments and URLs masked, line ends kept."""
    return View(_NOT_PROSE.sub(_masked, text))


def _masked(match: re.Match[str]) -> str:
    if "\n" not in match[0] and "\r" not in match[0]:
        return MASK * len(match[0])
    return _LINE_CONTENT.sub(lambda line: MASK * len(line[0]), match[0])


def structure(text: str, view: View, contract: Contract | None) -> Structure:
    """Front matter, the first level-1 heading as title, and the sections."""
    fields, _, body_start = _front_matter(text)
    sections = tuple(_sections(text, view, body_start))
    titles = [field for field in fields if field.name == "title" and field.value]
    titles += [
        Field("title", s.heading, s.start, s.end, s.start)
        for s in sections
        if s.level == 1 and s.heading
    ]
    return Structure(titles[0] if titles else None, tuple(fields), sections)


def fields(text: str) -> list[Field]:
    """The fields of the front matter."""
    return _front_matter(text)[0]


def broken_metadata(text: str) -> tuple[str, int] | None:
    """What is wrong with the front matter."""
    return _front_matter(text)[1]


def _front_matter(text: str) -> tuple[list[Field], tuple[str, int] | None, int]:
    match = FRONT_MATTER.match(text)
    if not match:
        return [], unclosed(text), 0
    read = read_front_matter(match["yaml"], match.start("yaml"))
    return (*read, match.end()) if read else ([], None, 0)


def _sections(text: str, view: View, body_start: int) -> Iterator[Section]:
    headings = [
        match
        for match in _HEADING.finditer(view.text)
        if view.source_span(*match.span())[0] >= body_start
        and (not match["setext"] or _stands_alone(view.text, match))
    ]
    levels = [_level(match) for match in headings]
    for index, match in enumerate(headings):
        start, end = view.source_span(*match.span())
        last = index + 1 == len(headings)
        until = len(text) if last else view.source_span(headings[index + 1].start(), len(text))[0]
        items = sum(1 for line in text[end:until].splitlines() if line.strip())
        items += not last and levels[index + 1] > levels[index]
        is_title = index == 0 and levels[0] == 1 and not last
        heading, is_link = _words(match)
        sure = bool(heading) and not is_link and not is_title
        yield Section(heading, levels[index], start, end, end, until, items, sure)


def _level(match: re.Match[str]) -> int:
    return len(match["marks"]) if match["marks"] else 1 if match["line"][0] == "=" else 2


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Whether an underlined line is a heading: hyphens under a paragraph are meant as a rule."""
    before = text[: match.start()].rstrip("\n\r \t")
    gap = text[len(before) : match.start()]
    return match["line"][0] == "=" or not before or gap.count("\n") > 1


def _words(match: re.Match[str]) -> tuple[str, bool]:
    """What a heading says, and whether all of it is a link, as in a list of articles."""
    heading = _CLOSING_MARKS.sub("", (match["atx"] or match["setext"] or "").strip()).strip()
    heading = _ATTRIBUTES.sub("", heading)
    is_link = bool(_LINK.fullmatch(heading))
    return _EMPHASIS.sub("", heading.replace(MASK, "")).strip(), is_link
