"""The configuration: what is checked, by which rules, and what fails a run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from textproof.contract import Contract
from textproof.finding import Severity
from textproof.globs import glob
from textproof.rule import Rule

INCLUDE = ("**/*.{txt,text,md,markdown,rst,html,htm,xhtml,xml,po,csv,tsv}",)
"""The files of a folder that are checked by default."""


UNUSED = "unused-suppression"
"""The name of the finding that a comment suppresses nothing. It is no rule, since it is known only
after all rules have run, but it is ignored and given a severity like one."""

NOTHING: Mapping[str, Severity] = {}


class ConfigError(Exception):
    """A configuration that cannot be used. The message is for the user; ``keys`` lead to what is
    wrong, and ``line`` is where that stands, once it is known."""

    def __init__(
        self, message: str, keys: tuple[str | int, ...] = (), line: int | None = None
    ) -> None:
        super().__init__(message)
        self.keys = keys
        self.line = line


class Config(NamedTuple):
    """What is checked, by which rules, and what fails a run.

    ``select`` and ``ignore`` name rules or validators (nothing selected means all); ``include`` and
    ``exclude`` are path patterns relative to ``root``, the folder of the configuration file.
    ``plugins`` name packages with rules of one's own. ``force_exclude`` leaves out what is excluded
    even where its own path is given; ``baseline`` is the file of the findings that are known.
    ``file_ignores`` are path patterns, each with the rules or validators whose findings are left
    out of the files that it covers.
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
    plugins: tuple[str, ...] = ()
    force_exclude: bool = False
    baseline: str | None = None
    file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def ignored_in(self, path: str | None) -> frozenset[str]:
        """The rules and validators whose findings are left out of a document, by its path."""
        if path is None or not self.file_ignores:
            return frozenset()
        relative = self.relative(path)
        covering = (n for p, n in self.file_ignores if glob(p).fullmatch(relative))
        return frozenset(name for names in covering for name in names)

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
        check_rule_names([*config.select, *config.ignore], config.plugins)
        return config

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that are selected and not ignored. ``ConfigError`` where there is none of a
        name."""
        check_rule_names(self.severity, self.plugins)
        return selected_rules(self.select, self.ignore, self.plugins)


def all_rules(plugins: tuple[str, ...] = ()) -> tuple[Rule, ...]:
    """Every rule, those of plugins behind textproof's own. ``ConfigError`` where a plugin cannot be
    used."""
    from textproof.validators._index import RULES

    if not plugins:
        return RULES
    from textproof.plugins import plugin_rules

    own = {rule.name for rule in RULES}
    for rule in plugin_rules(plugins):
        if rule.name in own:
            raise ConfigError(f"plugins: {rule.module} declares {rule.name}, a rule of textproof's")
    return (*RULES, *plugin_rules(plugins))


def selected_rules(
    select: tuple[str, ...], ignore: tuple[str, ...], plugins: tuple[str, ...] = ()
) -> tuple[Rule, ...]:
    """The rules of some names or validators (without names all), but for those of others. One that
    is off by default is selected by its own name alone."""
    check_rule_names([*select, *ignore], plugins)
    return tuple(
        rule
        for rule in all_rules(plugins)
        if (rule.name in select or (rule.default and (not select or rule.validator in select)))
        and {rule.name, rule.validator}.isdisjoint(ignore)
    )


def check_rule_names(names: Iterable[str], plugins: tuple[str, ...] = ()) -> None:
    """``ConfigError`` for the first name that is no rule and no validator."""
    names = list(names)
    if not names:
        return
    rules = all_rules(plugins)
    known = {rule.name for rule in rules} | {rule.validator for rule in rules} | {UNUSED}
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
