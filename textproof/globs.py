"""Path patterns of the configuration: `*`, `?`, `**` for any folders, `{a,b}` for alternatives; a
folder with a slash at its end stands for all in it.

>>> bool(glob("news/**/*.{txt,md}").fullmatch("news/2022/09/a.md"))
True
>>> bool(glob("*.txt").fullmatch("seeds/a.txt"))
False
"""

from __future__ import annotations

import re
from functools import lru_cache

from textproof.lazy import compiled

_TOKEN = compiled(r"\*\*/|\*\*|\*|\?|\{[^{}]*\}|[^*?{]+|\{")
_WILDCARDS = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


@lru_cache(maxsize=256)
def glob(pattern: str) -> re.Pattern[str]:
    """A compiled pattern for paths with `/`, relative to the configuration's folder."""
    pattern = pattern.removeprefix("./")
    return re.compile(_translated(pattern + "**" * pattern.endswith("/")), re.DOTALL)


def _translated(pattern: str) -> str:
    """A pattern as a regular expression."""
    return "".join(map(_token, _TOKEN.findall(pattern)))


def _token(token: str) -> str:
    if token in _WILDCARDS:
        return _WILDCARDS[token]
    if token.startswith("{") and token.endswith("}"):
        return f"(?:{'|'.join(map(_translated, token[1:-1].split(',')))})"
    return re.escape(token)
