"""Those who are compared: each says of texts whether they are damaged, and what they should be."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import ftfy
import ftfy.badness

import textproof
from textproof import Config, Finding, Safety, Severity

CONFIGS = {
    "text": Config(ignore=("encoding", "metadata", "sections")),
    "mojibake": Config(select=("mojibake",)),
}
"""What textproof is asked with: what is wrong with bytes, fields and sections is not what is
compared here; or the rules of the one validator."""


class Judged(NamedTuple):
    """Whether a text is called damaged, and the repaired text; None from who repairs nothing."""

    found: bool
    text: str | None


@lru_cache(maxsize=20_000)
def findings_in(text: str, asked: str = "text") -> tuple[Finding, ...]:
    """What textproof finds in a text."""
    return tuple(textproof.check_text(text, config=CONFIGS[asked]).findings)


@lru_cache(maxsize=20_000)
def repaired(text: str, *, unsafe: bool, asked: str = "text") -> str:
    """A text after textproof's safe repairs, or after all of them."""
    repairs = [finding.repair for finding in findings_in(text, asked) if finding.repair]
    if not any(unsafe or repair.safety is Safety.SAFE for repair in repairs):
        return text
    return textproof.fix_text(text, unsafe=unsafe, config=CONFIGS[asked]).text


def textproof_says(texts: Sequence[str], asked: str = "text") -> list[Judged]:
    """What textproof says: damaged is what has a warning or an error."""
    return [
        Judged(
            any(finding.severity >= Severity.WARNING for finding in findings_in(text, asked)),
            repaired(text, unsafe=True, asked=asked),
        )
        for text in texts
    ]


def _ftfy(texts: Sequence[str]) -> list[Judged]:
    fixed = map(ftfy.fix_encoding, texts)
    return [
        Judged(ftfy.badness.is_bad(text) or after != text, after)
        for text, after in zip(texts, fixed, strict=True)
    ]


def _plsfix(texts: Sequence[str]) -> list[Judged]:
    plsfix = importlib.import_module("plsfix")
    fixed = map(plsfix.fix_text, texts)
    return [Judged(after != text, after) for text, after in zip(texts, fixed, strict=True)]


def _rumdl(texts: Sequence[str]) -> list[Judged]:
    """Its rule MD083, mojibake, in one process; it repairs nothing."""
    command = "rumdl check --no-cache --enable MD083 --output-format json-lines .".split()
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            # a paragraph, whatever the text begins with
            Path(folder, f"{number}.md").write_text(f"x {text}\n", "utf-8", "surrogatepass")
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    found = {int(Path(json.loads(line)["file"]).stem) for line in done.stdout.splitlines()}
    return [Judged(number in found, None) for number in range(len(texts))]


Peer = Callable[[Sequence[str]], list[Judged]]

PEERS: dict[str, Peer] = {"textproof": textproof_says, "ftfy": _ftfy}
"""The tools by the name of their package; plsfix and rumdl where they are installed."""

if importlib.util.find_spec("plsfix"):
    PEERS["plsfix"] = _plsfix
if shutil.which("rumdl"):
    PEERS["rumdl"] = _rumdl
