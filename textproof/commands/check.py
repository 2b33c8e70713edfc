"""`textproof check`: check documents and report."""

from __future__ import annotations

import argparse
import importlib
import os
import shutil
import sys
import time
from collections.abc import Iterator, Sequence

from textproof.commands import UsageError, configuration, nothing_to
from textproof.commands._output import STDOUT, wanted_reports, write_report
from textproof.config import Config
from textproof.finding import Severity, Verdict
from textproof.reports import Presentation, available
from textproof.reports._display import visible
from textproof.results import DocumentResult, Run, Skipped
from textproof.runner import check_bytes, check_documents
from textproof.walking import Found, find_documents

TYPE_CHECKING = False  # as in `typing`
if TYPE_CHECKING:
    from textproof.baseline import Baseline
    from textproof.changes import Changes
    from textproof.comparison import Comparison, Past

MANY = 200
"""Documents from which on all processors are used."""

PATIENCE, OFTEN = 1.0, 0.1
"""Seconds after which progress is shown, and between two times that it is."""

BAR = 24
"""Columns of the bar of progress."""

NAMED = 3
"""Paths that a proposed command names."""


def run(options: argparse.Namespace) -> int:
    """Check the documents, write the reports; 1 where the run fails."""
    config = configuration(options)
    if options.fail_on:
        config = config._replace(fail_on=Severity.of(options.fail_on))
    known = available() if options.report else ["text"]  # to look for them loads `inspect`
    reports = wanted_reports(options.report, known, quiet=options.quiet)
    baseline, changes = _baseline(options, config), _changes(options)
    past = _past(options)
    paths = [path for path in options.paths if path != "-"]
    documents = found = find_documents(paths, config)
    notes = []
    if changes:
        documents = [each for each in found if changes.has(each.path)]
        notes.append(_changed(len(documents), len(found), options.diff_base))
    from_files, skipped = check_all(documents, config, options.jobs, quiet=options.quiet)
    results = [*_from_stdin(options, config), *from_files]
    if not results and not options.allow_empty and not (changes and found):
        raise nothing_to("check", paths, config, skipped)
    everything, hidden = results, 0
    if baseline:
        stale = _stale(baseline, from_files, config, options)
        results, hidden = _without_known(baseline, results, config)
        notes += [*_left_out(hidden), *stale]
    if changes and options.new_lines:
        results = _on_new_lines(changes, results, config)
    comparison = _comparison(past, results, everything, config) if past else None
    outcome = Run(tuple(results), config.fail_on, config.rules, tuple(skipped), hidden, comparison)
    _report(outcome, reports, notes, options)
    return 0 if outcome.verdict is Verdict.PASS else 1


def check_all(
    documents: Sequence[Found], config: Config, jobs: int | None, *, quiet: bool = False
) -> tuple[list[DocumentResult], list[Skipped]]:
    """The results of documents, and the files of folders that are no text. ``jobs`` is the number
    of processes; progress is shown on a terminal, unless the command is to be quiet."""
    if jobs is not None and jobs < 1:
        raise UsageError("--jobs must be at least 1")
    checked = check_documents(documents, config, _workers(jobs, documents))
    if not quiet and sys.stderr.isatty():
        checked = _with_progress(checked, len(documents))
    results: list[DocumentResult] = []
    skipped: list[Skipped] = []
    for result in checked:
        if isinstance(result, Skipped):
            skipped.append(result)
        else:
            results.append(result)
    return results, skipped


def _with_progress(
    checked: Iterator[DocumentResult | Skipped], total: int
) -> Iterator[DocumentResult | Skipped]:
    """The same results; meanwhile a bar on standard error shows how many there are of how many, and
    is cleared at the end."""
    due, line = time.monotonic() + PATIENCE, ""
    try:
        for done, result in enumerate(checked, 1):
            if time.monotonic() >= due:
                line = f"[{'#' * (BAR * done // total):.<{BAR}}] {done:,} of {total:,} documents"
                print(f"\r{line}", end="", file=sys.stderr, flush=True)
                due = time.monotonic() + OFTEN
            yield result
    finally:
        if line:
            print(f"\r{' ' * len(line)}\r", end="", file=sys.stderr, flush=True)


def _from_stdin(options: argparse.Namespace, config: Config) -> Iterator[DocumentResult]:
    if "-" in options.paths:
        name = options.stdin_filename or "<stdin>"
        yield check_bytes(sys.stdin.buffer.read(), path=name, config=config)


def _workers(jobs: int | None, documents: Sequence[Found]) -> int:
    if jobs is not None:
        return jobs
    return (os.cpu_count() or 1) if len(documents) >= MANY else 1


