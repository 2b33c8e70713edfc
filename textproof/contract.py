"""The contract of a type of document: the fields and sections that it must hold."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from textproof.globs import glob
from textproof.language import any_variant

_NUMBERING = re.compile(
    r"\A\s*(?:\d+(?:\.\d+)*[.)、．]?\s+|\d+[.、．]|[IVX]+\.\s+"
    r"|[一二三四五六七八九十]+、|[(（](?:\d+|[一二三四五六七八九十]+)[)）])\s*"
)
"""What may stand before a heading's words: `2.1 `, `IV. `, `三、`, `（一）`."""


class FieldContract(NamedTuple):
    """What the contract says of one field.

    ``labels`` are its labels in running text; ``type`` is text, date or datetime (which accepts a
    date); ``split`` separates the parts of its value and ``ends`` is the last of them; ``within``
    are the brackets around label and value; ``max`` is a length in code points; ``zone`` is the
    time zone of its day, and ``agree`` names what must say the same day.
    """

    name: str
    labels: tuple[str, ...] = ()
    optional: bool = False
    type: str = "text"
    split: str | None = None
    ends: str | None = None
    within: str | None = None
    max: int | None = None
    after: date | None = None
    before: date | None = None
    zone: str | None = None
    agree: tuple[str, ...] = ()


class SectionContract(NamedTuple):
    """What the contract says of one section, or of every section under one of ``headings``.

    Without headings it is the main text: what stands in no field and under no heading of the
    contract. Lengths are in code points without white space.
    """

    name: str
    headings: tuple[str, ...] = ()
    optional: bool = False
    min_chars: int | None = None
    min_items: int | None = None

    def heads(self, heading: str) -> bool:
        """Whether a heading is one of this section's, numbered or not, in either variant."""
        words = _NUMBERING.sub("", heading).rstrip(":： ")
        return any(same_words(known, said) for known in self.headings for said in (heading, words))


class Contract(NamedTuple):
    """What a type of document must hold. ``title`` is a pattern that its title line begins with;
    `{}` stands for any text."""

    name: str
    files: tuple[str, ...]
    lang: str | None = None
    title: str | None = None
    fields: tuple[FieldContract, ...] = ()
    sections: tuple[SectionContract, ...] = ()
    boilerplate_lines: tuple[str, ...] = ()
    boilerplate_suffix: str | None = None

    def covers(self, path: str) -> bool:
        """Whether a path, relative to the configuration's folder, is of this type."""
        return any(glob(pattern).fullmatch(path) for pattern in self.files)

    def field(self, name: str) -> FieldContract | None:
        """What the contract says of a field, if anything."""
        return next((field for field in self.fields if field.name == name), None)

    def heading_of(self, line: str) -> str | None:
        """The heading that a line is by this contract, without the suffix of a "more" link."""
        suffix = self.boilerplate_suffix
        name = line.removesuffix(suffix).rstrip() if suffix else line
        if name and (name != line or any(section.heads(name) for section in self.sections)):
            return name
        return None

    @property
    def title_pattern(self) -> re.Pattern[str] | None:
        """A pattern that finds the title line; its group ``title`` is the title."""
        return _title_pattern(self.title) if self.title is not None else None


def same_words(known: str, words: str) -> bool:
    """Whether words are the known ones: width, case and the variant of Chinese aside.

    >>> same_words("相關鏈接", "相关链接"), same_words("Summary", "SUMMARY"), same_words("a", "b")
    (True, True, False)
    """
    return bool(_words_pattern(known).fullmatch(normalize("NFKC", words)))


@lru_cache(maxsize=512)
def _words_pattern(words: str) -> re.Pattern[str]:
    return re.compile(any_variant(normalize("NFKC", words)), re.IGNORECASE)


@lru_cache(maxsize=64)
def _title_pattern(title: str) -> re.Pattern[str]:
    first, *others = map(any_variant, title.split("{}"))
    described = first + "".join(rf"(?>[^\r\n]*?{words})" for words in others)
    return re.compile(
        rf"^[ \t\u3000\ufeff]*+(?P<title>{described}[^\r\n]*(?<=\S))", re.MULTILINE | re.IGNORECASE
    )
