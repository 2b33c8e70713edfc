"""Regular expressions that are compiled when they are first used.

A rule's module is imported for every document that shows a sign of its defect. Most go no further,
and to compile its patterns would take more time than the documents do.

>>> WORD = compiled(r"[a-z]+")
>>> WORD.findall("one two"), WORD.pattern
(['one', 'two'], '[a-z]+')
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, Generic, cast


class _Pattern(Generic[AnyStr]):
    """Stands for a pattern: what is asked of it is the pattern's own, and kept."""

    def __init__(self, expression: AnyStr, flags: re.RegexFlag) -> None:
        self._arguments: tuple[AnyStr, re.RegexFlag] = (expression, flags)

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(*self._arguments), name)
        setattr(self, name, value)
        return value


def compiled(expression: AnyStr, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[AnyStr]:
    """A pattern that is compiled when it is first used. It is for one's own use: `re.sub` and the
    like take no stand-in."""
    return cast("re.Pattern[AnyStr]", _Pattern(expression, flags))
