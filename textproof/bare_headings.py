"""Whether a text may have a heading with nothing under it: asked of every document, by its lines.

>>> may_have_bare_heading("# A\\n\\nText.\\n\\n# B\\n\\n# C\\n", "markdown")
True
>>> may_have_bare_heading("# A\\n\\nText.\\n\\n---\\n\\n## B\\n\\nText.\\n", "markdown")
False
"""

from __future__ import annotations

import re
from functools import cache

from textproof.lazy import compiled

_UNDERLINED = r"\S[^\n]*+\n[ \t]*+(?:=+|-+|~+|\^+)[ \t]*+(?:\r?\n|\Z)"
_NOTHING = rf"[ \t]*+\r?\n\s*+(?:#{{1,6}}\s|{_UNDERLINED}|\Z)"
"""From the end of a heading to the next one, or to the end of the text, where only space is."""

_MARKED = (
    r"#(?:(?<![^\n]#)|(?<=\n #)|(?<=\n  #)|(?<=\n   #)|(?<=\A[ \ufeff]#))(#{0,5})[ \t][^\n]*+\n\s*+"
    rf"(?:(?!#\1#)#{{1,6}}\s|{_UNDERLINED}|\Z)"
)
"""A heading with marks and nothing between it and the end, or a heading that is not deeper."""


def _underline(mark: str, second: str) -> str:
    """A heading's underline at the start of a line, under a line that is not empty."""
    starts = "|".join(rf"(?<=[^\n]\n{indent}{mark})" for indent in ("", " ", "  ", "   "))
    return rf"{mark}(?={second})(?<!{mark}{mark})(?:{starts}){mark}*+{_NOTHING}"


_EQUALS, _HYPHENS = _underline("=", r"=|\s"), _underline("-", "-")

_IN_PLAIN_TEXT = (  # where a line of marks is nothing either
    r"\n[ \t]*+(?:===+|---+|~~~+|\^\^\^+)[ \t]*+\r?\n[\W_]*+"
    r"(?:[^\n]++\n[ \t]*+(?:===+|---+|~~~+|\^\^\^+)[ \t]*+(?:\r?\n|\Z)|\Z)"
)


def may_have_bare_heading(text: str, format: str) -> bool:
    """Whether a document of a format may have a heading over nothing, or one in HTML."""
    if format in ("html", "xml") and _search("<[hH][1-6]", text):
        return True
    if format == "html":
        return False
    if _search(_MARKED, text) or _search(_EQUALS, text):
        return True
    if any(_is_underline(text, match.start()) for match in _pattern(_HYPHENS).finditer(text)):
        return True
    return format != "markdown" and _search(_IN_PLAIN_TEXT, text)


def _is_underline(text: str, position: int) -> bool:
    """Whether hyphens stand under a line that is a paragraph of its own: a rule does not, and the
    end of front matter seldom."""
    line_end = text.rfind("\n", 0, position)
    start = text.rfind("\n", 0, max(line_end, 0)) + 1
    line = text[start : max(line_end, 0)]
    if not line.strip() or (start and line[0] in " \t#>*+=|-"):
        return False
    above = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : start]
    return not above.strip()


def _search(expression: str, text: str) -> bool:
    return _pattern(expression).search(text) is not None


@cache
def _pattern(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


_HEADINGS = {
    "markdown": compiled(r"#(?<![^\n]#)[^\n]*"),
    "rst": compiled(
        r"(?<=\n)[^\s=~^\"'*+#.`:-][^\n]*\n(?=(?:={3}|-{3}|~{3}|\^{3}|\"{3}|'{3}|\*{3}|\+{3}|#{3}))"
    ),
    "html": compiled(r"<[hH][1-6](?=[\s>])[^<>]*>\s*([^<\s][^<]*)"),
}
"""What a heading is in each format, as far as it can be told for little."""


def has_repeated_heading(text: str, format: str = "markdown") -> bool:
    """Whether two headings seem to say the same: asked before headings are looked for, which costs
    much more.

    >>> has_repeated_heading("# A\\n\\n## B\\n\\n## B\\n")
    True
    >>> has_repeated_heading("<h2>A</h2><h2>B</h2>", "html")
    False
    """
    if format not in _HEADINGS:
        return False
    found = _HEADINGS[format].finditer(text)
    headings = [match[1 if format == "html" else 0].rstrip("# \t\r\n") for match in found]
    return len(set(headings)) < len(headings)
