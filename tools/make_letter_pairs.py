"""Generate the letter pairs of the languages from named, versioned sources.

Writes `textproof/tables/letter_pairs.py`.

    pip install wordfreq==3.1.1
    pip install --no-deps wagtail==8.0.1 django-oscar==4.2.1 django-cms==5.1.3
    python tools/make_letter_pairs.py            # writes the table
    python tools/make_letter_pairs.py --check    # exit 1 if it is not what this script writes

Sources: the word lists of wordfreq (data CC BY-SA 4.0, from eight kinds of corpora) say how often
the words of a language are used; for the languages that it lacks, the translated messages of
Wagtail, django-oscar and django CMS (BSD-3-Clause). What is written are frequencies of letters and
of pairs of letters; no word is.
"""

from __future__ import annotations

import ast
import math
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from importlib.util import find_spec
from itertools import islice, pairwise
from pathlib import Path

from generated import write_or_check
from wordfreq import get_frequency_dict

PACKAGES = {"wagtail": "wagtail", "oscar": "django-oscar", "cms": "django-cms"}

WORD_LISTS = {
    **{name: name for name in "ar bg ca cs da de el en es fa fi fr he hu id is it lt lv mk nb nl pl"
       " pt ro ru sk sl sv tr uk vi".split()},
    "hr": "sh",
    "sr": "sh",
}  # fmt: skip
"""The languages that wordfreq has; its Serbo-Croatian is in Latin letters, of which the Serbian
Cyrillic ones are got one for one."""

CATALOGUES = "az be et eu gl sq th".split()
"""Those that it lacks and that have legacy encodings: read from translated messages."""

WORDS = 150_000
"""Words that are read of a word list."""

DEEPEST = 11
"""The rarest step of a scale of whole nats: a pair of step 11 follows in one of 60,000 cases."""

RAREST = 1e-6
"""Share of all letters from which on a letter or a pair is listed."""

PAIRS = 400
"""Pairs that a language keeps, the most frequent first."""

ALPHABETS = {"et": "šž", "eu": "ñüç", "gl": "ñüïç", "sq": "çë"}
"""Letters of a language that its messages may lack, being too few."""

SHARP_STEMS = re.compile(
    "strass|gr[oöü]ss|gruss|süss|heiss|weiss(?!sag)|schliess|gemäss|mass(?=nahm|stab|geb)"
    "|f[uü]ss|spass|stoss|stöss|auss(?=er|en)|äusser|drauss|bloss|fliess|giess|reiss|beiss|fleiss"
    "|dreiss|schweiss|liess|hiess|stiess|geniess|preuss|regelmäss|mässig"
)
"""Stems of German words after whose long vowel or diphthong an ß stands (Duden, D 159)."""

DIGRAPHS = {"lj": "љ", "nj": "њ", "dž": "џ"}
CYRILLIC = str.maketrans("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш")

CEDILLAS = {ord("ș"): "ş", ord("ț"): "ţ"}

_MESSAGE = re.compile(r'^msgstr(?:\[\d\])?((?:\s*"(?:[^"\\]|\\.)*")+)', re.MULTILINE)
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_TOKEN = re.compile(r"[^\s!-/:-@\[-`{-~]+")


def messages(path: Path) -> Iterator[str]:
    """The translations in a gettext catalogue, without the doubtful ones and the header."""
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        if "#, fuzzy" in block or "Content-Type:" in block or block.startswith("#~"):
            continue
        for match in _MESSAGE.finditer(block):
            yield "".join(ast.literal_eval(part) for part in _STRING.findall(match[1]))


def words_of(language: str) -> Mapping[str, float]:
    """The words of a language in lower case, and how often each is used."""
    if language not in WORD_LISTS:
        return catalogued(language)
    ranked = get_frequency_dict(WORD_LISTS[language], "best")  # the most frequent first
    words = dict(islice(ranked.items(), WORDS))
    return WRITTEN[language](words) if language in WRITTEN else words


def catalogued(language: str) -> Counter[str]:
    """The words of the translated messages in a language."""
    texts: set[str] = set()
    for package in PACKAGES:
        spec = find_spec(package)
        if spec is None or not spec.submodule_search_locations:
            sys.exit(f"{package} is not installed: see the top of {Path(__file__).name}")
        for path in sorted(Path(next(iter(spec.submodule_search_locations))).rglob("*.po")):
            if path.parent.parent.name in (language, f"{language}_{language.upper()}"):
                texts.update(messages(path))
    return Counter(_TOKEN.findall(unicodedata.normalize("NFC", " ".join(texts)).lower()))


