"""What the rules of the validator `scripts` add to the check of a clean document.

    pip install . confusable-homoglyphs==3.3.1 icukit-pyicu==78.3.1 ruff
    apt-get install manpages-zh manpages-ru manpages-ja …
    python benchmarks/scripts/cost.py [FOLDER …] [--runs N] [--rules]

Documents are the manual pages of each language as plain text, and with FOLDERs the documents in
them, by the language that most of their letters tell. Those in which the rules find something are
left out: what is measured is what a clean document pays. Of each the least CPU time of some runs is
taken: what the screen takes longer with these rules than without, and what they take after all
others have run, which share views with them such as the language. `--rules` says which rule takes
how long by itself, with all that it asks for.

The peers are given the same documents: ICU's spoof checker and `confusable-homoglyphs` word by
word, ruff's RUF001 as lines of a Python file, its process and parser included.
"""

from __future__ import annotations

import argparse
import re
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from manuals import checkers, read_pages

from textproof.config import selected_rules
from textproof.decoding import decode
from textproof.document import Document
from textproof.rule import Options, Rule
from textproof.screen import Screen

LANGUAGES = ("en", "de", "fr", "ru", "uk", "zh_CN", "zh_TW", "ja", "ko", "el")
LEAST = 2000
"""Bytes of a document below which what is measured is the start of each rule, some microseconds."""

LETTERS = {
    "ja": re.compile("[\u3041-\u30fa]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
    "ko": re.compile("[\uac00-\ud7a3]"),
    "ru": re.compile("[\u0430-\u044f]"),
    "en": re.compile("[A-Za-z]"),
}
"""The letters of a language, in the order in which they are asked: a twentieth of them decides."""


def cpu_time() -> float:
    """The CPU time of this process and its children so far."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def seconds(work: Callable[..., object], *arguments: object) -> float:
    """The CPU time that some work takes in this process."""
    before = time.process_time()
    work(*arguments)
    return time.process_time() - before


def milliseconds(work: Callable[[], object], runs: int) -> float:
    """The least CPU time that some work takes."""
    times = []
    for _ in range(runs):
        before = cpu_time()
        work()
        times.append(cpu_time() - before)
    return 1000 * min(times)


class Measured:
    """Documents of one kind, each a path and its bytes."""

    def __init__(self, documents: Sequence[tuple[str, bytes]]) -> None:
        rules = selected_rules((), (), ())
        self.scripts = [rule for rule in rules if rule.validator == "scripts"]
        self._all = Screen(rules)
        self._others = Screen([rule for rule in rules if rule.validator != "scripts"])
        own = Screen(self.scripts)
        self.documents = [d for d in documents if not self._finds(own, *d)]
        self.megabytes = sum(len(data) for _, data in self.documents) / 1e6

    @staticmethod
    def _finds(screen: Screen, path: str, data: bytes) -> bool:
        document = opened(path, data)
        return check(screen.candidates(document), document) > 0

    def added(self, runs: int) -> float:
        """Milliseconds that the rules add to a megabyte."""
        total = 0.0
        for path, data in self.documents:
            without, screened, checked = [], [], []
            for _ in range(runs):
                self._all.candidates(opened(path, data))  # what is remembered of a text is now
                without.append(seconds(self._others.candidates, opened(path, data)))
                document = opened(path, data)
                screened.append(seconds(self._all.candidates, document))
                for rule in self._others.candidates(document):
                    list(rule.check(document, Options()))
                rules = self._all.candidates(document)
                own = [rule for rule in rules if rule.validator == "scripts"]
                checked.append(seconds(check, own, document))
            total += min(screened) - min(without) + min(checked)
        return 1000 * total / self.megabytes

    def of_rule(self, rule: Rule, runs: int) -> float:
        """Milliseconds of one rule for a megabyte."""
        screen, total = Screen([rule]), 0.0
        for path, data in self.documents:
            times = []
            for _ in range(runs):
                document = opened(path, data)
                times.append(seconds(lambda d: check(screen.candidates(d), d), document))
            total += min(times)
        return 1000 * total / self.megabytes


def opened(path: str, data: bytes) -> Document:
    """A document with the views that the screen asks for in any case."""
    document = Document(decode(data, path), path=path)
    _ = document.language, document.repertoire.beyond_ascii
    return document


def check(rules: Sequence[Rule], document: Document) -> int:
    """Check a document by some rules: the number of defects."""
    return sum(len(list(rule.check(document, Options()))) for rule in rules)


def by_language(folders: Sequence[Path]) -> dict[str, list[tuple[str, bytes]]]:
    """The documents of some folders by their language."""
    found = defaultdict(list)
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            data = path.read_bytes()
            try:
                text = data.decode("utf-8")
            except UnicodeDecodeError:
                continue
            counts = {name: len(pattern.findall(text)) for name, pattern in LETTERS.items()}
            language = next((n for n in counts if counts[n] * 20 > sum(counts.values())), "")
            if language:
                found[f"{language}, {path.suffix}"].append((path.name, data))
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path, help="folders of further documents")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--megabytes", type=float, default=1, help="documents of a language")
    parser.add_argument("--rules", action="store_true", help="measure each rule by itself too")
    options = parser.parse_args()
    found = {}
    for language in LANGUAGES:
        pages = read_pages(language, options.megabytes)
        found[language] = [(f"{name}.txt", text.encode()) for name, text in pages]
    found |= by_language(options.folders)
    peers = {name: peer for name, peer in checkers().items() if name != "textproof"}
    print("Milliseconds of CPU time for a megabyte of clean documents\n")
    print(f"| documents | MB | added by scripts | {' | '.join(peers)} |")
    print(f"|---|--:|--:|{'--:|' * len(peers)}")
    for name, documents in found.items():
        kept, size = [], 0
        for document in documents:
            if len(document[1]) >= LEAST and size < options.megabytes * 1e6:
                kept.append(document)
                size += len(document[1])
        measured = Measured(kept)
        if measured.megabytes < 0.05:
            continue
        text = "\n".join(data.decode() for _, data in measured.documents)
        cells = [f"{measured.added(options.runs):.1f}"]
        for peer in peers.values():
            taken = milliseconds(partial(peer, text), 2)
            cells.append(f"{taken / measured.megabytes:,.0f}")
        print(f"| {name} | {measured.megabytes:.2f} | {' | '.join(cells)} |", flush=True)
        for rule in measured.scripts if options.rules else ():
            print(f"    {rule.name}: {measured.of_rule(rule, options.runs):.2f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
