"""Where the lines of a text begin and end. They end in LF, CR LF or CR.

>>> starts = line_starts("a\\r\\nbc\\n")
>>> starts, line_span("a\\r\\nbc\\n", starts, 2)
([0, 3, 6], (3, 5))
"""

from __future__ import annotations

from itertools import accumulate

from textproof.lazy import compiled

_NEWLINE = compiled(r"\r\n|\r|\n")


def with_line_feeds(text: str) -> str:
    """A text, as long, whose lines end in LF where all of them end in CR alone, as on old systems.

    >>> with_line_feeds("a\\rb\\r"), with_line_feeds("a\\rb\\r\\n")
    ('a\\nb\\n', 'a\\rb\\r\\n')
    """
    return text.replace("\r", "\n") if "\n" not in text and "\r" in text else text


def line_starts(text: str) -> list[int]:
    """The offset of each line's first character."""
    if "\r" in text:
        return [0, *(match.end() for match in _NEWLINE.finditer(text))]
    lengths = (len(line) + 1 for line in text.split("\n")[:-1])
    return list(accumulate(lengths, initial=0))


def line_span(text: str, starts: list[int], line: int) -> tuple[int, int]:
    """The span of a line (1-based), without its line end."""
    start, *following = starts[line - 1 : line + 1]
    end = following[0] if following else len(text)
    while end > start and text[end - 1] in "\r\n":
        end -= 1
    return start, end
