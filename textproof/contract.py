"""The contract of a type of document: the fields and sections that it must hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from textproof.globs import glob
from textproof.language import any_variant, same_character
from textproof.lazy import compiled
from textproof.structure import Field

NUMBERING = compiled(
    r"\A\s*(?:\d+(?:\.\d+)*[.)、．]?\s+|\d+[.、．]|[IVX]+\.\s+"
    r"|[一二三四五六七八九十]+、|[(（](?:\d+|[一二三四五六七八九十]+)[)）])\s*"
)
"""What may stand before a heading's words: `2.1 `, `IV. `, `三、`, `（一）`."""


class Schema(NamedTuple):
    """A JSON Schema of the contract's: its text, and where its file is."""

    text: str
    path: str


class FieldContract(NamedTuple):
    """What the contract says of one field.

    ``labels`` are its labels in running text, ``written`` what the file says of them (`@date` is
    many labels). ``type`` is one of :data:`textproof.value_types.TYPES`. ``split`` separates the
    parts of its value: ``type``, ``pattern`` and ``one_of`` are of each part, and ``ends`` is the
    last one. ``within`` are the brackets around label and value. ``min`` and ``max`` are lengths in
    code points, of a number its value. ``zone`` is the time zone of its day, and ``agree`` names
    what must say the same day. ``equals`` is the value that it must have, or the name of another
    field that has the same; ``equals_field`` says which of the two.
    """

    name: str
    labels: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    optional: bool = False
    type: str = "text"
    split: str | None = None
    ends: str | None = None
    within: str | None = None
    min: float | None = None
    max: float | None = None
    after: date | None = None
    before: date | None = None
    zone: str | None = None
    agree: tuple[str, ...] = ()
    pattern: str | None = None
    one_of: tuple[str, ...] = ()
    equals: str | None = None
    equals_field: bool = False
    schema: Schema | None = None


class SectionContract(NamedTuple):
    """What the contract says of one section, or of every section under one of ``headings``.

    Without headings it is the main text: what stands in no field and under no heading of the
    contract. Lengths are in code points without white space. ``ordered`` says that it stands where
    it does in the list, ``unique`` that it is there once; ``level`` is that of its heading.
    """

    name: str
    headings: tuple[str, ...] = ()
    optional: bool = False
    ordered: bool = True
    unique: bool = False
    level: int | None = None
    min_chars: int | None = None
    max_chars: int | None = None
    min_items: int | None = None

    def heads(self, heading: str) -> bool:
        """Whether a heading is one of this section's, numbered or not, in either variant."""
        words = NUMBERING.sub("", heading).rstrip(":： ")
        return any(same_words(known, said) for known in self.headings for said in (heading, words))


class Contract(NamedTuple):
    """What a type of document must hold. ``title`` is a pattern that its title line begins with;
    `{}` stands for any text. ``schema`` is one of the metadata as a whole. Boilerplate is no text
    of the document's; ``boilerplate_reported`` says that it should not be there, and
    ``boilerplate_repeated`` the share of the documents in which a line stands that is some."""

    name: str
    files: tuple[str, ...]
    lang: str | None = None
    title: str | None = None
    fields: tuple[FieldContract, ...] = ()
    sections: tuple[SectionContract, ...] = ()
    boilerplate_lines: tuple[str, ...] = ()
    boilerplate_suffix: str | None = None
    boilerplate_reported: bool = True
    boilerplate_repeated: float | None = None
    schema: Schema | None = None

    def covers(self, path: str) -> bool:
        """Whether a path, relative to the configuration's folder, is of this type."""
        return any(glob(pattern).fullmatch(path) for pattern in self.files)

    def field(self, name: str) -> FieldContract | None:
        """What the contract says of a field, if anything."""
        return next((field for field in self.fields if field.name == name), None)

    def called_otherwise(self, fields: Sequence[Field]) -> dict[str, Field]:
        """Fields of markup that are this contract's by another name: in another case, or by one of
        its labels. None is taken that has the name of another of the contract's fields."""
        names = {wanted.name for wanted in self.fields}
        known = {folded(f.name): f for f in reversed(fields) if f.name not in names}
        names -= {field.name for field in fields}
        found = {}
        for wanted in self.fields:
            words = (folded(word) for word in (wanted.name, *wanted.labels))
            field = next((known[word] for word in words if word in known), None)
            if wanted.name in names and field:
                found[wanted.name] = field._replace(name=wanted.name)
        return found

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


def folded(words: str) -> str:
    """Words as those that are the same to :func:`same_words` are written.

    >>> folded("發布時間") == folded("发布时间"), folded("Pub Date") == folded("pub date")
    (True, True)
    """
    if words.isascii():
        return words.casefold()
    return "".join(map(same_character, normalize("NFKC", words).casefold()))


def same_words(known: str, words: str, *, any_case: bool = True) -> bool:
    """Whether words are the known ones: width, the variant of Chinese, and case aside.

    >>> same_words("相關鏈接", "相关链接"), same_words("Summary", "SUMMARY"), same_words("a", "b")
    (True, True, False)
    >>> same_words("draft", "Draft", any_case=False)
    False
    """
    return bool(_words_pattern(known, any_case).fullmatch(normalize("NFKC", words)))


@lru_cache(maxsize=1024)
def _words_pattern(words: str, any_case: bool) -> re.Pattern[str]:
    return re.compile(any_variant(normalize("NFKC", words)), re.IGNORECASE if any_case else 0)


@lru_cache(maxsize=64)
def _title_pattern(title: str) -> re.Pattern[str]:
    first, *others = map(any_variant, title.split("{}"))
    described = first + "".join(rf"(?>[^\r\n]*?{words})" for words in others)
    return re.compile(
        rf"^[ \t\u3000\ufeff]*+(?P<title>{described}[^\r\n]*(?<=\S))", re.MULTILINE | re.IGNORECASE
    )
