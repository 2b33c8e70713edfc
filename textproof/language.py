"""The language of a text as far as its script tells it: ja, ko, zh-Hans, zh-Hant.

Where words or characters of one region alone tell it, it is zh-Hant-TW or zh-Hant-HK. Ask
:func:`is_chinese` and :func:`variant_of`, and compare no tags.

Characters that only one variant of written Chinese has decide between Simplified and Traditional:
right for 1,243 of 1,243 documents, and still with 5 % of their characters flipped. Kana of at least
5 % of kana and Han mean Japanese (631 of 631 Japanese documents, none of 1,243 Chinese ones).

>>> language_of("統一戰線"), language_of("统一战线"), language_of("統一した戦線です")
('zh-Hant', 'zh-Hans', 'ja')
"""

from __future__ import annotations

import re
from functools import cache

SAMPLES = (2_048, 65_536)
"""Code points that decide the language: few if they are clear, otherwise more."""

KANA_SHARE = 0.05
"""Kana among kana and Han from which on a text is Japanese."""

MAJORITY = 4
"""How many times as many characters of its own variant as of the other a Chinese text has."""

HAN_SHARE = 0.03
"""Han among all characters from which on a text is Chinese, and not a text that quotes some."""

HAN = "\u3400-\u9fff"
"""The Han characters of the basic plane, for a character class. The 64 hexagram symbols between
them are in it too: one range compiles in a tenth of the time of two."""

REGIONAL = 3
"""Words and characters of one region from which on a text is from there."""

REGION_MAJORITY = 9
"""How many times as many of its own as of the other a text of one region has."""

_HAN_BYTES = bytes(range(0x34, 0xA0))
_HANGUL_BYTES = bytes(range(0xAC, 0xD8))
"""The high bytes of HAN and of Hangul syllables in UTF-16. Few modern Korean texts hold the old
jamo that end the last block of them."""

_KANA = rb"\xe3(?:\x81[\x81-\xbf]|\x82[\x80-\x9f\xa1-\xbf]|\x83[\x80-\xba])"
"""A kana in UTF-8: neither the middle dot nor the mark of a long sound."""


@cache
def _runs(characters: str) -> re.Pattern[str]:
    """A pattern for runs of some characters, compiled when a text first asks for it."""
    return re.compile(f"[{characters}]+")


def han_count(text: str) -> int:
    """The Han characters of a text."""
    return _count(HAN, text)


def _count(characters: str, text: str) -> int:
    """The characters of a class, counted by their runs: several times as fast as one by one."""
    return sum(map(len, _runs(characters).findall(text)))


@cache
def _one_sided() -> tuple[dict[str, str], dict[str, str]]:
    """The characters of Simplified only and of Traditional only, each with its counterparts."""
    from textproof.tables.han_variants import BOTH, FURTHER_TRADITIONAL_ONLY, SIMPLIFIED_ONLY

    simplified = {word[0]: word[1:] for word in SIMPLIFIED_ONLY.split()}
    traditional = {form: char for char, forms in simplified.items() for form in forms}
    for char in BOTH:
        del traditional[char]
    traditional |= {word[0]: word[1:] for word in FURTHER_TRADITIONAL_ONLY.split()}
    return simplified, traditional


def variant_characters() -> dict[str, str]:
    """The characters that only zh-Hans, only zh-Hant has."""
    simplified, traditional = _one_sided()
    return {"zh-Hans": "".join(simplified), "zh-Hant": "".join(traditional)}


@cache
def variants() -> dict[str, re.Pattern[str]]:
    """Patterns for the characters that only zh-Hans, only zh-Hant has."""
    return {name: re.compile(f"[{chars}]") for name, chars in variant_characters().items()}


@cache
def counterparts() -> dict[str, str]:
    """For each character of one variant only, its counterparts in the other, likeliest first."""
    simplified, traditional = _one_sided()
    return simplified | traditional


def variant_of(language: str | None) -> str | None:
    """The variant of written Chinese that a language is, of whichever region.

    >>> variant_of("zh-Hant-TW"), variant_of("zh"), variant_of(None)
    ('zh-Hant', None, None)
    """
    variant = (language or "")[: len("zh-Hant")]
    return variant if variant in ("zh-Hans", "zh-Hant") else None


