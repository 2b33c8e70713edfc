r"""gettext catalogues: each msgid and msgstr is prose, with its continued lines joined.

Comments, contexts, obsolete entries (`#~`), and the guessed translations of fuzzy ones are no
prose. The header gives the fields: `Language`, `Last-Translator`, `PO-Revision-Date`, …
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.contract import Contract
from textproof.formats._strings import TAG, code_point, escaped, pieces
from textproof.lazy import compiled
from textproof.structure import Comment, Field, Structure
from textproof.view import MASK, Piece, View

SUFFIXES = (".po", ".pot")
INDIRECT = True
RUNNING = False
SPECIAL = '"\\\n\r\t'

_LINE = r'"(?>(?:[^"\\\r\n]++|\\.)*)"'
_STATEMENT = compiled(
    r"^[ \t\ufeff]*+(?:(?P<comment>#(?P<flag>,)?[^\r\n]*)"
    r"|(?P<blank>\r?$)"
    r"|(?P<keyword>domain|msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)[ \t\r\n]*+"
    rf"(?P<strings>{_LINE}(?>(?:[ \t\r\n]*+{_LINE})*)))",
    re.MULTILINE,
)
_BLANK = compiled(r"\n[ \t]*\r?(?:\n|\Z)")
_STRING = compiled(r'"((?>(?:[^"\\\r\n]++|\\.)*))"')
_ESCAPE = compiled(r"(?P<tag>(?!))|\\u[0-9a-fA-F]{4}|\\[^\r\n]")
_TAG = compiled(TAG)
_MEANINGS = {
    "n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v",
    '"': '"', "\\": "\\", "'": "'", "?": "?",
}  # fmt: skip

_HEADER_LINE = compiled(r"(?P<key>[A-Za-z][\w-]*)[ \t]*:[ \t]*(?P<value>[^\n]*?)[ \t\r]*(?:\n|\Z)")
_CHARSET = compiled(r"charset\s*=\s*(?P<value>[\w.:+()-]+)", re.IGNORECASE)
_ALSO_CALLED = {"language": "lang", "po-revision-date": "date", "project-id-version": "title"}
"""What fields of the header are called by a contract."""

TEMPLATE = compiled(r"YEAR-MO-DA|FULL NAME <EMAIL|LANGUAGE <LL|PACKAGE VERSION|\ACHARSET\Z")
"""Values of a header that nobody has filled in: a template's, which has no such field yet."""


LONGEST_ENTRY = 10_000
"""Code points behind a comment up to which the end of its entry is looked for."""


class _Entry:
    """What is known of the entry that is being read."""

    def __init__(self) -> None:
        self.fuzzy = False
        self.header = False
        self.translated = False


def prose(text: str) -> View:
    """The messages and their translations."""
    return View.of_strings(text, (_pieces(text, match) for match in _messages(text)))


def structure(text: str, view: View, contract: Contract | None) -> Structure:
    """The fields of the header."""
    found = tuple(fields(text))
    return Structure(next((field for field in found if field.name == "title"), None), found)


def fields(text: str) -> list[Field]:
    """The fields of the header."""
    header = next(_headers(text), None)
    return list(_fields(text, header)) if header else []


def written(text: str, source: str) -> str:
    """A text with its quotes, backslashes and line ends as escapes."""
    return escaped(text)


def broken_metadata(text: str) -> tuple[str, int] | None:
    """Nothing: what is no statement is skipped."""
    return None


def comments(text: str) -> Iterator[Comment]:
    """The lines that begin with `#`; each speaks of its entry, which a blank line ends."""
    for match in _STATEMENT.finditer(text):
        if match["comment"]:
            last = min(match.end() + LONGEST_ENTRY, len(text))
            blank = _BLANK.search(text, match.end(), last)
            yield Comment(*match.span("comment"), blank.start() if blank else last)


def _messages(text: str, *, header: bool = False) -> Iterator[re.Match[str]]:
    """The messages and translations that are shown; or the translation of the empty message, which
    is the header."""
    entry = _Entry()
    for match in _STATEMENT.finditer(text):
        keyword = match["keyword"]
        if match["blank"] is not None:
            entry = _Entry()
        elif keyword is None or keyword in ("msgctxt", "domain"):
            if entry.translated:
                entry = _Entry()
            entry.fuzzy = entry.fuzzy or (bool(match["flag"]) and "fuzzy" in match["comment"])
        elif keyword.startswith("msgid"):
            if entry.translated:
                entry = _Entry()
            entry.header = keyword == "msgid" and not match["strings"].strip('" \t\r\n')
            if not header:
                yield match
        else:
            entry.translated = True
            if entry.header if header else (entry.header or not entry.fuzzy):
                yield match


def _headers(text: str) -> Iterator[re.Match[str]]:
    return _messages(text, header=True)


def _pieces(text: str, message: re.Match[str]) -> list[Piece]:
    """The pieces of a message. A tag may go on over the end of a line, so it is looked for last."""
    found: list[Piece] = []
    for line in _STRING.finditer(text, *message.span("strings")):
        if line[1]:
            found += pieces(text, *line.span(1), _ESCAPE, _meaning)
    if not found or "<" not in message["strings"]:
        return found
    view = View.of_pieces(found)
    tags = [(*tag.span(), MASK) for tag in _TAG.finditer(view.text)]
    return view.replacing(tags).pieces if tags else found


def _meaning(escape: str) -> str:
    if escape[1] == "u" and len(escape) > 2:
        return code_point(escape)
    return _MEANINGS.get(escape[1], escape)


def _fields(text: str, header: re.Match[str]) -> Iterator[Field]:
    """The lines of a header; `charset` is the one of its content type."""
    view = View.of_pieces(_pieces(text, header))
    for match in _HEADER_LINE.finditer(view.text):
        name = match["key"].lower()
        key, _ = view.source_span(*match.span("key"))
        if match["value"] and not TEMPLATE.search(match["value"]):
            span = view.source_span(*match.span("value"))
            yield Field(_ALSO_CALLED.get(name, name), match["value"], *span, key)
        charset = _CHARSET.search(match["value"]) if name == "content-type" else None
        if charset and not TEMPLATE.search(charset["value"]):
            start = match.start("value") + charset.start("value")
            span = view.source_span(start, start + len(charset["value"]))
            yield Field("charset", charset["value"], *span, key)
