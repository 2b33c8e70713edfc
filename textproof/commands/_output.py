"""Where the reports of a command go: to standard output or to files."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from textproof.commands import UsageError
from textproof.config import suggestion
from textproof.writing import write_atomically

STDOUT = "-"


def wanted_reports(
    values: Sequence[str], known: Sequence[str], *, quiet: bool = False
) -> list[tuple[str, str]]:
    """The reports and their targets, of options ``FORMAT[=FILE]``.

    Text goes to standard output unless another report does, or the command is to be quiet.
    ``UsageError`` where a format is not known, two reports would go to standard output, or one to
    where no file can be written.
    """
    reports = []
    for value in values:
        name, _, target = value.partition("=")
        if name not in known:
            one_of = ", ".join(known)
            raise UsageError(f"no report “{name}”{suggestion(name, known)}; one of {one_of}")
        if target:  # asked now, since it would be known only at the end of a long run
            _check_target(name, target)
        reports.append((name, target or STDOUT))
    taken = [name for name, target in reports if target == STDOUT]
    if len(taken) > 1:
        raise UsageError(f"reports {' and '.join(taken)} cannot both go to standard output")
    if not taken and not quiet:
        reports.append(("text", STDOUT))
    return reports


def _check_target(name: str, target: str) -> None:
    """``UsageError`` where a report could not be written: folders that are missing will be made."""
    if os.path.isdir(target):
        raise UsageError(f"the report {name} wants a file; {target} is a folder")
    folder = next(above for above in Path(target).resolve().parents if above.exists())
    if not folder.is_dir():
        raise UsageError(f"the report {name} cannot be written to {target}: {folder} is no folder")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UsageError(
            f"the report {name} cannot be written to {target}: {folder} is not open for writing"
        )


def write_report(text: str, target: str) -> None:
    """Write a report to its target. ``OSError`` where that cannot be."""
    if target == STDOUT:
        sys.stdout.write(text)
    else:
        write_atomically(Path(target), text.encode("utf-8", "backslashreplace"))
