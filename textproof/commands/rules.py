"""`textproof rules`: every rule with its validator, its severity and what it is about."""

from __future__ import annotations

import argparse


def run(options: argparse.Namespace) -> int:
    """Print a line for each rule."""
    from textproof.validators._index import RULES

    width = max(len(rule.name) for rule in RULES)
    validator = ""
    for rule in RULES:
        if rule.validator != validator:
            validator = rule.validator
            print(f"{validator}:")
        print(f"  {rule.name:{width}}  {rule.severity!s:7}  {rule.summary}")
    print("\n`textproof explain RULE` tells all about one.")
    return 0
