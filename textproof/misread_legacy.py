"""Text in one legacy encoding that was read with another: `Ïðèâåò` for `Привет`, `ÄãºÃ` for `你好`.

Unlike UTF-8 the bytes prove nothing: nearly any encoding of one byte reads them. So every pair of
encodings that was in use is tried, and the reading that is most like a language is taken, if it is
so by far: its letters, their order and their case (see `plausibility`).

>>> reading = legacy_reading("Ïðèâåò, êàê äåëà?")
>>> reading.text, reading.wrong, reading.true
('Привет, как дела?', 'cp1252', 'cp1251')
>>> legacy_reading("ÄãºÃ£¬ÊÀ½ç¡£").text
'你好，世界。'
>>> legacy_reading("Příliš žluťoučký kůň") is None
True
"""

from __future__ import annotations

import codecs
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from textproof.better_readings import SURE, is_better, letters_in, scripts_of
from textproof.codec_bytes import DOUBLE_BYTE, bytes_of, codecs_with, written
from textproof.lazy import compiled
from textproof.plausibility import cost, letters_cost
from textproof.scripts import script_of

READ_AS = tuple(
    "cp1252 latin-1 cp1251 cp1250 koi8-r cp866 cp437 cp850 cp852 mac-roman cp1253 cp1254 cp1255 "
    "cp1256 cp1257 cp874 iso8859-2 iso8859-5 iso8859-7 iso8859-9 iso8859-15 koi8-u "
    "mac-cyrillic".split()
)
"""The encodings that programs took for granted."""

WRITTEN_IN = tuple(
    "cp1252 cp1251 cp1250 koi8-r koi8-u cp866 cp437 cp850 cp852 mac-roman cp1253 cp1254 cp1255 "
    "cp1256 cp1257 cp1258 cp874 iso8859-2 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 "
    "iso8859-9 iso8859-13 iso8859-15 iso8859-16 cp737 cp775 cp857 cp862 mac-cyrillic mac-greek "
    "mac-latin2 mac-turkish".split()
)
"""Those of one byte that texts were written in."""

OLD = frozenset(
    "cp437 cp737 cp775 cp850 cp852 cp857 cp862 cp866 iso8859-4 iso8859-16 mac-roman mac-cyrillic "
    "mac-greek mac-latin2 mac-turkish".split()
)
OLD_TRUE, OLD_WRONG = 2.5, 1.5
"""Nats that an encoding of DOS or of old Macs costs, as what a text was in and was read as."""

OF_A_SCRIPT = 5
"""Readings of each script, the likeliest by their letters alone, that are looked at closely."""

ASKED = 3
"""The likeliest readings, of which the first is taken that is better by enough; the others only
where they are for sure."""

LIKELY, LIKELY_WORDS, LIKELY_ONE = 10.0, 8.0, 4.0
"""Nats for a character beyond ASCII up to which a reading is of a language (see `legacy`), up to
which one in another script than Latin is, and what a few characters may cost more."""

ENOUGH = 20
"""Characters beyond ASCII from which on a text can be said to be of a language as it is."""

READABLE, READABLE_JAPANESE = 4.8, 6.8
"""Nats for a character beyond ASCII below which a text is of a language as it is: clean Russian has
3, clean Japanese 6; of 1,100 damaged texts that are told none has fewer than 5.1."""

MARK_INSIDE = 6.0
"""Nats that a dash, a quote or an ellipsis inside a word costs beside what it costs elsewhere:
among readings that differ in it, the one with a letter there is right."""

_BEYOND = compiled("[^\x00-\x7f]")
_CJK = compiled("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]")
_HIRAGANA = compiled("[\u3041-\u3093]")
_MARK_INSIDE = compiled(r"(?<=[^\W\d_])[–—…„“”«»†‡•‹›](?=[^\W\d_])")
_NO_TEXT = frozenset(("Cc", "Cn", "Co", "Cs"))


class LegacyReading(NamedTuple):
    """A text that was written in one encoding and read as another, as it was written. ``gain`` is
    by how many nats it is likelier than what was read, ``margin`` by how many than the next
    best."""

    text: str
    wrong: str
    true: str
    gain: float
    margin: float


