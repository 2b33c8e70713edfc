"""Where a text may have been read wrongly: what is asked before anything is undone.

Clean text must cost next to nothing, so some cheap questions come first. Is there a character that
clean text does not have beside another one beyond ASCII (`Ð¿`, `├⌐`)? Is there a letter of another
alphabet, or a Chinese character, inside a Latin word (`grГјn`, `caf茅s`)? Are the letters of a
sample those of one language (`ìšèøž` is none's alphabet, `оПХБЕР` turns case around, `浣犲ソ` is
rare in any text)?
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from textproof.alphabets import ALPHABETS
from textproof.codec_bytes import SINGLE_BYTE, bytes_of
from textproof.everyday_cjk import everyday_cjk
from textproof.lazy import compiled
from textproof.mixed_words import MixedWord, mixed_words
from textproof.repertoire import Repertoire
from textproof.sign_places import sign_places, signs_among
from textproof.tables.frequent_han import FREQUENT
from textproof.tables.letter_pairs import LETTERS
from textproof.unusual_pairs import has_unusual_pairs

_FAR = "\u0590-\u06ff\u0e00-\u0e7f\u2e80-\ud7ff\uf900-\uff9f"
"""Letters of scripts that do not stand in words with Latin ones."""

_DASHES = "鈥窶"
"""What the first two bytes of a dash or a quote in UTF-8 are in GBK and Shift_JIS: rare in text."""

_CJK = "[\u2e80-\ud7ff\uf900-\uff60]"
_FAR_IN_LATIN = compiled(
    f"{_CJK}(?<=[A-Za-z].)(?!{_CJK}{{3}})"
    f"|{_CJK}(?=[a-z])(?<![^ ].)|[{_DASHES}]"
    "|[\u0590-\u06ff\u0e00-\u0e7f\uff61-\uff9f](?<=[A-Za-z].)"
    "|[\uff82-\uff86](?<![^ '].)(?=[\uff61-\uff7f][ .,;:!?a-z])"
)
_ANY_FAR = compiled(f"[{_FAR}]")
_CAPITAL = compiled("[\u0391-\u03ab\u0400-\u042f]")
_SMALL = compiled("[\u03ac-\u03ce\u0430-\u045f]")
_CJK_WORD = compiled("(?<![a-z])[\u3041-\u30fa\u4e00-\u9fff\uac00-\ud7a3]{3}(?![a-z])")
_HIRAGANA = compiled("[\u3041-\u3093]")
_HAN = compiled("[\u4e00-\u9fff]")

MOSTLY_ASCII = 3
"""Characters to each one beyond ASCII, from which on a text is mostly of ASCII."""

SAMPLE = 100
"""Characters beyond ASCII that are looked at, at the beginning and in the middle."""

FREQUENT_HAN, FEWEST_HAN = 0.4, 8
"""Share of a sample's Han characters among the most frequent ones, below which it may be no text,
and from how many on: clean messages have 0.43 and more, in Japanese 0.33; of those that were read
wrongly nine of ten have less."""

RARE, FEWEST = 0.2, 4
"""Share of the distinct Chinese, Japanese and Korean characters that are not everyday ones, from
which on it may be no text, and from how many characters on."""

CAPITALS = (0.4, 0.97)
"""Shares of capitals among the Greek and Cyrillic letters between which their case may be turned
around: `оПХБЕР`. A text in small letters has fewer, one in capitals more."""


def lines_with_signs(
    text: str, repertoire: Repertoire, mixed: Iterable[MixedWord] | None = None
) -> list[tuple[int, int]]:
    """The lines of a text that have a sign of a wrong decoding, as spans. ``repertoire`` is that of
    the text; ``mixed`` its words of several alphabets, where they are known.

    >>> text = "one\\ncafÃ©\\ntwo\\nf眉r\\ngrГјn"
    >>> lines_with_signs(text, Repertoire(text))
    [(4, 9), (14, 17), (18, 23)]
    """
    places = list(sign_places(text, signs_among(repertoire)))
    if has_far_letters_in_words(text, repertoire.beyond_ascii):
        places += [match.start() for match in _FAR_IN_LATIN.finditer(text)]
    places += [word.start for word in (mixed_words(text) if mixed is None else mixed)]
    lines: list[tuple[int, int]] = []
    for place in sorted(places):
        if not lines or place > lines[-1][1]:
            lines.append(line_around(text, place))
    return lines


def is_doubtful(text: str, beyond: str) -> bool:
    """Whether a text is of no language that is known, as far as a sample of its letters tells, or
    some stand in Latin words that never do. ``beyond`` are its characters beyond ASCII."""
    return (
        is_of_no_language(beyond)
        or has_unusual_pairs(text, beyond)
        or has_far_letters_in_words(text, beyond)
    )


def has_far_letters_in_words(text: str, beyond: str) -> bool:
    """Whether a text that is mostly of ASCII has a letter of a script inside a Latin word that is
    never there. ``beyond`` are its characters beyond ASCII."""
    if len(beyond) * MOSTLY_ASCII > len(text) or not _ANY_FAR.search(beyond):
        return False
    return not _CJK_WORD.search(text) and bool(_FAR_IN_LATIN.search(text))


def line_around(text: str, position: int) -> tuple[int, int]:
    """The line that a position is in, without its end."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return start, end if end >= 0 else len(text)


