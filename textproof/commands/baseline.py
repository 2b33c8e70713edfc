"""`textproof baseline`: record the findings of today, so that a check can leave them out."""

from __future__ import annotations

import argparse
import os

from textproof.baseline import (
    Baseline,
    default_file,
    entries_of,
    parted,
    read_baseline,
    scope_of,
    write_baseline,
)
from textproof.commands import UsageError, configuration, nothing_to
from textproof.commands.check import check_all
from textproof.reports._display import visible
from textproof.results import skipping
from textproof.walking import find_documents


def run(options: argparse.Namespace) -> int:
    """Record the findings of the documents, or with --prune drop what is not found any more.

    The entries of documents that are not checked, and of rules that do not run, stay.
    """
    if "-" in options.paths:
        raise UsageError("baseline records files; it does not read standard input")
    config = configuration(options)
    file = options.file or default_file(config)
    is_new = not options.prune and not os.path.lexists(file)
    known = Baseline(file) if is_new else read_baseline(file)
    documents = find_documents(options.paths, config)
    results, skipped = check_all(documents, config, options.jobs)
    if not results and not options.prune:
        raise nothing_to("record", options.paths, config, skipped)
    scope = scope_of(results, options.paths, config, known.folder)
    found = entries_of(results, known.folder)
    holding, stale = parted(known.entries, found, scope)
    if options.prune:
        write_baseline(known._replace(entries=tuple(holding)))
        entries = "1 stale entry" if len(stale) == 1 else f"{len(stale):,} stale entries"
        said = f"{entries} dropped from {visible(file)}; {len(holding):,} remain"
    else:
        kept = [entry for entry in known.entries if not scope.covers(entry)]
        write_baseline(known._replace(entries=(*kept, *found)))
        findings = "1 finding" if len(found) == 1 else f"{len(found):,} findings"
        said = f"{findings} recorded in {visible(file)}"
    print(f"{said}; {skipping(skipped)}" if skipped else said)
    return 0
