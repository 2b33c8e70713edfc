"""`textproof fix`: repair documents, or show how they would be repaired."""

from __future__ import annotations

import argparse
import difflib
import os
import re
import sys
from pathlib import Path

from textproof.codec_names import shown
from textproof.commands import UsageError, configuration, nothing_to
from textproof.config import Config
from textproof.decoding import decode
from textproof.fixing import FixResult, encoded, fix_decoded
from textproof.reports._wording import counted
from textproof.results import Skipped, skipping
from textproof.runner import check_bytes
from textproof.walking import binary_kind, find_documents, read_document
from textproof.writing import write_atomically


def run(options: argparse.Namespace) -> int:
    """Repair the documents; 1 where findings that fail remain, or with --diff where any would
    change."""
    if "-" in options.paths:
        raise UsageError("fix repairs files; it does not read standard input")
    config = configuration(options)
    skipped: list[Skipped] = []
    documents = repaired = changed = remaining = 0
    for found in find_documents(options.paths, config):
        data = read_document(found)
        if isinstance(data, Skipped):
            skipped.append(data)
            continue
        fixed = _fix(found.path, data, config, options)
        documents += 1
        repaired += len(fixed.applied)
        changed += bool(fixed.applied)
        remaining += sum(finding.severity >= config.fail_on for finding in fixed.remaining)
    if not documents and not options.allow_empty:
        raise nothing_to("fix", options.paths, config, skipped)
    verb = "would be repaired" if options.diff else "repaired"
    print(
        f"{counted(repaired, 'finding')} {verb} in {changed} of {counted(documents, 'document')}; "
        f"{remaining} at or above {config.fail_on} remain"
        + (f"; {skipping(skipped)}" if skipped else ""),
        file=sys.stderr,
    )
    return 1 if remaining or (options.diff and changed) else 0


def _fix(path: str, data: bytes, config: Config, options: argparse.Namespace) -> FixResult:
    """Repair one file of some bytes. What is no text, and what cannot be written back in its
    encoding, is left as it is."""
    if binary_kind(data):
        return FixResult("", (), check_bytes(data, path=path, config=config).findings, None)
    decoded = decode(data, path)
    fixed, _ = fix_decoded(decoded, path=path, unsafe=options.unsafe, config=config)
    if fixed.refused:
        rules = ", ".join(dict.fromkeys(finding.rule for finding in fixed.refused))
        print(f"textproof: {path}: left as it is: its repairs would make new findings ({rules})",
              file=sys.stderr)  # fmt: skip
    if not fixed.applied:
        return fixed
    rewritten = fixed.encoding != decoded.encoding
    if options.diff:
        if rewritten:
            before, after = (shown(codec or "") for codec in (decoded.encoding, fixed.encoding))
            print(f"{path}: {before} rewritten in {after}")
        sys.stdout.write(_diff(path, decoded.text, fixed.text))
        return fixed
    repaired = encoded(fixed.text, fixed.encoding)
    kept = rewritten or encoded(decoded.text, decoded.encoding) == data
    if repaired is None or not kept:
        print(f"textproof: {path}: left as it is: {decoded.encoding} cannot hold the repaired text",
              file=sys.stderr)  # fmt: skip
        return FixResult(decoded.text, (), fixed.remaining + fixed.applied, decoded.encoding)
    write_atomically(Path(path), repaired)
    return fixed


def _diff(path: str, before: str, after: str) -> str:
    """A unified diff; lines end where the document's do, so line ends are compared too."""
    split = re.compile(r"(?<=\n)|(?<=\r)(?!\n)").split
    old, new = ([line for line in split(text) if line] for text in (before, after))
    name = path.lstrip("/")
    lines = difflib.unified_diff(old, new, f"a/{name}", f"b/{name}")
    shown = (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
             for line in lines)  # fmt: skip
    return "".join(shown).replace("\r\n", "\n").replace(os.linesep, "\n")
