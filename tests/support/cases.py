"""Cases of a rule as data: a TOML file beside the rule's test module.

A file holds arrays of tables named `in-the-wild`, `negative`, `synthetic` and `known-failures`. A
case has

- `why`: one sentence, the name of the test;
- `text`, or `hex` for bytes that are no text;
- `path`: a file name, where the format or a contract hangs on it (default: plain text);
- `config`: TOML as under `[tool.textproof]`, where the case needs a contract;
- `findings`: what the rule under test must find, in order, each with any of `line`, `column`,
  `end_line`, `end_column`, `text`, `severity`, `message` (a part of it), `repair`, `safety`,
  `count` (of places). What is not written is not compared; the number of findings is.

A negative has no findings. A known failure says what should be found, and must fail (`xfail`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from textproof import Config, DocumentResult, Finding, check_bytes, check_text
from textproof.config_file import parse_config

GROUPS = ("in-the-wild", "negative", "synthetic", "known-failures")


def rule_cases(test_file: str) -> Callable[[Any], Any]:
    """Parametrize a test over its cases: `test_bad_date.py` has `bad_date.toml` beside it."""
    path = Path(test_file)
    groups = tomllib.loads(path.with_name(f"{path.stem[5:]}.toml").read_text(encoding="utf-8"))
    assert set(groups) <= set(GROUPS), f"{path.stem}: groups are {GROUPS}"
    positives = len(groups.get("in-the-wild", [])) + len(groups.get("synthetic", []))
    assert len(groups["negative"]) >= positives, f"{path.stem}: at least as many negatives"
    parameters = []
    for group, cases in groups.items():
        marks = [pytest.mark.xfail(strict=True)] if group == "known-failures" else []
        for case in cases:
            assert bool(case.get("findings")) != (group == "negative"), case["why"]
            parameters.append(pytest.param(case, id=f"{group}: {case['why']}", marks=marks))
    return pytest.mark.parametrize("case", parameters)


def check_case(case: dict[str, Any], rule: str) -> None:
    """Assert that a rule finds in a case what the case says, and nothing else."""
    found = [finding for finding in result_of(case).findings if finding.rule == rule]
    wanted = case.get("findings", [])
    shown = [(f.line, f.column, f.text, f.message) for f in found]
    assert len(found) == len(wanted), shown
    for finding, expected in zip(found, wanted, strict=True):
        assert described(finding, expected) == expected, shown


def result_of(case: dict[str, Any]) -> DocumentResult:
    """Check the document of a case."""
    path = case.get("path")
    config = parse_config(case["config"]) if "config" in case else Config()
    if "hex" in case:
        return check_bytes(bytes.fromhex(case["hex"]), path=path, config=config)
    return check_text(case["text"], path=path, config=config)


def described(finding: Finding, expected: dict[str, Any]) -> dict[str, Any]:
    """What a finding is, under the keys that a case expects."""
    values: dict[str, Any] = {
        "severity": str(finding.severity),
        "repair": finding.repair.text if finding.repair else None,
        "safety": str(finding.repair.safety) if finding.repair else None,
        "count": len(finding.spans),
        "message": expected.get("message"),
    }
    if values["message"] is not None and values["message"] not in finding.message:
        values["message"] = finding.message
    return {key: values[key] if key in values else getattr(finding, key) for key in expected}
