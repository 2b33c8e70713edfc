"""Metadata fields that lost what was between them: `2022-09-17 11:45:40來源: 統戰新語`.

What it finds
    A second label on a line of labelled fields with no space, bar or mark before it, where the value
    of one of the two is a date. Behind a date it is an error; before one a warning, since a longer
    label may end in a known one.

Why it matters
    An extraction dropped the tags between the fields. Whoever reads the date reads the source into
    it, or fails.

Example
    `發布時間: 2022-09-17來源: 新華網` was `發布時間: 2022-09-17 來源: 新華網`.

Repair
    A space before the second label; unsafe, because a line break may have been there.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.dates import read_date
from textproof.document import Document
from textproof.finding import Defect, Repair, Severity
from textproof.glosses import ANCHOR
from textproof.labels import BUILT_IN, SEPARATORS
from textproof.rule import Options, fact, pattern, rule

_LABELS = sorted({label for labels in BUILT_IN.values() for label in labels})
_ENDS = "".join(sorted({label[-1] for label in _LABELS}))
_BEHIND_A_DATE = "|".join(rf"(?<=[\dZCT日號号秒일초]{label}[:：])" for label in _LABELS)
_BEFORE_A_DATE = "|".join(
    rf"(?<=[^\s{SEPARATORS}]{label}[:：])" for label in BUILT_IN["date"] if not label.isascii()
)


@rule(
    "run-together",
    severity=Severity.ERROR,
    needs=(
        pattern(rf":(?<=[{_ENDS}]:)(?:{_BEHIND_A_DATE}|(?:{_BEFORE_A_DATE})\s*\d)"),
        pattern(rf"：(?<=[{_ENDS}]：)(?:{_BEHIND_A_DATE}|(?:{_BEFORE_A_DATE})\s*\d)"),
        pattern(ANCHOR),
        fact("contract"),
    ),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    view = document.without_glosses
    for first, second in zip(document.labelled, document.labelled[1:], strict=False):
        if not second.glued or view.text[second.label_end] not in ":：":
            continue
        after_date = _is_date(view.text[first.start : first.end])
        if not after_date and not _is_date(view.text[second.start : second.end]):
            continue
        start, end = view.source_span(second.label_start, second.label_end)
        yield Defect(
            start,
            end,
            f"field “{second.name}” runs into “{first.name}”: nothing stands between them",
            repair=Repair(" " + document.text[start:end]),
            severity=None if after_date else Severity.WARNING,
            confidence=1.0 if after_date else 0.8,
            detail={"fields": [first.name, second.name]},
        )


def _is_date(value: str) -> bool:
    try:
        return read_date(value) is not None
    except ValueError:
        return True
