"""Commands that have an entry for each file: they read, list and report in the same way."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from textproof.commands import configuration, nothing_to
from textproof.commands._output import wanted_reports, write_report
from textproof.config import Config
from textproof.results import Skipped, skipping
from textproof.walking import find_documents, read_document

Entry = TypeVar("Entry")

STDIN = "<stdin>"
"""The name of a document on standard input that is given none."""


def list_files(
    options: argparse.Namespace,
    verb: str,
    entry_of: Callable[[bytes, str, Config], Entry],
    rendered: Mapping[str, Callable[[Sequence[Entry]], str]],
) -> list[Entry]:
    """The entries of all files, standard input first, once they are reported. ``UsageError`` that
    there is nothing to ``verb`` where no file is text."""
    config = configuration(options)
    reports = wanted_reports(options.report, list(rendered))
    paths = [path for path in options.paths if path != "-"]
    entries: list[Entry] = []
    skipped: list[Skipped] = []
    if len(paths) < len(options.paths):
        name = getattr(options, "stdin_filename", None) or STDIN
        entries.append(entry_of(sys.stdin.buffer.read(), name, config))
    for found in find_documents(paths, config):
        data = read_document(found)
        if isinstance(data, Skipped):
            skipped.append(data)
        else:
            entries.append(entry_of(data, found.path, config))
    if not entries:
        raise nothing_to(verb, paths, config, skipped)
    for name, target in reports:
        write_report(rendered[name](entries), target)
    if skipped:
        print(skipping(skipped), file=sys.stderr)
    return entries
