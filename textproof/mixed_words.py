"""Words with letters of two alphabets, found at the speed of bytes.

An alphabet is a script whose letters pass for another's: Latin, Greek, Cyrillic, Armenian,
Cherokee, Lisu. Han, kana, Hangul, Arabic, Thai and the like beside Latin are seen at a glance, and
no part of a word here. A word ends at a digit, an underscore, a hyphen and an apostrophe.

>>> [word.text for word in mixed_words("Это Hастройка, a CPU-кэш, iPhone’ов и раypal.")]
['Hастройка', 'раypal']
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import permutations
from typing import NamedTuple

from textproof.lazy import compiled
from textproof.scripts import script_of

OTHER_ALPHABETS = (
    "\u0370-\u0587\u13a0-\u13fd\u1c80-\u1c8a\u1f00-\u1fff\ua4d0-\ua4f7\ua640-\ua69b\uab70-\uabbf"
)
"""The letters of the alphabets but Latin, for a character class."""

_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff"
LETTERS = f"{_LATIN}{OTHER_ALPHABETS}\u0300-\u036f"
"""The letters of the alphabets and the marks on them."""

FEW = 16
"""A letter of another alphabet in so many characters: from there on the text is looked through for
these letters, and not for pairs."""

SAMPLE = 65_536
"""Characters that say which alphabets are common in a text."""

_CONTINUATION = bytes(range(0x80, 0xC0))
_CLASSES = bytes(
    ord("l") if (byte < 0x80 and chr(byte).isalpha()) or 0xC3 <= byte <= 0xCA
    else ord("g") if 0xCD <= byte <= 0xCF
    else ord("c") if 0xD0 <= byte <= 0xD3
    else ord("a") if 0xD4 <= byte <= 0xD6
    else ord("e") if byte in (0xE1, 0xEA)
    else ord(" ")
    for byte in range(256)
)  # fmt: skip
"""The class of a character by the first byte of its UTF-8: Latin, Greek, Cyrillic, Armenian (with
the rest of Cyrillic), and one of the rarer letters, of which each byte begins several scripts."""


class MixedWord(NamedTuple):
    """A word of letters of several alphabets, with its place in the text."""

    start: int
    end: int
    text: str

    @property
    def scripts(self) -> tuple[str, ...]:
        """Its scripts, in the order of the word."""
        return tuple(dict.fromkeys(filter(None, map(script_of, self.text))))

    @property
    def runs(self) -> list[tuple[str, str]]:
        """Its runs of one script, each with the script."""
        found: list[tuple[str, str]] = []
        for char in self.text:
            script = script_of(char)
            if found and script in ("", found[-1][0]):
                found[-1] = (found[-1][0], found[-1][1] + char)
            else:
                found.append((script, char))
        return found


@cache
def _word() -> re.Pattern[str]:
    return re.compile(f"[{LETTERS}]+")


def mixed_words(text: str, utf8: bytes | None = None) -> Iterator[MixedWord]:
    """The words of a text that mix alphabets, in order; ``utf8`` is the text, if at hand."""
    word = _word()
    end = 0
    for place in _places(text.encode("utf-8", "surrogatepass") if utf8 is None else utf8):
        if place < end:
            continue
        start = place
        while start > end and word.match(text, start - 1, start):
            start -= 1
        match = word.match(text, start)
        if match and match.end() > place:
            end = match.end()
            found = MixedWord(start, end, match[0])
            if len(found.scripts) > 1 and not _is_lost(text, start, end):
                yield found


def _is_lost(text: str, start: int, end: int) -> bool:
    """Whether a word stands right at bytes that did not decode, so that its letters are chance."""
    return any(
        char == "\ufffd" or "\udc80" <= char <= "\udcff"
        for char in text[max(start - 1, 0) : start] + text[end : end + 1]
    )


def _places(utf8: bytes) -> list[int]:
    """Where a letter of one alphabet may stand beside one of another."""
    classes = utf8.translate(_CLASSES, _CONTINUATION)
    places: list[int] = []
    common = [b"l"]
    for kind in (b"g", b"c", b"a", b"e"):
        if kind not in classes:
            continue
        if classes.count(kind, 0, SAMPLE) * FEW > min(len(classes), SAMPLE):
            common.append(kind)
        else:
            places += _beside_runs(classes, kind)
    for first, second in permutations(common, 2):
        places += _pairs(classes, first + second)
    return sorted(places)


def _beside_runs(classes: bytes, kind: bytes) -> Iterator[int]:
    """Runs of a class with another letter right before or behind them."""
    start = classes.find(kind)
    while start >= 0:
        end = start + 1
        while classes[end : end + 1] == kind:
            end += 1
        if (classes[max(start - 1, 0) : start] + classes[end : end + 1]).strip():
            yield start
        start = classes.find(kind, end)


def _pairs(classes: bytes, pair: bytes) -> Iterator[int]:
    place = classes.find(pair)
    while place >= 0:
        yield place
        place = classes.find(pair, place + 1)


_INDEX = compiled(
    "[A-ZΑ-Ω](?:max|min|avg|eff|tot|макс|мин|ном|доп|экв|эфф|дейст|действ|нач|кон|пот|кин|опт|изм|расч"
    "|уст|раб|пит|общ|нагр|отн|абс|тепл|мех|эл|обр|пр|ср|вх|вых|сигн|[бвгджзклмнпрстфхцчшщ]{1,3})"
)
"""A symbol of physics and its index, as Russian textbooks write it: Iмакс, Uвх, Tср."""

_JOINED = compiled(
    # An acronym with an ending, a name in camel case, a placeholder with what follows it.
    f"[A-Z]{{2,}}[а-єі-џґқңғүұһөә]+"
    f"|[{_LATIN}]+(?<=[a-z])[А-ЯІЇЄҐЂЈЉЊЋЏ][{OTHER_ALPHABETS}]+"
    f"|[{OTHER_ALPHABETS}]{{2,}}(?<=[а-яёα-ω])[A-Z][{_LATIN}]+"
    f"|[A-Z](?=[А-Я][а-я])[{OTHER_ALPHABETS}]+|[А-ЯІЇЄҐЂЈЉЊЋЏ]{{2,}}[a-z]+"
)
_OPTION = compiled(r"(?<![^\W\d_])(?:--?|[%$/])\Z")
"""What stands before the letter of an option, whose argument may follow at once: -DМАКРОС."""

_PLACEHOLDER = compiled(r"%(?:\(\w{1,60}\))?[-+ #0-9.]{0,8}\Z")
"""What stands before the letter of a printf placeholder: %(name)sслово, %sслово."""

_ENDED = compiled(f"[{_LATIN}]{{3,}}[а-џґα-ώա-և]{{1,4}}")

AROUND = 200
"""Characters on each side whose letters say in which script a word stands."""


def is_meant(word: MixedWord, text: str) -> bool:
    """Whether a word of a text mixes alphabets on purpose: an acronym or a foreign word with an
    ending, a name in camel case, a symbol with its index or its unit, a formula, an option."""
    if _JOINED.fullmatch(word.text) or _INDEX.fullmatch(word.text):
        return True
    first, *others = word.runs
    is_argument = first[0] == "Latn" and len(others) == 1 and len(others[0][1]) > 2
    if is_argument and _OPTION.search(text, max(word.start - 3, 0), word.start):
        return True
    is_conversion = first[0] == "Latn" and first[1] in tuple("sdifrxc")
    if is_conversion and _PLACEHOLDER.search(text, max(word.start - 80, 0), word.start):
        return True
    if word.text[-1] == "x" and text[word.end : word.end + 1].isdigit():
        return True
    if "Grek" in word.scripts and "Latn" in word.scripts:
        greek = [run for script, run in word.runs if script == "Grek"]
        if not any(map(_passes_for_latin, greek)) and sum(map(len, greek)) < 3:
            return True
    around = main_script(text, word.start, word.end)
    return around not in ("Latn", "") and bool(_ENDED.fullmatch(word.text))


def _passes_for_latin(run: str) -> bool:
    """Whether Greek letters are all capitals or omicrons, which nobody tells from Latin ones."""
    return all(char in "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο" for char in run)


def main_script(text: str, start: int, end: int) -> str:
    """The script of most letters around a place, "" where there are none."""
    before, after = text[max(start - AROUND, 0) : start], text[end : end + AROUND]
    counts = Counter(filter(None, map(script_of, before + after)))
    if not counts:
        counts = Counter(filter(None, map(script_of, text[:20_000])))
    return counts.most_common(1)[0][0] if counts else ""
