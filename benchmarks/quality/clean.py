"""What is said of clean text: false alarms, and whether a repair leaves it alone.

Each message of a catalogue, and each paragraph of a manual page, is one text: the shorter a text,
the less there is to tell from. A message that writes characters as HTML or code does (`&amp;`,
`\\u2019`) is markup and left out; so is one with `Ã` or `Â` before a sign, as a few manual pages
have it that were damaged on their way. Nothing else is left out for what it says, so that a text
which somebody damaged in truth counts as a false alarm too; `--misses` lists them all.
"""

from __future__ import annotations

import ast
import gzip
import re
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from page_parts import table
from peers import PEERS, findings_in, repaired
from run import Run
from sources import STRING, TRANSLATION, Sample, catalogues, is_for

from textproof import Severity

SHORTEST = 15
"""Characters that a text has at least."""

MANUALS = Path("/usr/share/man")
MANUALS_OF_A_LANGUAGE = 150
"""Manual pages that are read of one language, spread over all it has."""

_NAMES = {"zh_CN": "zh_Hans", "zh_TW": "zh_Hant"}
_ROFF = re.compile(r"\\f(?:\[[^]]*\]|\(..|.)|\\s[-+]?\d|\\[&/,|^%:c]")
_NO_TEXT = re.compile(r"&#?\w+;|\\[ux][0-9a-fA-F]{2}|[ÂÃ][\x80-\xbf]")
_ESCAPED = re.compile(r"\\\(aq|\\-")


def report(run: Run) -> Iterator[str]:
    """The tables of this part."""
    texts = list(clean_texts())
    counts: Counter[tuple[str, str]] = Counter()
    for name, sample in texts:
        counts[name, "texts"] += 1
        found = findings_in(sample.text, "mojibake")
        worst = max((finding.severity for finding in found), default=Severity.INFO)
        counts[name, "warning"] += worst is Severity.WARNING
        counts[name, "error"] += worst is Severity.ERROR
        changed = repaired(sample.text, unsafe=False, asked="mojibake") != sample.text
        counts[name, "changed"] += changed
        if worst > Severity.INFO or changed:
            said = "; ".join(f"{f.severity} {f.rule} “{f.text}” {f.message}" for f in found)
            run.miss("clean", sample.language, said, sample.text, sample.text)
    for peer in list(PEERS)[1:]:
        read = PEERS[peer]([sample.text for _, sample in texts])
        for (name, sample), (found_, text) in zip(texts, read, strict=True):
            counts[name, peer] += found_
            counts[name, f"{peer} changes"] += text not in (None, sample.text)
    rows: list[list[object]] = []
    for name in dict.fromkeys(name for name, _ in texts):
        spoken = {sample.language for other, sample in texts if other == name}
        rows.append([name, len(spoken), *_counted(counts, [name])])
    names = sorted({name for name, _ in texts})
    rows.append(["all", len({sample.language for _, sample in texts}), *_counted(counts, names)])
    peers = list(PEERS)[1:]
    columns = ["source", "languages", "texts", "warning", "error", "changed by `fix`", *peers]
    yield (
        "Clean texts of which the mojibake rules say a warning or an error, which a safe repair"
        " changes, and which the peers flag:"
    )
    yield table(columns, rows)


def _counted(counts: Counter[tuple[str, str]], names: list[str]) -> list[int]:
    kinds = ["texts", "warning", "error", "changed", *list(PEERS)[1:]]
    return [sum(counts[name, kind] for name in names) for kind in kinds]


def clean_texts() -> Iterator[tuple[str, Sample]]:
    """Distinct texts with the name of their source."""
    seen = set()
    for name, texts in (
        ("Django", _django()), ("Weblate, Plone", _messages()), ("manual pages", _manuals())
    ):  # fmt: skip
        for sample in texts:
            if sample.text not in seen:
                seen.add(sample.text)
                yield name, sample


def _django() -> Iterator[Sample]:
    spec = find_spec("django")
    if spec is None or spec.origin is None:
        return
    for path in sorted(Path(spec.origin).parent.glob("**/locale/*/LC_MESSAGES/*.po")):
        for message in _translations(path):
            yield Sample(path.parent.parent.name, message)


def _messages() -> Iterator[Sample]:
    """Messages of the documents that are for testing."""
    for path in catalogues():
        for number, message in enumerate(_translations(path)):
            if is_for("test", path, number):
                yield Sample(path.parent.parent.name, message)


def _translations(path: Path) -> Iterator[str]:
    for entry in path.read_text(encoding="utf-8").split("\n\n"):
        if ", fuzzy" in entry or '\nmsgid ""\nmsgstr' in entry or entry.startswith("#~"):
            continue
        for match in TRANSLATION.finditer(entry):
            message = "".join(map(ast.literal_eval, STRING.findall(match[1])))
            if len(message) >= SHORTEST and not _NO_TEXT.search(message):
                yield message


def _manuals() -> Iterator[Sample]:
    for folder in sorted(MANUALS.iterdir()) if MANUALS.is_dir() else ():
        pages = sorted(path for path in folder.glob("man*/*.gz") if not path.is_symlink())
        for path in pages[:: max(len(pages) // MANUALS_OF_A_LANGUAGE, 1)]:
            language = _NAMES.get(folder.name, folder.name)
            yield from (Sample(language, text) for text in _paragraphs(path))


def _paragraphs(path: Path) -> Iterator[str]:
    """The paragraphs of a manual page, without requests and what holds an escape of `roff`."""
    try:
        page = gzip.decompress(path.read_bytes()).decode("utf-8")
    except UnicodeDecodeError:
        return
    for paragraph in re.split(r"(?m)^(?:[.'].*)?\n", page):
        text = _ESCAPED.sub(lambda m: "-" if m[0] == r"\-" else "'", _ROFF.sub("", paragraph))
        text = text.strip()
        if len(text) >= SHORTEST and "\\" not in text and not _NO_TEXT.search(text):
            yield text
