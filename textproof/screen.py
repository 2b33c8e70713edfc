"""The screen: which rules can fire on a document. A clean document must cost next to nothing.

Every rule says what must be in the text for it to fire. All characters among that are one compiled
class (in ASCII text one ``translate`` of the bytes, five times as fast); only where it finds
something is asked which rule wanted it. Each pattern is searched on its own, which costs little for
patterns that begin with a rare literal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from textproof.document import Document
from textproof.rule import Rule


class Screen:
    """The needs of some rules, compiled."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)
        self._facts = self._by_rule("fact")
        self._characters = self._by_rule("characters")
        self._patterns = [
            (name, re.compile(value))
            for name, values in self._by_rule("pattern")
            for value in values
        ]

    def _by_rule(self, kind: str) -> list[tuple[str, list[str]]]:
        wanted = [
            (rule.name, [need.value for need in rule.needs if need.kind == kind])
            for rule in self._rules
        ]
        return [(name, values) for name, values in wanted if values]

    @cached_property
    def _any_character(self) -> re.Pattern[str]:
        """All wanted characters; of no wanted characters nothing matches."""
        classes = "".join(value for _, values in self._characters for value in values)
        return re.compile(f"[{classes}]" if classes else "(?!)")

    @cached_property
    def _wanted_ascii(self) -> bytes:
        return bytes(code for code in range(128) if self._any_character.match(chr(code)))

    def candidates(self, document: Document) -> list[Rule]:
        """The rules that can fire on a document, in the order they were given."""
        texts = [document.text]
        if document.indirect:
            texts.append(document.prose.text)
        known = _facts(document)
        names = {name for name, facts in self._facts if not known.isdisjoint(facts)}
        for text in texts:
            names |= self._by_characters(text)
            names.update(name for name, pattern in self._patterns if pattern.search(text))
        return [rule for rule in self._rules if rule.name in names]

    def _by_characters(self, text: str) -> set[str]:
        if text.isascii():
            data = text.encode()
            if len(data) == len(data.translate(None, self._wanted_ascii)):
                return set()
        elif not self._any_character.search(text):
            return set()
        return {
            name for name, values in self._characters if re.search(f"[{''.join(values)}]", text)
        }


def _facts(document: Document) -> set[str]:
    """The facts that hold for a document."""
    facts = {
        "legacy": document.decoded.legacy,
        "unreadable": document.decoded.encoding is None,
        "contract": document.contract is not None,
    }
    return {name for name, holds in facts.items() if holds}
