"""Simplified characters in a Traditional document, and the other way round.

What it finds
    A character that only the other variant of written Chinese has, in a line that is otherwise
    written in the document's own variant; in a short one, in words that are. The document's variant
    is decided first, by the characters that only one variant has.

    Three such characters with none of the document's own between them are a passage that was quoted
    or pasted: one info. What is in quotation marks or brackets and of the other variant as a whole
    (a title, a name), and a line of it, is none. A line with kana is Japanese. A document of both
    variants has none of its own; Japanese and Korean documents are never judged. In a text that
    speaks of the variants it is an info.

Why it matters
    A converter that knows too few characters, or text pasted from two sources, leaves a residue
    that search and fonts stumble over.

Example
    `并在浙江省開展試點工作` in a Traditional document should be `並在浙江省開展試點工作`.

Repair
    The document's own form of the character; safe where there is one only, and the document writes
    the same word with it elsewhere; otherwise unsafe.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from itertools import groupby

from textproof.document import Document
from textproof.finding import Defect, Repair, Safety, Severity
from textproof.language import (
    HAN,
    counterparts,
    han_count,
    same_character,
    variant_characters,
    variant_of,
    variants,
)
from textproof.lazy import compiled
from textproof.rule import Options, characters, rule
from textproof.topics import speaks_of_variants

_NAMES = {"zh-Hans": "Simplified", "zh-Hant": "Traditional"}
_OTHER = {"zh-Hans": "zh-Hant", "zh-Hant": "zh-Hans"}
_LINE = compiled(r"[^\r\n]*")
_HAN_RUN = compiled(f"[{HAN}]+")
_WORDS = compiled(r"[\w %.-]+")
_KANA = compiled("[\u3041-\u3096\u30a1-\u30fa]")
_QUOTED = compiled(
    "「[^「」]*+」|『[^『』]*+』|“[^“”]*+”|‘[^‘’]*+’|《[^《》]*+》|〈[^〈〉]*+〉"
    r"|（[^（）]*+）|\([^()]*+\)|【[^【】]*+】|\[[^\[\]]*+\]|\"[^\"]*+\""
)

OWN_IN_LINE, FEW_IN_LINE = 3, 2
"""Characters of the document's own variant in a line, for each one of the other, from which on the
line is no quotation; and that are enough where it has none of the others in both variants."""

QUOTED_RUN = 3
"""Characters of the other variant with none of the own between them that make a quotation."""


@rule(
    "han-variant",
    severity=Severity.WARNING,
    needs=tuple(characters(variant_characters()[_OTHER[own]], language=own) for own in _OTHER),
    yields_to=("byte-shift",),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    own = variant_of(document.language)
    if own is None:
        return
    if not document.indirect and not any(_suspects(document.text, own)):
        return
    view = document.without_glosses
    severity = Severity.INFO if speaks_of_variants(view.text) else None
    for start, end in _suspects(view.text, own):
        if end - start > 1:
            yield _passage(view.source_span(start, end), own)
        else:
            yield _defect(document, start, own, severity)


def _suspects(text: str, own: str) -> Iterator[tuple[int, int]]:
    """The characters of the other variant that no quotation explains, and unmarked passages of it.

    Asked of the text first, since making its prose costs more.
    """
    foreign, native = variants()[_OTHER[own]], variants()[own]
    match = foreign.search(text)
    while match:
        start, end = _line_around(text, match.start())
        line = _without_quotations(text[start:end], native)
        found = [m.start() for m in foreign.finditer(line)]
        natives = [m.start() for m in native.finditer(line)]
        if _is_own(line, found, native) and not _KANA.search(line):
            yield from ((start + a, start + b) for a, b in _spans(found, natives))
        match = foreign.search(text, end)


def _is_own(line: str, found: list[int], native: re.Pattern[str]) -> bool:
    """Whether a line is in the document's own variant but for some characters. With few of its own
    it is none where it has one of the others in both variants: `日本語 / 日语`."""
    natives = native.findall(line)
    if len(natives) >= OWN_IN_LINE * len(found) or _in_own_words(line, found, native):
        return True
    same = {form for place in found for form in same_character(line[place])}
    return len(natives) >= FEW_IN_LINE * len(found) and same.isdisjoint(natives)


def _in_own_words(line: str, found: list[int], native: re.Pattern[str]) -> bool:
    """Whether the one character of the other variant has one of the own in the same run of Han, or
    of words with no mark between them, which is not the same character."""
    if len(found) != 1:
        return False
    (place,) = found
    word, words = (_around(place, runs.finditer(line)) for runs in (_HAN_RUN, _WORDS))
    same = same_character(line[place])
    return bool(native.search(word)) or any(own not in same for own in native.findall(words))


def _around(place: int, runs: Iterator[re.Match[str]]) -> str:
    """The run that a place is in."""
    return next((run[0] for run in runs if run.start() <= place < run.end()), "")


def _line_around(text: str, position: int) -> tuple[int, int]:
    start = max(text.rfind("\n", 0, position), text.rfind("\r", 0, position)) + 1
    match = _LINE.match(text, start)
    return (start, match.end()) if match else (start, start)


def _without_quotations(line: str, native: re.Pattern[str]) -> str:
    """A line with what is quoted and of the other variant as a whole blanked out."""
    return _QUOTED.sub(lambda m: m[0] if native.search(m[0]) else " " * len(m[0]), line)


def _spans(found: list[int], natives: list[int]) -> Iterator[tuple[int, int]]:
    """The characters of the other variant one by one, and a run of them as a whole."""
    for _, run in groupby(found, key=lambda place: bisect(natives, place)):
        places = list(run)
        if len(places) < QUOTED_RUN:
            yield from ((place, place + 1) for place in places)
        else:
            yield places[0], places[-1] + 1


def _passage(span: tuple[int, int], own: str) -> Defect:
    message = f"{_NAMES[_OTHER[own]]} passage in a {_NAMES[own]} document: quoted, or pasted"
    return Defect(*span, message, severity=Severity.INFO, confidence=0.6)


def _defect(document: Document, offset: int, own: str, severity: Severity | None) -> Defect:
    view = document.without_glosses
    char = view.text[offset]
    forms = _forms(char, own, view.text)
    said = " or ".join(forms)
    proved = severity is None and len(forms) == 1 and _is_known(view.text, offset, forms[0])
    return Defect(
        *view.source_span(offset, offset + 1),
        f"{_NAMES[_OTHER[own]]} character {char} (U+{ord(char):04X}) in a {_NAMES[own]} document"
        + (f"; there it is {said}" if said else ""),
        repair=Repair(forms[0], Safety.SAFE if proved else Safety.UNSAFE) if forms else None,
        severity=severity,
        confidence=0.9,
        detail={"candidates": list(forms)},
    )


def _is_known(text: str, offset: int, form: str) -> bool:
    """Whether the text has, with another form at a place, the same word somewhere else."""
    before, after = text[max(offset - 2, 0) : offset], text[offset + 1 : offset + 3]
    words = (before + form, before[-1:] + form + after[:1], form + after)
    return any(len(word) == han_count(word) == 3 and word in text for word in words)


def _forms(char: str, own: str, text: str) -> list[str]:
    """What a character is in the document's variant: the forms that it uses, then the likeliest.

    The table knows one standard form, such as 爲 for 为; Taiwan and Hong Kong write 為.
    """
    known = counterparts().get(char, "")
    regional = [c for c in same_character(char) if c not in known and variants()[own].match(c)]
    return sorted([*known, *regional], key=lambda form: form not in text)
