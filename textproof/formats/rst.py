"""reStructuredText: headings by their underlines, docinfo fields; code, roles, targets and comments
are no prose.

No docutils: blocks are told by indentation, and a directive by its name. One that is not known has
code as argument and prose as content; one whose name speaks of code has neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from textproof.contract import Contract
from textproof.formats._rst_blocks import blocks, end_of_line, indented_end
from textproof.lazy import compiled
from textproof.structure import Comment, Field, Section, Structure
from textproof.view import MASK, View, masked

SUFFIXES = (".rst", ".rest")
INDIRECT = False
RUNNING = True

_PROSE_ROLES = (
    "ref|doc|numref|term|emphasis|strong|sub|subscript|sup|superscript|title|title-reference|abbr"
    "|guilabel|menuselection|dfn|any|download|index|span|bdg[\\w-]*"
)
_IN_PARAGRAPH = r"(?:[^`\n]|\n(?![ \t\r]*\n))"
_INLINE = compiled(
    # Each way begins with a character of its own: so it is looked for much faster.
    rf"(?P<literal>`(?<![`\\]`)`(?=\S)(?:{_IN_PARAGRAPH}|`(?!`))+?``+)"
    # A role, before its text; what is shown of a reference is its text, without the target.
    rf"|(?P<shown>:(?<![\w:]:)(?:[\w+.-]{{1,40}}:){{0,3}}(?:{_PROSE_ROLES}):`|`(?<![\w`\\:]`))"
    rf"(?P<text>[^\s`<](?:[^`\n<]|\n(?![ \t\r]*\n)|<(?![^<>`]*>`))*?)"
    r"(?P<target>[ \t\n]*<[^<>`]*>)?(?P<end>`(?:__?(?!\w))?)"
    rf"|(?P<role>:(?<![\w:]:)(?:[\w+.-]{{1,40}}:){{1,4}}`{_IN_PARAGRAPH}+`)"
    rf"|(?P<interpreted>`(?<![\w`\\:]`)(?=\S){_IN_PARAGRAPH}+`(?::[\w+.:-]+:)?)"
    r"|(?P<substitution>\|(?<![\w|+-]\|)(?=\w)[\w .:/-]*\w\|(?:__?)?(?![\w|]))",
)
_FIELD = compiled(r"\n[ \t]*(?P<field>:(?=[^\s:])(?:[^:\r\n`\\]|\\.|:(?=\S))*?(?<=\S):)(?!\S)")
_URL = compiled(
    r"(?<![A-Za-z])(?P<url>(?:(?:https?|ftp|file)://|mailto:)[^\s<>\"'`)\]}，。；、）》」』】]+)"
)


_SPACE = compiled(r"\s*")
_BLANK = compiled(r"\n[ \t\r]*\n")
HEAD = 10_000
"""Code points from the start in which a docinfo is looked for."""

LONGEST_PARAGRAPH = 10_000
"""Code points behind a comment up to which the paragraph that it speaks of is looked for."""


def prose(text: str) -> View:
    """The text with code, roles, targets, comments and URLs masked, line ends kept."""
    pieces, position = ["\n"], 0
    for block in blocks(text):
        for start, end in block.hidden:
            pieces += [text[position:start], masked(text[start:end])]
            position = end
    shown = _FIELD.sub(_without, "".join([*pieces, text[position:]]))
    shown = _INLINE.sub(_shown, shown)[1:]
    return View(_URL.sub(_without, shown) if "://" in shown or "mailto:" in shown else shown)


def _without(match: re.Match[str]) -> str:
    """What is found, with the group that is no prose masked."""
    group = match.lastgroup or 0
    return match[0][: match.start(group) - match.start()] + masked(match[group])


def _shown(match: re.Match[str]) -> str:
    """Inline markup with what a reader does not see masked."""
    if match["shown"] is None:
        return masked(match[0])
    if match["shown"] == "`" and not match["end"].endswith("_"):
        return masked(match[0])  # of the default role, which in most projects is code
    head, text, target, end = match.group("shown", "text", "target", "end")
    return masked(head) + text + masked(target or "") + masked(end)


def comments(text: str) -> Iterator[Comment]:
    """What stands behind `..` and is no other markup; it speaks of the paragraph that follows."""
    for block in blocks(text):
        if block.kind == "comment":
            following = _SPACE.match(text, block.end)
            assert following
            last = min(following.end() + LONGEST_PARAGRAPH, len(text))
            blank = _BLANK.search(text, following.end(), last)
            yield Comment(block.start, block.end, blank.start() if blank else last)


_MARK = r"[!-/:-@\[-`{-~]"
_UNDERLINE = compiled(rf"\n(?P<mark>{_MARK})(?P=mark)*[ \t]*(?=\r?\n|\r?\Z)")
_BARE = compiled(
    rf"\n(?:(?<=\S\n)|(?<=\r\n)|(?<=[ \t]\n))(?P<under>{_MARK})(?P=under)*[ \t]*\r?"
    rf"(?:\s*\Z|(?=\n)(?:\s*\.\. _[^\n]*)*\s*"
    rf"(?:\Z|(?<=\n)[^\n]*\n(?:[^\n]*\n)?(?P<next>{_MARK})(?P=next)*[ \t\r]*(?:\n|\Z)))"
)
_NUMBER = compiled(r"((?:\d+|[A-Z])(?:\.\d+)*)(?=[.)]?\s)")
_WORD = compiled(rf"[^\W_]|{MASK}")
_MARKUP = compiled(r":[\w+.:-]+:(?=`)|`+_{0,2}|\*+|(?<=\w)_{1,2}(?=[\s.,;:!?)]|\Z)|\\(?=\W)")
_DOCINFO = compiled(
    r"^:(?P<key>[A-Za-z][^:\r\n]*):"
    r"(?:[ \t]+(?P<value>[^\r\n]*(?:\r?\n[ \t]+\S[^\r\n]*)*))?(?:\r?\n|\Z)"
    r"|^\.\.[ \t]+(?P<comment_key>[a-z_]+):[ \t]+(?P<comment_value>[^\r\n]*)(?:\r?\n|\Z)",
    re.MULTILINE,
)
_NO_FIELDS = {"orphan", "nosearch", "nocomments", "tocdepth"}
"""What Sphinx reads from a docinfo to set how the page is built."""

_ALSO_CALLED = {"authors": "author", "language": "lang"}


class _Heading(NamedTuple):
    """A heading with its marks, where its title begins, and its marks: which, and whether above."""

    start: int
    end: int
    title_start: int
    title: str
    style: tuple[str, bool]


def structure(text: str, view: View, contract: Contract | None) -> Structure:
    """The docinfo, the heading that stands above all as title, and the sections."""
    headings = list(_headings(view.text))
    found = tuple(_docinfo(text, view, headings))
    sections = tuple(_sections(text, view, headings))
    titles = [field for field in found if field.name == "title" and field.value]
    titles += [
        Field("title", s.heading, s.start, s.end, s.start)
        for s in sections[:1]
        if s.heading and sum(other.level == 1 for other in sections) == 1
    ]
    return Structure(titles[0] if titles else None, found, sections)


def fields(text: str) -> list[Field]:
    """The docinfo, for which no more is read than the beginning."""
    head = text[:HEAD]
    view = prose(head)
    return list(_docinfo(head, view, list(_headings(view.text))))


def broken_metadata(text: str) -> tuple[str, int] | None:
    """Nothing: a docinfo has no end of its own that could be missing."""
    return None


def may_have_bare_heading(text: str) -> bool:
    """Whether a line of marks has nothing under it up to the next heading."""
    return _BARE.search(text) is not None


def _headings(text: str) -> Iterator[_Heading]:
    """The headings: a line over marks that begins its paragraph, or between two lines of them. The
    marks reach under it or are four at least, as docutils has it."""
    end = 0
    for match in _UNDERLINE.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        title = text[start : match.start()].strip(" \t\r\ufeff")
        marks = match[0].strip()
        if start < end or len(marks) < min(4, len(title)) or not _WORD.search(title):
            continue
        above_start = text.rfind("\n", 0, max(start - 1, 0)) + 1
        above = text[above_start:start].strip(f" \t\r\n\ufeff{MASK}")
        over = len(marks) > 1 and above == marks and above_start >= end
        indented = text[start] in " \t"
        if over or not (above or indented or title.startswith(("- ", "* ", "+ "))):
            place = (above_start if over else start, match.start() + 1 + len(marks))
            offset = start + text[start : match.start()].index(title)
            yield _Heading(*place, offset, title, (marks[0], over))
            end = match.end()


def _sections(text: str, view: View, headings: list[_Heading]) -> Iterator[Section]:
    """The sections. The level of a heading is the place of its marks among the document's."""
    styles = list(dict.fromkeys(heading.style for heading in headings))
    levels = [1 + styles.index(heading.style) for heading in headings]
    for index, heading in enumerate(headings):
        start, end = view.source_span(heading.start, heading.end)
        last = index + 1 == len(headings)
        until = len(text) if last else view.source_span(headings[index + 1].start, len(text))[0]
        lines = [line.strip() for line in text[end:until].splitlines()]
        items = sum(1 for line in lines if line and not line.startswith(".. _"))
        if not last:
            following = headings[index + 1]
            items += levels[index + 1] > levels[index] or _is_part(heading.title, following.title)
        is_title = index == 0 and levels[0] == 1 and not last
        words = _words(text, view, heading)
        sure = bool(words) and not is_title
        yield Section(words, levels[index], start, end, end, until, items, sure)


