"""What the benchmarks share that write a page: its tables, its lines, its parts."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

WIDTH = 100

NONE = "–"
"""What stands in a table where there is nothing to say."""


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; the first column and others of words stand to the left, numbers to the
    right."""
    cells = [[_cell(cell) for cell in row] for row in (columns, *rows)]
    aligned: list[list[str]] = []
    for column in zip(*cells, strict=True):
        width = max(map(len, column))
        words = not aligned or any(cell[:1].isalpha() or cell[:1] == "`" for cell in column[1:])
        head, *body = (cell.ljust(width) if words else cell.rjust(width) for cell in column)
        aligned.append([head, "-" * width if words else "-" * (width - 1) + ":", *body])
    return "\n".join(f"| {' | '.join(row)} |" for row in zip(*aligned, strict=True))


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


def counted(counts: Iterable[tuple[str, int]]) -> str:
    """Some names with their counts, as a part of a sentence."""
    return ", ".join(f"{name} {count}" for name, count in counts) or "none"


def wrapped(text: str) -> str:
    """A paragraph in lines of a page's width; a table or a block of code as it is."""
    if text.startswith(("|", "```")):
        return text
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def refreshed(content: str, texts: Mapping[str, str]) -> str:
    """A page with texts put into it, each between its comments.

    >>> refreshed("<!-- a -->\\n\\nold\\n\\n<!-- end of a -->\\n", {"a": "new"})
    '<!-- a -->\\n\\nnew\\n\\n<!-- end of a -->\\n'
    """
    for name, text in texts.items():
        first, last = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
        before, found, rest = content.partition(first)
        _, ended, after = rest.partition(last)
        if not (found and ended):
            raise ValueError(f"the page has no {first.strip()} … {last}")
        content = f"{before}{first}\n{text}\n\n{last}{after}"
    return content


def refresh(page: Path, texts: Mapping[str, str]) -> None:
    """Put texts into a page, each between its comments."""
    content = refreshed(page.read_text(encoding="utf-8"), texts)
    page.write_text(content, encoding="utf-8", newline="\n")
