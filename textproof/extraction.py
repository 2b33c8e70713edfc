"""What extractors of PDF and HTML do to text, one function a kind of damage.

Each takes the prose of a document and yields what it finds there, with the text that was meant
where that can be told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from textproof.lazy import compiled
from textproof.letters import reads_as_text


class Damage(NamedTuple):
    """A span of the prose that an extractor damaged, and what was meant, if that is known."""

    start: int
    end: int
    meant: str | None = None


SWAPPED = "ا[أإآا]ل"
"""What becomes of lam-alef, one glyph in most fonts, after an alef: لأ is read as أل."""

SURE = "أإ"
"""Between alef and lam at the beginning of a word only a swap puts these; others need company."""

ANCHORS = "的のe"
"""Characters that a column of Chinese, Japanese or Latin text hardly lacks."""

COLUMN = rf"\n[{ANCHORS}](?=[ \t]*\r?\n)"
"""A line that is nothing but one of them."""

FEWEST_LINES = 8
"""Lines of one character from which on it is no initials, grades or options."""

FEWEST_HYPHENS = 3
FEWEST_NOTES = 3
"""Places from which on it is the way of a document, and no slip of the hand."""

_SWAPPED = compiled(r"(?<!\w)([وف]?[بك]?)ا([أإآا])ل(\w[\w\u064b-\u065f\u0670]+)")

_LINES = "|".join(
    rf"(?:(?<=\n)|\A){char}(?:[ \t]*\r?\n(?:[ \t]*\r?\n)?{char}){{{FEWEST_LINES - 1},}}"
    r"(?=[ \t]*\r?(?:\n|\Z))"
    for char in (r"[^\W\d_\u2e80-\uffef]", "[\u2e80-\uffef]")
)
"""Lines of one letter each, or of one Han character or kana; an empty line may be between."""

HYPHEN = r"-(?= )(?<=[a-zß-ÿа-яα-ω]-) (?=[a-zß-ÿа-яα-ω])"
"""A hyphen and a space between two small letters."""

_LEFT = compiled(r"(?<![\w-])[^\W\d_]{2,}\Z")
_RIGHT = compiled(r"[^\W\d_]{2,}(?![\w-])")
_CONJUNCTIONS = frozenset(
    "and or to nor but und oder bzw sowie bis als och eller samt en of tot og ja tai sekä et ou à"
    " y e o u i a ali ili oraz lub nebo či és vagy ve veya și sau и или либо та або чи й και"
    " ή".split()
)
"""What follows a suspended hyphen: `Vor- und Nachteile`, `pre- and postwar`."""

_NOTE = compiled(r"(?<![\w.\-/@#])([^\W\d_]{2,})([.,;:!?”’\"»)]{0,2})(\d{1,2})(?=\s|\Z)")
NOTES = r"1(?<=[a-zß-ÿа-яα-ω][.,]1) (?=[^\W\d_])"
"""The number of the first footnote, behind a word and a mark, before another word."""

_ABBREVIATIONS = frozenset(
    "fig figs no nr nos vol vols art arts chap ch sec sect par pp eq eqs tab ref refs ver cap abs"
    " abb kap bd st pos pkt рис табл стр гл ст том".split()
)


def swapped_lam_alef(text: str) -> Iterator[Damage]:
    """Arabic words whose lam and alef changed places: `األولى` for `الأولى`.

    >>> [damage.meant for damage in swapped_lam_alef("في المرة األولى")]
    ['الأولى']
    """
    found = list(_SWAPPED.finditer(text))
    if len(found) < 2 and not any(match[2] in SURE for match in found):
        return
    for match in found:
        yield Damage(*match.span(), f"{match[1]}ال{match[2]}{match[3]}")


def columns_of_characters(text: str) -> Iterator[Damage]:
    """Text with one character in each line, as of a narrow or an upright column.

    >>> [damage.meant for damage in columns_of_characters("t\\nh\\ne\\nr\\ni\\nv\\ne\\nr\\n")]
    ['theriver']
    """
    for match in re.finditer(_LINES, text):
        letters = "".join(match[0].split())
        if any(char in ANCHORS for char in letters[1:-1]) and reads_as_text(letters):
            yield Damage(*match.span(), letters)


def joined_hyphens(text: str) -> Iterator[Damage]:
    """Words that were hyphenated at the end of a line which is no longer one: `exam- ple`.

    A suspended hyphen stands before a conjunction, a hyphen for a dash between words that the
    document has elsewhere. The whole word stands elsewhere, at least once in a document.
    """
    places = list(re.finditer(HYPHEN, text))
    if len(places) < FEWEST_HYPHENS:
        return
    parted = []
    for place in places:
        left = _LEFT.search(text, max(place.start() - 40, 0), place.start())
        right = _RIGHT.match(text, place.end())
        if left and right and right[0].islower() and right[0] not in _CONJUNCTIONS:
            parted.append((left, right))
    if len(parted) < FEWEST_HYPHENS:
        return
    words = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    found, known = [], 0
    for left, right in parted:
        meant = left[0] + right[0]
        whole = words[meant.lower()] > 0
        if whole or words[left[0].lower()] == words[right[0]] == 1:
            known += whole
            found.append(Damage(left.start(), right.end(), meant))
    if known and len(found) >= FEWEST_HYPHENS:
        yield from found


def glued_footnotes(text: str) -> Iterator[Damage]:
    """Numbers of footnotes that were raised and now end the words that they follow: `word.2 Next`.

    They are 1, 2, 3 in order, each behind another word, at least one behind a mark; and hardly
    another word of the document ends in a number.
    """
    places = [
        match
        for match in _NOTE.finditer(text)
        if match[1].lower() not in _ABBREVIATIONS and not match[1].isupper()
    ]
    notes: list[re.Match[str]] = []
    for place in places:
        if int(place[3]) == len(notes) + 1:
            notes.append(place)
    words = {note[1].lower() for note in notes}
    marks = sum(bool(note[2]) for note in notes)
    if len(notes) < FEWEST_NOTES or len(words) < len(notes) or 2 * marks < len(notes):
        return
    if len(notes) >= 0.8 * len(places) and all(note[1].islower() for note in notes if note[2]):
        for note in notes:
            yield Damage(*note.span(3))