def _is_part(outer: str, inner: str) -> bool:
    """Whether the number of a heading goes on from that of the one before, whatever its marks."""
    first, second = _NUMBER.match(outer), _NUMBER.match(inner)
    return bool(first and second and second[1].startswith(f"{first[1]}."))


def _words(text: str, view: View, heading: _Heading) -> str:
    """What a heading says; what is masked in it, as a name in code, is read from the source."""
    title = heading.title
    if MASK in title:
        span = (heading.title_start, heading.title_start + len(title))
        title = text[slice(*view.source_span(*span))]
    return _MARKUP.sub("", title).strip()


def _docinfo(text: str, view: View, headings: list[_Heading]) -> Iterator[Field]:
    """The fields at the start, behind the title, or comments there of the form `.. key: value`."""
    position = 0
    titles = dict(view.source_span(heading.start, heading.end) for heading in headings[:3])
    while position < len(text):
        line_end = end_of_line(text, position)
        line = text[position:line_end].strip("\ufeff \t\r\n")
        match = _DOCINFO.match(text, position)
        if match:
            kind = "" if match["key"] else "comment_"
            name = match[kind + "key"].lower()
            if name not in _NO_FIELDS:
                empty = not match[kind + "value"]
                start, end = (line_end, line_end) if empty else match.span(kind + "value")
                value = _MARKUP.sub("", " ".join(text[start:end].split()))
                yield Field(_ALSO_CALLED.get(name, name), value, start, end, position)
            position = match.end()
        elif position in titles:
            position = end_of_line(text, titles[position])
        elif not line:
            position = line_end
        elif line.startswith(".. ") or line == "..":
            position = indented_end(text, line_end, 0)
        else:
            break
