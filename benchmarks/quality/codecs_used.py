"""Which encodings were used, in which languages they were, and what text read as one looks like."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import ftfy.bad_codecs  # noqa: F401  (registers sloppy-windows-1252 and others)

FTFY = (
    "latin-1 sloppy-windows-1252 sloppy-windows-1251 sloppy-windows-1250 sloppy-windows-1253 "
    "sloppy-windows-1254 sloppy-windows-1257 iso8859-2 mac-roman cp437"
).split()
"""The encodings that ftfy repairs."""

OTHER = (
    "koi8-r koi8-u cp866 cp855 cp737 cp850 cp852 cp857 cp858 cp860 cp862 cp863 cp865 cp775 cp1255 "
    "cp1256 cp1258 cp874 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 "
    "iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16 mac-cyrillic mac-greek mac-latin2 "
    "mac-turkish mac-iceland ptcp154 kz1048"
).split()
"""Python's other encodings of one byte a character that were used for files."""

CJK = "gbk gb18030 big5 cp950 shift_jis cp932 euc_jp euc_kr cp949".split()

CYRILLIC = "cp1251 koi8-r cp866 iso8859-5 mac-cyrillic".split()
WESTERN = "cp1252 latin-1 iso8859-15 cp850 cp437 mac-roman".split()
CENTRAL = "cp1250 iso8859-2 cp852 mac-latin2".split()
BALTIC = "cp1257 iso8859-13 cp775 iso8859-4".split()
GREEK = "cp1253 iso8859-7 cp737 mac-greek".split()
TURKISH = "cp1254 iso8859-9 cp857 mac-turkish".split()
HEBREW = "cp1255 iso8859-8 cp862".split()
ARABIC = "cp1256 iso8859-6".split()

KINDS = 4
"""Kinds of a class of damage that a text is given."""

LEGACY: dict[str, list[str]] = {
    **dict.fromkeys("ru bg mk sr be".split(), CYRILLIC),
    "uk": ["cp1251", "koi8-u", "iso8859-5", "mac-cyrillic"],
    **dict.fromkeys("de fr es it pt pt_BR nl sv da nb nn fi is ca gl eu af br".split(), WESTERN),
    **dict.fromkeys("pl cs sk hu ro hr sl bs sq sr_Latn".split(), CENTRAL),
    **dict.fromkeys("lt lv et".split(), BALTIC),
    "el": GREEK,
    **dict.fromkeys("tr az".split(), TURKISH),
    "he": HEBREW,
    "ar": ARABIC,
    "fa": ["cp1256"],
    "th": ["cp874"],
    "vi": ["cp1258"],
}
"""The encodings of one byte a character that a language was written in."""

CJK_OF: dict[str, list[str]] = {
    "zh_Hans": ["gbk", "gb18030"],
    "zh_CN": ["gbk", "gb18030"],
    "zh_Hant": ["big5", "cp950", "gbk"],
    "zh_TW": ["big5", "cp950", "gbk"],
    "ja": ["shift_jis", "cp932", "euc_jp"],
    "ko": ["euc_kr", "cp949"],
}

READ_AS = (
    "cp1252 latin-1 cp1251 cp1250 koi8-r cp866 cp437 cp850 cp852 mac-roman cp1253 cp1254 cp1256 "
    "cp1257 iso8859-2 iso8859-5 iso8859-7 iso8859-15 mac-cyrillic"
).split()
"""What a legacy encoding was read as."""


def read_as(data: bytes, codec: str) -> str | None:
    """Bytes as a codec reads them, without loss; None where it does not."""
    try:
        return data.decode(f"sloppy-windows-{codec[2:]}" if codec in SLOPPY else codec)
    except UnicodeError:
        return None


SLOPPY = ("cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1257")
"""The Windows encodings whose gaps browsers and ftfy read as C1 controls."""


def written(text: str, codec: str) -> bytes | None:
    """A text in a codec; None where it cannot hold it."""
    try:
        return text.encode(codec)
    except UnicodeError:
        return None


def utf8_read_as(
    codecs: Sequence[str], text: str, chance: random.Random
) -> Iterator[tuple[str, str]]:
    """A text in UTF-8 as some codecs read it without loss: what was read as which, and the text."""
    yield from _some([("utf-8", codec) for codec in codecs], text, chance)


def legacy_read_as(
    own: Sequence[str], others: Sequence[str], text: str, chance: random.Random
) -> Iterator[tuple[str, str]]:
    """A text in an encoding of its language as some others read it without loss."""
    yield from _some([(true, wrong) for true in own for wrong in others], text, chance)


def _some(
    pairs: Sequence[tuple[str, str]], text: str, chance: random.Random
) -> Iterator[tuple[str, str]]:
    left = KINDS
    for true, wrong in chance.sample(pairs, len(pairs)):
        data = written(text, true)
        damaged = read_as(data, wrong) if data and left else None
        if damaged and damaged != text:
            left -= 1
            yield f"{true} read as {wrong}", damaged
