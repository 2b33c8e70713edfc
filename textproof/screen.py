"""The screen: which rules can fire on a document. A clean document must cost next to nothing.

Every rule says what must be in the text for it to fire. All characters among that are looked for at
once, those of ASCII with one ``translate`` of the bytes, the others with one compiled class in what
is left of the text without ASCII; only where one is found is asked which rules wanted it, and the
search goes on for the others. Patterns that begin with the same character are searched together,
which costs little where that is a rare one, and nothing where the text does not have it. Facts are
asked once, and only those that a rule needs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property, partial
from operator import itemgetter

from textproof.declarations import may_declare
from textproof.document import Document
from textproof.front_matter import may_be_broken
from textproof.hosts import may_hold_foreign_hosts
from textproof.impossible_dates import may_hold_impossible
from textproof.language import is_chinese, variant_of
from textproof.metadata_signs import ALL_SIGNS, signs
from textproof.rare_literals import found
from textproof.repertoire import Repertoire
from textproof.rule import Need, Rule
from textproof.section_signs import SECTION_FACTS
from textproof.view import MASK

UNREADABLE = "unreadable"
"""The fact that a document cannot be read; it has no others then."""

MANY = 3
"""Patterns that begin with the same character, from which on it pays to search for all at once."""

_MIDDLE = itemgetter(1)

_Needs = tuple[tuple[Need, tuple[str, ...]], ...]
"""Needs, each with the names of the rules that have it."""


class Screen:
    """The needs of some rules, compiled."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)
        facts = [(need.value, names) for need, names in self._needs("fact")]
        self._text_facts = [(_TEXT_FACTS[f], names) for f, names in facts if f in _TEXT_FACTS]
        self._facts = [
            (_FACTS.get(fact, partial(_has_format, fact)), names)
            for fact, names in facts
            if fact not in _TEXT_FACTS and fact not in ALL_SIGNS
        ]
        self._signs = {fact: names for fact, names in facts if fact in ALL_SIGNS}
        characters, frequent = self._needs("characters"), self._needs("frequent")
        self._wanted = {
            language: _Wanted(language, characters, frequent)
            for language in ("", "zh", "zh-Hans", "zh-Hant")
        }
        alike: dict[str, list[tuple[Need, tuple[str, ...]]]] = {}
        for need, names in self._needs("pattern"):
            alike.setdefault(need.literal[:1] or need.value, []).append((need, names))
        self._patterns = [_Patterns(needs) for needs in alike.values()]
        self._of_unreadable = [r for r in rules if any(n.value == UNREADABLE for n in r.needs)]

    def _needs(self, kind: str) -> _Needs:
        names: dict[Need, list[str]] = {}
        for rule in self._rules:
            for need in rule.needs:
                if need.kind == kind and need.value != UNREADABLE:
                    names.setdefault(need, []).append(rule.name)
        return tuple((need, tuple(found)) for need, found in names.items())

    def candidates(self, document: Document) -> list[Rule]:
        """The rules that can fire on a document, in the order they were given."""
        if document.decoded.encoding is None:
            return list(self._of_unreadable)
        names: set[str] = set()
        for holds, rules in self._facts:
            if holds(document):
                names.update(rules)
        if self._signs and document.format != "html":  # a page is asked by its format
            for sign in signs(document.text, document.format):
                names.update(self._signs.get(sign, ()))
        language = variant_of(document.language) or ("zh" if is_chinese(document.language) else "")
        wanted = self._wanted[language]
        self._add_by_text(names, document.text, document.repertoire, wanted)
        if document.with_metadata is not document or document.indirect:
            prose = document.with_metadata.prose.text
            self._add_by_text(names, prose, Repertoire(prose.replace(MASK, "")), wanted)
        # strings that each stand for themselves have no sections
        without = "" if document.running else "sections"
        return [r for r in self._rules if r.name in names and r.validator != without]

    def _add_by_text(
        self,
        names: set[str],
        text: str,
        repertoire: Repertoire,
        wanted: _Wanted,
    ) -> None:
        """Add the rules of which a text holds a wanted character or a pattern."""
        for holds, rules in self._text_facts:
            if holds(repertoire):
                names.update(rules)
        names.update(wanted.rules(repertoire))
        for patterns in self._patterns:
            literal = patterns.literal
            where = text if literal < "\x80" else repertoire.beyond_ascii
            if literal in where:
                names.update(patterns.found_in(text, repertoire))