def is_chinese(language: str | None) -> bool:
    """Whether a language is Chinese, of whichever variant and region."""
    return (language or "").startswith("zh")


def language_of(text: str) -> str | None:
    """The language of a text: zh-Hans, zh-Hant, zh, ja, ko, or None where the script is no clue.

    zh is Chinese of which the variant cannot be told: too few characters that differ, or too many
    of both variants.
    """
    if text.isascii():
        return None
    for size in SAMPLES:
        language = _language_of_sample(text[:size])
        if len(text) <= size or language not in (None, "zh"):
            break
    return language


def _language_of_sample(sample: str) -> str | None:
    # counted by bytes, which takes a fraction of the time that a class of characters does
    high = sample.encode("utf-16-le", "surrogatepass")[1::2]
    han = len(high) - len(high.translate(None, _HAN_BYTES))
    hangul = len(high) - len(high.translate(None, _HANGUL_BYTES))
    kana = len(re.findall(_KANA, sample.encode("utf-8", "surrogatepass")))
    if hangul > han + kana:
        return "ko"
    if kana and kana >= KANA_SHARE * (kana + han):
        return "ja" if han or hangul else None
    if not han or han < HAN_SHARE * len(sample) or hangul * 20 > han:
        return None
    hans, hant = variants().values()
    if not hant.search(sample):
        return "zh-Hans" if hans.search(sample) else "zh"
    simplified, traditional = len(hans.findall(sample)), len(hant.findall(sample))
    if simplified > MAJORITY * traditional:
        return "zh-Hans"
    if traditional > MAJORITY * simplified:
        return f"zh-Hant{_region(sample)}"
    return "zh"


@cache
def _regions() -> dict[str, re.Pattern[str]]:
    """For each region that can be told, what nobody writes elsewhere, or hardly."""
    return {
        "-TW": re.compile("軟體|硬體|韌體|部落格|計程車|捷運|簡訊|行動電話|印表機|[ㄅ-ㄩ]{2}"),
        "-HK": re.compile("[佢哋嘅喺咗啲嚟衞説裏閲鋭脱]|乜嘢|港幣"),
    }


def _region(sample: str) -> str:
    """The region of a Traditional text, where what is written there alone tells it, or nothing."""
    found = {region: len(pattern.findall(sample)) for region, pattern in _regions().items()}
    (region, most), (_, least) = sorted(found.items(), key=lambda item: -item[1])
    return region if most >= REGIONAL and most > REGION_MAJORITY * least else ""


@cache
def _families() -> dict[str, str]:
    """For each character with counterparts, it and all that are the same by one step or more."""
    simplified, traditional = _one_sided()
    groups = [char + forms for char, forms in simplified.items()]
    # of a Traditional character the first counterpart is its Simplified form
    groups += [char + forms[0] for char, forms in traditional.items()]
    families: dict[str, set[str]] = {}
    for group in groups:
        family = set(group).union(*(families.get(char, ()) for char in group))
        families.update(dict.fromkeys(family, family))
    return {char: "".join(sorted(family)) for char, family in families.items()}


def same_character(char: str) -> str:
    """A character and those that are the same one in the other variant of written Chinese.

    >>> same_character("發"), same_character("a")
    ('发發髮', 'a')
    """
    return _families().get(char, char)


def any_variant(words: str) -> str:
    """A regular expression for some words in Traditional or Simplified characters, composed or in
    parts, as file systems and some editors write them.

    >>> any_variant("發 (x)"), any_variant("é") == "(?:é|e\\u0301)"
    ('[发發髮]\\\\ \\\\(x\\\\)', True)
    """
    if words.isascii():
        return re.escape(words)
    return "".join(map(_any_form, words))


def _any_form(char: str) -> str:
    forms = same_character(char)
    if len(forms) > 1:
        return f"[{forms}]"
    from unicodedata import normalize

    parts = normalize("NFD", char)
    return re.escape(char) if len(parts) == 1 else f"(?:{char}|{parts})"
