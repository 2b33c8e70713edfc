"""A table of the configuration file: its keys are taken one by one, each as what it must be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from math import isfinite

from textproof.config import ConfigError, check_rule_names, suggestion
from textproof.toml_places import Keys


class Placed(dict[str, object]):
    """The values of a table that stands elsewhere in the file than where it is read."""

    def __init__(self, values: Mapping[str, object], place: Keys) -> None:
        super().__init__(values)
        self.place = place


class Table:
    """A table of the file whose keys are taken one by one; a key that nobody takes is an error.

    ``keys`` lead to it from the top of the file.

    >>> Table({}, ("type", "news", "sections", 1)).name("heading")
    'type.news.sections[1].heading'
    """

    def __init__(self, values: object, keys: Keys = ()) -> None:
        self.keys = values.place if isinstance(values, Placed) else keys
        if not isinstance(values, dict):
            raise self.wrong(f"[{self.where}] must be a table")
        self.values: dict[str, object] = values
        self.known: set[str] = set()

    @property
    def where(self) -> str:
        """The table's name, with the tables that it stands in."""
        shown = (f"[{key}]" if isinstance(key, int) else f".{key}" for key in self.keys)
        return "".join(shown).removeprefix(".")

    def name(self, key: str) -> str:
        """The key with the tables that it stands in."""
        return f"{self.where}.{key}" if self.keys else key

    def wrong(self, message: str, key: str | None = None) -> ConfigError:
        """The error that something is wrong with the table, or with one of its keys."""
        return ConfigError(message, self.keys if key is None else (*self.keys, key))

    def contradiction(self, message: str, key: str | None = None) -> ConfigError:
        """The error that what is said here cannot be."""
        return self.wrong(f"{self.where}: {message}", key)

    def take(self, key: str, kind: type | tuple[type, ...], what: str) -> object:
        """The value of a key, or None; it must be of a kind, described by ``what``."""
        self.known.add(key)
        value = self.values.get(key)
        if value is None:
            return None
        kinds = kind if isinstance(kind, tuple) else (kind,)
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            raise self.wrong(f"{self.name(key)} must be {what}, not {value!r}", key)
        return value

    def text(self, key: str) -> str | None:
        """A string that is not empty, or None."""
        value = self.take(key, str, "a string")
        if value == "":
            raise self.wrong(f"{self.name(key)} must not be empty", key)
        return value if isinstance(value, str) else None

    def texts(self, key: str) -> tuple[str, ...] | None:
        """A string or a list of strings, or None."""
        value = self.take(key, (str, list), "a string or a list of strings")
        items = [value] if isinstance(value, str) else value
        if isinstance(items, list):
            if not all(isinstance(item, str) for item in items):
                raise self.wrong(f"{self.name(key)} must hold only strings", key)
            if "" in items:
                raise self.wrong(f"{self.name(key)} must not hold an empty string", key)
            return tuple(items)
        return None

    def texts_of(self, one: str, several: str) -> tuple[str, ...] | None:
        """What stands under a key in the singular or in the plural; both mean the same."""
        first, second = self.texts(one), self.texts(several)
        if first is not None and second is not None:
            raise self.contradiction(f"“{one}” and “{several}” are the same; give one", several)
        return first if second is None else second

    def rules(self, key: str, plugins: tuple[str, ...]) -> tuple[str, ...]:
        """Names of rules and validators, those of plugins too."""
        names = self.texts(key) or ()
        self.check_rules(names, plugins, key)
        return names

    def check_rules(
        self, names: Iterable[str], plugins: tuple[str, ...], key: str | None = None
    ) -> None:
        """``ConfigError``, with where it stands, for a name that no rule and no validator has."""
        for name in names:
            try:
                check_rule_names([name], plugins)
            except ConfigError as error:
                where = self.where if key is None else self.name(key)
                raise self.wrong(f"{where}: {error}", key or name) from None

    def number(self, key: str) -> int | None:
        """A whole number that is not negative, or None."""
        value = self.take(key, int, "a whole number")
        if isinstance(value, int) and value < 0:
            raise self.wrong(f"{self.name(key)} must not be negative", key)
        return value if isinstance(value, int) else None

    def amount(self, key: str) -> float | None:
        """Any number, or None."""
        value = self.take(key, (int, float), "a number")
        if isinstance(value, float) and not isfinite(value):
            raise self.wrong(f"{self.name(key)} must be a number, not {value!r}", key)
        return value if isinstance(value, int | float) else None

    def flag(self, key: str, default: bool = False) -> bool:
        """Whether the key is true."""
        value = self.take(key, bool, "true or false")
        return default if value is None else value is True

    def day(self, key: str) -> date | None:
        """A date, or None."""
        value = self.take(key, date, "a date such as 1998-01-01")
        if isinstance(value, datetime):
            return value.date()
        return value if isinstance(value, date) else None

    def pattern(self, key: str) -> str | None:
        """A regular expression, or None."""
        expression = self.text(key)
        if expression is not None:
            try:
                re.compile(expression)
            except (re.error, OverflowError, RecursionError) as error:
                position = getattr(error, "pos", None)
                at = "" if position is None else f" (character {position + 1})"
                why = f"{getattr(error, 'msg', error)}{at}"
                message = f"{self.name(key)} is no regular expression: {why}"
                raise self.wrong(message, key) from None
        return expression

    def one_of(self, key: str, choices: Iterable[str]) -> str | None:
        """A string that is one of some, or None."""
        value = self.text(key)
        if value is not None:
            self.some_of(key, choices)
        return value

    def some_of(self, key: str, choices: Iterable[str]) -> tuple[str, ...]:
        """A list of strings, each one of some."""
        values, known = self.texts(key) or (), tuple(choices)
        for value in values:
            if value not in known:
                hint = suggestion(value, known) or f": one of {', '.join(known)}"
                raise self.wrong(f"{self.name(key)}: “{value}” is none of its values{hint}", key)
        return values

    def table(self, key: str) -> Table:
        """The table under a key; an empty one where there is none."""
        return Table(self.take(key, dict, "a table") or {}, (*self.keys, key))

    def tables(self, key: str) -> list[tuple[str, Table]]:
        """The tables under a key, by name."""
        table = self.table(key)
        return [(name, Table(value, (*table.keys, name))) for name, value in table.values.items()]

    def array(self, key: str) -> list[Table]:
        """The tables of an array of tables."""
        values = self.take(key, list, f"written as [[{self.name(key)}]]")
        items = values if isinstance(values, list) else []
        return [Table(value, (*self.keys, key, i)) for i, value in enumerate(items)]

    def finish(self) -> None:
        """``ConfigError`` for the first key that nobody took."""
        for key in self.values:
            if key not in self.known:
                near = suggestion(key, sorted(self.known))
                raise self.wrong(f"unknown key “{self.name(key)}”{near}", key)
