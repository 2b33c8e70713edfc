"""The configuration: what is checked, by which rules, and what fails a run."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from textproof.contract import Contract
from textproof.finding import Severity
from textproof.rule import Rule

SUFFIXES = (".txt", ".text", ".md", ".markdown", ".rst", ".html", ".htm", ".xhtml", ".xml",
            ".po", ".csv", ".tsv")  # fmt: skip
"""The files of a folder that are checked by default."""


class ConfigError(Exception):
    """A configuration that cannot be used. The message is for the user."""


@dataclass(frozen=True)
class Config:
    """What is checked, by which rules, and what fails a run.

    ``select`` and ``ignore`` name rules or validators (nothing selected means all); ``include`` and
    ``exclude`` are path patterns relative to ``root``, the folder of the configuration file.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity = Severity.ERROR
    include: tuple[str, ...] = tuple(f"**/*{suffix}" for suffix in SUFFIXES)
    exclude: tuple[str, ...] = ()
    allow: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    types: tuple[Contract, ...] = ()
    root: Path | None = None

    def __post_init__(self) -> None:
        check_rule_names([*self.select, *self.ignore, *self.severity])

    def contract_for(self, path: str | None) -> Contract | None:
        """The contract of a document's type, by its path; the first type that covers it."""
        if path is None or not self.types:
            return None
        relative = self.relative(path)
        return next((contract for contract in self.types if contract.covers(relative)), None)

    def relative(self, path: str) -> str:
        """A path as the configuration's patterns see it: relative to its folder, with `/`."""
        if self.root is not None:
            absolute = Path(path).absolute()
            if absolute.is_relative_to(self.root):
                return absolute.relative_to(self.root).as_posix()
        return Path(path).as_posix()

    def with_rules(self, select: Iterable[str], ignore: Iterable[str]) -> Config:
        """This configuration with other rules selected, and more ignored."""
        return replace(self, select=tuple(select) or self.select, ignore=(*self.ignore, *ignore))

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that are selected and not ignored."""
        from textproof.validators._index import RULES

        select, ignore = set(self.select), set(self.ignore)
        return tuple(
            rule
            for rule in RULES
            if (not select or not select.isdisjoint((rule.name, rule.validator)))
            and ignore.isdisjoint((rule.name, rule.validator))
        )


def check_rule_names(names: Iterable[str]) -> None:
    """``ConfigError`` for the first name that is no rule and no validator."""
    names = list(names)
    if not names:
        return
    from textproof.validators._index import RULES

    known = {rule.name for rule in RULES} | {rule.validator for rule in RULES}
    for name in names:
        if name not in known:
            raise ConfigError(f"no rule or validator “{name}”{suggestion(name, known)}")


def suggestion(name: str, known: Iterable[str]) -> str:
    """`; did you mean “x”?` where a known name is near, else nothing.

    >>> suggestion("pinyin-glos", ["pinyin-gloss", "bad-date"])
    '; did you mean “pinyin-gloss”?'
    """
    near = difflib.get_close_matches(name, list(known), n=1)
    return f"; did you mean “{near[0]}”?" if near else ""
