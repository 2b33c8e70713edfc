"""`textproof check`: check documents and report."""

from __future__ import annotations

import argparse
import importlib
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from textproof.commands import UsageError, configuration
from textproof.config import Config, suggestion
from textproof.finding import Severity, Verdict
from textproof.reports import Presentation, available
from textproof.results import DocumentResult, Run
from textproof.runner import check_bytes, check_documents
from textproof.walking import find_documents
from textproof.writing import write_atomically

MANY = 200
"""Documents from which on all processors are used."""

STDOUT = "-"


def run(options: argparse.Namespace) -> int:
    """Check the documents, write the reports; 1 where the run fails."""
    config = configuration(options)
    if options.fail_on:
        config = config._replace(fail_on=Severity.of(options.fail_on))
    reports = _reports(options.report, quiet=options.quiet)
    if options.jobs is not None and options.jobs < 1:
        raise UsageError("--jobs must be at least 1")
    paths = [path for path in options.paths if path != STDOUT]
    documents = find_documents(paths, config)
    if not documents and len(paths) == len(options.paths) and not options.allow_empty:
        raise UsageError(f"nothing to check in {', '.join(options.paths)}")
    results = list(_from_stdin(options, config)) if len(paths) < len(options.paths) else []
    results += check_documents(documents, config, _workers(options.jobs, documents))
    outcome = Run(tuple(results), config.fail_on, config.rules)
    for name, target in reports:
        _write(name, target, outcome, _presentation(options, target))
    return 0 if outcome.verdict is Verdict.PASS else 1


def _from_stdin(options: argparse.Namespace, config: Config) -> Iterator[DocumentResult]:
    name = options.stdin_filename or "<stdin>"
    yield check_bytes(sys.stdin.buffer.read(), path=name, config=config)


def _workers(jobs: int | None, documents: list[str]) -> int:
    if jobs is not None:
        return jobs
    return (os.cpu_count() or 1) if len(documents) >= MANY else 1


def _reports(wanted: list[str], *, quiet: bool) -> list[tuple[str, str]]:
    """The reports and their targets; text goes to standard output unless another report does."""
    reports = []
    for value in wanted:
        name, _, target = value.partition("=")
        if name not in available():
            known = ", ".join(available())
            raise UsageError(f"no report “{name}”{suggestion(name, available())}; one of {known}")
        reports.append((name, target or STDOUT))
    taken = [name for name, target in reports if target == STDOUT]
    if len(taken) > 1:
        raise UsageError(f"reports {' and '.join(taken)} cannot both go to standard output")
    if not taken and not quiet:
        reports.append(("text", STDOUT))
    return reports


def _presentation(options: argparse.Namespace, target: str) -> Presentation:
    terminal = target == STDOUT and sys.stdout.isatty()
    color = "FORCE_COLOR" in os.environ or (terminal and "NO_COLOR" not in os.environ)
    width = shutil.get_terminal_size().columns if terminal else 80
    return Presentation(color=color, width=width, every=options.all, paths=tuple(options.paths))


def _write(name: str, target: str, outcome: Run, presentation: Presentation) -> None:
    text = importlib.import_module(f"textproof.reports.{name}").render(outcome, presentation)
    if target == STDOUT:
        sys.stdout.write(text)
    else:
        write_atomically(Path(target), text.encode("utf-8", "backslashreplace"))
