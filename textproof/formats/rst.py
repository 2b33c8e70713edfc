"""reStructuredText: headings by their underlines, docinfo fields; code, roles, targets and comments
are no prose.

No docutils: blocks are told by indentation, and a directive by its name. One that is not known has
code as argument and prose as content; one whose name speaks of code has neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.contract import Contract
from textproof.formats._rst_blocks import blocks, end_of_line, indented_end
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
_INLINE = re.compile(
    rf"(?P<literal>(?<![`\\])``(?=\S)(?:{_IN_PARAGRAPH}|`(?!`))+?``+)"
    # A role, before its text; what is shown of a reference is its text, without the target.
    rf"|(?P<shown>:(?:[\w+.-]+:)*(?:{_PROSE_ROLES}):`|(?<![\w`\\:])`)"
    rf"(?P<text>[^\s`<](?:[^`\n<]|\n(?![ \t\r]*\n)|<(?![^<>`]*>`))*?)"
    r"(?P<target>[ \t\n]*<[^<>`]*>)?(?P<end>`(?:__?(?!\w))?)"
    rf"|(?P<role>:[\w+.-]+(?::[\w+.-]+)*:`{_IN_PARAGRAPH}+`)"
    rf"|(?P<interpreted>(?<![\w`\\:])`(?=\S){_IN_PARAGRAPH}+`(?::[\w+.:-]+:)?)"
    r"|(?P<substitution>(?<![\w|+-])\|(?=\w)[\w .:/-]*\w\|(?:__?)?(?![\w|]))"
    r"|(?P<url>(?<![A-Za-z])(?:(?:https?|ftp|file)://|mailto:)[^\s<>\"'`)\]}，。；、）》」』】]+)"
    r"|^[ \t]*(?P<field>:(?=[^\s:])(?:[^:\r\n`\\]|\\.|:(?=\S))*?(?<=\S):)(?=[ \t\r\n]|\Z)",
    re.MULTILINE,
)


def prose(text: str) -> View:
    """The text with code, roles, targets, comments and URLs masked, line ends kept."""
    pieces, position = [], 0
    for block in blocks(text):
        for start, end in block.hidden:
            pieces += [text[position:start], masked(text[start:end])]
            position = end
    return View(_INLINE.sub(_shown, "".join([*pieces, text[position:]])))


def _shown(match: re.Match[str]) -> str:
    """Inline markup with what a reader does not see masked."""
    if match["shown"] is None:
        return match[0][: match.start(match.lastgroup or 0) - match.start()] + masked(
            match[match.lastgroup or 0]
        )
    if match["shown"] == "`" and not match["end"].endswith("_"):
        return masked(match[0])  # of the default role, which in most projects is code
    head, text, target, end = match.group("shown", "text", "target", "end")
    return masked(head) + text + masked(target or "") + masked(end)


def comments(text: str) -> Iterator[Comment]:
    """What stands behind `..` and is no other markup; it speaks of the paragraph that follows."""
    for block in blocks(text):
        if block.kind == "comment":
            following = re.compile(r"\s*").match(text, block.end)
            assert following
            blank = re.compile(r"\n[ \t\r]*\n").search(text, following.end())
            yield Comment(block.start, block.end, blank.start() if blank else len(text))


_MARK = r"[!-/:-@\[-`{-~]"
_HEADING = re.compile(
    rf"^(?:(?P<over>(?P<above>{_MARK})(?P=above)+)[ \t]*\r?\n)?"
    r"(?P<title>(?(over)[ \t]*)(?![ \t])(?![-*+]\ )[^\r\n]*\S[^\r\n]*)\r?\n"
    rf"(?P<under>(?(over)(?P=above)|(?P<below>{_MARK}))(?(over)(?P=above)|(?P=below))*)[ \t]*\r?$",
    re.MULTILINE,
)
_NUMBER = re.compile(r"((?:\d+|[A-Z])(?:\.\d+)*)(?=[.)]?\s)")
_WORD = re.compile(r"[^\W_]")
_MARKUP = re.compile(r":[\w+.:-]+:(?=`)|`+_{0,2}|\*+|(?<=\w)_{1,2}(?!\w)|\\(?=\W)")
_DOCINFO = re.compile(
    r"^:(?P<key>[A-Za-z][^:\r\n]*):"
    r"(?:[ \t]+(?P<value>[^\r\n]*(?:\r?\n[ \t]+\S[^\r\n]*)*))?(?:\r?\n|\Z)"
    r"|^\.\.[ \t]+(?P<comment_key>[a-z_]+):[ \t]+(?P<comment_value>[^\r\n]*)(?:\r?\n|\Z)",
    re.MULTILINE,
)
_NO_FIELDS = {"orphan", "nosearch", "nocomments", "tocdepth"}
"""What Sphinx reads from a docinfo to set how the page is built."""

_ALSO_CALLED = {"authors": "author", "language": "lang"}


def structure(text: str, view: View, contract: Contract | None) -> Structure:
    """The docinfo, the heading that stands above all as title, and the sections."""
    headings = [match for match in _HEADING.finditer(view.text) if _is_heading(view.text, match)]
    fields = tuple(_docinfo(text, view, headings))
    sections = tuple(_sections(text, view, headings))
    titles = [field for field in fields if field.name == "title" and field.value]
    titles += [
        Field("title", s.heading, s.start, s.end, s.start)
        for s in sections[:1]
        if s.heading and sum(other.level == 1 for other in sections) == 1
    ]
    return Structure(titles[0] if titles else None, fields, sections)


def broken_metadata(text: str) -> tuple[str, int] | None:
    """Nothing: a docinfo has no end of its own that could be missing."""
    return None


def _is_heading(text: str, match: re.Match[str]) -> bool:
    """Whether a line over marks is a heading: it begins its paragraph, and the marks reach under it
    or are four at least, as docutils has it."""
    start = match.start()
    before = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : start].strip(f" \t\r\n\ufeff{MASK}")
    title = match["title"].strip()
    reaches = len(match["under"]) >= min(4, len(title))
    one_mark = not _WORD.search(title.replace(MASK, "x"))
    if match["over"] and len(match["over"]) != len(match["under"]):
        return False
    return not before and reaches and not one_mark


def _sections(text: str, view: View, headings: list[re.Match[str]]) -> Iterator[Section]:
    """The sections. The level of a heading is the place of its marks among the document's."""
    styles: list[tuple[str, bool]] = []
    for match in headings:
        style = (match["under"][0], bool(match["over"]))
        if style not in styles:
            styles.append(style)
    levels = [1 + styles.index((match["under"][0], bool(match["over"]))) for match in headings]
    for index, match in enumerate(headings):
        start, end = view.source_span(*match.span())
        last = index + 1 == len(headings)
        until = len(text) if last else view.source_span(headings[index + 1].start(), len(text))[0]
        lines = [line.strip() for line in text[end:until].splitlines()]
        items = sum(1 for line in lines if line and not line.startswith(".. _"))
        items += not last and (levels[index + 1] > levels[index] or _is_part(headings, index + 1))
        is_title = index == 0 and levels[0] == 1 and not last
        heading = _words(text, view, match)
        yield Section(
            heading, levels[index], start, end, end, until, items, bool(heading) and not is_title
        )