class _Wanted:
    """The characters that are wanted in a language."""

    def __init__(self, language: str, rare: _Needs, frequent: _Needs) -> None:
        groups = [tuple(entry for entry in rare if not entry[0].language)]
        for entry in rare:  # those of the language, each need's on their own
            if entry[0].language and language.startswith(entry[0].language):
                groups.append((entry,))
        self._groups = tuple(_Characters(group) for group in groups if group)
        self._rare = "".join(group.any for group in self._groups)
        self._frequent = tuple(entry for entry in frequent if entry[0].language == language)

    def rules(self, repertoire: Repertoire) -> Iterator[str]:
        """The rules that want a character of a text."""
        if self._frequent:
            yield from self._of_frequent(repertoire)
            return
        # all at once, since mostly there is none: then, in groups that are compiled once for all
        for group in self._groups if repertoire.has(self._rare) else ():
            left: _Characters | None = group
            while left and (char := repertoire.one_of(left.any)):
                wanting, left = left.without(char)
                yield from wanting

    def _of_frequent(self, repertoire: Repertoire) -> Iterator[str]:
        """The rules that want a character where some want frequent ones: there is always one, so
        that all are looked for in one search, together with what those rules will ask for."""
        found = set(map(_MIDDLE, repertoire.in_context(*self._classes)))
        rare = found - self._only_frequent
        if len(rare) < len(found):
            for _, names in self._frequent:
                yield from names
        for char in rare:
            for group in self._groups:
                yield from group.without(char)[0]

    @cached_property
    def _classes(self) -> tuple[str, ...]:
        return (*(need.value for need, _ in self._frequent), self._rare)

    @cached_property
    def _only_frequent(self) -> frozenset[str]:
        """The frequent characters that are not wanted as rare ones too."""
        rare = _compiled(f"[{self._rare}]")
        chars = {char for need, _ in self._frequent for char in need.value}
        return frozenset(char for char in chars if not rare.match(char))


class _Characters:
    """The characters that some needs want: ``any`` is the inside of a class."""

    def __init__(self, needs: _Needs) -> None:
        self._needs = needs
        self.any = "".join(need.value for need, _ in needs)
        self._without: dict[str, tuple[list[str], _Characters | None]] = {}

    def without(self, char: str) -> tuple[list[str], _Characters | None]:
        """The rules that want a character, and what the needs of the others want."""
        if char not in self._without:
            found = {need for need, _ in self._needs if _compiled(f"[{need.value}]").match(char)}
            rules = [name for need, names in self._needs if need in found for name in names]
            rest = tuple(entry for entry in self._needs if not set(entry[1]).issubset(rules))
            self._without[char] = (rules, _Characters(rest) if rest else None)
        return self._without[char]


class _Patterns:
    """Patterns that begin with the same character, which is looked for once for all of them.

    They are compiled when a text first has it: at start-up that is most of the time.
    """

    def __init__(self, needs: list[tuple[Need, tuple[str, ...]]]) -> None:
        literal = needs[0][0].literal
        alone = len(needs) == 1 and (literal < "\x80" or min(literal) > "\x7f")
        self.literal = literal if alone else literal[:1]  # looked for in what is beyond ASCII
        self._needs = needs

    @cached_property
    def any(self) -> re.Pattern[str]:
        return re.compile("|".join(need.value for need, _ in self._needs))

    def found_in(self, text: str, repertoire: Repertoire) -> Iterator[str]:
        """The rules of which a text has a pattern."""
        if len(self._needs) >= MANY and not self.any.search(text):
            return
        for need, rules in self._needs:
            if need.language and not repertoire.may_be_east_asian:
                continue
            # a literal is found much faster than a pattern
            if len(need.literal) > 1 and need.literal not in text:
                continue
            if need.value in (need.literal, re.escape(need.literal)) or _search(need, text):
                yield from rules


def _search(need: Need, text: str) -> bool:
    pattern = _compiled(need.value)
    return found(pattern, need.literal, text) if need.literal else bool(pattern.search(text))


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


_FACTS: dict[str, Callable[[Document], bool]] = {
    "legacy": lambda document: document.decoded.legacy,
    "bare-heading": lambda document: document.may_have_bare_heading,
    "contract": lambda document: document.contract is not None,
    "no-language": lambda document: document.may_be_of_no_language,
    "chinese": lambda document: variant_of(document.language) is not None,
    "declares": lambda document: may_declare(document.text, document.format),
    "impossible-date": may_hold_impossible,
    "front-matter": lambda document: may_be_broken(document.text),
    "carriage-return": lambda document: ord("\r") in document.repertoire.unusual,
    "foreign-host": lambda document: may_hold_foreign_hosts(document.text),
    "repeated-heading": lambda document: document.repeats_heading,
    "project-charset": lambda document: document.may_have_project_charset,
    **SECTION_FACTS,
}
"""The facts about a document; the name of its format is one too."""

_TEXT_FACTS: dict[str, Callable[[Repertoire], bool]] = {
    "noncharacter": lambda repertoire: repertoire.reaches_noncharacters,
    "hidden-plane": lambda repertoire: repertoire.reaches_hidden_plane,
    "compatibility-plane": lambda repertoire: repertoire.reaches_compatibility_plane,
}
"""The facts about the characters of a text."""


def _has_format(name: str, document: Document) -> bool:
    return document.format == name
