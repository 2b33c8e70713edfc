"""What is no prose in Markdown: code, tags, comments and the targets of links, found in one pass.

A search for a pattern whose alternatives all begin with a literal skips the other characters in a
loop in C. So each begins with a line end, `` ` ``, `<` or `(`, and looks behind for the rest; a URL
is found by its colon, in what the first pass leaves.

>>> mask("see `a` at https://b.c").replace(MASK, "·")
'see ··· at ···········'
>>> mask_blocks("```\\n# A\\n```\\n# `B`").replace(MASK, "·")
'···\\n···\\n···\\n# `B`'
"""

from __future__ import annotations

import re

from textproof.lazy import compiled
from textproof.view import MASK

_ELEMENT = r"<(?P<{0}>(?i:script|style|pre|code|kbd|samp))(?=[\s/>])"
"""The beginning of an element whose text is no prose."""

_FENCE_END = r"[ \t>]*+(?P=marks)[`~]*+[ \t\r]*$"
_FENCE_LINE = (  # perhaps in a list or a quotation
    r"[ \t>]*+(?:(?:[-*+]|\d++[.)])[ \t]++)?(?P<marks>`{3,}+(?=[^`\n]*$)|~{3,}+)[^\n]*+"
)
_FENCE = (  # an unclosed one goes on to the end
    rf"{_FENCE_LINE}(?:\n(?>(?:(?!{_FENCE_END})[^\n]*+\n)*)(?:{_FENCE_END}|[^\n]*+\Z)|\Z)"
)
_BLOCK_ELEMENT = rf"[ ]{{0,3}}{_ELEMENT.format('block')}.*?(?:</(?i:(?P=block))\s*+>|\Z)"
_COMMENT = r"<!--.*?(?:-->|\Z)"
_DEFINITION = r"[ ]{0,3}\[(?!\^)[^\]\n]++\]:[ \t]*+\S++"

_LINE_END = r"\n(?![ \t\r]*+\n)"
"""One within a paragraph: behind a blank line, nothing of what it opened is still open."""

_SIMPLE_CODE = r"`(?<![`\\]`)[^`\n]++`(?!`)"
_CODE = (  # a run of backticks up to one as long
    rf"`(?<![`\\]`)(?P<more>`*+)(?>(?:[^`\n]++|{_LINE_END}|(?!`(?P=more)(?!`))`++)+)`(?P=more)"
)
_INLINE_ELEMENT = (
    rf"{_ELEMENT.format('raw')}[^<]*+(?>(?:<(?!/?(?i:(?P=raw))[\s/>])[^<]*+)*)</(?i:(?P=raw))\s*+>"
)
_TAG = rf"</?[A-Za-z](?>[^<>\n]*+(?:{_LINE_END}[^<>\n]*+)*)>"
_TARGET = r"\((?<=\]\()(?>[^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*)(?=[\s)])"

_BLOCKS = compiled(
    rf"(\n(?=[ \t>\-*+\d`~<])(?:{_FENCE}|{_BLOCK_ELEMENT}|[ ]{{0,3}}{_COMMENT}))",
    re.MULTILINE | re.DOTALL,
)
_OTHER_BLOCK = compiled("<(?:!--|(?i:script|style|pre|code|kbd|samp))")
_FENCE_AT = compiled(_FENCE_LINE, re.MULTILINE)
_NOT_PROSE = compiled(
    rf"(\n(?=[ \t>\-*+\d`~<\[])(?:{_FENCE}|{_BLOCK_ELEMENT}|{_DEFINITION})"
    rf"|{_SIMPLE_CODE}|{_CODE}|{_COMMENT}|{_INLINE_ELEMENT}|{_TAG}|{_TARGET})",
    re.MULTILINE | re.DOTALL,
)
_SCHEMES = ("https", "http", "ftp", "file", "mailto")
_URL = compiled(
    rf":(?i:{'|'.join(f'(?<=(?<![a-z]){scheme}:)()' for scheme in _SCHEMES)})"
    rf"(?:(?<=[oO]:)|//)[^\s<>\"'`)\]}}，。；、）》」』】{MASK}]++"
)
_LINE_CONTENT = compiled(r"[^\r\n]+")


def mask(text: str) -> str:
    """A text with code, tags, comments, targets and URLs masked one for one, line ends kept."""
    return _without_urls(_masked(_NOT_PROSE, text))


def mask_blocks(text: str) -> str:
    """A text with its blocks of code and comments masked: what headings are looked for in."""
    if "~~~" in text or ("<" in text and _OTHER_BLOCK.search(text)):
        return _masked(_BLOCKS, text)
    return _without_fences(text)


def _without_fences(text: str) -> str:
    """A text with its fences of backticks masked, found by these."""
    pieces: list[str] = []
    end, at = 0, text.find("```")
    while at >= 0:
        start = text.rfind("\n", 0, at) + 1
        fence = _FENCE_AT.match(text, max(start, end))
        if fence:
            at = _end_of_fence(text, fence.end(), fence["marks"])
            pieces += (text[end : fence.start()], _mask_lines(text[fence.start() : at]))
            end = at
        else:
            at = text.find("\n", at)
        at = text.find("```", at) if at >= 0 else -1
    return "".join((*pieces, text[end:])) if pieces else text


def _end_of_fence(text: str, position: int, marks: str) -> int:
    """The end of the line that closes a fence, which is found by its marks; or of the text."""
    at = text.find(marks, position)
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = end if end >= 0 else len(text)
        behind = text[at + len(marks) : end].lstrip("`~")
        if not text[start:at].strip(" \t>") and not behind.strip(" \t\r"):
            return end
        at = text.find(marks, end)
    return len(text)


def _masked(pattern: re.Pattern[str], text: str) -> str:
    """A text with the matches of a pattern masked, whose first group is all of a match."""
    pieces = pattern.split("\n" + text)  # so that the first line begins behind a line end too
    if len(pieces) == 1:
        return text
    step = pattern.groups + 1
    merged = [""] * (2 * (len(pieces) // step) + 1)
    merged[::2] = pieces[::step]
    merged[1::2] = [
        MASK * len(piece) if "\n" not in piece and "\r" not in piece else _mask_lines(piece)
        for piece in pieces[1::step]
    ]
    return "".join(merged)[1:]


def _mask_lines(piece: str) -> str:
    if "\r" in piece:
        return _LINE_CONTENT.sub(lambda line: MASK * len(line[0]), piece)
    return "\n".join([MASK * len(line) for line in piece.split("\n")])


def _without_urls(text: str) -> str:
    """A text with its URLs masked. None of them holds what the first pass looks for."""
    kept: list[str] = []
    end = 0
    for match in _URL.finditer(text):
        assert match.lastindex
        start = match.start() - len(_SCHEMES[match.lastindex - 1])
        kept += (text[end:start], MASK * (match.end() - start))
        end = match.end()
    return "".join((*kept, text[end:])) if kept else text
