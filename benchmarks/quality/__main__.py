"""What textproof says of damaged and of clean text, beside its peers, on the same texts in one run.

    pip install . django==5.2.19 plsfix==0.1.8 rumdl==0.3.0
    pip install --no-deps weblate==5.14.3 plone.app.locales==7.0.4
    python benchmarks/quality [--part PART] [--samples N] [--split test|tune] [--groups ABC]

The parts are

- `examples`: one text of each class of damage, and what each tool makes of it;
- `damage`: how many damaged texts of each class are found, how many a repair with everything on
  gives back exactly, and whether a safe repair is ever wrong;
- `clean`: false alarms in messages and paragraphs that nobody damaged;
- `chinese`: the damage of Chinese pages, kind by kind, in documents as long as a page;
- `ftfy`: ftfy's own test cases;
- `speed`: the time for clean text in several languages, and for damaged text.

*Found* means for textproof a finding that is a warning or an error; for ftfy that `is_bad` or that
`fix_encoding` changes the text; for plsfix, which only repairs, that it changes it; for rumdl,
which repairs none of this, a warning of MD083. What is not installed is left out.

Printed are the tables of `docs/mojibake.md`; `--page docs/mojibake.md` puts those of all parts
there, between the comments `<!-- PART -->` and `<!-- end of PART -->`. `--misses FILE` lists every
text that textproof gets wrong. Where an unchanged seed and the same versions run, the same texts
are damaged. Without `--part` and `--page` only `damage` runs.
"""

from __future__ import annotations

import argparse
import platform
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent))  # what the benchmarks share

import chinese
import clean
import damaged
import examples
import ftfy_cases
import timing
from page_parts import refresh, wrapped
from peers import PEERS
from run import Run
from sources import languages

PARTS = {
    "examples": examples.report,
    "damage": damaged.report,
    "chinese": chinese.report,
    "clean": clean.report,
    "ftfy": ftfy_cases.report,
    "speed": timing.report,
}


def main() -> int:
    parser = argparse.ArgumentParser(description="damage found and repaired, beside peers")
    parser.add_argument("--part", choices=PARTS, action="append", help="repeatable")
    parser.add_argument("--samples", type=int, default=8, help="texts of each language")
    parser.add_argument("--split", choices=("test", "tune"), default="test")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--groups", default="".join(damaged.CLASSES))
    parser.add_argument("--misses", type=Path, help="a file for what textproof gets wrong")
    parser.add_argument("--every", type=int, default=1, help="damage every so many of the texts")
    parser.add_argument("--page", type=Path, help="the page to put the tables into")
    options = parser.parse_args()
    run = Run(
        options.samples, options.split, options.seed, options.groups, options.misses, options.every
    )
    if not languages():
        sys.exit("install the sources first: see the top of benchmarks/quality/sources.py")
    if run.misses:
        run.misses.write_text("", encoding="utf-8")
    texts = {"circumstances": circumstances(run)}
    print(texts["circumstances"])
    for part in options.part or (PARTS if options.page else ["damage"]):
        texts[part] = "\n\n".join(map(wrapped, PARTS[part](run)))
        print(f"\n## {part}\n\n{texts[part]}", flush=True)
    if options.page:
        refresh(options.page, texts)
    return 0


def circumstances(run: Run) -> str:
    """When, where and with what was measured."""
    system = platform.freedesktop_os_release()["PRETTY_NAME"]
    some = f"one of {run.every} of them damaged, " * (run.every > 1)
    peers = ", ".join(f"{name} {version(name)}" for name in list(PEERS)[1:])
    return wrapped(
        f"Measured on {date.today()} with {platform.python_implementation()}"
        f" {platform.python_version()} on {system}, a two-core virtual machine. Peers: {peers}."
        f" {run.samples} texts of each language, {some}seed {run.seed}."
    )


if __name__ == "__main__":
    sys.exit(main())
