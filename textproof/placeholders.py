"""Values that a program or an author left in place of metadata: `{{ title }}`, `undefined`, `TODO`.

>>> placeholder_in("undefined | Example News"), placeholder_in("The undefined variable")
('undefined', None)
"""

from __future__ import annotations

import re

from textproof.lazy import compiled

_PART = r"(?:\A|(?<=\s[|·•–—:»/-]\s)|(?<=:\s))"
_END = r"(?=\Z|\s[|·•–—:»/-]\s)"
_UNFILLED = compiled(
    r"\{\{-?\s*[\w.$ |'\"-]{1,60}?-?\}\}"
    r"|\{%-?\s*[\w.$ |'\"=-]{1,60}?-?%\}"
    r"|<%=?\s*[\w.$ ]{1,60}?%>"
    r"|\$\{[A-Za-z_][\w.]{0,40}\}"
    r"|\[object [A-Z]\w+\]"
)
"""What stands for a value wherever it stands in one."""

_WHOLE = compiled(
    rf"{_PART}(?:"
    r"\{[A-Za-z_][\w.]{0,40}\}"  # {title}
    r"|%(?:s|d|\([a-z_]+\)s)"
    r"|undefined|null|NaN|\(null\)|\(undefined\)"
    r"|TODO|TBD|FIXME|TODO: ?[^\W\d_].{0,60}"
    r"|TODO (?:add|change|describe|fill|find|insert|replace|set|summary|title|update|write|your)\b"
    r".{0,60}"
    r"|[Uu]ntitled(?: [Dd]ocument| [Pp]age| [Pp]ost)?"
    r"|%[A-Za-z_]{3,30}%"
    r"|%-?[A-Za-z](?:[-/.:, T]*%-?[A-Za-z]){2,6}(?:Z|[+-]\d\d:?\d\d)?"  # a form of strftime
    r"|(?:[Yy]{4}|[Jj]{4}|[Aa]{4}|[DdTtJj]{2})([-/.])(?:[Mm]{2})\1(?:[Yy]{4}|[Jj]{4}|[Aa]{4}|[DdTtJj]{2})"
    rf"){_END}"
)
"""What stands for a value where it is all of it, or a part of a title between its marks."""

_LOREM = compiled(r"\blorem ipsum", re.IGNORECASE)

BY_HAND = frozenset("TODO TBD FIXME Untitled untitled".split())
"""Words that an author may mean: a list of things to do is called so."""


def placeholder_in(value: str) -> str | None:
    """The placeholder that a value is or holds."""
    for expression in (_UNFILLED, _WHOLE, _LOREM):
        match = expression.search(value)
        if match:
            return match[0]
    return None
