"""What the fragments of a document's links can lead to: its headings, and explicit anchors.

Every renderer makes the anchor of a heading in a way of its own. A fragment that any of them would
find is alive.

>>> sorted(slugs("2. What's *new*?"))
['2-what-s-new', '2-whats-new', '2.-whats-new', '_2-what-s-new', 'what-s-new', 'whats-new']
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cached_property, lru_cache
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

from textproof.lazy import compiled
from textproof.references import Link, links
from textproof.view import MASK

if TYPE_CHECKING:
    from textproof.document import Document

_NAMED = r"\s*\\?[{]?(?:\"([^\"\n]+)\"|'([^'\n]+)'|([^\s\"'<>}]+))"
_EXPLICIT = tuple(
    compiled(expression)
    for expression in (  # each of which begins with a literal
        rf"=(?:(?<=[iI][dD]=)(?<![\w.-]..=)|(?<=[nN][aA][mM][eE]=)(?<![\w.-]....=)){_NAMED}",
        # the attributes of kramdown, Pandoc, Docusaurus and Hugo, and the labels of MyST
        r"\{[^{}\n]{0,200}?#([^\s{}]{1,200})[^{}\n]{0,200}\}",
        r"\((?<![^\n]\()([\w-]+)\)=",
    )
)
"""The explicit anchors: `id=` and `name=`, and others."""

_HTML_HEADING = compiled(
    r"<[hH]([1-6])(?=[\s>])[^<>]*>((?:(?!<[hH][1-6]).){0,500}?)</[hH]\1\s*>", re.DOTALL
)
_MARKUP = (
    ("{", re.compile(r"[ \t]*\{[^{}\n]*\}[ \t]*$"), ""),
    ("![", re.compile(r"!\[([^\]]*)\]\([^)]*\)"), ""),
    ("[", re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\](?:\([^)]*\)|\[[^\]]*\])"), r"\1"),
    ("*", re.compile(r"\*+"), ""),
    ("`", re.compile(r"`+"), ""),
    ("~~", re.compile(r"~~"), ""),
    ("\\", re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)
_HAS_MARKUP = compiled(r"[<>{}\[\]&\\\n]")
_TAG = compiled(r"<[^<>]+>")
_UNDERSCORES = compiled(r"(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)")
_MARKS_BEFORE = compiled(r"\s{0,3}#{1,6}[ \t]*")
_MARKS_BEHIND = compiled(r"[ \t]+#+[ \t]*$")
_SPACE, _NO_WORD = compiled(r"\s"), compiled(r"[^\w\s-]")
_SEVERAL_HYPHENS, _NO_LETTERS = compiled("-+"), compiled("^[^a-z]+")
_SPACES, _NO_WORD_OR_STOP = compiled(r"\s+"), compiled(r"[^\w\s.-]")
_NO_ALNUM, _NO_LETTERS_OF_ANY = compiled(r"[\W_]+"), compiled(r"^[\W\d_]+")
_UNDERLINE = compiled(r"\r?\n[ \t]*[=-]+[ \t]*$")
_COUNTED = compiled(r"[-_](\d{1,3})\Z")
_BUILT_IN = frozenset(("", "top", "readme"))
"""What browsers and forges know without an anchor."""


_SPACED = compiled(r"=(?<=\s=)")
_KEY = compiled(r"(?<![\w.-])(?:id|name)\s+\Z", re.IGNORECASE)
_VALUE = compiled("=" + _NAMED)


def _spaced(text: str) -> Iterator[re.Match[str]]:
    """The explicit anchors with a space before their `=`."""
    for sign in _SPACED.finditer(text):
        at = sign.start()
        if _KEY.search(text, max(at - 20, 0), at) and (match := _VALUE.match(text, at)):
            yield match


class Targets:
    """The links of a document to anchors of its own, and what their fragments can lead to."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links to anchors of its own, in code too."""
        return tuple(links(self._document.text, self._document.format))

    @cached_property
    def _explicit(self) -> Counter[str]:
        text = self._document.text
        groups = [match.groups() for pattern in _EXPLICIT for match in pattern.finditer(text)]
        groups += [match.groups() for match in _spaced(text)]
        return Counter(_name(next(filter(None, group))) for group in groups)

    @cached_property
    def _headings(self) -> list[str]:
        """The headings of a Markdown document, as they stand in the source."""
        if self._document.format == "html":
            return []
        text = self._document.text
        own = [text[section.start : section.end] for section in self._document.sections]
        return own + [match[2] for match in _HTML_HEADING.finditer(text)]

    @cached_property
    def _usual(self) -> Counter[str]:
        """The anchors that GitHub makes of the headings."""
        return Counter(_github(_words(heading)) for heading in self._headings)

    @cached_property
    def _lettered(self) -> list[tuple[str, tuple[str, ...]]]:
        """The headings with what an anchor of theirs ends in the letters of: none are known of one
        with markup, which renderers leave out or not."""
        return [
            (heading, () if _HAS_MARKUP.search(heading) else _all_letters(heading))
            for heading in self._headings
        ]

    def _made(self, name: str) -> int:
        """Of how many headings any renderer makes a name."""
        letters = _squashed(name)
        return sum(
            name in slugs(heading)
            for heading, own in self._lettered
            if not own or any(known.endswith(letters) for known in own)
        )

    @cached_property
    def _any(self) -> Counter[str]:
        """The explicit anchors, and those that any renderer makes of the headings."""
        names = self._explicit.copy()
        for heading in self._headings:
            names.update(slugs(heading))
        return names

    @cached_property
    def _similar(self) -> dict[str, str]:
        """The names by their letters and digits."""
        return {_squashed(name): name for name in sorted(self._any, reverse=True)}

    def has(self, fragment: str) -> bool:
        """Whether a fragment leads somewhere."""
        name = _name(fragment).removeprefix("user-content-")
        if name in _BUILT_IN or name in self._usual or name in self._explicit:
            return True
        if self._made(name):
            return True
        counted = _COUNTED.search(name)
        if counted is None:
            return False
        stem, least = name[: counted.start()], int(counted[1])
        if self._usual[stem] >= least > 0:
            return True
        return self._explicit[stem] + self._made(stem) >= least

    def like(self, fragment: str) -> str | None:
        """A name that differs from a fragment in its marks only."""
        return self._similar.get(_squashed(_name(fragment)) or MASK)


