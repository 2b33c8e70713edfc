"""The blocks of reStructuredText whose beginning is marked, told by their indentation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from textproof.lazy import compiled

_BULLETS = r"(?>(?:(?:[-*+•‣]|#\.|\(?[\w#]{1,3}[.)])[ ]+)*)"
_BLOCK = compiled(
    rf"^(?P<indent>[ \t]*+{_BULLETS})(?:(?P<explicit>\.\.(?=[ \t\r\n]|\Z))|(?P<doctest>>>>[ ])"
    r"|(?P<anonymous>__[ \t]+\S[^\r\n]*)|[^\r\n]*?(?P<literal>::)[ \t]*\r?$)",
    re.MULTILINE,
)
_EXPLICIT = compiled(
    r"\.\.[ \t]+(?:(?P<target>_(?:`[^`\n]*`|(?:[^:\\\r\n`]|\\.|:(?!\s))*):(?=\s|\Z)|__:(?=\s|\Z))"
    r"|(?P<note>\[[^\]\r\n]+\])[ \t]"
    r"|(?:\|[^|\r\n]+\|[ \t]+)?(?P<name>[A-Za-z](?>(?:[\w.+-]|:(?=\w))*))[ ]?::(?=\s|\Z))"
)
_OPTION = compiled(r"[ \t]+(?P<key>:(?P<name>[\w-]+):)(?:[ \t][^\r\n]*)?\r?\n?")
_LINE = compiled(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_QUOTED = compiled(r"(?P<mark>[>$#%|!;])[^\r\n]*(?:\r?\n(?P=mark)[^\r\n]*)*")

_VERBATIM = compiled(
    r"code|literal|include|math|\Araw\Z|exec|console|prompt|shell|graph|uml\Z|mermaid|plot|ipython"
    r"|output|diagram|doctest|\Atest|\Aindex\Z|toctree|autosummary|role\Z|\Ameta\Z|production"
    r"|grammar|module\Z|bibliography|highlight\Z|command|listing|kernel-|tabularcolumns|\Ajupyter"
)
"""What names of directives say whose content is code, or names of files."""

_SAYS = compiled(
    r"(?:note|warning|tip|hint|important|caution|danger|attention|error|seealso|todo|admonition"
    r"|topic|sidebar|rubric|epigraph|pull-quote|centered|version(?:added|changed|removed)|deprecated"
    r"(?:-removed)?|table|csv-table|list-table|contents|replace|dropdown|tab|tab-item|card|grid-item"
    r"-card|compound|highlights|question|exercise|example|figure-caption|unicode)\Z"
)
"""Names of directives whose argument is read: a title, or the beginning of the content."""

_READ_OPTIONS = {"alt", "caption", "title", "header", "subtitle", "description"}


class Block(NamedTuple):
    """A block whose beginning is marked, and what of it is no prose. ``kind`` is comment,
    directive, target, note, literal or doctest."""

    kind: str
    start: int
    end: int
    hidden: tuple[tuple[int, int], ...]


def blocks(text: str) -> Iterator[Block]:
    """The marked blocks of a text, in order; those in the content of a directive behind it."""
    position = 0
    while match := _BLOCK.search(text, position):
        width = _width(match["indent"])
        if match["explicit"]:
            block = _explicit(text, match.start("explicit"), width)
        elif match["doctest"]:
            end = _paragraph_end(text, match.start())
            block = Block("doctest", match.start(), end, ((match.start(), end),))
        elif match["anonymous"]:
            block = Block("target", *match.span("anonymous"), (match.span("anonymous"),))
        else:
            block = _literal(text, match, width)
        yield block
        position = max(block.hidden[-1][1] if block.hidden else block.end, match.end())


def _explicit(text: str, start: int, width: int) -> Block:
    """Explicit markup: a directive, a target, a footnote or a comment."""
    match = _EXPLICIT.match(text, start)
    line_end = end_of_line(text, start)
    if match is None:
        end = indented_end(text, line_end, width)
        following = text[line_end : end_of_line(text, line_end)]
        if not text[start + 2 : line_end].strip() and not following.strip():
            end = line_end  # an empty comment, which ends the block before it
        return Block("comment", start, end, ((start, end),))
    if match["note"]:
        return Block("note", start, match.end(), ((start, match.end()),))
    if match["target"]:
        end = indented_end(text, line_end, width)
        return Block("target", start, end, ((start, end),))
    name = match["name"].lower().rpartition(":")[2]
    if _VERBATIM.search(name):
        end = indented_end(text, line_end, width)
        return Block("directive", start, end, ((start, end),))
    position = line_end
    hidden = [(start, match.end())]
    if not _SAYS.match(name):
        if text[match.end() : position].strip():
            position = _argument_end(text, position, width)
        hidden = [(start, position)]
    while (option := _OPTION.match(text, position)) and _is_deeper(option[0], width):
        shown = option["name"] in _READ_OPTIONS
        hidden.append(option.span("key") if shown else option.span())
        position = option.end()
    return Block("directive", start, position, tuple(hidden))


def _argument_end(text: str, position: int, width: int) -> int:
    """Where the argument of a directive ends that goes on over further lines."""
    while position < len(text):
        line_end = end_of_line(text, position)
        line = text[position:line_end]
        if not line.strip(" \t\r\n:") or not _is_deeper(line, width) or _OPTION.match(line):
            break
        position = line_end
    return position


def _is_deeper(line: str, width: int) -> bool:
    return _width(line[: len(line) - len(line.lstrip(" \t"))]) > width


def _literal(text: str, match: re.Match[str], width: int) -> Block:
    """The block that a paragraph announces with `::`: what is indented, or quoted."""
    start = end_of_line(text, match.end())
    first = re.compile(r"(?:[ \t]*\r?\n)*").match(text, start)
    assert first
    if first.end() > start:
        end = indented_end(text, first.end(), width)
        quoted = _QUOTED.match(text, first.end()) if end == first.end() else None
        end = quoted.end() if quoted else end
        if end > first.end():
            return Block("literal", match.start(), end, ((first.end(), end),))
    return Block("literal", match.start(), match.end(), ())


def _width(indent: str) -> int:
    return len(indent.expandtabs())


def end_of_line(text: str, position: int) -> int:
    match = _LINE.match(text, position)
    assert match
    return match.end()


def indented_end(text: str, position: int, width: int) -> int:
    """Where the lines end that are indented more, without blank lines behind the last."""
    end = position
    while position < len(text):
        line_end = end_of_line(text, position)
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
        line_end = end_of_line(text, position)
        if not text[position:line_end].strip():
            break
        position = line_end
    return position
