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
from textproof.config_table import Table, checked_rule_names
from textproof.contract import Contract, FieldContract, SectionContract
from textproof.finding import Severity
from textproof.labels import BUILT_IN

NAMES = ("textproof.toml", "pyproject.toml")

WITNESSES = ("url", "jsonld", "opengraph", "time")
"""What a date can be held against: the document's path, JSON-LD, OpenGraph, `<time>`."""


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
    prefix = ""
    if path.name == "pyproject.toml":
        values, prefix = _tools(path).get("textproof", {}), "tool.textproof"
    try:
        return _config(Table(values, prefix), path.absolute().parent)
    except ConfigError as error:
        raise ConfigError(f"{path}: {error}") from None


def parse_config(toml: str) -> Config:
    """The configuration in a text, as it would stand in `textproof.toml`.

    >>> parse_config('fail-on = "warning"').fail_on
    <Severity.WARNING: 2>
    """
    try:
        return _config(Table(tomllib.loads(toml), ""), None)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(str(error)) from None


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8 at byte {error.start}") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: {error}") from None


def _severity(table: Table, key: str) -> Severity | None:
    name = table.one_of(key, tuple(str(severity) for severity in Severity))
    return Severity.of(name) if name else None


def _severities(table: Table, plugins: tuple[str, ...]) -> Mapping[str, Severity]:
    """The severity of each rule that is given one, by itself or with its validator."""
    severities = Table(table.take("severity", dict, "a table") or {}, table.name("severity"))
    checked_rule_names(severities.values, severities.where, plugins)
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
        types=tuple(_contract(name, type_) for name, type_ in table.tables("type")),
        root=root,
        plugins=plugins,
        baseline=_beside(table.text("baseline"), root),
    )
    table.finish()
    return config


def _beside(file: str | None, root: Path | None) -> str | None:
    """A file of the configuration's folder, as seen from the working folder."""
    return os.path.relpath(os.path.join(root or "", file)) if file else None


def _contract(name: str, table: Table) -> Contract:
    boilerplate = Table(table.take("boilerplate", dict, "a table") or {}, table.name("boilerplate"))
    contract = Contract(
        name=name,
        files=table.texts("files") or (),
        lang=table.text("lang"),
        title=table.text("title"),
        fields=tuple(_field(field, sub) for field, sub in table.tables("fields")),
        sections=tuple(_section(section) for section in table.array("sections")),
        boilerplate_lines=boilerplate.texts("lines") or (),
        boilerplate_suffix=boilerplate.text("suffix"),
    )
    boilerplate.finish()
    table.finish()
    if not contract.files:
        raise ConfigError(f"{table.where}: “files” must say which files are of this type")
    return contract


def _field(name: str, table: Table) -> FieldContract:
    field = FieldContract(
        name=name,
        labels=table.texts("label") or (() if name in BUILT_IN else (name,)),
        optional=table.flag("optional"),
        type=table.one_of("type", ("text", "date", "datetime")) or "text",
        split=table.text("split"),
        ends=table.text("ends"),
        within=table.text("in"),
        max=table.number("max"),
        after=table.day("after"),
        before=table.day("before"),
        zone=_zone(table),
        agree=table.some_of("agree", WITNESSES),
    )
    table.finish()
    if field.type == "text" and (field.after or field.before or field.zone or field.agree):
        raise ConfigError(
            f'{table.where}: “after”, “before”, “zone” and “agree” want type = "date" or "datetime"'
        )
    if field.ends and not field.split:
        raise ConfigError(f"{table.where}: “ends” needs a “split” that parts the value")
    return field


def _zone(table: Table) -> str | None:
    """A time zone by its name in the time zone database."""
    name = table.text("zone")
    if name is not None:
        from zoneinfo import ZoneInfo

        try:
            ZoneInfo(name)
        except (ValueError, OSError, KeyError):
            raise ConfigError(
                f"{table.name('zone')}: no time zone “{name}” is known here"
            ) from None
    return name


def _section(table: Table) -> SectionContract:
    headings = table.texts("heading") or ()
    name = table.text("name")
    section = SectionContract(
        name=name or (headings[0] if headings else ""),
        headings=headings,
        optional=table.flag("optional"),
        min_chars=table.number("min_chars"),
        min_items=table.number("min_items"),
    )
    table.finish()
    if not section.name:
        raise ConfigError(f"{table.where}: a section needs a “name” or a “heading”")
    if section.min_items is not None and not headings:
        raise ConfigError(f"{table.where}: “min_items” needs a “heading” to count under")
    return section
