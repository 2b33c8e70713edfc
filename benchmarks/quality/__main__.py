"""How much damage textproof and its peers find and repair, on the same texts in one run.

    pip install . plsfix==0.2.0
    pip install --no-deps weblate==5.14.3 plone.app.locales==7.0.4
    python benchmarks/quality [--samples N] [--split test|tune] [--groups ABC] [--misses FILE]

For each class of damage is printed how many damaged texts are detected, and how many a repair with
everything on gives back exactly; then what each says of the clean texts. *Detected* means for
textproof a finding that is a warning or an error; for ftfy that `is_bad` or that `fix_encoding`
changes the text; for plsfix, which only repairs, that it changes it.
Where an unchanged seed and the same versions run, the same texts are damaged.
"""

from __future__ import annotations

import argparse
import importlib
import random
import sys
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from case import Case
from peers import PEERS
from sources import Sample, languages, read

FEWEST = 4
"""Samples that a language must have to be in the run."""


def cases(samples: list[Sample], groups: str, seed: int) -> Iterator[Case]:
    """The damaged texts of some classes, each text with random numbers of its own."""
    for path in sorted(Path(__file__).parent.glob("damage_*.py")):
        module = importlib.import_module(path.stem)
        if module.GROUP not in groups:
            continue
        for number, (language, text) in enumerate(samples):
            chance = random.Random(f"{seed} {module.GROUP} {language} {number}")
            for kind, damaged in module.damage(text, language, chance):
                if damaged != text:
                    yield Case(module.GROUP, kind, language, text, damaged)


def main() -> int:
    parser = argparse.ArgumentParser(description="damage found and repaired, beside peers")
    parser.add_argument("--samples", type=int, default=8, help="texts of each language")
    parser.add_argument("--split", choices=("test", "tune"), default="test")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--groups", default="ABCDEFGHIJKLM")
    parser.add_argument("--misses", type=Path, help="a file for the cases that textproof misses")
    options = parser.parse_args()
    drawn = [read(name, options.split, options.samples, options.seed) for name in languages()]
    samples = [sample for some in drawn if len(some) >= FEWEST for sample in some]
    if not samples:
        sys.exit("install the sources first: see the top of benchmarks/quality/sources.py")
    versions = ", ".join(f"{name} {version(name)}" for name in PEERS)
    spoken = len({sample.language for sample in samples})
    print(f"{len(samples)} clean texts in {spoken} languages; {versions}")
    counts: Counter[tuple[str, str, str]] = Counter()
    with (options.misses or Path("/dev/null")).open("w", encoding="utf-8") as misses:
        for case in cases(samples, options.groups, options.seed):
            counts[case.group, "", "cases"] += 1
            for name, peer in PEERS.items():
                found, repaired = peer.judge(case)
                counts[case.group, name, "detected"] += found
                counts[case.group, name, "repaired"] += repaired
                if name == "textproof" and not (found and repaired):
                    said = "not repaired" if found else "not found"
                    print(case.group, case.kind, case.language, said, repr(case.damaged),
                          repr(case.clean), sep="\t", file=misses)  # fmt: skip
    _print_damaged(counts, options.groups)
    _print_clean(samples)
    return 0


def _print_damaged(counts: Counter[tuple[str, str, str]], groups: str) -> None:
    print(f"\n| class | texts | {' | '.join(PEERS)} |\n|---|---:|{'---:|' * len(PEERS)}")
    for group in groups:
        texts = counts[group, "", "cases"]
        if texts:
            shares = (
                f"{counts[group, name, 'detected'] / texts:.3f} / "
                f"{counts[group, name, 'repaired'] / texts:.3f}"
                for name in PEERS
            )
            print(f"| {group} | {texts:,} | {' | '.join(shares)} |")


def _print_clean(samples: list[Sample]) -> None:
    alarms: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    for sample in samples:
        for name, peer in PEERS.items():
            found, text = peer.read(sample.text)
            alarms[name] += found
            changed[name] += text != sample.text
    print("\nclean texts flagged, and changed by a repair:")
    for name in PEERS:
        print(f"  {name}: {alarms[name]}, {changed[name]}")


if __name__ == "__main__":
    sys.exit(main())
