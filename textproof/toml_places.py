"""Where a key stands in a TOML file: `tomllib` reads values and tells no lines.

A file's first lines are a TOML file too, wherever a statement ends. So the line of a key is the
first one without which it is not there, and that is found by halving. It is asked only when
something is wrong with the key.

>>> line_of("a = 1\\n[b]\\nc = [\\n  1,\\n]\\nd = 2\\n", ("b", "c")), line_of("a = 1", ("z",))
(3, 1)
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left

from textproof.lazy import compiled

Keys = tuple[str | int, ...]
"""The way to a value: keys of tables, and places in arrays."""

_STATEMENT = compiled(
    r"""^[ \t]*(?:\[|(?:[\w-]|"[^"\n]*"|'[^'\n]*')(?:[\w.\- \t]|"[^"\n]*"|'[^'\n]*')*=)""",
    re.MULTILINE,
)
"""What may begin a statement: a table's header, or a key. (It may stand in a string of several
lines too: then what ends before it is no TOML file.)"""


def line_of(toml: str, keys: Keys) -> int:
    """The line (from 1) that a value is given in, or the nearest table around it."""
    starts = [match.start() for match in _STATEMENT.finditer(toml)]
    while keys:
        index = bisect_left(
            range(len(starts)), True, key=lambda index: _gives(toml, starts, index, keys)
        )
        if index < len(starts):
            return toml.count("\n", 0, starts[index]) + 1
        keys = keys[:-1]
    return 1


def _gives(toml: str, starts: list[int], index: int, keys: Keys) -> bool:
    """Whether a value is given up to the end of a statement, or of the one that it stands in."""
    for end in (*starts[index + 1 :], len(toml)):
        try:
            value: object = tomllib.loads(toml[:end])
        except tomllib.TOMLDecodeError:
            continue
        return _holds(value, keys)
    return False


def _holds(value: object, keys: Keys) -> bool:
    for key in keys:
        if isinstance(value, list) and isinstance(key, int):
            value = dict(enumerate(value))
        if not isinstance(value, dict) or key not in value:
            return False
        value = value[key]
    return True
