"""What may be in the metadata of a document, told from its text before anything of it is parsed.

The screen asks this of every document, so it looks at the front matter or at the first lines alone,
and compares strings. HTML has metadata in every page; its rules ask for the fact `html`.

>>> sorted(signs("---\\ntitle: undefined\\ndate: 2022-09-17\\n---\\nText.\\n"))
['dates', 'placeholders']
>>> signs("# A heading\\n\\nProse: and more of it.\\n")
frozenset()
"""

from __future__ import annotations

import re
from functools import cache

from textproof.glosses import ANCHOR
from textproof.lazy import compiled

HEAD = 600
"""Code points from the start of a text in which its labels are looked for."""

LONGEST = 20_000
"""Code points up to which front matter is looked through."""

LONGEST_LABEL = 40
"""Code points of a line in which the colon behind its first label stands."""

_NONE: frozenset[str] = frozenset()
_ALL_OF_LABELS = frozenset(("gaps", "placeholders", "dates", "labels"))
ALL_SIGNS = _ALL_OF_LABELS | {"languages", "addresses", "titles"}
_WITH_FIELDS = ("po", "rst", "xml")
"""The formats that have fields elsewhere, and are too rare for a look of their own."""

_FENCES = {"---": "\n---", "+++": "\n+++"}
_PLACEHOLDERS = (
    "undefined", "null", "nan", "[object ", "{", "<%", "%", "lorem ipsum", "todo", "tbd", "fixme",
    "untitled", "yyyy", "jjjj", "aaaa",
)  # fmt: skip
_NOTHING = frozenset(["", '""', "''", "[]"])
_MAY_BE_EMPTY = frozenset("title date author authors pubdate publishdate published".split())
_AROUND_LABELS = " \t\xa0\u202f\ufeff-*+>#•|(（[【_"
_WORD = compiled(r"\w+")


def signs(text: str, format: str = "markdown") -> frozenset[str]:
    """The facts that may hold of a text's metadata: `placeholders`, `dates`, `languages`,
    `addresses`, `gaps`, `labels`, `titles`."""
    if format in _WITH_FIELDS:
        return ALL_SIGNS
    start = 1 if text.startswith("\ufeff") else 0
    opening = text[start : start + 3]
    fence = _FENCES.get(opening)
    if fence or opening.startswith("{"):
        end = text.find(fence, start + 3, LONGEST) if fence else text.find("\n}", start, LONGEST)
        if end > 0:
            return _of_front_matter(text, start + 3 if fence else start, end)
    return _of_labels(text[start:HEAD])


def _of_front_matter(text: str, start: int, end: int) -> frozenset[str]:
    head = text[start:end].lower()
    found = {"placeholders"} if any(map(head.__contains__, _PLACEHOLDERS)) else set()
    keys = set()
    for line in head.split("\n"):
        key, mark, value = line.partition(":")
        if "=" in key or not mark:
            key, mark, value = line.partition("=")
        key = key.strip(" \"'")
        if not mark or not key or len(key) > 40:
            continue
        if key in keys:
            found.add("labels")
        keys.add(key)
        found |= _of_key(key)
        if key in _MAY_BE_EMPTY and "".join(value.split()).rstrip(",") in _NOTHING:
            found.add("gaps")
        if key == "title" and _is_foreign(value, text, end):
            found.add("titles")
    return frozenset(found)


@cache
def _of_key(key: str) -> frozenset[str]:
    """What a field of this name may hold."""
    from textproof.metadata_names import ADDRESS, LANGUAGE, is_dated, kind_of

    kinds = {ADDRESS: "addresses", LANGUAGE: "languages"}
    kind = kind_of(key)
    if is_dated(key):
        return frozenset(["dates"])
    return frozenset([kinds[kind]] if kind in kinds else [])


def _is_foreign(title: str, text: str, end: int) -> bool:
    """Whether no word of a title begins as one of the first heading behind the front matter."""
    start = text.find("\n# ", end, end + HEAD)
    if start < 0:
        line = text.find("\n===", end, end + HEAD)
        start = text.rfind("\n", end, line) if line > 0 else -1
    if start < 0:
        return False
    heading = text[start + 1 : text.find("\n", start + 1)].lower()
    return not any(word[:3] in heading for word in _WORD.findall(title))


def _of_labels(head: str) -> frozenset[str]:
    """What the labels at the start of a text may have for values."""
    if "：" in head:
        head = head.replace("：", ":")
    if ":" not in head:
        return _NONE
    known = _labels()
    for line in head.split("\n"):
        colon = line.find(":", 0, LONGEST_LABEL)
        if colon > 0:
            key = line[:colon].strip(_AROUND_LABELS)
            if (key if key.isascii() else _composed(key)).lower() in known:
                return _of_values(head)
            if "(" in key and not key.isascii() and re.search(ANCHOR, key):
                return _ALL_OF_LABELS  # a gloss is in a label
    return _NONE


def _composed(key: str) -> str:
    from unicodedata import normalize

    return normalize("NFC", key)


@cache
def _labels() -> frozenset[str]:
    from textproof.entries import LABELS

    return frozenset(word.lower() for words in LABELS.values() for word in words)


def _of_values(head: str) -> frozenset[str]:
    """What the values behind known labels may be."""
    from textproof.entries import LABELS
    from textproof.labels import find_labelled

    labels = find_labelled(head, LABELS)
    values = [(label.name, head[label.start : label.end].lower()) for label in labels]
    found = set()
    for name, value in values:
        if not value:
            found.add("gaps")
        elif any(map(value.__contains__, _PLACEHOLDERS)):
            found.add("placeholders")
        if name == "date" and value:
            found.add("dates")
    names = [name for name, _ in values]
    if names.count("title") > 1 or names.count("date") > 1:
        found.add("labels")
    return frozenset(found)
