"""Reading the configuration: `[tool.textproof]` in `pyproject.toml`, or `textproof.toml`, which is
the same without the prefix. What is wrong in it is a :class:`ConfigError` that says where, and what
would be right."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from textproof.config import Config, ConfigError, check_rule_names, suggestion
from textproof.contract import Contract, FieldContract, SectionContract
from textproof.finding import Severity
from textproof.labels import BUILT_IN

NAMES = ("textproof.toml", "pyproject.toml")

WITNESSES = ("url", "jsonld", "opengraph", "time")
"""What a date can be held against: the document's path, JSON-LD, OpenGraph, `<time>`."""


def find_config(folder: Path) -> Config:
    """The configuration of a folder: the nearest file upward that holds one, or the defaults."""
    for parent in (folder, *folder.parents):
        for name in NAMES:
            path = parent / name
            if path.is_file() and (name != "pyproject.toml" or _holds_table(path)):
                return load_config(path)
    return Config()


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
        return _config(_Table(values, prefix), path.absolute().parent)
    except ConfigError as error:
        raise ConfigError(f"{path}: {error}") from None


def parse_config(toml: str) -> Config:
    """The configuration in a text, as it would stand in `textproof.toml`.

    >>> parse_config('fail-on = "warning"').fail_on
    <Severity.WARNING: 2>
    """
    try:
        return _config(_Table(tomllib.loads(toml), ""), None)
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


class _Table:
    """A table of the file whose keys are taken one by one; a key that nobody takes is an error."""

    def __init__(self, values: object, where: str) -> None:
        if not isinstance(values, dict):
            raise ConfigError(f"[{where}] must be a table")
        self.values: dict[str, object] = values
        self.where = where
        self.known: set[str] = set()

    def take(self, key: str, kind: type | tuple[type, ...], what: str) -> object:
        """The value of a key, or None; it must be of a kind, described by ``what``."""
        self.known.add(key)
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is int):
            raise ConfigError(f"{self.name(key)} must be {what}, not {value!r}")
        return value

    def name(self, key: str) -> str:
        return f"{self.where}.{key}" if self.where else key

    def text(self, key: str) -> str | None:
        value = self.take(key, str, "a string")
        if value == "":
            raise ConfigError(f"{self.name(key)} must not be empty")
        return value if isinstance(value, str) else None

    def texts(self, key: str) -> tuple[str, ...] | None:
        """A string or a list of strings."""
        value = self.take(key, (str, list), "a string or a list of strings")
        items = [value] if isinstance(value, str) else value
        if isinstance(items, list):
            if not all(isinstance(item, str) for item in items):
                raise ConfigError(f"{self.name(key)} must hold only strings")
            if "" in items:
                raise ConfigError(f"{self.name(key)} must not hold an empty string")
            return tuple(items)
        return None

    def rules(self, key: str) -> tuple[str, ...]:
        """Names of rules and validators."""
        names = self.texts(key) or ()
        _check_rule_names(names, self.name(key))
        return names

    def number(self, key: str) -> int | None:
        value = self.take(key, int, "a whole number")
        if isinstance(value, int) and value < 0:
            raise ConfigError(f"{self.name(key)} must not be negative")
        return value if isinstance(value, int) else None

    def flag(self, key: str) -> bool:
        return self.take(key, bool, "true or false") is True

    def day(self, key: str) -> date | None:
        value = self.take(key, date, "a date such as 1998-01-01")
        if isinstance(value, datetime):
            return value.date()
        return value if isinstance(value, date) else None

    def one_of(self, key: str, choices: tuple[str, ...]) -> str | None:
        value = self.text(key)
        if value is not None:
            self.some_of(key, choices)
        return value

    def some_of(self, key: str, choices: tuple[str, ...]) -> tuple[str, ...]:
        """A list of strings, each one of some."""
        values = self.texts(key) or ()
        for value in values:
            if value not in choices:
                hint = suggestion(value, choices) or f": one of {', '.join(choices)}"
                raise ConfigError(f"{self.name(key)}: “{value}” is none of its values{hint}")
        return values

    def tables(self, key: str) -> list[tuple[str, _Table]]:
        """The tables under a key, by name."""
        values = self.take(key, dict, "a table")
        named = values.items() if isinstance(values, dict) else ()
        return [(name, _Table(value, f"{self.name(key)}.{name}")) for name, value in named]

    def array(self, key: str) -> list[_Table]:
        """The tables of an array of tables."""
        values = self.take(key, list, f"written as [[{self.name(key)}]]")
        items = values if isinstance(values, list) else []
        return [_Table(value, f"{self.name(key)}[{i}]") for i, value in enumerate(items)]

    def finish(self) -> None:
        """``ConfigError`` for the first key that nobody took."""
        for key in self.values:
            if key not in self.known:
                raise ConfigError(
                    f"unknown key “{self.name(key)}”{suggestion(key, sorted(self.known))}"
                )


def _severity(table: _Table, key: str) -> Severity | None:
    name = table.one_of(key, tuple(str(severity) for severity in Severity))
    return Severity.of(name) if name else None


def _check_rule_names(names: Iterable[str], where: str) -> None:
    try:
        check_rule_names(names)
    except ConfigError as error:
        raise ConfigError(f"{where}: {error}") from None


def _severities(table: _Table) -> Mapping[str, Severity]:
    """The severity of each rule that is given one, by itself or with its validator."""
    severities = _Table(table.take("severity", dict, "a table") or {}, table.name("severity"))
    _check_rule_names(severities.values, severities.where)
    given = {name: _severity(severities, name) for name in severities.values}
    if not given:
        return {}
    from textproof.validators._index import RULES

    by_rule = {rule.name: given.get(rule.name, given.get(rule.validator)) for rule in RULES}
    return {name: severity for name, severity in by_rule.items() if severity is not None}


def _config(table: _Table, root: Path | None) -> Config:
    default = Config()
    config = Config(
        select=table.rules("select"),
        ignore=table.rules("ignore"),
        fail_on=_severity(table, "fail-on") or default.fail_on,
        include=table.texts("include") or default.include,
        exclude=table.texts("exclude") or (),
        allow=frozenset(table.texts("allow") or ()),
        severity=_severities(table),
        types=tuple(_contract(name, type_) for name, type_ in table.tables("type")),
        root=root,
    )
    table.finish()
    return config


def _contract(name: str, table: _Table) -> Contract:
    boilerplate = _Table(
        table.take("boilerplate", dict, "a table") or {}, table.name("boilerplate")
    )
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


def _field(name: str, table: _Table) -> FieldContract:
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


def _zone(table: _Table) -> str | None:
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


def _section(table: _Table) -> SectionContract:
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
