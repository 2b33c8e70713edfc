"""The commands of the command line: a file each, with a function `run`."""

from __future__ import annotations

import argparse
from pathlib import Path

from textproof.config import Config
from textproof.config_file import find_config, load_config


class UsageError(Exception):
    """A command line that cannot be carried out. The message is for the user."""


def configuration(options: argparse.Namespace) -> Config:
    """The configuration in force: that of the file, with the rules of the command line."""
    config = load_config(Path(options.config)) if options.config else find_config(Path.cwd())
    return config.with_rules(names(options.select), names(options.ignore))


def names(values: list[str]) -> list[str]:
    """The names in repeated options that may hold several, by commas."""
    return [name.strip() for value in values for name in value.split(",") if name.strip()]
