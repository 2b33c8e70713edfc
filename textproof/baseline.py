"""The baseline: findings that are known, recorded in a file, and left out of later checks.

An entry names a finding by its document, its rule and a key made of the line it is on, so that it
holds when other lines come and go. The same finding twice is two entries. Paths are relative to the
folder of the file: they hold wherever textproof is run, and however its paths are written.

A rule that crashed is never recorded: it fails the run whatever is known.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from textproof.config import Config
from textproof.finding import Finding, Severity
from textproof.lazy import compiled
from textproof.relative import relative_to
from textproof.results import DocumentResult
from textproof.writing import write_atomically

NAME = "textproof-baseline.json"
"""The file, unless another is named."""

VERSION = 1
"""The version of the file: it changes when a reader would have to."""

_NUMBER = compiled(r"\d+")
_LINE_END = compiled(r"[\r\n]")
_LONE_SURROGATE = compiled("[\ud800-\udfff]")


class BaselineError(Exception):
    """A baseline that cannot be used. The message is for the user."""


class Entry(NamedTuple):
    """A finding that is known: its document, its rule, what it is recognised by, and the message,
    which is there for people and tells no entries apart."""

    path: str
    rule: str
    key: str
    message: str

    @property
    def name(self) -> tuple[str, str, str]:
        """What tells entries apart."""
        return self[:3]


class Baseline(NamedTuple):
    """The entries of a file."""

    file: str
    entries: tuple[Entry, ...] = ()

    @property
    def folder(self) -> str:
        """The folder that the paths are relative to."""
        return folder_of(self.file)


class Known:
    """The findings of a baseline, to be left out of results."""

    def __init__(self, baseline: Baseline, fail_on: Severity) -> None:
        self._recorded = Counter(entry.name for entry in baseline.entries)
        self._folder = baseline.folder
        self._fail_on = fail_on

    def left_out_of(self, result: DocumentResult) -> DocumentResult:
        """A result with what is not recorded, or more often than recorded, and its verdict."""
        new = unrecorded(result, self._recorded, self._folder)
        return result.with_findings(new, self._fail_on)


class Scope(NamedTuple):
    """What a check would have found again.

    ``documents`` are the paths of those that were checked, ``folders`` those that were walked for
    them, ``rules`` the rules that ran, or None for all of them. The documents' paths are relative
    to ``root``.
    """

    root: str
    documents: frozenset[str]
    folders: tuple[str, ...]
    rules: frozenset[str] | None = None

    def covers(self, entry: Entry) -> bool:
        """Whether the entry is gone unless its finding was found: its rule ran, and its document
        was checked or is no longer in a folder that was walked."""
        if self.rules is not None and entry.rule not in self.rules:
            return False
        return entry.path in self.documents or self._is_gone(entry.path)

    def _is_gone(self, path: str) -> bool:
        absolute = os.path.normpath(os.path.join(self.root, path))
        inside = any(absolute.startswith(os.path.join(folder, "")) for folder in self.folders)
        return inside and not os.path.lexists(absolute)


def folder_of(file: str) -> str:
    """The folder of a file, without links."""
    return os.path.realpath(os.path.dirname(os.path.abspath(file)))


def default_file(config: Config) -> str:
    """The file that is meant where none is named: beside the configuration, or in the working
    folder."""
    return config.baseline or os.path.relpath(os.path.join(config.root or "", NAME))


def scope_of(
    results: Iterable[DocumentResult], paths: Iterable[str], config: Config, root: str
) -> Scope:
    """What the check of some paths (files and folders, as they were named) would have found."""
    running, all_rules = config.rules, config._replace(select=(), ignore=()).rules
    return Scope(
        root=root,
        documents=frozenset(relative_to(root, result.path) for result in results if result.path),
        folders=tuple(os.path.realpath(path) for path in paths if os.path.isdir(path)),
        rules=None if running == all_rules else frozenset(rule.name for rule in running),
    )


def entries_of(results: Iterable[DocumentResult], folder: str) -> list[Entry]:
    """An entry for each finding, but for crashes; a document that was checked twice counts once."""
    by_path = {relative_to(folder, result.path): result for result in results if result.path}
    return [
        Entry(path, finding.rule, key_of(finding), finding.message)
        for path, result in by_path.items()
        for finding in result.findings
        if not finding.detail.get("crashed")
    ]


def known_findings(config: Config) -> Known | None:
    """What the baseline of a configuration records; None where it names none. ``BaselineError``
    where the file cannot be used."""
    if config.baseline is None:
        return None
    return Known(read_baseline(config.baseline), config.fail_on)


def unrecorded(
    result: DocumentResult, recorded: Counter[tuple[str, str, str]], folder: str
) -> tuple[Finding, ...]:
    """The findings of a document that are not recorded, or more often than recorded.

    ``recorded`` counts the names of the entries.
    """
    path = relative_to(folder, result.path) if result.path else ""
    seen: Counter[tuple[str, str, str]] = Counter()
    new = []
    for finding in result.findings:
        name = (path, finding.rule, key_of(finding))
        seen[name] += 1
        if finding.detail.get("crashed") or seen[name] > recorded[name]:
            new.append(finding)
    return tuple(new)


def parted(
    entries: Iterable[Entry], found: Iterable[Entry], scope: Scope
) -> tuple[list[Entry], list[Entry]]:
    """The entries that hold, and those that are stale: not found any more where they would be."""
    left = Counter(entry.name for entry in found)
    holding: list[Entry] = []
    stale: list[Entry] = []
    for entry in entries:
        if not scope.covers(entry):
            holding.append(entry)
        elif left[entry.name]:
            left[entry.name] -= 1
            holding.append(entry)
        else:
            stale.append(entry)
    return holding, stale


def key_of(finding: Finding) -> str:
    """What a finding is recognised by in its document, beside its rule."""
    from hashlib import blake2b  # loads OpenSSL, which a clean run does not need

    subject = _subject(finding).encode("utf-8", "surrogatepass")
    return blake2b(subject, digest_size=8).hexdigest()


def _subject(finding: Finding) -> str:
    """The line of a finding, as far as it is kept; of one about the whole document the message
    without its numbers, or nothing where it lists places, of which each may come and go."""
    if finding.end == 0:
        return _NUMBER.sub("", finding.message)
    if "places" in finding.detail:
        return ""
    first, *others = _LINE_END.split(finding.text, maxsplit=1)
    return " ".join(f"{finding.before}{first}{'' if others else finding.after}".split())


def read_baseline(file: str) -> Baseline:
    """The baseline in a file. ``BaselineError`` where there is none or it cannot be used."""
    try:
        content = json.loads(Path(file).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BaselineError(
            f"no such baseline: {file}; `textproof baseline PATH…` records one"
        ) from None
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"{file} is no baseline: {error}") from None
    if not isinstance(content, dict) or not isinstance(content.get("findings"), list):
        raise BaselineError(f"{file} is no baseline: it holds no list of “findings”")
    if content.get("format") != VERSION:
        raise BaselineError(
            f"{file} is a baseline of format {content.get('format')!r}; "
            f"this textproof reads format {VERSION}"
        )
    entries = (_entry(value, file, n) for n, value in enumerate(content["findings"], 1))
    return Baseline(file, tuple(entries))


def _entry(value: object, file: str, number: int) -> Entry:
    given = value if isinstance(value, dict) else {}
    values = [given.get(name) for name in Entry._fields]
    if not all(isinstance(text, str) for text in values):
        wanted = ", ".join(Entry._fields)
        raise BaselineError(f"{file} is no baseline: finding {number} lacks one of {wanted}")
    return Entry(*map(str, values))


def write_baseline(baseline: Baseline) -> None:
    """Write a baseline to its file. ``OSError`` where that cannot be."""
    write_atomically(Path(baseline.file), written(baseline.entries).encode())


def written(entries: Sequence[Entry]) -> str:
    """The text of a baseline: sorted, a line for each entry, so that a diff of it can be read.

    >>> print(written([Entry("a.md", "bad-date", "9f0c", "no such day")]), end="")
    {
      "format": 1,
      "findings": [
        {"path": "a.md", "rule": "bad-date", "key": "9f0c", "message": "no such day"}
      ]
    }
    """
    lines = [json.dumps(entry._asdict(), ensure_ascii=False) for entry in sorted(entries)]
    listed = "\n    " + ",\n    ".join(lines) + "\n  " if lines else ""
    text = f'{{\n  "format": {VERSION},\n  "findings": [{listed}]\n}}\n'
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
