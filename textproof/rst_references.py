"""What a reStructuredText refers to by name and does not define: footnotes, citations, targets,
substitutions.

>>> text = "See [#old]_, [1]_ and |rel|.\\n\\n.. [1] In 1204.\\n"
>>> [(r.kind, r.name) for r in dangling_names(text)]
[('footnote', '#old')]
>>> [(r.kind, r.name) for r in dangling_names("See A_ and `B c`_.\\n\\n.. _A: https://a.example\\n")]
[('target', 'B c')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from textproof.formats import rst
from textproof.formats._rst_blocks import blocks
from textproof.view import masked

_INLINE = re.compile(
    r"``(?<![\w`\\]``)(?=\S)(?:[^`\n]|\n(?![ \t\r]*\n)|`(?!`))+?``"
    r"|(?P<role>:(?<![\w:]:)[\w+.:-]{1,80}:`[^`]+`)"
    r"|(?P<inline>_`(?<![\w\\]_`)[^`]+`)"
    r"|`(?<![\w`\\:]`)(?=\S)(?P<phrase>[^`<]+?)(?P<target>[ \t\n]*<[^<>`]*>)?`(?P<mark>__?(?!\w))?"
    r"|\[(?<![\w\]\\]\[)(?P<note>\d{1,3}|\*|#[\w.:+-]*|[A-Za-z][\w.:+-]*)\]_(?![\w_])"
    r"|\|(?<![\w|+\\-]\|)(?P<substitution>(?=\w)[\w .:/-]*\w)\|(?:__?)?(?![\w|])"
)
_TARGET = re.compile(
    r"^[ \t]*(?:[-*+][ \t]+)?\.\. _(?:`([^`]+)`|((?:[^:\\\n`]|\\.|:(?!\s))+)):", re.MULTILINE
)
_NOTE = re.compile(r"^[ \t]*\.\. \[(\d{1,3}|\*|#[\w.:+-]*|[A-Za-z][\w.:+-]*)\](?=\s)", re.MULTILINE)
_SUBSTITUTION = re.compile(r"^[ \t]*\.\. \|([^|\n]+)\|", re.MULTILINE)
_NAME_OPTION = re.compile(r"^[ \t]+:name:[ \t]+(\S[^\n]*)", re.MULTILINE)
_BUILT_IN = frozenset(("version", "release", "today"))
"""The substitutions that Sphinx defines."""


class Dangling(NamedTuple):
    """A reference without what it refers to: the kind of it, its name, and its span."""

    kind: str
    name: str
    start: int
    end: int


def dangling_names(text: str) -> Iterator[Dangling]:
    """The references that nothing in the text defines, in its order.

    Footnotes are always its own. Citations and targets can be those of another file of the
    project; they are judged where the text defines others of their kind. So can substitutions,
    of which a project defines many in its configuration.
    """
    references = list(_INLINE.finditer(_shown(text)))
    notes = _NOTE.findall(text)
    labels = {_fold(label) for label in notes}
    has_citations = any(label[0].isalpha() for label in notes)
    targets = {_fold(one or other) for one, other in _TARGET.findall(text)}
    has_targets = bool(targets)
    targets |= labels | {_fold(name) for name in _NAME_OPTION.findall(text)}
    substitutions = {_fold(name) for name in _SUBSTITUTION.findall(text)}
    for match in references:
        if match["inline"]:
            targets.add(_fold(match["inline"][2:-1]))
        elif match["phrase"] and match["target"]:
            targets.add(_fold(match["phrase"]))
    headings: set[str] | None = None
    unnumbered = sum(label.startswith("#") for label in notes)
    for match in references:
        note, phrase, name = match["note"], match["phrase"], match["substitution"]
        if note in ("#", "*"):
            unnumbered -= note == "#"
            if unnumbered < 0 and note == "#":
                yield Dangling("footnote", note, *match.span())
        elif note and _fold(note) not in labels and (not note[0].isalpha() or has_citations):
            yield Dangling("citation" if note[0].isalpha() else "footnote", note, *match.span())
        elif phrase and match["mark"] == "_" and not match["target"] and has_targets:
            if _fold(phrase) in targets:
                continue
            headings = _headings(text) if headings is None else headings
            if _fold(phrase) not in headings:
                yield Dangling("target", " ".join(phrase.split()), *match.span())
        elif name and substitutions and _fold(name) not in substitutions | _BUILT_IN:
            yield Dangling("substitution", name, *match.span())


def _shown(text: str) -> str:
    """The text without blocks of code, directives, targets and comments, as long."""
    pieces, position = [], 0
    for block in blocks(text):
        for start, end in block.hidden:
            pieces += [text[position:start], masked(text[start:end])]
            position = end
    return "".join([*pieces, text[position:]])


def _headings(text: str) -> set[str]:
    """What the headings say: each is a target of its own."""
    structure = rst.structure(text, rst.prose(text), None)
    return {_fold(section.heading) for section in structure.sections}


def _fold(name: str) -> str:
    """A name as references compare it: without case, white space and escapes folded."""
    return " ".join(re.sub(r"\\(.)|[`*]", r"\1", name).split()).casefold()
