"""Documents of a given size, in a language and an encoding, drawn from clean text."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sources import Source

WESTERN = "cp1252 iso8859-1 iso8859-15 cp850 mac-roman"
CENTRAL = "cp1250 iso8859-2 cp852 mac-latin2"
BALTIC = "cp1257 iso8859-13 iso8859-4 cp775"
CYRILLIC = "cp1251 iso8859-5 mac-cyrillic"

CODECS: dict[str, tuple[str, ...]] = {
    language: tuple(codecs.split())
    for languages, codecs in (
        ("de fr es it nl pt sv da nb fi is ca id eu gl", WESTERN),
        ("pl cs hu sk sl hr", CENTRAL),
        ("ro", f"{CENTRAL} iso8859-16"),
        ("et lt lv", BALTIC),
        ("ru bg", f"{CYRILLIC} koi8-r cp866 cp855"),
        ("uk", f"{CYRILLIC} koi8-u"),
        ("be", CYRILLIC),
        ("sr mk", f"{CYRILLIC} cp855"),
        ("el", "cp1253 iso8859-7 cp737 mac-greek"),
        ("tr", "cp1254 iso8859-9 cp857 mac-turkish"),
        ("he", "cp1255 iso8859-8 cp862"),
        ("ar", "cp1256 iso8859-6"),
        ("fa", "cp1256"),
        ("vi", "cp1258"),
        ("th", "cp874 tis-620"),
        ("ja", "shift_jis cp932 euc_jp iso2022_jp"),
        ("zh_Hans", "gb2312 gbk gb18030 hz"),
        ("zh_Hant", "big5 big5hkscs cp950 gb18030"),
        ("ko", "euc_kr cp949 johab"),
    )
    for language in languages.split()
}
"""The languages, each with the legacy encodings that it was written in."""

BROWSERS = frozenset(
    "cp866 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 "
    "iso8859-13 iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u mac-roman cp874 cp1250 cp1251 "
    "cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 mac-cyrillic gbk gb18030 big5 euc_jp "
    "iso2022_jp shift_jis euc_kr".split()
)
"""The legacy encodings of the WHATWG Encoding Standard, sections 9 to 13: what browsers know, and
what is left of the others on the web. Of DOS and Macs it has one each for the West and Russia."""

ONLY_UTF8 = tuple("en bn cy eo ga hi hy ka kk km ml mn mr my ne pa sw ta te ur".split())
"""Further languages for documents in UTF-8."""

LANGUAGES = (*CODECS, *ONLY_UTF8)

SEVEN_BIT = frozenset({"iso2022_jp", "hz"})
"""Encodings whose documents are ASCII, and therefore UTF-8, to whoever does not know them."""

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-",
                        "…": "...", "\xa0": " ", "−": "-", "•": "*",
                        "ș": "ş", "ț": "ţ", "Ș": "Ş", "Ț": "Ţ"})  # fmt: skip
"""How people wrote what their encoding lacked."""

_TONES = "\u0300\u0301\u0303\u0309\u0323"


class Document(NamedTuple):
    """A text, its encoding, and the bytes that the two make."""

    source: str
    language: str
    codec: str
    text: str
    data: bytes


class Sizes(NamedTuple):
    """Document sizes in bytes, from ``least`` to below ``most``."""

    least: int
    most: int

    def __str__(self) -> str:
        return f"{self.least:,} to {self.most - 1:,}"


def same_text(one: str, other: str) -> bool:
    """Whether two texts are the same but for a byte order mark and normalisation."""
    return _normal(one) == _normal(other)


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text.removeprefix("\ufeff"))


def legacy_documents(
    sources: Sequence[Source], rng: random.Random, sizes: Sizes
) -> Iterator[Document]:
    """Documents in legacy encodings without end: each language, and in it each encoding, is as
    frequent as another."""
    while True:
        language = rng.choice(list(CODECS))
        codec = rng.choice(CODECS[language])
        document = _draw(sources, rng, language, codec, sizes)
        if document:
            yield document


def utf8_documents(
    sources: Sequence[Source],
    rng: random.Random,
    sizes: Sizes,
    languages: Sequence[str] = LANGUAGES,
) -> Iterator[Document]:
    """Documents in UTF-8 without end, each with a character beyond ASCII."""
    while True:
        document = _draw(sources, rng, rng.choice(languages), "utf-8", sizes)
        if document:
            yield document


def repeated(lines: Sequence[str], rng: random.Random, size: int) -> str:
    """A text of about a number of bytes in UTF-8: some lines, over and over."""
    length = sum(len(line.encode()) + 1 for line in lines)
    chosen = rng.choices(lines, k=size * len(lines) // length)
    return "\n".join(chosen) + "\n"


def list_lines(sources: Sequence[Source], language: str) -> list[str]:
    """All different lines of a language, in a fixed order."""
    passages = (p for source in sources for p in source.passages.get(language, ()))
    return list(dict.fromkeys(line for passage in passages for line in passage))


def _draw(
    sources: Sequence[Source], rng: random.Random, language: str, codec: str, sizes: Sizes
) -> Document | None:
    """One document; None where a random place has none of this size and encoding."""
    having = [source for source in sources if language in source.passages]
    if not having:
        return None
    source = rng.choice(having)
    passage = rng.choice(source.passages[language])
    wanted = _random_size(rng, sizes)
    text, size = "", 0
    for line in passage[rng.randrange(len(passage)) :]:
        written = as_written(f"{line}\n", codec)
        if written is not None:
            text += written
            size += len(written.encode(codec))
            if size >= wanted:
                break
    data = text.encode(codec)
    if text.isascii() or not sizes.least <= len(data) < sizes.most:
        return None
    return Document(source.name, language, codec, text, data)


def _random_size(rng: random.Random, sizes: Sizes) -> int:
    """A size, each doubling as frequent as another."""
    return int(sizes.least * (sizes.most / sizes.least) ** rng.random())


def as_written(text: str, codec: str) -> str | None:
    """A text as it was written in an encoding, None where it cannot be."""
    if codec == "cp1258":
        text = "".join(map(_with_tone_apart, unicodedata.normalize("NFC", text)))
    for written in (text, text.translate(_PLAIN)):
        try:
            written.encode(codec)
        except UnicodeEncodeError:
            continue
        return written
    return None


def _with_tone_apart(char: str) -> str:
    """A Vietnamese letter as windows-1258 has it: the tone is a character of its own."""
    try:
        char.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", char)
        letter = "".join(part for part in parts if part not in _TONES)
        tones = "".join(part for part in parts if part in _TONES)
        return unicodedata.normalize("NFC", letter) + tones
    return char
