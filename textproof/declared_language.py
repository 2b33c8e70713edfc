"""The language that a document declares, held against its text: by script, and by the words that
make up a fifth of any text in their language. No model, and no answer where it is not clear.

>>> reads_as("Die Stadt hat am Montag den Plan für die neue Brücke vorgestellt. " * 9, "en")
'de'
>>> reads_as("The council presented its plan for the new bridge on Monday. " * 9, "en-GB") is None
True
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from unicodedata import normalize

from textproof.language import language_of
from textproof.lazy import compiled
from textproof.scripts import script_of
from textproof.tables.languages import NAMES, RELATED, SCRIPTS, WORDS

SAMPLE = 8_000
"""Code points of a text that tell its language."""

LEAST_LETTERS = 200
"""Letters from which on a text is long enough to tell its script, and Han characters times four."""

LEAST_WORDS = 60
"""Words from which on a text is long enough to tell its language."""

LEAST_BESIDE = 20
"""Words that are enough where the script is another one already."""

LEAST_OF_NONE = 80
"""Letters that are enough where not one of them is in the declared script."""

PRESENT = 0.05
"""The share of letters in a declared script up to which it is a quotation, a name or a menu."""

DOMINANT = 0.8
"""The share of letters from which on a text is in one script."""

CLEAR = 0.15
"""The share of a language's commonest words from which on a text is in it. Texts of 300 words have
0.2 to 0.45 in their own language, and up to 0.1 in another."""

LEAST_OF_OTHER, SURE = 30, 0.25
"""Words that are enough where that share of them are of one language, and none of the declared."""

DIFFERENT = 3
"""Different words of a language that show it: one alone may be a name, as `com` is."""

TIMES = 3
"""How many times as many words of its own as of the declared language a text has."""

TIMES_OF_RELATED = 10
"""The same, of words that only one of them has, where the two are near relatives."""

NOT_JUDGED = frozenset("und mul zxx mis art i x c posix root".split())
"""Tags of no one language."""

_TAG = compiled(r"(?P<language>[A-Za-z]{2,3}|[A-Za-z]{4,8})(?P<rest>(?:[-_@.][A-Za-z0-9]+)*)")
_WORD = compiled(r"[^\W\d_]+")
_CHINESE = {"cn": "zh-Hans", "sg": "zh-Hans", "hans": "zh-Hans", "tw": "zh-Hant",
            "hk": "zh-Hant", "mo": "zh-Hant", "hant": "zh-Hant"}  # fmt: skip


@cache
def _scripts() -> dict[str, frozenset[str]]:
    """The scripts of each language that has a code of two letters."""
    return {
        code: frozenset(scripts.split())
        for scripts, codes in SCRIPTS.items()
        for code in codes.split()
    }


@cache
def _words() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in WORDS.items()}


def is_language(tag: str) -> bool:
    """Whether a tag begins with the code of a language, as RFC 5646 has it.

    >>> [is_language(tag) for tag in ("de-AT", "zh_TW", "gsw", "english", "jp")]
    [True, True, True, False, False]
    """
    match = _TAG.fullmatch(tag)
    if not match:
        return tag.lower().partition("-")[0] in NOT_JUDGED
    language = match["language"].lower()
    return language in _scripts() or len(language) == 3 or language in NOT_JUDGED


def meant_by(tag: str) -> str | None:
    """The code of the language that is meant by what is none: `english`, `jp`.

    >>> meant_by("English"), meant_by("jp-JP"), meant_by("python")
    ('en', 'ja', None)
    """
    return NAMES.get(re.split("[-_]", tag.lower())[0])


def reads_as(text: str, tag: str) -> str | None:
    """The language or the script that a text is in, if that is certainly not the declared one."""
    match = _TAG.fullmatch(tag)
    language = match["language"].lower() if match else ""
    wanted = _scripts().get(language)
    if match is None or wanted is None:
        return None
    subtags = match["rest"].lower().replace("_", "-").split("-")[1:]
    named = next((s.title() for s in subtags if len(s) == 4 and s.isalpha()), None)
    if named in ("Hans", "Hant"):
        named = "Hani"
    if "cyrillic" in subtags or "latin" in subtags:
        named = "Latn" if "latin" in subtags else "Cyrl"
    wanted = frozenset([named]) if named else wanted
    sample = normalize("NFC", text[:SAMPLE])
    scripts: Counter[str] = Counter()
    for char, count in Counter(sample).items():
        if char.isalpha():
            scripts[script_of(char)] += count
    return _other_script(sample, scripts, wanted) or (
        _other_chinese(sample, language, subtags)
        if language in ("zh", "ja", "ko")
        else _other_words(sample, language)
    )


def _other_script(sample: str, scripts: Counter[str], wanted: frozenset[str]) -> str | None:
    """What a text in none of the wanted scripts is in."""
    total = sum(scripts.values())
    if not total:
        return None
    script, count = scripts.most_common(1)[0]
    present = sum(scripts[name] for name in wanted)
    enough = LEAST_LETTERS if present else LEAST_OF_NONE
    enough = enough // 4 if script in ("Hani", "Hira", "Kana", "Hang") else enough
    if total < enough or script in wanted or present > PRESENT * total:
        return None
    east = scripts["Hani"] + scripts["Hira"] + scripts["Kana"] + scripts["Hang"]
    if max(count, east) < DOMINANT * total:
        return None
    told = language_of(sample) if east == max(count, east) else _by_words(sample, LEAST_BESIDE)[0]
    # a list of names in Latin letters is in no language
    return told or (script if script != "Latn" else None)


def _other_chinese(sample: str, language: str, subtags: list[str]) -> str | None:
    """The other language of Han characters, or the other variant of Chinese."""
    told = language_of(sample)
    # kana and Hangul prove their language; Han characters alone may be a list of names in either
    proven = told in ("ja", "ko") and told != language
    if told is None or len(sample) < (LEAST_OF_NONE // 2 if proven else LEAST_LETTERS // 2):
        return None
    if told[:2] != language:
        return told if proven or (language != "ko" and told != "zh") else None
    variant = next((_CHINESE[s] for s in subtags if s in _CHINESE), None)
    return told if variant and told.startswith("zh-") and not told.startswith(variant) else None


def _by_words(sample: str, least: int = LEAST_WORDS) -> tuple[str | None, dict[str, float]]:
    """The language whose commonest words a text has, and the share of those of each language."""
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < least:
        return None, {}
    counts = Counter(words)
    shares = {
        language: sum(counts[word] for word in common) / len(words)
        for language, common in _words().items()
    }
    best = max(shares, key=lambda language: shares[language])
    several = len(_words()[best].intersection(counts)) >= DIFFERENT
    return (best if several and shares[best] >= CLEAR else None), shares


def _other_words(sample: str, language: str) -> str | None:
    """The language of a text whose words are not those of the declared one."""
    told, shares = _by_words(sample, LEAST_OF_OTHER)
    language = {"no": "nb", "nn": "nb"}.get(language, language)
    if told is None or told == language:
        return None
    its, theirs = _words()[told], _words().get(language, frozenset())
    words = Counter(word.lower() for word in _WORD.findall(sample))
    total = sum(words.values())
    own = sum(words[word] for word in its - theirs) / total  # what both have tells nothing
    declared = sum(words[word] for word in theirs - its) / total
    times, known = TIMES, True
    if any({told, language} <= set(group.split()) for group in RELATED):
        times, known = TIMES_OF_RELATED, bool(theirs)
    elif not declared and shares[told] >= SURE and own >= CLEAR:
        return told
    enough = total >= LEAST_WORDS and own >= CLEAR
    return told if known and enough and own >= times * declared else None
