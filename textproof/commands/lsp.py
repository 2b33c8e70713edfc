"""`textproof lsp`: a language server on standard input and output."""

from __future__ import annotations

import argparse
from importlib.util import find_spec

from textproof.commands import UsageError


def run(options: argparse.Namespace) -> int:
    """Serve an editor until it ends the conversation."""
    if not find_spec("pygls"):
        raise UsageError("the language server wants pygls: pip install 'textproof[lsp]'")
    from textproof.lsp import create

    create().start_io()
    return 0
