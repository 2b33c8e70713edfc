"""Markdown: CommonMark headings and front matter; code, HTML tags and link targets are no prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from textproof.contract import Contract
from textproof.front_matter import body_start, find_front_matter
from textproof.lazy import compiled
from textproof.markdown_mask import mask, mask_blocks
from textproof.structure import Field, Section, Structure
from textproof.view import MASK, View

SUFFIXES = (".md", ".markdown")
INDIRECT = False
RUNNING = True

_HEADING = compiled(
    r"\n(?:\ufeff?[ ]{0,3}(?P<marks>#{1,6})(?:[ \t][^\r\n]*+)?(?=\r?$)"
    r"|(?!\d+[.)][ \t])(?P<setext>[^\s>#\-*+=|\0][^\n]*+)\n"
    r"[ ]{0,3}(?P<line>=+|-{2,})(?=[ \t]*\r?$))",
    re.MULTILINE,
)
_MARKED = compiled(
    r"(#(?:(?<=\n#)|(?<=\n[ \ufeff]#)|(?<=\n[ \ufeff] #)|(?<=\n[ \ufeff]  #)|(?<=\n\ufeff   #))"
    r"#{0,5})"
    r"(?:[ \t]([^\r\n]*+))?(?=\r?$)",
    re.MULTILINE,
)
"""The first alternative alone, found by its marks."""


def _under_a_line(mark: str) -> str:
    """A mark at the start of a line, under one that is not blank."""
    starts = (rf"(?<=[^\n]\n{indent}{mark})" for indent in ("", " ", "  ", "   "))
    return f"(?:{'|'.join(starts)})"


_EQUALS = compiled(f"={_under_a_line('=')}")
_HYPHENS = compiled(f"-(?=-){_under_a_line('-')}")
"""What may underline a heading: a rule behind a blank line does not."""
_MASKABLE = compiled(r"[`<]|\][(:]|:(?://|(?<=[oO]:))")
_MARKUP = compiled(rf"[*_#{{\[{MASK}]")
_CLOSING_MARKS = compiled(r"(?:^|[ \t])#+$")
_ATTRIBUTES = compiled(r"[ \t]*\{[#.:][^{}]*\}$")
_EMPHASIS = compiled(r"\*+|(?<!\w)_+|_+(?!\w)")
_LINK = compiled(r"!?\[.*\]\0*\)?")


def prose(text: str) -> View:
    """The text with code, tags, comments and URLs masked, line ends kept."""
    return View(mask(text))


def outline(text: str) -> View:
    """What holds all headings of the prose, at a third of its cost."""
    return View(mask_blocks(text))


def structure(text: str, view: View, contract: Contract | None) -> Structure:
    """Front matter, the first level-1 heading as title, and the sections."""
    fields, found = _front_matter(text)[0], tuple(_sections(text, view, body_start(text)))
    titles = [field for field in fields if field.name == "title" and field.value]
    titles += [
        Field("title", s.heading, s.start, s.end, s.start)
        for s in found
        if s.level == 1 and s.heading
    ]
    return Structure(titles[0] if titles else None, tuple(fields), found)


def sections(text: str, view: View) -> tuple[Section, ...]:
    """The sections of a text without glosses: what they are does not depend on the fields."""
    return tuple(_sections(text, view, body_start(text)))


def heading_levels(text: str, view: View) -> list[int]:
    """The levels of the headings that say something, for much less than the sections cost."""
    start, lines = body_start(text), "\n" + view.text
    if _may_be_underlined(lines, start):
        return [section.level for section in sections(text, view) if section.heading]
    return [
        len(marks) for marks, content in _MARKED.findall(lines, start) if _says_something(content)
    ]


def _says_something(content: str) -> bool:
    """Whether a heading says something: most do by their first letter, if that begins no URL."""
    if content.lstrip()[:1].isalnum() and ":" not in content:
        return True
    return bool(_words(mask(f"# {content}")[2:])[0])


def fields(text: str) -> list[Field]:
    """The fields of the front matter."""
    return _front_matter(text)[0]


def broken_metadata(text: str) -> tuple[str, int] | None:
    """What is wrong with the front matter."""
    return _front_matter(text)[1]


def _front_matter(text: str) -> tuple[list[Field], tuple[str, int] | None, int]:
    return find_front_matter(text) or ([], None, 0)


def _sections(text: str, view: View, start: int) -> Iterator[Section]:
    found = _headings(view.text, view.offset_of(start))
    placed = [(*view.source_span(h.start, h.end), h) for h in found]
    placed = [heading for heading in placed if heading[0] >= start]
    following = [(start, heading.level) for start, _, heading in placed[1:]] + [(len(text), 0)]
    for (start, end, heading), (until, level) in zip(placed, following, strict=False):
        items = partial(_items, text, end, until, level > heading.level)
        is_title = heading is placed[0][2] and heading.level == 1 and level > 0
        words, is_link = _words(heading.content)
        sure = bool(words) and not is_link and not is_title
        yield Section(words, heading.level, start, end, end, until, items, sure)


HEAD = 500
"""Code points from the start of a body that mostly show whether a section holds something."""


def _items(text: str, start: int, end: int, deeper: bool, most: int | None) -> int:
    """The lines of a body that hold something; a deeper section is one more."""
    if most is not None and start + HEAD < end:
        items = _items(text, start, start + HEAD, deeper, None)
        if items > most + 1:  # the last line may be cut in two
            return items
    return sum(map(bool, map(str.strip, text[start:end].splitlines()))) + deeper


class _Heading(NamedTuple):
    """A heading of the outline: its span, with the marks, and what it says, in Markdown."""

    start: int
    end: int
    level: int
    content: str


def _headings(outline: str, position: int) -> Iterator[_Heading]:
    # so that the first line begins behind a line end too; an offset is that of the line end then
    lines = "\n" + outline
    if not _may_be_underlined(lines, position):
        # no line is looked at but those with marks
        for match in _MARKED.finditer(lines, position):
            start = lines.rindex("\n", 0, match.start())
            line = lines[start + 1 : match.end()]
            content = (mask(line) if _MASKABLE.search(line) else line).partition(match[1])[2]
            yield _Heading(start, match.end() - 1, len(match[1]), content)
        return
    for match in _HEADING.finditer(lines, position):
        line = match[0][1:]
        if _MASKABLE.search(line):
            line = mask(line)
        start, end = match.start(), match.end() - 1
        if match["marks"]:
            content = line.partition(match["marks"])[2]
            yield _Heading(start, end, len(match["marks"]), content)
        elif not line.startswith(MASK) and _stands_alone(outline, match):
            level = 1 if match["line"][0] == "=" else 2
            yield _Heading(start, end, level, line.partition("\n")[0])


def _may_be_underlined(lines: str, position: int) -> bool:
    return bool(_EQUALS.search(lines, position) or _HYPHENS.search(lines, position))


def _stands_alone(outline: str, match: re.Match[str]) -> bool:
    """Whether an underlined line is a heading: hyphens under a paragraph are meant as a rule."""
    if match["line"][0] == "=":
        return True
    before = match.start()
    while before and outline[before - 1] in "\n\r \t":
        before -= 1
    return not before or outline.count("\n", before, match.start()) > 1


def _words(content: str) -> tuple[str, bool]:
    """What a heading says, and whether all of it is a link, as in a list of articles."""
    heading = content.strip()
    if not _MARKUP.search(heading):
        return heading, False
    heading = _CLOSING_MARKS.sub("", heading).strip()
    heading = _ATTRIBUTES.sub("", heading)
    is_link = bool(_LINK.fullmatch(heading))
    return _EMPHASIS.sub("", heading.replace(MASK, "")).strip(), is_link