def _baseline(options: argparse.Namespace, config: Config) -> Baseline | None:
    file = config.baseline if options.baseline is None else options.baseline
    if file is None:
        return None
    from textproof.baseline import read_baseline

    return read_baseline(file)


def _past(options: argparse.Namespace) -> list[Past]:
    if not options.compare:
        return []
    from textproof.comparison import read_report

    return [read_report(file) for file in options.compare]


def _comparison(
    past: Sequence[Past],
    shown: Sequence[DocumentResult],
    everything: Sequence[DocumentResult],
    config: Config,
) -> Comparison:
    """What changed of the findings that are shown; what a baseline or old lines hide stays."""
    from textproof.comparison import compare
    from textproof.config import UNUSED

    hidden = []
    for all_of_it, part in zip(everything, shown, strict=True):
        kept = set(map(id, part.findings))
        hidden += [finding for finding in all_of_it.findings if id(finding) not in kept]
    return compare(past, shown, [*(rule.name for rule in config.rules), UNUSED], hidden)


def _changes(options: argparse.Namespace) -> Changes | None:
    if options.diff_base is None:
        if options.new_lines:
            raise UsageError("--new-lines wants --diff-base REV")
        return None
    if "-" in options.paths:
        raise UsageError("--diff-base compares files; it does not read standard input")
    from textproof.changes import changes_since

    return changes_since(options.diff_base)


def _changed(changed: int, documents: int, revision: str) -> str:
    if not changed:
        return f"nothing changed since {visible(revision)}: 0 of {documents:,} documents"
    return f"{changed:,} of {documents:,} documents changed since {visible(revision)}"


def _without_known(
    baseline: Baseline, results: Sequence[DocumentResult], config: Config
) -> tuple[list[DocumentResult], int]:
    """The results without the findings of a baseline, and how many they were."""
    from textproof.baseline import Known

    known = Known(baseline, config.fail_on)
    kept = [known.left_out_of(result) for result in results]
    return kept, sum(len(r.findings) for r in results) - sum(len(r.findings) for r in kept)


def _left_out(count: int) -> list[str]:
    if not count:
        return []
    findings = "1 finding is" if count == 1 else f"{count:,} findings are"
    return [f"{findings} in the baseline"]


def _stale(
    baseline: Baseline,
    results: Sequence[DocumentResult],
    config: Config,
    options: argparse.Namespace,
) -> list[str]:
    """How many entries of a baseline are stale, and the command that drops them, if any are."""
    import shlex

    from textproof.baseline import entries_of, parted, scope_of

    scope = scope_of(results, options.paths, config, baseline.folder)
    _, stale = parted(baseline.entries, entries_of(results, baseline.folder), scope)
    if not stale:
        return []
    entries = "1 entry" if len(stale) == 1 else f"{len(stale):,} entries"
    be = "is" if len(stale) == 1 else "are"
    paths = [path for path in options.paths if path != "-"]
    configured = ["--config", options.config] if options.config else []
    words = ["--prune", "--file", baseline.file, *configured, *paths[:NAMED]]
    more = " …" if paths[NAMED:] else ""
    command = shlex.join(["textproof", "baseline", *map(visible, words)])
    return [f"{entries} of the baseline {be} stale: {command}{more}"]


def _on_new_lines(
    changes: Changes, results: Sequence[DocumentResult], config: Config
) -> list[DocumentResult]:
    from textproof.changes import on_new_lines

    return [
        result.with_findings(on_new_lines(result, changes), config.fail_on) for result in results
    ]


def _report(
    outcome: Run,
    reports: Sequence[tuple[str, str]],
    notes: Sequence[str],
    options: argparse.Namespace,
) -> None:
    """Write the reports. The notes end the text; without a text they go to standard error."""
    said = "".join(f"{note}\n" for note in notes)
    for name, target in reports:
        text = _rendered(name, outcome, _presentation(options, target), options)
        write_report(text + said if name == "text" else text, target)
    if not options.quiet and "text" not in dict(reports):
        sys.stderr.write(said)


def _rendered(
    name: str, outcome: Run, presentation: Presentation, options: argparse.Namespace
) -> str:
    report = importlib.import_module(f"textproof.reports.{name}")
    if name == "text" and options.diff_base and not (outcome.results or outcome.skipped):
        return ""  # that nothing changed is all there is to say
    render = report.statistics if name == "text" and options.statistics else report.render
    text: str = render(outcome, presentation)
    return text


def _presentation(options: argparse.Namespace, target: str) -> Presentation:
    terminal = target == STDOUT and sys.stdout.isatty()
    color = "FORCE_COLOR" in os.environ or (terminal and "NO_COLOR" not in os.environ)
    width = shutil.get_terminal_size().columns if terminal else 80
    return Presentation(
        color=color,
        width=width,
        every=options.all,
        paths=tuple(options.paths),
        language=options.lang,
    )
