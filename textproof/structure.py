"""What a format finds in a document: its title, metadata fields and sections."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Field(NamedTuple):
    """A metadata field. ``start`` and ``end`` are the span of its value in the decoded text,
    ``key_start`` that of its key or label; ``value`` is read without glosses."""

    name: str
    value: str
    start: int
    end: int
    key_start: int


class Section(NamedTuple):
    """A heading and the text under it, up to the next heading.

    Spans are of the decoded text; ``heading`` is read without glosses. ``level`` is 1 for the
    highest. ``sure`` says that the heading is one by markup or wording and not only looks like one.
    ``counted`` is what :attr:`items` says, or counts it: most sections are never asked.
    """

    heading: str
    level: int
    start: int
    end: int
    body_start: int
    body_end: int
    counted: int | Callable[[int | None], int]
    sure: bool = True

    @property
    def items(self) -> int:
        """The lines of its own body that hold something."""
        return self.items_up_to(None)

    def items_up_to(self, most: int | None) -> int:
        """The same, counted no further than to somewhat more than a number: that may be enough."""
        return self.counted if isinstance(self.counted, int) else self.counted(most)


class Comment(NamedTuple):
    """A comment. What it says of that which follows it holds up to ``reach``, and of the next line
    in any case."""

    start: int
    end: int
    reach: int = 0


class Structure(NamedTuple):
    """A document's title, fields (in the order of the text) and sections; ``frame`` is what stands
    around its main text, such as the navigation of a page."""

    title: Field | None = None
    fields: tuple[Field, ...] = ()
    sections: tuple[Section, ...] = ()
    frame: tuple[tuple[int, int], ...] = ()
