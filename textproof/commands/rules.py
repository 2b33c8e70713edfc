"""`textproof rules`: every rule with its validator, its severity and what it is about."""

from __future__ import annotations

import argparse
import shutil
import textwrap


def run(options: argparse.Namespace) -> int:
    """Print a line for each rule."""
    from textproof.validators._index import RULES

    longest = max(len(rule.name) for rule in RULES)
    columns = shutil.get_terminal_size().columns
    validator = ""
    for rule in RULES:
        if rule.validator != validator:
            validator = rule.validator
            print(f"{validator}:")
        head = f"  {rule.name:{longest}}  {rule.severity!s:7}  "
        print(textwrap.fill(head + rule.summary, columns, subsequent_indent=" " * len(head)))
    print("\n`textproof explain RULE` tells all about one.")
    return 0