def is_of_no_language(beyond: str) -> bool:
    """Whether a sample of the characters beyond ASCII is of no language that is known.

    >>> is_of_no_language("éèàç"), is_of_no_language("ìšèøž"), is_of_no_language("浣犲ソ锛")
    (False, True, True)
    """
    middle = len(beyond) // 2
    sample = beyond[:SAMPLE] + (beyond[middle : middle + SAMPLE] if middle > SAMPLE else "")
    chars = frozenset(sample)
    cjk = chars - _below_cjk()
    if len(cjk) >= FEWEST and _is_no_cjk(sample, cjk):
        return True
    letters = chars & _letters()
    if not letters:
        return False
    capitals = len(_CAPITAL.findall(sample))
    few, most = CAPITALS
    cased = capitals and capitals + len(_SMALL.findall(sample))
    if few * cased < capitals < most * cased:
        return True
    return not _is_an_alphabet(letters)


def _is_no_cjk(sample: str, cjk: frozenset[str]) -> bool:
    """Whether the Chinese, Japanese and Korean characters of a sample are those of no text."""
    if len(cjk - everyday_cjk()) > RARE * len(cjk):
        return True
    if len(cjk & _frequent()) >= FREQUENT_HAN * len(cjk):
        return False  # as most texts; counted each time they stand there they are still more
    han = _HAN.findall(sample)
    frequent = sum(map(_frequent().__contains__, han))
    return len(han) >= FEWEST_HAN and frequent < FREQUENT_HAN * len(han)


def is_clean_cjk(text: str) -> bool:
    """Whether a text has words in Chinese, Japanese or Korean, spaced or not, and everyday
    characters in them.

    >>> is_clean_cjk("如果是这样，我们就走。"), is_clean_cjk("启 动 资 料"), is_clean_cjk("f眉r")
    (True, True, False)
    """
    return bool(_CJK_WORD.search(text.replace(" ", ""))) and is_everyday_cjk(text)


def is_everyday_cjk(text: str) -> bool:
    """Whether the Chinese, Japanese and Korean characters of a text are those of clean text.

    >>> is_everyday_cjk("如果是这样，我们就走。"), is_everyday_cjk("浣犲ソ")
    (True, False)
    """
    cjk = [char for char in text if char >= "\u2e80"]
    rare = sum(char not in everyday_cjk() for char in cjk)
    if len(_HIRAGANA.findall(text)) > 2:  # which nothing that was read wrongly has many of
        return rare <= RARE * len(cjk)
    han = _HAN.findall(text)
    frequent = sum(map(_frequent().__contains__, han))
    return rare <= RARE * len(cjk) and frequent >= FREQUENT_HAN * len(han)


@cache
def _frequent() -> frozenset[str]:
    return frozenset(FREQUENT)


@cache
def _below_cjk() -> frozenset[str]:
    return frozenset(map(chr, range(0x2E80)))


@cache
def _letters() -> frozenset[str]:
    """The letters that an encoding of one byte has: no others were read with such a one."""
    return frozenset(
        char
        for codec in SINGLE_BYTE
        for char in bytes_of(codec)
        if "\x7f" < char < "\u2e80" and char.isalpha() and char not in "ªºµ"
    )


def is_of_one_alphabet(run: str) -> bool:
    """Whether the letters of a run may be those of one language.

    >>> is_of_one_alphabet("éè"), is_of_one_alphabet("Ăľ"), is_of_one_alphabet("字")
    (True, False, True)
    """
    return _is_an_alphabet(frozenset(run) & _letters())


@cache
def _is_an_alphabet(letters: frozenset[str]) -> bool:
    """Whether some letters are of one language, in whatever case."""
    small = frozenset("".join(letters).lower())
    return any(small <= alphabet for alphabet in _alphabets())


@cache
def _alphabets() -> tuple[frozenset[str], ...]:
    listed = ("".join(scale) for scale in LETTERS.values())
    return tuple(frozenset(alphabet) for alphabet in (*listed, *ALPHABETS))
