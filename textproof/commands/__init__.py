"""The commands of the command line: a file each, with a function `run`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from textproof.config import Config
from textproof.config_file import find_config, load_config
from textproof.results import Skipped, skipping
from textproof.walking import find_documents


class UsageError(Exception):
    """A command line that cannot be carried out. The message is for the user."""


def configuration(options: argparse.Namespace) -> Config:
    """The configuration in force: that of the file, with the rules of the command line."""
    config = load_config(Path(options.config)) if options.config else find_config(Path.cwd())
    config = config._replace(force_exclude=getattr(options, "force_exclude", False))
    return config.with_rules(names(options.select), names(options.ignore))


def names(values: list[str]) -> list[str]:
    """The names in repeated options that may hold several, by commas."""
    return [name.strip() for value in values for name in value.split(",") if name.strip()]


def nothing_to(
    verb: str, paths: Sequence[str], config: Config, skipped: Sequence[Skipped]
) -> UsageError:
    """The error that some paths have no document, with the reasons: files that were skipped, and
    files that the configuration leaves out."""
    reasons = [skipping(skipped)] if skipped else []
    for state, wider in (
        ("not included (include", config._replace(include=("**",))),
        ("excluded (exclude", config._replace(exclude=())),
    ):
        count = len(find_documents(paths, wider)) - len(skipped)
        if count:
            files = "1 file is" if count == 1 else f"{count:,} files are"
            reasons.append(f"{files} {state} in the configuration)")
    where = f"nothing to {verb} in {', '.join(paths)}"
    return UsageError(": ".join([where, "; ".join(reasons)]) if reasons else where)
