"""Metadata fields that lost what was between them: `2022-09-17 11:45:40來源: 統戰新語`.

What it finds
    A second label on a line of labelled fields with no space, bar or mark before it, where the
    value of one of the two is a date. Behind a date it is an error. Before one it is a warning, and
    only for labels that say what kind of date it is: `成文日期` is a label of its own, not `日期`.

Why it matters
    An extraction dropped the tags between the fields. Whoever reads the date reads the source into
    it, or fails.

Example
    `發布時間: 2022-09-17來源: 新華網` was `發布時間: 2022-09-17 來源: 新華網`.

Repair
    A space before the second label; unsafe, because a line break may have been there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from textproof.dates import read_date
from textproof.document import Document
from textproof.finding import Defect, Repair, Severity
from textproof.glosses import ANCHOR
from textproof.labels import BUILT_IN, find_labelled
from textproof.language import same_character
from textproof.lazy import compiled
from textproof.rule import Options, fact, pattern, rule

_LABELS = {label for labels in BUILT_IN.values() for label in labels}
_CJK = "\u1100"
"""The first character of the scripts that need no space between words."""


_GLOSS = compiled(ANCHOR)


def _either_case(chars: Iterable[str]) -> str:
    """A character class, without its brackets, of characters in either case and variant."""
    forms = {form for char in chars for form in same_character(char)}
    return re.escape("".join(sorted({c for form in forms for c in form.lower() + form.upper()})))


_FIRST = _either_case(label[0] for label in _LABELS)
_LAST = _either_case(label[-1] for label in _LABELS)
_LAST_OF_DATE = _either_case(label[-1] for label in BUILT_IN["date"] if label[0] > _CJK)


def _at_a_date(colon: str) -> str:
    """A pattern for the colon behind what may be a label that stands right behind a date, or that
    a date follows."""
    widths = sorted({len(label) - 1 for label in _LABELS if len(label) > 1})
    labels = "|".join(rf"(?<=[\dZCT日號号일秒][{_FIRST}].{{{width}}}{colon})" for width in widths)
    follows = rf"(?<=[{_LAST_OF_DATE}]{colon})[ \t\xa0\u3000]*+(?:\d|\w+[ .])"
    return rf"{colon}(?<=[{_LAST}]{colon})(?:{labels}|{follows})"


_AT_A_DATE = {c: _at_a_date(c) for c in (":", "：", " :", "\u00a0:", "\u202f:")}  # as French has it

_NUMBERS = compiled(r"\d{1,2}([./-])\d{1,2}\1(?:19|20)\d{2}")
"""A date of which day and month cannot be told apart."""

_QUALIFIED = compiled(
    "(?:首次|最[後后近初新]|上次|文章|[信消][息]|新[聞闻]|稿件|[網网]站|本文|原文|公告|[內内]容)\\Z"
)
"""What makes a longer label of `發布時間`: first, last, of the article, …"""


@rule(
    "run-together",
    severity=Severity.ERROR,
    needs=(
        *map(pattern, _AT_A_DATE.values()),
        pattern(ANCHOR),
        fact("contract"),
    ),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    if not _is_suspect(document):
        return
    view = document.without_glosses
    for first, second in zip(document.labelled, document.labelled[1:], strict=False):
        behind = view.text[second.label_end : second.label_end + 2].lstrip(" \xa0\u202f")
        if not second.glued or behind[:1] not in (":", "："):
            continue
        value = view.text[first.start : first.end]
        after_date = _is_date(value)
        if not after_date and not (
            _is_date(view.text[second.start : second.end])
            and _parts_from(value, view.text[second.label_start : second.label_end])
        ):
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


def _is_suspect(document: Document) -> bool:
    """Whether a label is glued in the text as it is: asked first, since making its prose costs
    more. Entities and glosses hide labels, a contract has labels of its own."""
    return (
        document.indirect
        or document.contract is not None
        or bool(_GLOSS.search(document.text))
        or any(field.glued for field in find_labelled(_suspect_lines(document.text), BUILT_IN))
    )


def _suspect_lines(text: str) -> str:
    """The lines that may hold a label at a date."""
    expressions = (expression for colon, expression in _AT_A_DATE.items() if colon in text)
    ends = sorted(m.end() for expression in expressions for m in re.finditer(expression, text))
    return "\n".join(_line_around(text, end) for end in ends)


def _line_around(text: str, position: int) -> str:
    end = text.find("\n", position)
    return text[text.rfind("\n", 0, position) + 1 : end if end >= 0 else len(text)]


def _parts_from(value: str, label: str) -> bool:
    """Whether a label is one of its own, and not the end of a longer one that stands behind a
    value: `國務院 成文日期`."""
    if label[0] < _CJK:
        return False
    known = len(label) > 2 and label[-2:] not in ("日期", "時間", "时间")
    qualified = _QUALIFIED.search(value)
    return (known or len(label) > 3) and not qualified and not re.search(r"\s", value)


def _is_date(value: str) -> bool:
    try:
        return read_date(value) is not None or bool(_NUMBERS.fullmatch(value))
    except ValueError:
        return True
