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
import random
import sys
import time
from itertools import accumulate

from manuals import WORD, Checker, Span, checkers, read, ruff

LANGUAGES = "cs da de el es fr it ja ko mk nl pl pt_BR ro ru sr sv tr uk vi zh_CN zh_TW".split()
LATIN_TO_CYRILLIC = dict(zip("aceopxyijsABCEHIKMOPTXSJ", "асеорхуіјѕАВСЕНІКМОРТХЅЈ", strict=True))
CYRILLIC_TO_LATIN = {cyrillic: latin for latin, cyrillic in LATIN_TO_CYRILLIC.items()}
SWAPPED = {"en": LATIN_TO_CYRILLIC, "de": LATIN_TO_CYRILLIC, "fr": LATIN_TO_CYRILLIC,
           "ru": CYRILLIC_TO_LATIN, "uk": CYRILLIC_TO_LATIN, "sr": CYRILLIC_TO_LATIN}  # fmt: skip


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
    if check is ruff:
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
