"""Reading the configuration: `[tool.textproof]` in `pyproject.toml`, or `textproof.toml`, which is
the same without the prefix. What is wrong in it is a :class:`ConfigError` that says where, and what
would be right."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from textproof.config import UNUSED, Config, ConfigError, all_rules
from textproof.config_table import Table
from textproof.contract import Contract
from textproof.finding import Severity
from textproof.toml_places import Keys, line_of

NAMES = ("textproof.toml", "pyproject.toml")


def find_config(folder: Path) -> Config:
    """The configuration of a folder: that of its file, or the defaults."""
    path = find_config_file(folder)
    return load_config(path) if path else Config()


def find_config_file(folder: Path) -> Path | None:
    """The nearest file upward from a folder that holds a configuration, if there is one."""
    for parent in (folder, *folder.parents):
        for name in NAMES:
            path = parent / name
            if path.is_file() and (name != "pyproject.toml" or _holds_table(path)):
                return path
    return None


def _holds_table(path: Path) -> bool:
    """Whether a pyproject.toml speaks of textproof at all; most do not, and are not parsed."""
    try:
        return b"textproof" in path.read_bytes() and "textproof" in _tools(path)
    except OSError:
        return False


def _tools(path: Path) -> Mapping[str, object]:
    """The `[tool]` tables of a pyproject.toml."""
    tools = _read(path).get("tool", {})
    return tools if isinstance(tools, dict) else {}


def load_config(path: Path) -> Config:
    """The configuration in a file; ``ConfigError`` where it cannot be used."""
    values: object = _read(path)
    keys: Keys = ()
    if path.name == "pyproject.toml":
        values, keys = _tools(path).get("textproof", {}), ("tool", "textproof")
    try:
        return _config(Table(values, keys), path.absolute().parent)
    except ConfigError as error:
        line = line_of(path.read_text(encoding="utf-8-sig"), error.keys)
        raise ConfigError(f"{path}:{line}: {error}", error.keys, line) from None


def parse_config(toml: str) -> Config:
    """The configuration in a text, as it would stand in `textproof.toml`.

    >>> parse_config('fail-on = "warning"').fail_on
    <Severity.WARNING: 2>
    """
    try:
        return _config(Table(tomllib.loads(toml)), None)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(str(error)) from None
    except ConfigError as error:
        raise ConfigError(str(error), error.keys, line_of(toml, error.keys)) from None


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{path}: {(error.strerror or str(error)).lower()}") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8 at byte {error.start}") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: {error}") from None


def _severity(table: Table, key: str) -> Severity | None:
    name = table.one_of(key, tuple(str(severity) for severity in Severity))
    return Severity.of(name) if name else None


def _severities(table: Table, plugins: tuple[str, ...]) -> Mapping[str, Severity]:
    """The severity of each rule that is given one, by itself or with its validator."""
    severities = table.table("severity")
    severities.check_rules(severities.values, plugins)
    given = {name: _severity(severities, name) for name in severities.values}
    if not given:
        return {}
    rules = all_rules(plugins)
    by_rule = {rule.name: given.get(rule.name, given.get(rule.validator)) for rule in rules}
    by_rule[UNUSED] = given.get(UNUSED)
    return {name: severity for name, severity in by_rule.items() if severity is not None}


def _config(table: Table, root: Path | None) -> Config:
    default = Config()
    plugins = table.texts("plugins") or ()
    config = Config(
        select=table.rules("select", plugins),
        ignore=table.rules("ignore", plugins),
        fail_on=_severity(table, "fail-on") or default.fail_on,
        include=table.texts("include") or default.include,
        exclude=table.texts("exclude") or (),
        allow=frozenset(table.texts("allow") or ()),
        severity=_severities(table, plugins),
        types=_types(table, root),
        root=root,
        plugins=plugins,
        baseline=_beside(table.text("baseline"), root),
        file_ignores=_file_ignores(table, plugins),
    )
    table.finish()
    return config


def _file_ignores(
    table: Table, plugins: tuple[str, ...]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    ignores = table.table("per-file-ignores")
    return tuple((pattern, ignores.rules(pattern, plugins)) for pattern in ignores.values)


def _types(table: Table, root: Path | None) -> tuple[Contract, ...]:
    """The contracts; most configurations have none, and need no reader of them."""
    types = table.table("type")
    if not types.values:
        return ()
    from textproof.contract_file import read_contracts

    return read_contracts(types, root)


def _beside(file: str | None, root: Path | None) -> str | None:
    """A file of the configuration's folder, as seen from the working folder."""
    return os.path.relpath(os.path.join(root or "", file)) if file else None
