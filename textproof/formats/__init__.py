"""The formats of documents: a file each.

A format is a module with

- ``SUFFIXES``: the file names it reads, such as ``(".md",)``;
- ``INDIRECT``: whether it writes characters indirectly (HTML entities), so that the text of the
  file does not show all that its prose holds;
- ``SPECIAL`` and ``written(text, source)``, where it does: the characters that stand for something
  else, and how a text is written in the place of a source, or None where it cannot be;
- ``RUNNING``: whether its prose is one running text; in a catalogue or a table each string stands
  for itself, and what holds of lines, sections and sentences in a row does not hold of it;
- ``prose(text) -> View``: what a reader reads, with code, tags and URLs masked;
- ``structure(text, view, contract) -> Structure``: title, fields and sections, found in the prose
  without glosses (``view``), with the headings that the contract knows;
- ``fields(text)``, if it can tell for less than a structure: the fields;
- ``outline(text) -> View``, where that costs less than the prose: what holds all headings of it, so
  that the structure need not wait for the prose; ``sections(text, outline)`` and
  ``heading_levels(text, outline)``, if it can tell them from that;
- ``broken_metadata(text)``: what is wrong with the block of metadata as a whole, as a message and
  its offset, or None;
- ``may_have_bare_heading(text)``, if it can tell for less than a structure: whether a heading may
  have nothing under it;
- ``comments(text)``: its comments, in which findings can be suppressed. Without it, a comment is
  ``<!-- … -->`` where prose could stand.

Adding a format is one file here and its tests; ``python tools/make_indexes.py`` notes its suffixes.
"""

from __future__ import annotations

import importlib
from functools import cache
from os.path import splitext
from typing import Protocol, cast

from textproof.contract import Contract
from textproof.formats._index import SUFFIXES
from textproof.structure import Structure
from textproof.view import View

PLAIN = "plain"


class Format(Protocol):
    """What a format's module offers."""

    SUFFIXES: tuple[str, ...]
    INDIRECT: bool
    RUNNING: bool

    def prose(self, text: str) -> View:
        """What a reader reads."""

    def structure(self, text: str, view: View, contract: Contract | None) -> Structure:
        """Title, fields and sections."""

    def broken_metadata(self, text: str) -> tuple[str, int] | None:
        """What is wrong with the block of metadata."""


def format_of(path: str | None) -> str:
    """The name of the format of a path, by its suffix; plain text where it says nothing.

    >>> format_of("docs/guide.md"), format_of("NOTES"), format_of(None)
    ('markdown', 'plain', 'plain')
    """
    return SUFFIXES.get(splitext(path)[1].lower(), PLAIN) if path else PLAIN


_PAGE = ("<!doctype html", "<html")


def is_page(text: str) -> bool:
    """Whether a text begins as a page of HTML does, whatever its name says.

    >>> is_page("<!DOCTYPE html><title>502 Bad Gateway</title>"), is_page("name;note")
    (True, False)
    """
    return text[:200].lstrip("\ufeff \t\r\n").lower().startswith(_PAGE)


@cache
def load(name: str) -> Format:
    """The format of a name; ``ValueError`` where there is none."""
    known = {PLAIN, *SUFFIXES.values()}
    if name not in known:
        raise ValueError(f"no format “{name}”: one of {', '.join(sorted(known))}")
    return cast(Format, importlib.import_module(f"textproof.formats.{name}"))
