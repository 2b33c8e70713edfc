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
from textproof.structure import Comment, Field, Section, Structure
from textproof.view import MASK, View, masked

SUFFIXES = (".rst", ".rest")
INDIRECT = False
RUNNING = True

_BULLETS = r"(?:(?:[-*+•‣]|#\.|\(?[\w#]{1,3}[.)])[ ]+)*+"
_BLOCK = re.compile(
    rf"^(?P<indent>[ \t]*+{_BULLETS})(?:(?P<explicit>\.\.(?=[ \t\r\n]|\Z))|(?P<doctest>>>>[ ])"
    r"|(?P<anonymous>__[ \t]+\S[^\r\n]*)|[^\r\n]*?(?P<literal>::)[ \t]*\r?$)",
    re.MULTILINE,
)
_EXPLICIT = re.compile(
    r"\.\.[ \t]+(?:(?P<target>_(?:`[^`\n]*`|(?:[^:\\\r\n`]|\\.|:(?!\s))*):(?=\s|\Z)|__:(?=\s|\Z))"
    r"|(?P<note>\[[^\]\r\n]+\])[ \t]"
    r"|(?:\|[^|\r\n]+\|[ \t]+)?(?P<name>[A-Za-z](?:[\w.+-]|:(?=\w))*+)[ ]?::(?=\s|\Z))"
)
_OPTION = re.compile(r"[ \t]+(?P<key>:(?P<name>[\w-]+):)(?:[ \t][^\r\n]*)?\r?\n?")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_QUOTED = re.compile(r"(?P<mark>[>$#%|!;])[^\r\n]*(?:\r?\n(?P=mark)[^\r\n]*)*")

_VERBATIM = re.compile(
    r"code|literal|include|math|\Araw\Z|exec|console|prompt|shell|graph|uml\Z|mermaid|plot|ipython"
    r"|output|diagram|doctest|\Atest|\Aindex\Z|toctree|autosummary|role\Z|\Ameta\Z|production"
    r"|grammar|module\Z|bibliography|highlight\Z|command|listing|kernel-|tabularcolumns|\Ajupyter"
)
"""What names of directives say whose content is code, or names of files."""

_SAYS = re.compile(
    r"(?:note|warning|tip|hint|important|caution|danger|attention|error|seealso|todo|admonition"
    r"|topic|sidebar|rubric|epigraph|pull-quote|centered|version(?:added|changed|removed)|deprecated"
    r"(?:-removed)?|table|csv-table|list-table|contents|replace|dropdown|tab|tab-item|card|grid-item"
    r"-card|compound|highlights|question|exercise|example|figure-caption|unicode)\Z"
)
"""Names of directives whose argument is read: a title, or the beginning of the content."""

_READ_OPTIONS = {"alt", "caption", "title", "header", "subtitle", "description"}
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
    r"|^[ \t]*(?P<field>:(?=\S)(?:[^:\r\n`\\]|\\.|:(?=\S))*?(?<=\S):)(?=[ \t\r\n]|\Z)",
    re.MULTILINE,
)


class _Block(NamedTuple):
    """A block whose beginning is marked, and what of it is no prose. ``kind`` is comment, directive,
    target, note, literal or doctest."""

    kind: str
    start: int
    end: int
    hidden: tuple[tuple[int, int], ...]


def prose(text: str) -> View:
    """The text with code, roles, targets, comments and URLs masked, line ends kept."""
    pieces, position = [], 0
    for block in _blocks(text):
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
    for block in _blocks(text):
        if block.kind == "comment":
            following = re.compile(r"\s*").match(text, block.end)
            assert following
            blank = re.compile(r"\n[ \t\r]*\n").search(text, following.end())
            yield Comment(block.start, block.end, blank.start() if blank else len(text))


def _blocks(text: str) -> Iterator[_Block]:
    """The marked blocks of a text, in order; those in the content of a directive behind it."""
    position = 0
    while match := _BLOCK.search(text, position):
        width = _width(match["indent"])
        if match["explicit"]:
            block = _explicit(text, match.start("explicit"), width)
        elif match["doctest"]:
            end = _paragraph_end(text, match.start())
            block = _Block("doctest", match.start(), end, ((match.start(), end),))
        elif match["anonymous"]:
            block = _Block("target", *match.span("anonymous"), (match.span("anonymous"),))
        else:
            block = _literal(text, match, width)
        yield block
        position = max(block.hidden[-1][1] if block.hidden else block.end, match.end())


