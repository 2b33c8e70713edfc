"""Findings that the author of a document has looked at and means: `textproof: ignore[rule] reason`.

In a comment at the end of a line it holds for that line; in a line of its own for the next line;
`ignore-file` for the whole document. Without a list of rules it holds for all of them.

>>> mark = find_marks("<!-- textproof: ignore[wrong-decode] an example -->\\nÃ©\\n")[0]
>>> mark.rules, mark.line, mark.alone, mark.reason
(frozenset({'wrong-decode'}), 1, True, 'an example')
"""

from __future__ import annotations

import re
from collections import defaultdict
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

    def names(self, finding: Finding) -> bool:
        """Whether the comment is about a finding's rule, or about all of them."""
        return not self.rules or not self.rules.isdisjoint((finding.rule, finding.validator))


WHOLE_FILE = 0
"""The line that stands for all of them."""


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


def unsuppressed(findings: list[Finding], text: str) -> list[Finding]:
    """The findings that no comment in the text suppresses. A rule that crashed fails the run
    whatever the document says."""
    by_line: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in find_marks(text):
        by_line[WHOLE_FILE if mark.whole_file else mark.line + mark.alone].append(mark)
    if not by_line:
        return findings
    everywhere = by_line[WHOLE_FILE]
    return [
        finding
        for finding in findings
        if finding.detail.get("crashed")
        or not any(mark.names(finding) for mark in [*everywhere, *by_line.get(finding.line, ())])
    ]
