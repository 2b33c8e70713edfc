"""What a legacy document is judged by: a sample of its bytes, and what a reading of it costs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from textproof.plausibility import cost

SAMPLE = 8_000
"""Bytes of the lines with characters beyond ASCII that are read."""

FEWEST_OF_A_TABLE = 5
"""Different characters that stand alone, where most do, from which on they are a table."""

REPEATED = 4
"""Times that a word counts."""

ABROAD = 6.0
"""Nats that a text costs in an encoding that was not made for its language."""

ODD = 5.0
"""Nats for a Latin letter that stands alone and is a word of no language, and for a quotation mark
that is doubled: `©`, `–` and `éé` of DOS and Macs in another encoding (`ž 2022`, `Đ`, `‚‚n`). And
for a letter of another script or a piece of a frame that touches a Latin letter: `Blنttermann`,
`├bersetzung`, `ｂn`; for a dot in a word that is no Catalan `l·l`: `p·gina`; for a capital behind a
small letter, and two before one: `BokmÁl`, `ÄÄn`; and for a trade mark before a year: `® 2003`."""

_ONE_LETTER_WORDS = "ÀÁÂÅÆÈÉÊÍÎÓÔÖØÚÜàáâåæèéêíîóôöøúûüýºª"
_OTHERS = "[\u0370-\u052f\u0590-\u06ff\u2500-\u259f\uff21-\uff5a]"
_CAPITALS = "".join(char for char in map(chr, range(0xC0, 0x180)) if char.isupper())
_ODD = re.compile(
    rf"(?<!\S)(?![{_ONE_LETTER_WORDS}])[\xa1-\u024f](?<=[^\W\d_])(?!\S)|([‚„“”‹›])\1"
    rf"|(?<=[A-Za-z]){_OTHERS}|{_OTHERS}(?=[A-Za-z])"
    rf"|(?<=[a-zß-öø-ÿ])[{_CAPITALS}]|(?<![^\W\d_])[{_CAPITALS}]{{2}}(?=[a-z])|®(?=\s?(?:19|20)\d\d\b)"
    r"|(?<=[^\W\d_])·(?=[^\W\d_])(?<!l·(?=l))(?<!L·(?=L))"
)
_ACUTE_FOR_APOSTROPHE = re.compile(r"(?<=[^\W\d_])´(?=[st]\b)|(?<=\b[cdjlmnst])´(?=[aeiouyh])")
"""How many type an apostrophe: `foto´s`, `l´eau`."""
_STRETCHED_LATIN = re.compile("(?<=[A-Za-z])ـ|ـ(?=[A-Za-z])")
"""What stretches an Arabic word, where there is none: it costs as much as an Arabic letter."""

_TAG = re.compile(rb"<[a-zA-Z/!?][\0-;=?-\x7f]*>")
_ALONE = re.compile(rb"(?<!\S)[\x80-\xff](?!\S)")
_RUN = re.compile(rb"[\x80-\xff]+")
_WORD = re.compile(rb"[^\s\x80-\xff]*[\x80-\xff]\S*")
_STATEFUL = ("utf", "iso2022", "hz")


def sample_of(data: bytes) -> bytes:
    """The first lines with bytes beyond ASCII, without tags: they are in no language. Nor are the
    characters of a table, and a word says no more when it is said again and again."""
    kept, size = [], 0
    for line in data.split(b"\n"):
        if not line.isascii():
            line = _TAG.sub(b" ", line[: 4 * SAMPLE])
            kept.append(line[:SAMPLE])
            size += len(kept[-1])
            if size >= SAMPLE:
                break
    text = b"\n".join(kept)
    alone = _ALONE.findall(text)
    if len(set(alone)) >= FEWEST_OF_A_TABLE and 2 * len(alone) > len(_RUN.findall(text)):
        text = _ALONE.sub(b"", text)
    seen: Counter[bytes] = Counter()
    return _WORD.sub(lambda match: _unless_repeated(match[0], seen), text)


def _unless_repeated(word: bytes, seen: Counter[bytes]) -> bytes:
    seen[word] += 1
    return word if seen[word] <= REPEATED else b""


def reading_cost(sample: bytes, text: str, codec: str, home: Collection[str]) -> float:
    """What a sample costs in an encoding that was made for the languages at ``home``; an encoding
    with shifts is asked for the whole text's beginning."""
    read = text[:SAMPLE] if codec.startswith(_STATEFUL) else sample.decode(codec, "ignore")
    read = _STRETCHED_LATIN.sub("ع", _ACUTE_FOR_APOSTROPHE.sub("’", read))
    return cost(read, home, ABROAD) + ODD * len(_ODD.findall(read))
