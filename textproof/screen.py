"""The screen: which rules can fire on a document. A clean document must cost next to nothing.

Every rule says what must be in the text for it to fire. All characters among that are looked for at
once, those of ASCII with one ``translate`` of the bytes, the others with one compiled class in what
is left of the text without ASCII; only where something is found is asked which rule wanted it. Each
pattern is searched on its own, which costs little for patterns that begin with a rare literal, and
nothing where the text does not have it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property

from textproof.declarations import may_declare
from textproof.document import Document
from textproof.language import variant_of
from textproof.repertoire import Repertoire
from textproof.rule import Need, Rule
from textproof.view import MASK


class Screen:
    """The needs of some rules, compiled."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)
        self._facts = self._needs("fact")
        self._characters = self._needs("characters")
        self._patterns = self._needs("pattern")

    def _needs(self, kind: str) -> list[tuple[str, Need]]:
        """The needs of a kind, each with the name of its rule."""
        return [(r.name, need) for r in self._rules for need in r.needs if need.kind == kind]

    @cached_property
    def _any_character(self) -> str:
        """All wanted characters, as the inside of a class."""
        return "".join(need.value for _, need in self._characters)

    def candidates(self, document: Document) -> list[Rule]:
        """The rules that can fire on a document, in the order they were given."""
        known = _facts(document)
        names = {name for name, need in self._facts if need.value in known}
        if document.decoded.encoding is not None:
            names |= self._by_characters(document.repertoire)
            names |= self._by_patterns(document.text, names)
            if document.indirect:
                names |= self._by_characters(Repertoire(document.prose.text.replace(MASK, "")))
                names |= self._by_patterns(document.prose.text, names)
        # strings that each stand for themselves have no sections
        without = "" if document.running else "sections"
        return [r for r in self._rules if r.name in names and r.validator != without]

    def _by_characters(self, repertoire: Repertoire) -> set[str]:
        if not repertoire.has(self._any_character):
            return set()
        distinct = repertoire.distinct
        return {name for name, need in self._characters if distinct.has(need.value)}

    def _by_patterns(self, text: str, known: set[str]) -> set[str]:
        """The rules of which a pattern finds something; of known ones none is searched."""
        names: set[str] = set()
        for name, need in self._patterns:
            if name in known or name in names or need.literal not in text:
                continue
            if _compiled(need.value).search(text):
                names.add(name)
        return names


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    """A pattern, compiled when a text first asks for it: at start-up that is most of the time."""
    return re.compile(expression)


def _facts(document: Document) -> set[str]:
    """The facts that hold for a document."""
    if document.decoded.encoding is None:
        return {"unreadable"}
    facts = {
        "legacy": document.decoded.legacy,
        "contract": document.contract is not None,
        "no-language": document.may_be_of_no_language,
        "chinese": variant_of(document.language) is not None,
        "html": document.format == "html",
        "declares": may_declare(document.text, document.format),
        "carriage-return": "\r" in document.text,
        "supplementary": document.repertoire.is_supplementary,
        "hidden-plane": document.repertoire.reaches_hidden_plane,
        "compatibility-plane": document.repertoire.reaches_compatibility_plane,
        "repeated-heading": document.repeats_heading,
        "project-charset": document.may_have_project_charset,
    }
    return {name for name, holds in facts.items() if holds} | {document.format}
