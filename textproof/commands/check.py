"""`textproof check`: check documents and report."""

from __future__ import annotations

import argparse
import importlib
import os
import shutil
import sys
from collections.abc import Iterator, Sequence

from textproof.commands import UsageError, configuration, nothing_to
from textproof.commands._output import STDOUT, wanted_reports, write_report
from textproof.config import Config
from textproof.finding import Severity, Verdict
from textproof.reports import Presentation, available
from textproof.results import DocumentResult, Run, Skipped
from textproof.runner import check_bytes, check_documents
from textproof.walking import Found, find_documents

MANY = 200
"""Documents from which on all processors are used."""


def run(options: argparse.Namespace) -> int:
    """Check the documents, write the reports; 1 where the run fails."""
    config = configuration(options)
    if options.fail_on:
        config = config._replace(fail_on=Severity.of(options.fail_on))
    known = available() if options.report else ["text"]  # to look for them loads `inspect`
    reports = wanted_reports(options.report, known, quiet=options.quiet)
    if options.jobs is not None and options.jobs < 1:
        raise UsageError("--jobs must be at least 1")
    paths = [path for path in options.paths if path != "-"]
    documents = find_documents(paths, config)
    results = list(_from_stdin(options, config)) if len(paths) < len(options.paths) else []
    skipped = []
    for result in check_documents(documents, config, _workers(options.jobs, documents)):
        if isinstance(result, Skipped):
            skipped.append(result)
        else:
            results.append(result)
    if not results and not options.allow_empty:
        raise nothing_to("check", paths, config, skipped)
    outcome = Run(tuple(results), config.fail_on, config.rules, tuple(skipped))
    for name, target in reports:
        report = importlib.import_module(f"textproof.reports.{name}")
        write_report(report.render(outcome, _presentation(options, target)), target)
    return 0 if outcome.verdict is Verdict.PASS else 1


def _from_stdin(options: argparse.Namespace, config: Config) -> Iterator[DocumentResult]:
    name = options.stdin_filename or "<stdin>"
    yield check_bytes(sys.stdin.buffer.read(), path=name, config=config)


def _workers(jobs: int | None, documents: Sequence[Found]) -> int:
    if jobs is not None:
        return jobs
    return (os.cpu_count() or 1) if len(documents) >= MANY else 1


def _presentation(options: argparse.Namespace, target: str) -> Presentation:
    terminal = target == STDOUT and sys.stdout.isatty()
    color = "FORCE_COLOR" in os.environ or (terminal and "NO_COLOR" not in os.environ)
    width = shutil.get_terminal_size().columns if terminal else 80
    return Presentation(color=color, width=width, every=options.all, paths=tuple(options.paths))
