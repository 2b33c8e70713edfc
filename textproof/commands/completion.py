"""`textproof completion SHELL`: a script that completes the command line."""

from __future__ import annotations

import argparse
from importlib.util import find_spec

from textproof.commands import UsageError


def run(options: argparse.Namespace) -> int:
    """Print the script for a shell. It is static: to complete starts no Python."""
    if not find_spec("shtab"):
        raise UsageError("shell completion wants shtab: pip install 'textproof[completion]'")
    import shtab

    from textproof.cli import REPORTS, build_parser
    from textproof.reports import available
    from textproof.validators._index import RULES

    parser = build_parser()
    names = sorted({rule.name for rule in RULES} | {rule.validator for rule in RULES})
    (commands,) = (a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    for command in commands.choices.values():
        for action in command._actions:
            if action.dest in ("paths", "config", "baseline", "file", "compare"):
                action.complete = shtab.FILE
            elif action.dest in ("select", "ignore", "rule"):
                action.choices = names
            elif action.dest == "report":
                action.choices = available()
                action.help = (action.help or "").replace(REPORTS, ", ".join(available()))
    print(shtab.complete(parser, options.shell))
    return 0
