"""`textproof rules`: every rule with its validator, its severity and what it is about."""

from __future__ import annotations

import argparse
import shutil
import textwrap
from pathlib import Path

from textproof.config import all_rules
from textproof.config_file import find_config


def run(options: argparse.Namespace) -> int:
    """Print a line for each rule."""
    rules = all_rules(find_config(Path.cwd()).plugins)
    longest = max(len(rule.name) for rule in rules)
    columns = shutil.get_terminal_size().columns
    validator = ""
    for rule in rules:
        if rule.validator != validator:
            validator = rule.validator
            print(f"{validator}:")
        head = f"  {rule.name:{longest}}  {rule.severity!s:7}  "
        summary = rule.summary if rule.default else f"{rule.summary} (off by default)"
        print(textwrap.fill(head + summary, columns, subsequent_indent=" " * len(head)))
    print("\n`textproof explain RULE` tells all about one.")
    return 0