def _is_part(headings: list[re.Match[str]], index: int) -> bool:
    """Whether the number of a heading goes on from that of the one before, whatever its marks."""
    outer, inner = (_NUMBER.match(h["title"].strip()) for h in headings[index - 1 : index + 1])
    return bool(outer and inner and inner[1].startswith(f"{outer[1]}."))


def _words(text: str, view: View, match: re.Match[str]) -> str:
    """What a heading says; what is masked in it, as a name in code, is read from the source."""
    title = match["title"]
    if MASK in title:
        title = text[slice(*view.source_span(*match.span("title")))]
    return _MARKUP.sub("", title).strip()


def _docinfo(text: str, view: View, headings: list[re.Match[str]]) -> Iterator[Field]:
    """The fields at the start, behind the title, or comments there of the form `.. key: value`."""
    position = 0
    while position < len(text):
        line_end = end_of_line(text, position)
        line = text[position:line_end].strip("\ufeff \t\r\n")
        match = _DOCINFO.match(text, position)
        heading = next((h for h in headings if view.source_span(*h.span())[0] == position), None)
        if match:
            kind = "" if match["key"] else "comment_"
            name = match[kind + "key"].lower()
            if name not in _NO_FIELDS:
                empty = not match[kind + "value"]
                start, end = (line_end, line_end) if empty else match.span(kind + "value")
                value = _MARKUP.sub("", " ".join(text[start:end].split()))
                yield Field(_ALSO_CALLED.get(name, name), value, start, end, position)
            position = match.end()
        elif heading:
            position = end_of_line(text, view.source_span(*heading.span())[1])
        elif not line:
            position = line_end
        elif line.startswith(".. ") or line == "..":
            position = indented_end(text, line_end, 0)
        else:
            break
