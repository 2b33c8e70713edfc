"""The configuration: what is checked, by which rules, and what fails a run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from textproof.contract import Contract
from textproof.finding import Severity
from textproof.rule import Rule

INCLUDE = ("**/*.{txt,text,md,markdown,rst,html,htm,xhtml,xml,po,csv,tsv}",)
"""The files of a folder that are checked by default."""


NOTHING: Mapping[str, Severity] = {}


class ConfigError(Exception):
    """A configuration that cannot be used. The message is for the user."""


class Config(NamedTuple):
    """What is checked, by which rules, and what fails a run.

    ``select`` and ``ignore`` name rules or validators (nothing selected means all); ``include`` and
    ``exclude`` are path patterns relative to ``root``, the folder of the configuration file.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity = Severity.ERROR
    include: tuple[str, ...] = INCLUDE
    exclude: tuple[str, ...] = ()
    allow: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = NOTHING
    types: tuple[Contract, ...] = ()
    root: str | os.PathLike[str] | None = None

    def contract_for(self, path: str | None) -> Contract | None:
        """The contract of a document's type, by its path; the first type that covers it."""
        if path is None or not self.types:
            return None
        relative = self.relative(path)
        return next((contract for contract in self.types if contract.covers(relative)), None)

    def relative(self, path: str) -> str:
        """A path as the configuration's patterns see it: relative to its folder, with `/`."""
        if self.root is not None:
            relative = os.path.relpath(os.path.abspath(path), self.root)
            if relative != os.pardir and not relative.startswith(os.pardir + os.sep):
                return relative.replace(os.sep, "/")
        return os.path.normpath(path).replace(os.sep, "/")

    def with_rules(self, select: Iterable[str], ignore: Iterable[str]) -> Config:
        """This configuration with other rules selected, and more ignored. ``ConfigError`` where
        there is none of a name."""
        config = self._replace(select=tuple(select) or self.select, ignore=(*self.ignore, *ignore))
        check_rule_names([*config.select, *config.ignore])
        return config

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that are selected and not ignored. ``ConfigError`` where there is none of a
        name."""
        check_rule_names(self.severity)
        return selected_rules(self.select, self.ignore)


def selected_rules(select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[Rule, ...]:
    """The rules of some names or validators (without names all), but for those of others."""
    from textproof.validators._index import RULES

    check_rule_names([*select, *ignore])
    return tuple(
        rule
        for rule in RULES
        if (not select or not {rule.name, rule.validator}.isdisjoint(select))
        and {rule.name, rule.validator}.isdisjoint(ignore)
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
    import difflib

    near = difflib.get_close_matches(name, list(known), n=1)
    return f"; did you mean “{near[0]}”?" if near else ""
