"""Whether the samples of Trojan Source are found, by their classes.

    git clone https://github.com/nickboucher/trojan-source FOLDER    # MIT
    pip install . && python benchmarks/scripts/trojan.py FOLDER

A sample is a source file whose name says its class: bidirectional controls (commenting-out,
early-return, stretched-string), homoglyphs, invisible characters. Each is checked as plain text,
and found where a rule of `scripts` that is about its class finds something; the pages that show the
samples as pictures, and what is not named so, are no samples. The README of each language, which
holds none, must have no finding.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from textproof import check_bytes

CLASSES = {
    "commenting-out": "bidi-control",
    "early-return": "bidi-control",
    "stretched-string": "bidi-control",
    "homoglyph-function": "homoglyph",
    "invisible-function": "invisible-character",
}
"""The rule of each class, by the name of a sample in kebab-case."""


def main() -> int:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for path in sorted(Path(sys.argv[1]).rglob("*.*")):
        name = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", path.stem).lower()
        if path.name == "README.md":
            for finding in check_bytes(path.read_bytes(), path=path.name).findings:
                print(f"{path}: {finding.rule}: {finding.message}")
        if name not in CLASSES or path.suffix == ".html":
            continue
        findings = check_bytes(path.read_bytes(), path=f"{path.name}.txt").findings
        hits = [f for f in findings if f.rule == CLASSES[name]]
        wanted[name] += 1
        found[name] += bool(hits)
        severities = sorted({str(f.severity) for f in hits}) or ["NOT FOUND"]
        print(f"{path.parent.name}/{path.name}: {CLASSES[name]} {', '.join(severities)}")
    for name in wanted:
        print(f"{name}: {found[name]} of {wanted[name]}")
    print(f"all: {found.total()} of {wanted.total()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