def with_cedillas(words: Mapping[str, float]) -> dict[str, float]:
    """Romanian words, also as encodings before ISO-8859-16 write them: a cedilla, not a comma."""
    written = {word.translate(CEDILLAS): frequency for word, frequency in words.items()}
    return {**written, **words}


def with_sharp_s(words: Mapping[str, float]) -> dict[str, float]:
    """German words with their ß, which the list folds to ss: those of a stem that has it."""
    return {
        SHARP_STEMS.sub(lambda match: match[0].replace("ss", "ß"), word): frequency
        for word, frequency in words.items()
    }


def with_final_sigma(words: Mapping[str, float]) -> dict[str, float]:
    """Greek words with the sigma that stands at their end, which the list folds."""
    return {re.sub("σ$", "ς", word): frequency for word, frequency in words.items()}


def in_cyrillic(words: Mapping[str, float]) -> dict[str, float]:
    """Serbian words in Cyrillic letters, of their Latin ones."""
    written = {}
    for word, frequency in words.items():
        for digraph, letter in DIGRAPHS.items():
            word = word.replace(digraph, letter)
        written[word.translate(CYRILLIC)] = frequency
    return written


WRITTEN = {"ro": with_cedillas, "de": with_sharp_s, "el": with_final_sigma, "sr": in_cyrillic}
"""What makes the words of a list those that people write."""


def is_word(token: str) -> bool:
    """Whether a token is letters and their marks."""
    return all(unicodedata.category(char)[0] in "LM" for char in token)


def step(probability: float) -> int:
    return min(DEEPEST, round(-math.log(probability)))


def scales(words: Mapping[str, float], alphabet: str) -> tuple[list[str], list[str]]:
    """The letters and the pairs of some words, each by its step: strings of letters, of pairs."""
    letters: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for word, frequency in words.items():
        if word.isalpha() or is_word(word):
            for char in word:
                letters[char] += frequency
            letters[" "] += frequency
            if not word.isascii():
                for a, b in pairwise(f" {word} "):
                    pairs[a + b] += frequency
    total = letters.total()
    singles, doubles = [""] * (DEEPEST + 1), [""] * (DEEPEST + 1)
    for char in set(alphabet) - set(letters):
        letters[char] = RAREST * total
    for char, count in sorted(letters.items()):
        if count / total >= RAREST:
            singles[step(count / total)] += char
    telling = [(-count, pair) for pair, count in pairs.items()
               if count / total > RAREST and not pair.isascii()]  # fmt: skip
    for count, pair in sorted(telling)[:PAIRS]:
        doubles[step(-count / letters[pair[0]])] += pair
    return singles, ["".join(sorted_pairs(group)) for group in doubles]


def sorted_pairs(group: str) -> list[str]:
    return sorted(group[i : i + 2] for i in range(0, len(group), 2))


def main() -> int:
    catalogues = ", ".join(f"{name} {version(name)}" for name in PACKAGES.values())
    sources = f"wordfreq {version('wordfreq')} (data CC BY-SA 4.0), {catalogues}"
    lines = [
        '"""How often the letters of a language follow one another.',
        "",
        "Generated by tools/make_letter_pairs.py; do not edit.",
        f"Sources: {sources} (BSD-3-Clause).",
        "",
        "Each language has two scales of twelve steps, from 0 (always) to 11 (once in 60,000",
        "times): the letters at each step, and at each step the pairs, one after the other, of",
        "which the second letter follows the first so often. A space stands for the end of a word,",
        "and only pairs with a letter outside ASCII are listed.",
        '"""',
        "",
        "# ruff: noqa",
        "",
        "LETTERS: dict[str, tuple[str, ...]] = {",
    ]
    tables = {}
    for language in sorted([*WORD_LISTS, *CATALOGUES]):
        tables[language] = scales(words_of(language), ALPHABETS.get(language, ""))
    lines += [f"    {name!r}: {tuple(letters)!r}," for name, (letters, _) in tables.items()]
    lines += ["}", "", "PAIRS: dict[str, tuple[str, ...]] = {"]
    lines += [f"    {name!r}: {tuple(pairs)!r}," for name, (_, pairs) in tables.items()]
    lines += ["}", ""]
    return write_or_check({"textproof/tables/letter_pairs.py": "\n".join(lines)}, sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