def _explicit(text: str, start: int, width: int) -> _Block:
    """Explicit markup: a directive, a target, a footnote or a comment."""
    match = _EXPLICIT.match(text, start)
    line_end = _line_end(text, start)
    end = _indented_end(text, line_end, width)
    if match is None:
        if not text[start + 2 : line_end].strip() and not text[line_end:].partition("\n")[0].strip():
            end = line_end  # an empty comment, which ends the block before it
        return _Block("comment", start, end, ((start, end),))
    if match["note"]:
        return _Block("note", start, match.end(), ((start, match.end()),))
    if match["target"]:
        return _Block("target", start, end, ((start, end),))
    name = match["name"].lower().rpartition(":")[2]
    if _VERBATIM.search(name):
        return _Block("directive", start, end, ((start, end),))
    position = line_end
    hidden = [(start, match.end())]
    if not _SAYS.match(name):
        while text[match.end() : position].strip() and position < end:  # of several lines, too
            if not text[position : _line_end(text, position)].strip(" \t\r\n:"):
                break
            if _OPTION.match(text, position):
                break
            position = _line_end(text, position)
        hidden = [(start, position)]
    while position < end and (option := _OPTION.match(text, position)):
        shown = option["name"] in _READ_OPTIONS
        hidden.append(option.span("key") if shown else option.span())
        position = option.end()
    return _Block("directive", start, end, tuple(hidden))


def _literal(text: str, match: re.Match[str], width: int) -> _Block:
    """The block that a paragraph announces with `::`: what is indented, or quoted."""
    start = _line_end(text, match.end())
    first = re.compile(r"(?:[ \t]*\r?\n)*").match(text, start)
    assert first
    if first.end() > start:
        end = _indented_end(text, first.end(), width)
        quoted = _QUOTED.match(text, first.end()) if end == first.end() else None
        end = quoted.end() if quoted else end
        if end > first.end():
            return _Block("literal", match.start(), end, ((first.end(), end),))
    return _Block("literal", match.start(), match.end(), ())


def _width(indent: str) -> int:
    return len(indent.expandtabs())


def _line_end(text: str, position: int) -> int:
    match = _LINE.match(text, position)
    assert match
    return match.end()


def _indented_end(text: str, position: int, width: int) -> int:
    """Where the lines end that are indented more; blank lines behind the last are not among them."""
    end = position
    while position < len(text):
        line_end = _line_end(text, position)
        line = text[position:line_end]
        content = line.lstrip(" \t")
        position = line_end
        if content.strip():
            if _width(line[: len(line) - len(content)]) <= width:
                break
            end = line_end
    return end


def _paragraph_end(text: str, position: int) -> int:
    while position < len(text):
        line_end = _line_end(text, position)
        if not text[position:line_end].strip():
            break
        position = line_end
    return position


_MARK = r"[!-/:-@\[-`{-~]"
_HEADING = re.compile(
    rf"^(?:(?P<over>(?P<above>{_MARK})(?P=above)+)[ \t]*\r?\n)?"
    r"(?P<title>(?(over)[ \t]*)(?![ \t])(?![-*+]\ )[^\r\n]*\S[^\r\n]*)\r?\n"
    rf"(?P<under>(?(over)(?P=above)|(?P<below>{_MARK}))(?(over)(?P=above)|(?P=below))*)[ \t]*\r?$",
    re.MULTILINE,
)
_WORD = re.compile(r"[^\W_]")
_MARKUP = re.compile(r":[\w+.:-]+:(?=`)|`+_{0,2}|\*+|(?<=\w)_{1,2}(?!\w)|\\(?=\W)")
_DOCINFO = re.compile(
    r"^:(?P<key>[A-Za-z][^:\r\n]*):(?:[ \t]+(?P<value>[^\r\n]*(?:\r?\n[ \t]+\S[^\r\n]*)*))?(?:\r?\n|\Z)"
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
    before = text[: match.start()].rstrip(" \t\r")
    line_before = before[:-1].rpartition("\n")[2].strip(f" \t\r{MASK}") if before else ""
    title = match["title"].strip()
    reaches = len(match["under"]) >= min(4, len(title))
    one_mark = not _WORD.search(title.replace(MASK, "x"))
    if match["over"] and len(match["over"]) != len(match["under"]):
        return False
    return not line_before and reaches and not one_mark


def _sections(text: str, view: View, headings: list[re.Match[str]]) -> Iterator[Section]:
    """The sections; the level of a heading is the place of its marks among those of the document."""
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
        items += not last and levels[index + 1] > levels[index]
        is_title = index == 0 and levels[0] == 1 and not last
        heading = _words(text, view, match)
        yield Section(heading, levels[index], start, end, end, until, items, bool(heading) and not is_title)


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
        line_end = _line_end(text, position)
        line = text[position:line_end].strip("\ufeff \t\r\n")
        match = _DOCINFO.match(text, position)
        heading = next((h for h in headings if view.source_span(*h.span())[0] == position), None)
        if match:
            kind = "" if match["key"] else "comment_"
            name = match[kind + "key"].lower()
            if name not in _NO_FIELDS:
                start, end = match.span(kind + "value") if match[kind + "value"] else (line_end, line_end)
                value = _MARKUP.sub("", " ".join(text[start:end].split()))
                yield Field(_ALSO_CALLED.get(name, name), value, start, end, position)
            position = match.end()
        elif heading:
            position = _line_end(text, view.source_span(*heading.span())[1])
        elif not line:
            position = line_end
        elif line.startswith(".. ") or line == "..":
            position = _indented_end(text, line_end, 0)
        else:
            break
