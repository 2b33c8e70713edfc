"""What textproof says about homoglyphs, beside its peers, on the same text in one run.

    pip install . confusable-homoglyphs==3.3.1 icukit-pyicu==78.3.1 ruff
    apt-get install manpages-ru manpages-uk manpages-de …   # the languages that are to be measured
    python benchmarks/scripts [--seed N] [--swaps N] [--megabytes N]

Text is the prose of the translated manual pages of the system. Measured are

- recall: of words of four and more letters in which one letter was swapped for its look-alike of
  the other alphabet, how many are found;
- false alarms: words and characters that are flagged in a MB of clean text. A word that mixes
  alphabets is damage in truth; the pages have a few, which count against everybody alike;
- speed: MB a second, and as a ratio to textproof's `homoglyph` rule.

The peers: ICU's spoof checker asked word by word for the restriction level (moderately
restrictive), `confusable-homoglyphs` asked word by word (`is_dangerous`), and ruff's RUF001 on the
lines as Python strings. RUF001 flags characters, not words, and every look-alike in a text in
Cyrillic: there it "finds" each swapped word, and all the others. What is not installed is left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path

import textproof
from textproof.config_file import parse_config

MANUALS = Path("/usr/share/man")
LANGUAGES = "cs da de el es fr it ja ko mk nl pl pt_BR ro ru sr sv tr uk vi zh_CN zh_TW".split()
LATIN_TO_CYRILLIC = dict(zip("aceopxyijsABCEHIKMOPTXSJ", "асеорхуіјѕАВСЕНІКМОРТХЅЈ", strict=True))
CYRILLIC_TO_LATIN = {cyrillic: latin for latin, cyrillic in LATIN_TO_CYRILLIC.items()}
SWAPPED = {"en": LATIN_TO_CYRILLIC, "de": LATIN_TO_CYRILLIC, "fr": LATIN_TO_CYRILLIC,
           "ru": CYRILLIC_TO_LATIN, "uk": CYRILLIC_TO_LATIN, "sr": CYRILLIC_TO_LATIN}  # fmt: skip

WORD = re.compile(r"[^\W\d_]+")
ESCAPE = re.compile(r"\\f(?:\[[^]]*\]|\(..|.)|\\[&/,|^%:c]")
HOMOGLYPHS = parse_config('select = ["homoglyph", "confusable-url"]')

Span = tuple[int, int]

Checker = Callable[[str], list[Span]]
"""Where a checker flags something in a text: words, or single characters."""


def read(language: str, megabytes: float) -> list[str]:
    """Lines of prose of the manual pages in a language, up to a size."""
    folder = MANUALS if language == "en" else MANUALS / language
    lines: list[str] = []
    left = megabytes * 1e6
    for path in sorted(folder.glob("man[1-8]/*.gz")):
        if path.is_symlink() or left < 0:
            continue
        try:
            text = gzip.decompress(path.read_bytes()).decode("utf-8")
        except UnicodeDecodeError:
            continue
        for line in text.splitlines():
            line = ESCAPE.sub("", line).replace("\\-", "-")
            if not line.startswith((".", "'")) and "\\" not in line and len(line) > 30:
                lines.append(line)
                left -= len(line.encode())
    return lines


def checkers() -> dict[str, Checker]:
    """textproof and the peers that are installed."""
    found: dict[str, Checker] = {"textproof": _textproof}
    try:
        import icu

        spoof = icu.SpoofChecker()
        spoof.setRestrictionLevel(icu.URestrictionLevel.MODERATELY_RESTRICTIVE)
        spoof.setChecks(icu.USpoofChecks.RESTRICTION_LEVEL)
        found["ICU, by word"] = lambda text: [
            word.span() for word in WORD.finditer(text) if spoof.check(word[0])
        ]
    except ImportError:
        pass
    try:
        from confusable_homoglyphs.confusables import is_dangerous

        found["confusable-homoglyphs, by word"] = lambda text: [
            word.span() for word in WORD.finditer(text) if is_dangerous(word[0])
        ]
    except ImportError:
        pass
    try:
        subprocess.run([sys.executable, "-m", "ruff", "--version"], capture_output=True, check=True)
        found["ruff RUF001"] = _ruff
    except (OSError, subprocess.CalledProcessError):
        pass
    return found


def _textproof(text: str) -> list[Span]:
    return [(f.start, f.end) for f in textproof.check_text(text, config=HOMOGLYPHS).findings]


def _ruff(text: str) -> list[Span]:
    """The characters that RUF001 flags in the lines of a text, each a string in a list: the first
    string of a module would be its docstring, which is RUF002's."""
    lines = text.split("\n")
    strings = [json.dumps(line, ensure_ascii=False) for line in lines]
    source = "_ = [\n" + ",\n".join(strings) + "\n]\n"
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--select=RUF001",
               "--output-format=json", "-"]  # fmt: skip
    done = subprocess.run(command, input=source, capture_output=True, text=True, check=False)
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    spans = []
    for finding in json.loads(done.stdout):
        if finding["code"] != "RUF001":
            sys.exit(f"ruff could not read the text: {finding['message']}")
        row, column = finding["location"]["row"] - 2, finding["location"]["column"] - 1
        escapes = sum(strings[row][:column].count(escape) for escape in ('\\"', "\\\\", "\\t"))
        place = starts[row] + column - 1 - escapes
        spans.append((place, place + 1))
    return spans


