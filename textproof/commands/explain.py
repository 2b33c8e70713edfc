"""`textproof explain RULE`: what a rule finds, why it matters, an example and the repair."""

from __future__ import annotations

import argparse

from textproof.commands import UsageError
from textproof.config import suggestion


def run(options: argparse.Namespace) -> int:
    """Print the documentation of a rule."""
    from textproof.validators._index import RULES

    known = {rule.name: rule for rule in RULES}
    if options.rule not in known:
        hint = suggestion(options.rule, known)
        raise UsageError(f"no rule “{options.rule}”{hint}; `textproof rules` lists them")
    rule = known[options.rule]
    print(f"{rule.name} (validator {rule.validator}, {rule.severity})\n")
    print(rule.documentation.strip())
    return 0
