"""Findings that the author of a document has looked at and means: `textproof: ignore[rule] reason`.

In a comment at the end of a line it holds for that line; in a line of its own for the next line;
`ignore-file` for the whole document. Without a list of rules it holds for all of them.

>>> mark = find_marks("<!-- textproof: ignore[wrong-decode] an example -->\\nÃ©\\n")[0]
>>> mark.rules, mark.line, mark.alone, mark.reason
(frozenset({'wrong-decode'}), 1, True, 'an example')
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from textproof.finding import Finding

_MARK = re.compile(
    r"^(?P<before>.*?)(?:<!--|\.\.|#|//|%|;)[ \t]*textproof:[ \t]*(?P<kind>ignore(?:-file)?)\b"
    r"(?:\[(?P<rules>[\w\-, ]*)\])?[ \t]*(?P<reason>.*?)[ \t]*(?:-->[ \t]*)?$"
)


class Mark(NamedTuple):
    """A comment that suppresses findings. ``line`` is 1-based."""

    rules: frozenset[str]
    line: int
    alone: bool
    whole_file: bool
    reason: str

    def covers(self, finding: Finding) -> bool:
        """Whether the comment suppresses a finding."""
        if self.rules and self.rules.isdisjoint((finding.rule, finding.validator)):
            return False
        return self.whole_file or finding.line == self.line + self.alone


def find_marks(text: str) -> list[Mark]:
    """The comments of a document that suppress findings."""
    if "textproof:" not in text:
        return []
    marks = []
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        match = _MARK.match(line) if "textproof:" in line else None
        if match:
            rules = frozenset(name.strip() for name in (match["rules"] or "").split(",")) - {""}
            alone = not match["before"].strip()
            marks.append(
                Mark(rules, number, alone, match["kind"] == "ignore-file", match["reason"])
            )
    return marks


def unsuppressed(findings: Iterable[Finding], text: str) -> list[Finding]:
    """The findings that no comment in the text suppresses."""
    marks = find_marks(text)
    return [f for f in findings if not any(mark.covers(f) for mark in marks)]
