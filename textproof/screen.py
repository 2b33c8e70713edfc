"""The screen: which rules can fire on a document. A clean document must cost next to nothing.

Every rule says what must be in the text for it to fire. All characters among that are looked for at
once, those of ASCII with one ``translate`` of the bytes, the others with one compiled class in what
is left of the text without ASCII; only where one is found is asked which rules wanted it, and the
search goes on for the others. Each pattern is searched once, for all rules that need it, which
costs little for patterns that begin with a rare literal, and nothing where the text does not have
it. Facts are asked once too, and only those that a rule needs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from textproof.bare_headings import may_have_bare_heading
from textproof.declarations import may_declare
from textproof.document import Document
from textproof.language import variant_of
from textproof.repertoire import Repertoire
from textproof.rule import Need, Rule
from textproof.view import MASK

_Needs = tuple[tuple[Need, tuple[str, ...]], ...]
"""Needs, each with the names of the rules that have it."""


class Screen:
    """The needs of some rules, compiled."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)
        self._facts = self._needs("fact")
        self._characters = self._needs("characters")
        self._patterns = self._needs("pattern")

    def _needs(self, kind: str) -> _Needs:
        names: dict[Need, list[str]] = {}
        for rule in self._rules:
            for need in rule.needs:
                if need.kind == kind:
                    names.setdefault(need, []).append(rule.name)
        return tuple((need, tuple(found)) for need, found in names.items())

    def candidates(self, document: Document) -> list[Rule]:
        """The rules that can fire on a document, in the order they were given."""
        names: set[str] = set()
        for need, rules in self._facts:
            if need.value not in _TEXT_FACTS and _is_so(need.value, document):
                names.update(rules)
        if document.decoded.encoding is not None:
            self._add_by_text(names, document.text, document.repertoire)
            if document.indirect:
                prose = document.prose.text
                self._add_by_text(names, prose, Repertoire(prose))
        return [rule for rule in self._rules if rule.name in names]

    def _add_by_text(self, names: set[str], text: str, repertoire: Repertoire) -> None:
        """Add the rules of which a text holds a character or a pattern."""
        for need, rules in self._facts:
            if need.value in _TEXT_FACTS and _TEXT_FACTS[need.value](repertoire):
                names.update(rules)
        wanted = self._characters
        while wanted and (char := repertoire.one_of(_joined(wanted))):
            split: tuple[list[tuple[Need, tuple[str, ...]]], ...] = ([], [])
            for need, rules in wanted:
                split[_holds(need, char)].append((need, rules))
            names.update(name for _, rules in split[True] for name in rules)
            wanted = tuple(split[False])
        for need, rules in self._patterns:
            if names.issuperset(rules) or need.literal not in text:
                continue
            if _compiled(need.value).search(text):
                names.update(rules)


@lru_cache(maxsize=256)
def _joined(needs: _Needs) -> str:
    """The characters that some needs want, as the inside of a class."""
    return "".join(need.value for need, _ in needs)


@cache
def _holds(need: Need, char: str) -> bool:
    """Whether a need wants a character."""
    return _compiled(f"[{need.value}]").match(char) is not None


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    """A pattern, compiled when a text first asks for it: at start-up that is most of the time."""
    return re.compile(expression)


_FACTS: dict[str, Callable[[Document], bool]] = {
    "legacy": lambda document: document.decoded.legacy,
    "bare-heading": lambda document: may_have_bare_heading(document.text, document.format),
    "contract": lambda document: document.contract is not None,
    "chinese": lambda document: variant_of(document.language) is not None,
    "declares": lambda document: may_declare(document.text, document.format),
    "carriage-return": lambda document: "\r" in document.text,
    "project-charset": lambda document: document.may_have_project_charset,
}
"""The facts about a document; its format's name is one too."""

_TEXT_FACTS: dict[str, Callable[[Repertoire], bool]] = {
    "accented": lambda repertoire: repertoire.reaches_accented,
    "noncharacter": lambda repertoire: repertoire.reaches_noncharacters,
    "hidden-plane": lambda repertoire: repertoire.reaches_hidden_plane,
    "compatibility-plane": lambda repertoire: repertoire.reaches_compatibility_plane,
}
"""The facts about the characters of a text."""


def _is_so(fact: str, document: Document) -> bool:
    """Whether a fact about a document holds; of one that cannot be read, it alone."""
    if fact == "unreadable" or document.decoded.encoding is None:
        return (fact == "unreadable") == (document.decoded.encoding is None)
    holds = _FACTS.get(fact)
    return holds(document) if holds else fact == document.format
