"""`textproof explain RULE`: what a rule finds, why it matters, an example and the repair.

`textproof explain --text TEXT`: which wrong decodings a text went through, and what it was.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import textwrap
from pathlib import Path

from textproof.commands import UsageError
from textproof.config import all_rules, suggestion
from textproof.config_file import find_config
from textproof.explanation import explain
from textproof.reports._display import visible


def run(options: argparse.Namespace) -> int:
    """Print the documentation of a rule, or what happened to a text."""
    if options.text is not None:
        return _explain_text(sys.stdin.read() if options.text == "-" else options.text)
    known = {rule.name: rule for rule in all_rules(find_config(Path.cwd()).plugins)}
    if options.rule not in known:
        hint = suggestion(options.rule, known)
        raise UsageError(f"no rule “{options.rule}”{hint}; `textproof rules` lists them")
    rule = known[options.rule]
    print(f"{rule.name} (validator {rule.validator}, {rule.severity})\n")
    width = shutil.get_terminal_size().columns
    print("\n\n".join(fitted(part, width) for part in re.split(r"\n\s*\n", rule.documentation)))
    return 0


def _explain_text(text: str) -> int:
    """Print the chain of wrong decodings, how sure it is, and the text as it was meant."""
    explained = explain(text)
    print(visible(explained.text))
    print(f"  {explained}")
    if explained.chain:
        sure = "proved" if explained.proved else f"confidence {explained.confidence:.2f}"
        steps = ", ".join(f"{what} {codec}" for what, codec in explained.steps)
        print(f"  {sure}; undone by: {steps}")
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
