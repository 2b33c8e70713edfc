"""Lines that stand in many documents of a type: what the template of a site left in its texts.

The one step that looks at documents together, before each is checked on its own. It runs for the
types of documents whose contract says `boilerplate.repeated`, and gives their contracts the lines
that it found, as if they were written there. Its memory is bounded however many documents there
are (lossy counting: Manku and Motwani, VLDB 2002): a line that is rarer than a tenth of the wanted
share is forgotten on the way, and none is counted by more than that too low.

>>> counted = Counted(0.5)
>>> for text in ("A boat came in.", "The pier is blue.", "It rained."):
...     counted.add([text, "More from the harbour"])
>>> counted.lines()
('More from the harbour',)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from textproof.paragraphs import text_start
from textproof.section_signs import MARKED, WRITTEN
from textproof.view import MASK

if TYPE_CHECKING:
    from textproof.config import Config
    from textproof.contract import Contract
    from textproof.document import Document
    from textproof.walking import Found

LEAST = 3
"""Documents in which a line must stand, at least."""

LONGEST = 600
"""Code points of a line, at most: the longest notice about cookies that was seen has 500."""

FINE = 10
"""Part of the wanted share by which a count may be too low."""

_LINE = re.compile(r"[^\r\n]+")
_SAYS = re.compile(r"[^\W\d_]{2}|[\u2e80-\uffef]")
_NO_CHROME = re.compile(r"[|>+]|:[\w ]+:|#{1,6}\s|\[[^\]]+\]:|SPDX-|Copyright\b|©")
"""How lines begin that documents share on purpose: tables, quotations, headings, definitions of
links, licences."""


class Counted:
    """In how many documents each line stands, as far as that can reach a share of them."""

    def __init__(self, share: float) -> None:
        self._share = share
        self._width = round(FINE / share)
        self._documents = 0
        self._counts: dict[str, int] = {}
        self._missed: dict[str, int] = {}

    def add(self, lines: Iterable[str]) -> None:
        """Count the lines of one more document, each once."""
        missed, counts = self._documents // self._width, self._counts
        for line in dict.fromkeys(lines):
            if line in counts:
                counts[line] += 1
            else:
                counts[line], self._missed[line] = 1, missed
        self._documents += 1
        if self._documents % self._width == 0:
            self._forget(self._documents // self._width)

    def _forget(self, missed: int) -> None:
        for line in [x for x, count in self._counts.items() if count + self._missed[x] <= missed]:
            del self._counts[line], self._missed[line]

    def lines(self) -> tuple[str, ...]:
        """The lines that surely stand in the wanted share of the documents, sorted."""
        least = max(self._share * self._documents, LEAST)
        found = (line for line, count in self._counts.items() if count >= least)
        return tuple(sorted(found))


def with_repeated_lines(config: Config, documents: Iterable[Found]) -> Config:
    """The configuration with what recurs in the documents among the lines of their contracts."""
    counted = {
        contract.name: Counted(contract.boilerplate_repeated)
        for contract in config.types
        if contract.boilerplate_repeated
    }
    if not counted:
        return config
    for found in documents:
        contract = config.contract_for(found.path)
        if contract is not None and contract.name in counted:
            counted[contract.name].add(_lines(found, contract))
    types = [
        contract._replace(
            boilerplate_lines=tuple(
                dict.fromkeys((*contract.boilerplate_lines, *counted[contract.name].lines()))
            )
        )
        if contract.name in counted
        else contract
        for contract in config.types
    ]
    return config._replace(types=tuple(types))


def _lines(found: Found, contract: Contract) -> Iterator[str]:
    """The lines of a file that may be of a template."""
    from textproof.decoding import decode
    from textproof.document import Document
    from textproof.results import Skipped
    from textproof.walking import read_document

    data = read_document(found)
    if not isinstance(data, Skipped):
        yield from template_like(
            Document(decode(data, found.path), path=found.path, contract=contract)
        )


def template_like(document: Document) -> Iterator[str]:
    """The lines of a document that say something and are no heading, field, table or quotation."""
    if document.format not in WRITTEN:
        return
    view = document.without_glosses
    marked = document.format in MARKED  # in plain text, short lines merely look like headings
    headings = {section.heading for section in document.sections if marked or section.sure}
    labelled = {view.text.rfind("\n", 0, f.label_start) + 1 for f in document.labelled}
    start = text_start(view.text) if document.format == "markdown" else 0
    for match in _LINE.finditer(view.text, start):
        line = match[0].strip()
        if (
            len(line) <= LONGEST
            and MASK not in line
            and _SAYS.search(line)
            and line not in headings
            and match.start() not in labelled
            and not _NO_CHROME.match(line)
            and not match[0].startswith(("    ", "\t"))
        ):
            yield line
