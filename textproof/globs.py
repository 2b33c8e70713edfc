"""Path patterns of the configuration: `*`, `?`, `**` for any folders, `{a,b}` for alternatives.

>>> bool(glob("news/**/*.{txt,md}").fullmatch("news/2022/09/a.md"))
True
>>> bool(glob("*.txt").fullmatch("seeds/a.txt"))
False
"""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=256)
def glob(pattern: str) -> re.Pattern[str]:
    """A compiled pattern for paths with `/`, relative to the configuration's folder."""
    tokens = re.findall(r"\*\*/|\*\*|\*|\?|\{[^{}]*\}|[^*?{]+|\{", pattern)
    return re.compile("".join(map(_translated, tokens)))


def _translated(token: str) -> str:
    known = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    if token in known:
        return known[token]
    if token.startswith("{") and token.endswith("}"):
        return f"(?:{'|'.join(map(re.escape, token[1:-1].split(',')))})"
    return re.escape(token)