def legacy_reading(text: str) -> LegacyReading | None:
    """What a text was before it was read wrongly, where that is likely."""
    before = cost(text)
    beyond = len(_BEYOND.findall(text))
    is_japanese = 5 * len(_HIRAGANA.findall(text)) > beyond
    readable = READABLE_JAPANESE if is_japanese else READABLE
    if beyond >= ENOUGH and before < readable * beyond:
        return None
    found = sorted((_cost(reading, pair), reading, pair) for reading, pair in _best(text))
    for rank, (least, best, (wrong, true)) in enumerate(found[:ASKED]):
        margin = min([before, *(other for other, _, _ in found[rank + 1 :])]) - least
        gain = before - least
        is_latin = scripts_of(letters_in(best)) <= {"Latn"} or _CJK.search(best)
        limit = LIKELY_ONE + (LIKELY if is_latin else LIKELY_WORDS) * len(_BEYOND.findall(best))
        enough = not rank or gain >= SURE
        if enough and least <= limit and is_better(text, best, gain, margin):
            return LegacyReading(best, wrong, true, gain, margin)
    return None


def reread(text: str, wrong: str, true: str) -> str | None:
    """A text written in one encoding and read as another; None where that is not possible."""
    data = written(text, wrong)
    return None if data is None else _read(data, true, final=True)


def _cost(reading: str, pair: tuple[str, str]) -> float:
    return cost(reading) + _rarity(*pair) + MARK_INSIDE * len(_MARK_INSIDE.findall(reading))


def _rarity(wrong: str, true: str) -> float:
    return OLD_TRUE * (true in OLD) + OLD_WRONG * (wrong in OLD)


def _best(text: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """The readings of each script that are the likeliest by their letters alone."""
    by_script: dict[str, list[tuple[float, str, tuple[str, str]]]] = {}
    for reading, pair in _readings(text).items():
        letters = Counter(char for char in reading if char > "\x7f")
        scripts = Counter(script_of(char) for char in letters.elements() if char.isalpha())
        script = scripts.most_common(1)[0][0] if scripts else ""
        by_script.setdefault(script, []).append((letters_cost(letters), reading, pair))
    for found in by_script.values():
        for _, reading, pair in sorted(found)[:OF_A_SCRIPT]:
            yield reading, pair


def _readings(text: str) -> dict[str, tuple[str, str]]:
    """Every other reading of a text, each with the most usual pair of encodings that gives it."""
    found: dict[str, tuple[str, str]] = {}
    seen = set()
    for wrong in _codecs_that_hold(text):
        data = written(text, wrong)
        if data is None or data in seen:
            continue
        seen.add(data)
        for true in (*WRITTEN_IN, *DOUBLE_BYTE):
            reading = _read(data, true)
            if reading is None or reading == text:
                continue
            pair = found.get(reading)
            if pair is None or _rarity(wrong, true) < _rarity(*pair):
                found[reading] = (wrong, true)
    return found


def _codecs_that_hold(text: str) -> list[str]:
    beyond = "".join(sorted(set(_BEYOND.findall(text))))
    likely = set(codecs_with(beyond[:1])) if beyond else set()
    single = [codec for codec in READ_AS if codec in likely]
    return single + (list(DOUBLE_BYTE) if _CJK.search(beyond) else [])


def _read(data: str, codec: str, *, final: bool = False) -> str | None:
    """Bytes, as Latin-1, in an encoding; None where they are no text in it. Where they are not
    ``final``, the last of them may be half a character."""
    if codec in DOUBLE_BYTE:
        try:
            text = codecs.getincrementaldecoder(codec)().decode(data.encode("latin-1"), final)
        except UnicodeError:
            return None
    else:
        text = data.translate(_characters_of(codec))
    return None if any(_is_no_text(char) for char in set(text) if char > "\x7f") else text


@cache
def _characters_of(codec: str) -> dict[int, str]:
    return {ord(data): char for char, data in bytes_of(codec).items()}


@cache
def _is_no_text(char: str) -> bool:
    return unicodedata.category(char) in _NO_TEXT
