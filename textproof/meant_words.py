"""Whether a word mixes alphabets on purpose.

An acronym or a foreign word with an ending, a name in camel case, a symbol with its index or its
unit, a formula, an option before its argument; and a letter that the text's alphabet borrows.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable

from textproof.lazy import compiled
from textproof.look_alikes import look_alike
from textproof.mixed_words import LATIN, OTHER_ALPHABETS, MixedWord
from textproof.scripts import script_of

ACCENTED = frozenset("άέήίόύώϊϋΐΰΆΈΉΊΌΎΏ")
"""The Greek letters that are accented, or apart."""

BORROWED = 3
"""Words with a letter of another script from which on it is one of the text's alphabet."""

_INDEX = compiled(
    "[A-ZΑ-Ω](?:max|min|avg|eff|tot|макс|мин|ном|доп|экв|эфф|дейст|действ|нач|кон|пот|кин|опт|изм|расч"
    "|уст|раб|пит|общ|нагр|отн|абс|тепл|мех|эл|обр|пр|ср|вх|вых|сигн|[бвгджзклмнпрстфхцчшщ]{1,3})"
)
"""A symbol of physics and its index, as Russian textbooks write it: Iмакс, Uвх, Tср."""

_JOINED = compiled(
    # The yers of a Slavic word that is reconstructed: *dьnь.
    f"[{LATIN}]*(?:[ьъ][{LATIN}]+)+[ьъ]?|[{LATIN}]+[ьъ]|"
    # An acronym with an ending, a name in camel case, a placeholder with what follows it.
    f"[A-Z]{{2,}}[а-єі-џґқңғүұһөә]+"
    f"|[{LATIN}]+(?<=[a-z])[А-ЯІЇЄҐЂЈЉЊЋЏ][{OTHER_ALPHABETS}]+"
    f"|[{OTHER_ALPHABETS}]{{2,}}(?<=[а-яёα-ω])[A-Z][{LATIN}]+"
    f"|[A-Z](?=[А-Я][а-я])[{OTHER_ALPHABETS}]+|[А-ЯІЇЄҐЂЈЉЊЋЏ]{{2,}}[a-z]+"
)
_FUNCTION = compiled("(?:τοξ)?(?:ημ|συν|εφ|σφ|τεμ|στεμ)[A-Za-z]|Δ[A-Z][α-ω]{1,2}")
"""A function of geometry in Greek before its variable, and a difference with its index."""

_OPTION = compiled(r"(?<![^\W\d_])(?:--?|[%$/])\Z")
"""What stands before the letter of an option, whose argument may follow at once: -DМАКРОС."""

_PLACEHOLDER = compiled(r"%(?:\(\w{1,60}\))?[-+ #0-9.]{0,8}\Z")
"""What stands before the letter of a printf placeholder: %(name)sслово, %sслово."""

_PALOCHKA = compiled("[А-Яа-яЁёIl]+")
_PALOCHKA_INSIDE = compiled("[а-яё][Il][а-яё]")
"""The palochka of Chechen, Avar and their neighbours, typed as a capital I or a small l, which no
slip puts inside a word of small letters."""

_ENDED = compiled(f"[{LATIN}]{{3,}}[а-џґα-ώա-և]{{1,4}}")

AROUND = 200
"""Characters on each side whose letters say in which script a word stands."""


def is_meant(word: MixedWord, text: str) -> bool:
    """Whether a word of a text mixes alphabets on purpose: an acronym or a foreign word with an
    ending, a name in camel case, a symbol with its index or its unit, a formula, an option."""
    if _JOINED.fullmatch(word.text) or _INDEX.fullmatch(word.text):
        return True
    if _PALOCHKA.fullmatch(word.text) and _PALOCHKA_INSIDE.search(text):
        return True
    if _FUNCTION.fullmatch(word.text):
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
        is_word = any(map(_passes_for_latin, greek)) or sum(map(len, greek)) > 2
        if not is_word and not is_accented(word.text):
            return True
    around = main_script(text, word.start, word.end)
    return around not in ("Latn", "") and bool(_ENDED.fullmatch(word.text))


def is_accented(text: str) -> bool:
    """Whether a Greek letter is accented, as it is in words and in no formula."""
    return not ACCENTED.isdisjoint(text)


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


def borrowed_letters(words: Iterable[MixedWord]) -> frozenset[str]:
    """The letters and accents that the alphabet of a text borrows: each stands by itself in several
    words of one other script, where nothing looks like it. Ossetic has æ, some write g in Tatar,
    and an accented vowel says where a Russian word is stressed.

    >>> from textproof.mixed_words import mixed_words
    >>> sorted(borrowed_letters(mixed_words("Ирон æвзаг у ирон адæмы æвзаг.")))
    ['æ']
    """
    counts: Counter[str] = Counter()
    for word in words:
        main = _main_of(word)
        single = {run for script, run in word.runs if script != main and len(run) == 1}
        counts.update(_kind_of(char) for char in single if not look_alike(char, main))
    return frozenset(kind for kind, count in counts.items() if count >= BORROWED)


def is_in_alphabet(word: MixedWord, borrowed: frozenset[str]) -> bool:
    """Whether all letters of other scripts in a word are those that the text's alphabet borrows."""
    main = _main_of(word)
    strange = [char for char in word.text if script_of(char) not in ("", main)]
    return all(_kind_of(char) in borrowed for char in strange)


def _kind_of(char: str) -> str:
    """The accent of an accented letter, otherwise the small letter."""
    return unicodedata.normalize("NFD", char)[1:] or char.lower()


def _main_of(word: MixedWord) -> str:
    """The script of most letters of a word; not Latin where another has as many."""
    counts = Counter(filter(None, map(script_of, word.text)))
    return max(counts, key=lambda script: (counts[script], script != "Latn"))