def _name(fragment: str) -> str:
    return unquote(unescape(fragment)).casefold()


def _squashed(name: str) -> str:
    """A name's letters and digits."""
    return "".join(char for char in name if char.isalnum())


def _words(heading: str) -> str:
    """What a heading says, without its marks."""
    text = _UNDERLINE.sub("", heading) if "\n" in heading else heading
    marks = _MARKS_BEFORE.match(text)
    text = text[marks.end() if marks else 0 :]
    text = (_MARKS_BEHIND.sub("", text) if "#" in text else text).strip()
    for sign, pattern, replacement in _MARKUP:
        if sign in text:
            text = pattern.sub(replacement, text)
    return unescape(text).strip().casefold()


def _all_letters(heading: str) -> tuple[str, ...]:
    """A heading's letters and digits, with its accents and without."""
    text = heading.casefold()
    return _squashed(text), _squashed(_without_accents(text))


@lru_cache(maxsize=1_000)
def slugs(heading: str) -> frozenset[str]:
    """The anchors that renderers make of a heading, as it stands in the source."""
    found: set[str] = set()
    # `<name>` may be a tag, and `_name_` emphasis, or either of them in code
    forms = {heading, _TAG.sub("", heading)}
    for source in forms | {_UNDERSCORES.sub("", form) for form in forms}:
        text = _words(source)
        found |= {way(form) for form in {text, _without_accents(text)} for way in _WAYS}
    return frozenset(found - {""})


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text)
    marks = filter(unicodedata.combining, set(parts))
    return parts.translate(dict.fromkeys(map(ord, marks)))


def _github(text: str) -> str:
    """GitHub, Docusaurus, Hugo, mdBook: what is no word goes, each space is a hyphen."""
    return text if text.isalnum() else _SPACE.sub("-", _NO_WORD.sub("", text))


def _gitlab(text: str) -> str:
    """GitLab and Python-Markdown: hyphens in a row are one."""
    return _SEVERAL_HYPHENS.sub("-", _github(text)).strip("-")


def _kramdown(text: str) -> str:
    """kramdown: begins with a letter."""
    return _NO_LETTERS.sub("", _github(text))


def _pandoc(text: str) -> str:
    """Pandoc: keeps full stops."""
    return _SPACES.sub("-", _NO_WORD_OR_STOP.sub("", text))


def _vuepress(text: str) -> str:
    """VuePress, VitePress, Sphinx: whatever is no letter is a hyphen."""
    return _NO_ALNUM.sub("-", text).strip("-")


def _vuepress_digit(text: str) -> str:
    name = _vuepress(text)
    return f"_{name}" if name[:1].isdecimal() else name


def _letters_first(text: str) -> str:
    return _NO_LETTERS_OF_ANY.sub("", _vuepress(text))


_WAYS = (_github, _gitlab, _kramdown, _pandoc, _vuepress, _vuepress_digit, _letters_first)