def swapped(
    lines: list[str], table: dict[str, str], count: int, rng: random.Random
) -> list[tuple[str, Span]]:
    """Lines each with one letter swapped in a word of four letters or more, and the word's span.

    In a text in Cyrillic the words are those in Cyrillic: its Latin ones have no letter of the
    table."""
    made: list[tuple[str, Span]] = []
    for line in rng.sample(lines, len(lines)):
        words = [m for m in WORD.finditer(line) if len(m[0]) > 3 and set(m[0]) & set(table)]
        if words and len(made) < count:
            word = rng.choice(words)
            at = rng.choice([i for i in range(*word.span()) if line[i] in table])
            made.append((line[:at] + table[line[at]] + line[at + 1 :], word.span()))
    return made


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--swaps", type=int, default=500, help="swapped letters of a language")
    parser.add_argument("--megabytes", type=float, default=1, help="clean text of a language")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    found = checkers()
    texts = {name: read(name, options.megabytes) for name in ("en", *LANGUAGES)}
    print(f"| language | KB | {' | '.join(found)} |\n|---|--:|{'--:|' * len(found)}")
    seconds = dict.fromkeys(found, 0.0)
    size = 0.0
    for language, lines in texts.items():
        text = "\n".join(lines)
        if len(text) < 10_000:
            continue
        size += len(text.encode()) / 1e6
        cells = []
        for name, check in found.items():
            start = time.perf_counter()
            cells.append(f"{len(check(text)):,}")
            seconds[name] += time.perf_counter() - start
        print(f"| {language} | {len(text.encode()) // 1000:,} | {' | '.join(cells)} |", flush=True)
    print(f"\n{size:.1f} MB of text, flagged above; speed:\n")
    for name, taken in seconds.items():
        ratio = taken / seconds["textproof"]
        print(f"- {name}: {size / taken:,.1f} MB/s ({ratio:.1f} times as long as textproof)")
    print(f"\n| swapped | {' | '.join(found)} |\n|---|{'--:|' * len(found)}")
    for language, table in SWAPPED.items():
        damaged = swapped(texts[language], table, options.swaps, rng)
        if damaged:
            cells = [share(damaged, check) for check in found.values()]
            print(f"| {language}, {len(damaged)} | {' | '.join(cells)} |", flush=True)
    return 0


def share(lines: list[tuple[str, Span]], check: Checker) -> str:
    """How many of the swapped words are flagged. Ruff, a process, is given all lines at once."""
    if check is _ruff:
        flagged = [start for start, _ in check("\n".join(line for line, _ in lines))]
        starts = accumulate((len(line) + 1 for line, _ in lines), initial=0)
        words = [
            (at + start, at + end) for at, (_, (start, end)) in zip(starts, lines, strict=False)
        ]
        hits = sum(any(start <= place < end for place in flagged) for start, end in words)
    else:
        hits = sum(
            any(a < end and start < b for a, b in check(line)) for line, (start, end) in lines
        )
    return f"{100 * hits / len(lines):.1f} %"


if __name__ == "__main__":
    sys.exit(main())
