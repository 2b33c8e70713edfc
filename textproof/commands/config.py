"""`textproof config`: what configuration is in force, and where each value comes from."""

from __future__ import annotations

import argparse
import json
import sys
from importlib.resources import files
from pathlib import Path

from textproof.commands import configuration
from textproof.config import Config
from textproof.config_file import find_config_file
from textproof.finding import Severity

SCHEMA = "config.schema.json"
"""The JSON Schema of the configuration, for editors."""


def run(options: argparse.Namespace) -> int:
    """Print the configuration as TOML, each value with where it comes from; or its schema."""
    if options.schema:
        sys.stdout.write(files("textproof").joinpath(SCHEMA).read_text(encoding="utf-8"))
        return 0
    config, default = configuration(options), Config()
    path = options.config or find_config_file(Path.cwd())
    print(f"# configuration file: {path or 'none; every value is the default'}")
    given = {"select": bool(options.select), "ignore": bool(options.ignore)}
    for name in ("select", "ignore", "fail_on", "include", "exclude", "allow", "plugins"):
        value = getattr(config, name)
        origin = "default" if value == getattr(default, name) else "configuration file"
        origin = "command line" if given.get(name) else origin
        print(f"{name.replace('_', '-')} = {_toml(value)}  # {origin}")
    if config.baseline:
        print(f"baseline = {_toml(config.baseline)}  # configuration file")
    if config.file_ignores:
        print("\n[per-file-ignores]  # configuration file")
        for pattern, rules in config.file_ignores:
            print(f"{_toml(pattern)} = {_toml(rules)}")
    if config.severity:
        print("\n[severity]")
        for rule, severity in config.severity.items():
            print(f"{rule} = {_toml(severity)}")
    for contract in config.types:
        sections = ", ".join(section.name for section in contract.sections)
        fields = ", ".join(field.name for field in contract.fields)
        print(f"\n[type.{contract.name}]\nfiles = {_toml(contract.files)}")
        print(f"# fields: {fields or 'none'}; sections: {sections or 'none'}")
    print(f"\n# {len(config.rules)} rules are in force: {', '.join(r.name for r in config.rules)}")
    return 0


def _toml(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, Severity):
        return f'"{value}"'
    if isinstance(value, frozenset):
        value = sorted(value)
    return json.dumps(value, ensure_ascii=False)
