"""The clean text and the peers that the benchmarks of this folder share."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

import textproof
from textproof.config_file import parse_config

MANUALS = Path("/usr/share/man")

WORD = re.compile(r"[^\W\d_]+")
ESCAPE = re.compile(r"\\f(?:\[[^]]*\]|\(..|.)|\\[&/,|^%:c]")
HOMOGLYPHS = parse_config('select = ["homoglyph", "confusable-url"]')

Span = tuple[int, int]

Checker = Callable[[str], list[Span]]
"""Where a checker flags something in a text: words, or single characters."""


def read_pages(language: str, megabytes: float) -> Iterator[tuple[str, str]]:
    """The prose of the manual pages in a language, up to a size, each with its name."""
    folder = MANUALS if language == "en" else MANUALS / language
    left = megabytes * 1e6
    for path in sorted(folder.glob("man[1-8]/*.gz")):
        if path.is_symlink() or left < 0:
            continue
        try:
            text = gzip.decompress(path.read_bytes()).decode("utf-8")
        except UnicodeDecodeError:
            continue
        lines = [ESCAPE.sub("", line).replace("\\-", "-") for line in text.splitlines()]
        kept = [x for x in lines if len(x) > 30 and x[0] not in ".'" and "\\" not in x]
        if kept:
            yield path.stem, "\n".join(kept)
            left -= sum(len(line.encode()) for line in kept)


def read(language: str, megabytes: float) -> list[str]:
    """The lines of these pages."""
    return [x for _, page in read_pages(language, megabytes) for x in page.split("\n")]


def checkers() -> dict[str, Checker]:
    """textproof and the peers that are installed."""
    found: dict[str, Checker] = {"textproof": own}
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
        found["ruff RUF001"] = ruff
    except (OSError, subprocess.CalledProcessError):
        pass
    return found


def own(text: str) -> list[Span]:
    return [(f.start, f.end) for f in textproof.check_text(text, config=HOMOGLYPHS).findings]


def ruff(text: str) -> list[Span]:
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
