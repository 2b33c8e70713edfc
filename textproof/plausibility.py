"""How much a text reads like a language: what its characters beyond ASCII cost, in nats.

Every character outside ASCII is asked how likely it is after the one before it, in the language
that explains the whole text best; ASCII letters only help to choose that language. A text that was
read with the wrong codec costs more than the right reading of the same bytes: its letters are of no
language (`kРґr`), its capitals stand inside words (`vŽritŽ`), its words hold symbols (`Gr³sse`).

>>> cost("Die Straße ist für Fußgänger gesperrt.") < cost("Die Stra▀e ist fⁿr Fu▀gΣnger gesperrt.")
True
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection
from functools import cache
from itertools import pairwise, repeat
from operator import mul

from textproof.alphabets import OF_NO_TABLE, UNLISTED
from textproof.everyday_cjk import Standards, cost_of_cjk, is_common_cjk, standards_of
from textproof.lazy import compiled
from textproof.tables.letter_pairs import LETTERS, PAIRS

UNKNOWN_LETTER = 14.0
"""The cost of a letter that a language does not have."""

LETTER_OF_NO_TABLE = 11.0
"""The cost of one that a language does not have, where it is a letter of one without a table."""

UNKNOWN_PAIR = 3.0
"""What a letter costs beyond its own step where it does not usually follow the one before it."""

CAPITAL_INSIDE = 4.0
"""The cost of a capital letter right behind a small one."""

IN_A_WORD = 8.0
"""The cost of a symbol between two letters, where only an apostrophe or a dash may stand, and of a
fraction, a superscript or a spacing accent before one."""

BESIDE_A_DIGIT = 5.0
"""The cost of a letter beyond ASCII right before or behind a digit."""

AMONG_LATIN = 10.0
"""The cost of a single Han character, kana or Hangul syllable right behind a Latin letter."""

INSIDE_LATIN = 12.0
"""What one or two of those cost beside that inside a Latin word, and two of half width behind."""

ASCII_WEIGHT = 0.3
"""How much an ASCII letter counts in the choice of the language: it is the same in all readings."""

ASCII_NEIGHBOURS = 20
"""ASCII letters that count for each character beyond ASCII: a German name stands in Dutch text."""

LIKELY_LANGUAGES = 6
"""Languages whose pairs are looked at: those that the single letters suggest."""

TYPOGRAPHY = frozenset("’‘“”„‚–—…«»‹›\xa0©®°•·§€£×")
_INSIDE = compiled(
    r"(?<=[^\W\d_])[^\w\s\x00-\x7f’–—…·\xa0\xad\u0300-\u036f\u0591-\u05c7\u0610-\u0670\u0900-\u1cff](?=[^\W\d_])"
)
_OTHER_SCRIPT = compiled("[\u0900-\u1fff]{2,}")
"""Letters of the scripts from Devanagari to Cherokee, of which no language is listed."""

_TATWEEL = "\u0640"
"""What stretches a word in Arabic, and is no letter of it."""

_BEFORE = compiled(r"(?<![^\W\d_])[¹²³¼½¾¨¯´¸](?=[^\W\d_])")
_AT_A_DIGIT = compiled(r"(?:(?<=[0-9])|(?=[^\W\d_][0-9]))[^\W\d_\x00-\x7f]")
_ENCLOSED = compiled(
    "(?<=[a-z])(?:[\u2e80-\ud7ff\uf900-\ufaff\uff61-\uff9f]{1,2}(?=[a-z])"
    "|[\uff82-\uff9f][\uff61-\uff7f](?![\uff61-\uff9f]))"
    "|(?<![^ '(])(?:[\u2e80-\ud7ff](?=[a-z]{2})|[\uff82-\uff86][\uff61-\uff7f](?=[ .,;:!?a-z]))"
)
_ALONE = compiled(
    "(?<=[A-Za-z])[\u2e80-\ud7ff\uf900-\ufaff\uff01-\uffef](?![\u2e80-\ud7ff\uf900-\ufaff\uff01-\uffef])"
)

Pairs = dict[tuple[str, str], int]


def cost(text: str, home: Collection[str] = (), abroad: float = 0.0) -> float:
    """What the characters beyond ASCII cost, in nats; lower is likelier. Of no such character 0.

    A language that is not one of those at ``home`` costs so much more, where some are named.
    """
    normal = unicodedata.normalize("NFC", text).replace(_TATWEEL, "")
    raw = Counter(zip(" " + normal, normal, strict=False))
    standards = standards_of(normal)
    others = sum(count * _other(a, b, standards) for (a, b), count in raw.items() if b > "\x7f")
    others += BESIDE_A_DIGIT * len(_AT_A_DIGIT.findall(normal))
    others += IN_A_WORD * (len(_INSIDE.findall(normal)) + len(_BEFORE.findall(normal)))
    others += AMONG_LATIN * len(_ALONE.findall(normal))
    others += INSIDE_LATIN * len(_ENCLOSED.findall(normal))
    pairs: Counter[tuple[str, str]] = Counter()
    for (a, b), count in raw.items():
        pairs[_letter(a), _letter(b)] += count
    return others + _language_cost(pairs, home, abroad if home else 0.0)


def letters_cost(characters: Counter[str]) -> float:
    """What characters beyond ASCII cost at least, whatever their order: a quick guess at `cost`.

    >>> letters_cost(Counter("привет")) < letters_cost(Counter("Ďđčâĺň"))
    True
    """
    others, letters, counts = 0.0, list[str](), list[int]()
    for char, count in characters.items():
        if char >= "\u2e80":
            others += count * (6.0 if is_common_cjk(char) else 13.0)
        elif char.isalpha():
            letters.append(char.lower())
            counts.append(count)
        else:
            others += count * (8.0 if char in TYPOGRAPHY else 13.0)
    if not letters:
        return others
    least: float = min(
        sum(map(mul, counts, map(steps.get, letters, repeat(UNKNOWN_LETTER))))
        for steps in _steps_of_letters().values()
    )
    return others + least


def is_plausible(before: str, characters: str, after: str) -> bool:
    """Whether some characters, between two others, are usual in one language, or typography.

    >>> is_plausible("r", "ü", "n"), is_plausible(" ", "Ԡ", " "), is_plausible("t", "’", "s")
    (True, False, True)
    """
    if all(char in TYPOGRAPHY or is_common_cjk(char) for char in characters):
        return True
    if _OTHER_SCRIPT.fullmatch(characters):
        return len({unicodedata.name(char, "").partition(" ")[0] for char in characters}) == 1
    return is_spelling(before, characters, after)


def is_spelling(before: str, letters: str, after: str) -> bool:
    """Whether some letters, between two characters, are usual in the words of one language: how
    they begin and end, and each of them.

    >>> is_spelling("r", "ü", "n"), is_spelling("r", "Ü", "n"), is_spelling("t", "’", "s")
    (True, False, False)
    """
    chain = (before or " ") + letters + (after or " ")
    if any(b.isupper() and a.islower() for a, b in pairwise(chain)):
        return False
    small = [_letter(char) for char in letters]
    if " " in small:
        return False
    ends = (_letter(chain[0]) + small[0], small[-1] + _letter(chain[-1]))
    return any(
        all(char in _steps_of_letters()[language] for char in small)
        and all(pair in steps for pair in ends)
        for language, steps in _steps_of_pairs().items()
    )


def _letter(char: str) -> str:
    """A letter in lower case, a space for any other character."""
    if char > "\x7f" and not char.isalpha() and unicodedata.category(char)[0] != "M":
        return " "
    small = char.lower()
    return small[0] if small[0] > "\x7f" or small.isalpha() else " "


def _other(before: str, char: str, standards: Standards) -> float:
    """What a character costs in any language: symbols, capitals in words, Han, kana, Hangul."""
    extra = CAPITAL_INSIDE if char.isupper() and before.islower() else 0.0
    if char >= "\u2e80":
        return extra + cost_of_cjk(char, standards)
    if UNLISTED.match(char):
        return 5.0 if UNLISTED.match(before) or not before.isalpha() else UNKNOWN_LETTER
    if char.isalpha() or unicodedata.category(char)[0] == "M":
        return extra + (4.0 if char in "ªº" else 0.0)
    if char in TYPOGRAPHY:
        return extra + 7.0
    category = unicodedata.category(char)
    if category in ("Cc", "Cn", "Co", "Cs"):
        return extra + 18.0
    return extra + (11.0 if char < "\u0100" and category not in ("No", "Sk") else 15.0)


def likeliest_language(text: str) -> str:
    """The listed language, as its code, whose letters explain those of a text best.

    >>> likeliest_language("Příliš žluťoučký kůň")
    'cs'
    """
    letters = Counter(char.lower() for char in text if "\x7f" < char < "\u2e80" and char.isalpha())
    return min(
        (sum(n * steps.get(char, UNKNOWN_LETTER) for char, n in letters.items()), language)
        for language, steps in _steps_of_letters().items()
    )[1]


def steps_in(language: str) -> tuple[dict[str, float], dict[str, float]]:
    """What each letter costs in a language, and each after another."""
    return _steps_of_letters()[language], _steps_of_pairs()[language]


@cache
def pairs_of_languages() -> tuple[frozenset[str], ...]:
    """The pairs of letters that each language has."""
    return tuple(map(frozenset, _steps_of_pairs().values()))


def _language_cost(pairs: Pairs, home: Collection[str], abroad: float) -> float:
    """The cost of the pairs of letters in the language that explains them best."""
    singles: Counter[str] = Counter()
    for (_, b), count in pairs.items():
        singles[b] += count
    telling = [
        (a + b, b, n)
        for (a, b), n in pairs.items()
        if b < "\u2e80" and not (a + b).isascii() and not UNLISTED.match(b)
    ]
    ascii_letters = [char for char in singles if char <= "\x7f"]
    others = [char for char in singles if "\x7f" < char < "\u2e80"]
    ascii_counts = [singles[char] for char in ascii_letters]
    # where the language matters, a text without letters beyond ASCII has one
    told = sum(singles[char] for char in others) or bool(home)
    others = [char for char in others if not UNLISTED.match(char)]
    counts = [singles[char] for char in others]
    unknown = [_unknown(char) for char in others]
    weight = ASCII_WEIGHT * min(1.0, ASCII_NEIGHBOURS * told / max(sum(ascii_counts), 1))
    costs = []
    for language, steps in _steps_of_letters().items():
        ascii_steps = map(steps.get, ascii_letters, repeat(UNKNOWN_LETTER))
        ascii_cost = weight * sum(map(mul, ascii_counts, ascii_steps))
        other_cost = sum(map(mul, counts, map(steps.get, others, unknown)))
        other_cost += 0.0 if language in home else abroad
        costs.append((ascii_cost + other_cost, language, ascii_cost))
    least = min(ascii_cost for _, _, ascii_cost in costs)
    best = float("inf")
    for _, language, ascii_cost in sorted(costs)[:LIKELY_LANGUAGES]:
        known, letters = _steps_of_pairs()[language], _steps_of_letters()[language]
        total = ascii_cost - least + (0.0 if language in home else abroad)
        for pair, letter, count in telling:
            step = known.get(pair)
            if step is None:
                step = letters.get(letter, _unknown(letter)) + UNKNOWN_PAIR
            total += count * step
        best = min(best, total)
    return best


@cache
def _unknown(letter: str) -> float:
    """What a letter costs in a language that does not have it."""
    return LETTER_OF_NO_TABLE if letter in OF_NO_TABLE else UNKNOWN_LETTER


@cache
def _steps_of_letters() -> dict[str, dict[str, float]]:
    return {name: {char: float(step) for step, group in enumerate(scale) for char in group}
            for name, scale in LETTERS.items()}  # fmt: skip


@cache
def _steps_of_pairs() -> dict[str, dict[str, float]]:
    return {name: {group[i : i + 2]: float(step) for step, group in enumerate(scale)
                   for i in range(0, len(group), 2)}
            for name, scale in PAIRS.items()}  # fmt: skip
