"""What textproof says about encodings, beside its peers, on the same documents in one run.

    pip install . django==5.2.19 chardet charset-normalizer
    apt-get install moreutils file            # isutf8 and file; what is missing is left out
    python benchmarks/encoding [--part PART] [--seed N] [--documents N] [--tree FOLDER]

The documents are made from clean text (`sources`), the same with the same seed. The parts are

- `separator`: whether bytes that are no UTF-8 are UTF-8 with damage, or in a legacy encoding;
- `legacy`: whether the text of a legacy document comes out as its author wrote it;
- `damage`: whether 14 kinds of damage are found, once, by the right rule, at the right byte;
- `speed`: how fast UTF-8 is read, as a ratio to `bytes.decode`;
- `tree`: whether files that others labelled come out right, with `--tree FOLDER` only: a tree of
  folders that are named by encoding, as `tests` in a clone of github.com/chardet/chardet.

Printed are the tables of `docs/encoding.md`; `--page docs/encoding.md` puts them there, between the
comments `<!-- PART -->` and `<!-- end of PART -->`. `--misses FOLDER` keeps every document that
textproof gets wrong, and says what it answered. The part `damage` takes half an hour, for documents
of 10 MB; all others take about ten minutes.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from datetime import date
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent))  # what the benchmarks share

import legacy
import peers
import places
import separator
import speed
import tree
from documents import LANGUAGES
from page_parts import refresh, wrapped
from run import Run
from sources import read_sources

PARTS = {
    "separator": separator.report,
    "legacy": legacy.report,
    "damage": places.report,
    "speed": speed.report,
    "tree": tree.report,
}


def main() -> int:
    parser = argparse.ArgumentParser(description="Encoding verdicts of textproof and its peers")
    parser.add_argument("--part", choices=PARTS, action="append", help="repeatable (default: all)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", type=int, default=500, help="of each sort (default: 500)")
    parser.add_argument("--misses", type=Path, help="a folder for what textproof gets wrong")
    parser.add_argument("--tree", type=Path, help="files in folders named by encoding")
    parser.add_argument("--page", type=Path, help="the page to put the tables into")
    options = parser.parse_args()
    sources = read_sources(LANGUAGES)
    if not sources:
        sys.exit("there is no text to make documents from: pip install django==5.2.19")
    run = Run(sources, options.seed, options.documents, options.misses, options.tree)
    texts = {"circumstances": circumstances(run)}
    print(texts["circumstances"])
    for part in options.part or [part for part in PARTS if part != "tree" or options.tree]:
        texts[part] = "\n\n".join(map(wrapped, PARTS[part](run)))
        print(f"\n## {part}\n\n{texts[part]}", flush=True)
    if options.page:
        refresh(options.page, texts)
    return 0


def circumstances(run: Run) -> str:
    """When, where and with what was measured."""
    system = platform.freedesktop_os_release()["PRETTY_NAME"]
    texts = (f"{source.name} ({len(source.passages)} languages)" for source in run.sources)
    return wrapped(
        f"Measured on {date.today()} with {platform.python_implementation()}"
        f" {platform.python_version()} on {system}, {os.cpu_count()} processors. Peers:"
        f" {', '.join(peers.versions())}. Text from {' and '.join(texts)}; seed {run.seed}."
    )


if __name__ == "__main__":
    sys.exit(main())
