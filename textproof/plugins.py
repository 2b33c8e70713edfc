"""Rules of one's own: packages that the configuration names under `plugins`.

A plugin is a module, or a package of modules, each of which declares a rule as textproof's own do:
a generator `check` under :func:`textproof.rule.rule`, with a docstring that documents it. Its
validator is the name of the package.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from textproof.config import ConfigError
from textproof.rule import Rule, validate


@cache
def plugin_rules(plugins: tuple[str, ...]) -> tuple[Rule, ...]:
    """The rules of some packages. ``ConfigError`` where one cannot be imported or has none."""
    rules: dict[str, Rule] = {}
    for name in plugins:
        found = list(_rules_of(name))
        if not found:
            raise ConfigError(f"plugins: {name} declares no rule")
        for rule in found:
            if rule.name in rules:
                raise ConfigError(f"plugins: two rules are called {rule.name}")
            rules[rule.name] = rule
    return tuple(rules.values())


def _rules_of(name: str) -> Iterator[Rule]:
    for module in _modules(name):
        declared = getattr(getattr(module, "check", None), "rule", None)
        if declared:
            rule, severity, needs, yields_to, default = declared
            try:
                validate(needs)
            except re.error as error:
                raise ConfigError(f"plugins: a need of {rule} is no pattern ({error})") from None
            validator = name.partition(".")[0].replace("_", "-")
            summary = (module.__doc__ or rule).strip().partition("\n")[0].rstrip(".")
            about = (validator, module.__name__, severity, needs, yields_to, summary)
            yield Rule(rule, *about, default)


def _modules(name: str) -> Iterator[ModuleType]:
    """A module and, where it is a package, the modules in it, by name."""
    try:
        package = importlib.import_module(name)
        yield package
        for found in pkgutil.iter_modules(getattr(package, "__path__", ())):
            yield importlib.import_module(f"{name}.{found.name}")
    except Exception as error:  # whatever a plugin does when it is imported, the user gets a reason
        reason = f"{type(error).__name__}: {error}"
        raise ConfigError(f"plugins: {name} cannot be imported ({reason})") from None
