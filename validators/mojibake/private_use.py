"""Private-use characters, which mean something in one font or program only.

What it finds
    Characters of the private use areas, U+E000 to U+F8FF and planes 15 and 16. Where it is known
    what one means, the finding says so: characters of Symbol and Wingdings that Word keeps at
    U+F0xx, characters of GBK and of Hong Kong's Big5 that got a code point later, figures and
    small capitals of Adobe's fonts, the Apple logo. The same characters are one finding with all
    its places; the unknown ones of a document are one finding together.

Why it matters
    Outside the font or the program the character is a box, and nobody can search for it. In a text
    with icon fonts (Font Awesome, Powerline) such characters are meant.

Example
    U+F0B7 at the beginning of a line of a Word document is the bullet •.

Repair
    The character that is meant, where that is known; unsafe, since another font may show another.
    None in a text with icon fonts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from textproof.document import Document
from textproof.finding import Defect, Repair, Severity
from textproof.language import variant_of
from textproof.lazy import compiled
from textproof.rule import Options, characters, rule
from textproof.topics import speaks_of_icon_fonts

PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
"""The last two characters of a plane are noncharacters, and no private ones."""

APPLE = "\uf8ff"

_RUN = compiled(f"(?m:(?P<bullet>^[ \t]*)?)(?P<run>[{PRIVATE}](?:[ \u00a0]?[{PRIVATE}])*)")
_ICONS = compiled("[\ue0a0-\ue0d7\ue200-\ue2a9\uf100-\uf2ff\uf400-\uf532\U000f0001-\U000f1af0]")
"""Powerline, and what Font Awesome, Octicons and Material Design have beyond Word's U+F0xx."""


class Meaning(NamedTuple):
    """What a run of private-use characters is known to stand for, and where."""

    text: str
    where: str


@rule(
    "private-use",
    severity=Severity.INFO,
    needs=(characters(PRIVATE),),
    yields_to=("wrong-decode", "invalid-bytes"),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    view = document.prose
    icons = bool(_ICONS.search(view.text)) or speaks_of_icon_fonts(view.text)
    places: dict[tuple[str, Meaning | None], list[tuple[int, int]]] = {}
    for match in _RUN.finditer(view.text):
        run = match["run"]
        meaning = None if icons else _meaning(run, match["bullet"] is not None, document.language)
        span = view.source_span(*match.span("run"))
        places.setdefault((run if meaning else "", meaning), []).append(span)
    for (run, meaning), (first, *others) in places.items():
        yield Defect(
            *first,
            _message(run or document.text[slice(*first)], meaning, 1 + len(others)),
            repair=Repair(meaning.text) if meaning and meaning.text else None,
            confidence=0.8 if meaning else 1.0,
            places=tuple(others),
            detail={"count": 1 + len(others)},
        )


def _message(run: str, meaning: Meaning | None, count: int) -> str:
    """The finding in a sentence."""
    what = f"private-use U+{ord(run[0]):04X}" if run[0] >= "\ue000" else "private-use character"
    if meaning is None:
        times = f", one of {count} places" if count > 1 else ""
        return f"{what}{times}: only its own font or program knows what it shows"
    shown = f"“{meaning.text}” in " if meaning.text else ""
    return f"{what} is {shown}{meaning.where}"


def _meaning(run: str, is_bullet: bool, language: str | None) -> Meaning | None:
    """What a run stands for; None where a part of it is not known."""
    from textproof.tables.private_use import ADOBE, BULLETS, GB18030, SYMBOLS

    if set(run) == {APPLE}:
        return Meaning("", "the logo of Apple in its fonts")
    tables = [
        (SYMBOLS, "the font Symbol or Wingdings"),
        (ADOBE, "a font of Adobe’s"),
    ]
    if is_bullet and len(run) == 1:
        tables.insert(0, (BULLETS, "the font Wingdings"))
    if language == "zh" or variant_of(language) == "zh-Hans":
        tables.append((GB18030, "GBK"))
    for table, where in tables:
        if all(char in table or char.isspace() for char in run):
            return Meaning("".join(table.get(char, char) for char in run), where)
    if variant_of(language) == "zh-Hant":
        meant = "".join(map(_in_hong_kong, run))
        return None if _RUN.search(meant) else Meaning(meant, "Big5 of Hong Kong")
    return None


def _in_hong_kong(char: str) -> str:
    """The character that Hong Kong's supplement to Big5 has where Windows had a private one.

    Windows lays the rows FA to FE, 8E to A0, 81 to 8D and what is left of C6 to C8 one after the
    other from U+E000 on, 157 characters a row.

    >>> _in_hong_kong("\\ue000") != "\\ue000", _in_hong_kong("\\uf8ff") == "\\uf8ff"
    (True, True)
    """
    offset = ord(char) - 0xE000
    for lead, rows in ((0xFA, 5), (0x8E, 19), (0x81, 13)):
        if 0 <= offset < rows * 157:
            row, column = divmod(offset, 157)
            trail = column + (0x40 if column < 63 else 0xA1 - 63)
            return bytes([lead + row, trail]).decode("big5hkscs", "ignore") or char
        offset -= rows * 157
    return char
