"""What the rules of `scripts` find in text that people wrote and others read: mostly false alarms.

    apt-get install manpages-ru manpages-de …           # the more languages the better
    pip install . django wagtail django-oscar django-cms
    python benchmarks/scripts/clean.py [FOLDER …] [--show RULE,RULE]

Text is the manual pages of the system, each a document, the translated messages of the installed
packages (`*.po`, each language's of a package one document of the messages), and the text files
under FOLDERs. Printed are, for each language of the pages and of the messages, the megabytes and
the errors and warnings by rule; `--show` prints each finding of some rules with its context, for a
person to say which are real: a page with a letter of the wrong alphabet has one.
"""

from __future__ import annotations

import argparse
import ast
import re
import site
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from manuals import MANUALS, read_pages

from textproof import check_text
from textproof.config import Config
from textproof.finding import Severity

SCRIPTS = Config(select=("scripts",))
EVERYTHING = 1e3
STRING = re.compile(r'^(msgstr(?:\[\d\])? |msgid |)("(?:[^"\\]|\\.)*")$', re.MULTILINE)


def messages(path: Path) -> str:
    """The translations of a catalogue, one after the other."""
    text, kept, translated = path.read_text("utf-8", "replace"), [], False
    for keyword, quoted in STRING.findall(text):
        if keyword:
            translated = keyword.startswith("msgstr")
            kept.append("\n")
        if translated:
            kept.append(ast.literal_eval(quoted))
    return "".join(kept)


def documents(folders: list[Path]) -> Iterator[tuple[str, str, str]]:
    """Each document: its kind, its name, its text."""
    for folder in sorted(MANUALS.iterdir()):
        language = "en" if re.fullmatch(r"man\d", folder.name) else folder.name
        if folder.name == "man1" or language != "en":
            for name, text in read_pages(language, EVERYTHING):
                yield f"manual pages, {language}", name, text
    for package in map(Path, site.getsitepackages()):
        for path in sorted(package.rglob("*.po")):
            yield f"messages, {path.parent.parent.name.lower()}", str(path), messages(path)
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if p.is_file() and not p.is_symlink()):
            try:
                yield f"{folder.name}", str(path), path.read_text("utf-8")
            except (UnicodeDecodeError, OSError):
                continue


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--show", default="", help="rules whose findings are printed")
    options = parser.parse_args()
    show = set(options.show.split(","))
    sizes: Counter[str] = Counter()
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for kind, name, text in documents(options.folders):
        sizes[kind] += len(text.encode())
        for finding in check_text(text, config=SCRIPTS).findings:
            if finding.severity > Severity.INFO:
                found[kind][f"{finding.rule} {finding.severity}"] += 1
            if finding.rule in show and finding.severity > Severity.INFO:
                context = f"{finding.before[-30:]}[{finding.text[:40]}]{finding.after[:30]}"
                print(
                    f"{name}:{finding.line}: {finding.message}\n    {context!a:.300}\n    {context}"
                )
    for kind, size in sorted(sizes.items()):
        if size >= 10_000:
            counts = ", ".join(f"{rule} {count}" for rule, count in found[kind].most_common())
            print(f"{kind}: {size / 1e6:.2f} MB; {counts or 'nothing'}")
    total = sum(found.values(), Counter())
    print(f"all: {sum(sizes.values()) / 1e6:.1f} MB; {dict(total)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
