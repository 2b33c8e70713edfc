"""A table of the configuration file: its keys are taken one by one, each as what it must be."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from textproof.config import ConfigError, check_rule_names, suggestion


class Table:
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
        """The key with the tables that it stands in."""
        return f"{self.where}.{key}" if self.where else key

    def text(self, key: str) -> str | None:
        """A string that is not empty, or None."""
        value = self.take(key, str, "a string")
        if value == "":
            raise ConfigError(f"{self.name(key)} must not be empty")
        return value if isinstance(value, str) else None

    def texts(self, key: str) -> tuple[str, ...] | None:
        """A string or a list of strings, or None."""
        value = self.take(key, (str, list), "a string or a list of strings")
        items = [value] if isinstance(value, str) else value
        if isinstance(items, list):
            if not all(isinstance(item, str) for item in items):
                raise ConfigError(f"{self.name(key)} must hold only strings")
            if "" in items:
                raise ConfigError(f"{self.name(key)} must not hold an empty string")
            return tuple(items)
        return None

    def rules(self, key: str, plugins: tuple[str, ...]) -> tuple[str, ...]:
        """Names of rules and validators, those of plugins too."""
        names = self.texts(key) or ()
        checked_rule_names(names, self.name(key), plugins)
        return names

    def number(self, key: str) -> int | None:
        """A whole number that is not negative, or None."""
        value = self.take(key, int, "a whole number")
        if isinstance(value, int) and value < 0:
            raise ConfigError(f"{self.name(key)} must not be negative")
        return value if isinstance(value, int) else None

    def flag(self, key: str) -> bool:
        """Whether the key is true."""
        return self.take(key, bool, "true or false") is True

    def day(self, key: str) -> date | None:
        """A date, or None."""
        value = self.take(key, date, "a date such as 1998-01-01")
        if isinstance(value, datetime):
            return value.date()
        return value if isinstance(value, date) else None

    def one_of(self, key: str, choices: tuple[str, ...]) -> str | None:
        """A string that is one of some, or None."""
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

    def tables(self, key: str) -> list[tuple[str, Table]]:
        """The tables under a key, by name."""
        values = self.take(key, dict, "a table")
        named = values.items() if isinstance(values, dict) else ()
        return [(name, Table(value, f"{self.name(key)}.{name}")) for name, value in named]

    def array(self, key: str) -> list[Table]:
        """The tables of an array of tables."""
        values = self.take(key, list, f"written as [[{self.name(key)}]]")
        items = values if isinstance(values, list) else []
        return [Table(value, f"{self.name(key)}[{i}]") for i, value in enumerate(items)]

    def finish(self) -> None:
        """``ConfigError`` for the first key that nobody took."""
        for key in self.values:
            if key not in self.known:
                raise ConfigError(
                    f"unknown key “{self.name(key)}”{suggestion(key, sorted(self.known))}"
                )


def checked_rule_names(names: Iterable[str], where: str, plugins: tuple[str, ...]) -> None:
    """``ConfigError``, with where it stands, for a name that no rule and no validator has."""
    try:
        check_rule_names(names, plugins)
    except ConfigError as error:
        raise ConfigError(f"{where}: {error}") from None
