"""`textproof explain RULE`: what a rule finds, why it matters, an example and the repair."""

from __future__ import annotations

import argparse
import re
import shutil
import textwrap
from pathlib import Path

from textproof.commands import UsageError
from textproof.config import all_rules, suggestion
from textproof.config_file import find_config


def run(options: argparse.Namespace) -> int:
    """Print the documentation of a rule."""
    known = {rule.name: rule for rule in all_rules(find_config(Path.cwd()).plugins)}
    if options.rule not in known:
        hint = suggestion(options.rule, known)
        raise UsageError(f"no rule “{options.rule}”{hint}; `textproof rules` lists them")
    rule = known[options.rule]
    print(f"{rule.name} (validator {rule.validator}, {rule.severity})\n")
    width = shutil.get_terminal_size().columns
    print("\n\n".join(fitted(part, width) for part in re.split(r"\n\s*\n", rule.documentation)))
    return 0


def fitted(part: str, width: int) -> str:
    """A paragraph of a rule's documentation, with the heading over it, in lines of a width.

    >>> print(fitted("Example\\n    One two\\n    three.", 11))
    Example
        One two
        three.
    """
    heading = re.match(r"\S.*\n(?=[ ])", part)
    body = part[heading.end() :] if heading else part
    indent = " " * (len(body) - len(body.lstrip(" ")))
    words = " ".join(body.split())
    lines = textwrap.fill(words, width, initial_indent=indent, subsequent_indent=indent)
    return (heading[0] if heading else "") + lines
