"""What a rule is: a generator of defects, declared with :func:`rule`, one in a file.

A rule states what must be in a document for it to fire (its *needs*); the screen answers
that for all rules at once, and only a rule that can fire is imported and run. What start-up needs
to know of every rule is an index, generated from the rule files by ``tools/make_indexes.py``.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from textproof.finding import Defect, Severity

if TYPE_CHECKING:
    from textproof.document import Document

Check = Callable[["Document", "Options"], Iterator[Defect]]


class Need(NamedTuple):
    """One thing that lets a rule fire: any of some characters, rare or frequent ones, a pattern, or
    a fact.

    Facts: ``legacy`` (not UTF-8), ``unreadable``, ``contract`` (a contract covers the document),
    ``bare-heading`` (a heading may have nothing under it), ``repeated-heading`` (two headings may
    say the same), ``front-matter`` (there may be some that is broken), ``foreign-host`` (one may be
    beyond ASCII), ``no-language`` (its letters are those of no language that is known), ``chinese``
    (in one variant of written Chinese), the name of its format such as ``html``, ``declares`` (it
    may declare an encoding), ``carriage-return`` (there is one), ``noncharacter`` (there is one
    beyond U+FFFF), ``hidden-plane`` (there is a character from U+E0000 to U+E0FFF),
    ``compatibility-plane`` (from U+2F000 to U+2FFFF), ``project-charset`` (`.editorconfig` may
    declare another encoding); what the metadata of a text may hold, by
    :mod:`textproof.metadata_signs`: ``placeholders``, ``dates``, ``languages``, ``addresses``,
    ``gaps``, ``labels``, ``titles``; and what its sections may, by :mod:`textproof.section_signs`:
    ``contents``, ``heading-jump``, ``open-end``, ``own-links``, ``references``, ``several-titles``,
    ``short``, ``template-lines``; and ``impossible-date`` (one may not exist).
    ``language`` is that of the documents in which characters count, in whatever region; of a
    pattern it is `Hani` where that needs Chinese, Japanese or Korean characters.
    ``literal`` is what every match of a pattern begins with; the index works it out, and a pattern
    whose literal is not in the text is not even compiled.
    """

    kind: str
    value: str
    literal: str = ""
    language: str = ""


class Options(NamedTuple):
    """What a rule is told: ``allow`` holds words and characters that are meant, ``today`` is the
    day of the check, without which no rule asks what lies in the future."""

    allow: frozenset[str] = frozenset()
    today: date | None = None


class Rule(NamedTuple):
    """A rule as the index knows it; :meth:`check` imports its module.

    ``yields_to`` names the rules that own the characters where both claim them. A rule that is no
    ``default`` runs only where it is selected by its own name.
    """

    name: str
    validator: str
    module: str
    severity: Severity
    needs: tuple[Need, ...]
    yields_to: tuple[str, ...]
    summary: str
    default: bool = True

    def check(self, document: Document, options: Options) -> Iterator[Defect]:
        """The defects of a document, by this rule."""
        return self.load()(document, options)

    def load(self) -> Check:
        """The rule's generator function."""
        # asked of every document, where `import_module` takes half the time of a rule
        module = sys.modules.get(self.module) or importlib.import_module(self.module)
        check: Check = module.check
        return check

    @property
    def documentation(self) -> str:
        """The docstring of the rule's module: what it finds, why it matters, example, repair."""
        return importlib.import_module(self.module).__doc__ or ""


def characters(chars: str, *, language: str = "") -> Need:
    """The rule can fire where one of these characters is; ``a-z`` stands for a range.

    With a language (zh, zh-Hans, zh-Hant), only where the document is in that.
    """
    return Need("characters", chars, language=language)


def frequent(chars: str, *, language: str) -> Need:
    """The rule looks at each of these characters, one of which most documents in a language have,
    and at those beside it. They are looked for together with the rare ones that others want, and
    :meth:`Repertoire.in_context` knows them then.
    """
    return Need("frequent", chars, language=language)


def pattern(expression: str, *, east_asian: bool = False) -> Need:
    """The rule can fire where this regular expression finds something, which may be only where
    there are Chinese, Japanese or Korean characters.

    The text is searched for it in every document, so let it begin with a rare literal and look
    behind: ``\\?(?<=[Han]\\?)`` costs a tenth of ``[Han]\\?``.
    """
    return Need("pattern", expression, language="Hani" if east_asian else "")


def validate(needs: tuple[Need, ...]) -> None:
    """``re.error`` where a need is no regular expression.

    Asked of needs when they are noted, since a rule that runs would wait for it.
    """
    for need in needs:
        if need.kind != "fact":
            re.compile(need.value if need.kind == "pattern" else f"[{need.value}]")


def fact(name: str) -> Need:
    """The rule can fire where a fact about the document holds (see :class:`Need`)."""
    return Need("fact", name)


def rule(
    name: str,
    *,
    severity: Severity,
    needs: tuple[Need, ...],
    yields_to: tuple[str, ...] = (),
    default: bool = True,
) -> Callable[[Check], Check]:
    """Declare the generator of a rule; any of ``needs`` lets it run.

    Where another rule's finding covers characters that this one claims too, ``yields_to`` says that
    the other has them. With ``default=False`` it runs only where it is selected by its own name.
    """

    def declare(check: Check) -> Check:
        check.rule = (name, severity, needs, yields_to, default)  # type: ignore[attr-defined]
        return check

    return declare
