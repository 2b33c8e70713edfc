"""What may be in the metadata of a document, told from its text before anything of it is parsed.

The screen asks this of every document, so it looks at the front matter or at the first lines alone.
HTML has metadata in every page; its rules ask for the fact `html`.

>>> sorted(signs("---\\ntitle: undefined\\ndate: 2022-09-17\\n---\\nText.\\n"))
['dates', 'placeholders']
>>> signs("# A heading\\n\\nProse: and more of it.\\n")
frozenset()
"""

from __future__ import annotations

import re
from functools import cache

from textproof.glosses import ANCHOR

HEAD = 1_000
"""Code points from the start of a text in which its labels are looked for."""

LONGEST = 20_000
"""Code points up to which front matter is looked through."""

_NONE: frozenset[str] = frozenset()
_FENCES = {"---": "\n---", "+++": "\n+++"}

_PLACEHOLDERS = (
    r"undefined|null|\bnan\b|\[object |\{\{|\{%|<%|\$\{|[:=][ \"']*\{[a-z_.]+\}|%s|%d|%\(|lorem ipsum"
    r"|\btodo\b|\btbd\b|fixme|untitled|[:=][ \"']*%[a-z]"
)
_DATES = (
    r"^[ \"']*(?:[a-z:._-]*date[a-z_-]*|publish[a-z_]*|pubdate|issued|updated[a-z_-]*|modified[a-z_-]*"
    r"|lastmod[a-z_]*|last[_-]?\w+|created[a-z_-]*|revised|[a-z]+_(?:at|on))[\"']?[ \t]*[:=]"
)
_LANGUAGES = r"^[ \"']*(?:lang|language|locale|content-language|inlanguage)[\"']?[ \t]*[:=]"
_ADDRESSES = r"^[ \"']*(?:[a-z]*url|permalink|canonical[a-z_-]*|link)[\"']?[ \t]*[:=]"
_GAPS = (
    r"^[ \"']*(?:title|date|authors?|pubdate|publishdate|published)[\"']?[ \t]*[:=][ \t]*"
    r"(?:\"[ \t]*\"|'[ \t]*'|\[[ \t]*\])?,?[ \t]*\r?$"
)
_LABELLED = (
    r"[:：][*_ \t]*(?:\r?$|[0-9(（{$%<\[]|undefined|null|nan\b|invalid date|lorem ipsum|todo\b|tbd\b"
    r"|fixme|untitled|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun))"
)
_TITLE_LABELS = ("title:", "title：", "標題：", "标题：", "標題:", "标题:", "titel:", "titre:")
_TITLE = r"^[\"']?title[\"']?[ \t]*[:=][ \t]*[\"']?([^\r\n]*)"
_H1 = r"^(?:# [ \t]*|(?=[^\r\n]+\r?\n===))([^\r\n]+)"


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.MULTILINE)


def signs(text: str) -> frozenset[str]:
    """The facts that may hold of a text's metadata: `placeholders`, `dates`, `languages`,
    `addresses`, `gaps`, `labels`, `titles`."""
    start = 1 if text[:1] == "\ufeff" else 0
    fence = _FENCES.get(text[start : start + 3])
    if fence is None and text[start : start + 1] != "{":
        return _of_labels(text[start:HEAD])
    end = text.find(fence, start + 3, LONGEST) if fence else text.find("\n}", start, LONGEST)
    if end < 0:
        return _of_labels(text[start:HEAD])
    return _of_front_matter(text[start:end].lower(), text, end)


def _of_front_matter(head: str, text: str, end: int) -> frozenset[str]:
    kinds = {
        "placeholders": _PLACEHOLDERS,
        "dates": _DATES,
        "languages": _LANGUAGES,
        "addresses": _ADDRESSES,
        "gaps": _GAPS,
    }
    found = {name for name, expression in kinds.items() if _compiled(expression).search(head)}
    keys = [line.partition(":")[0] for line in head.split("\n")]
    if len(set(keys)) < len(keys):
        found.add("labels")
    if _titles_differ(head, text, end):
        found.add("titles")
    return frozenset(found)


def _titles_differ(head: str, text: str, end: int) -> bool:
    """Whether the title of front matter and the first heading begin no word alike."""
    title = _compiled(_TITLE).search(head)
    heading = _compiled(_H1).search(text, end + 4, end + 4 + HEAD) if title else None
    if not title or not heading:
        return False
    words = {word[:3] for word in re.findall(r"\w+", heading[1].lower())}
    return not any(word[:3] in words for word in re.findall(r"\w+", title[1]))


def _of_labels(head: str) -> frozenset[str]:
    """What the labels at the start of a text may have for values."""
    if ":" not in head and "：" not in head:
        return _NONE
    if not head.isascii() and _compiled(ANCHOR).search(head):
        return frozenset({"placeholders", "dates", "gaps", "labels"})  # a gloss may be in a label
    lowered = head.lower()
    twice = sum(map(lowered.count, _TITLE_LABELS)) > 1
    if not (twice or _compiled(_LABELLED).search(lowered)):
        return _NONE
    from textproof.entries import LABELS
    from textproof.labels import find_labelled

    found = set()
    labels = find_labelled(head, LABELS)
    for label in labels:
        value = head[label.start : label.end]
        if not value:
            found.add("gaps")
        elif _compiled(_PLACEHOLDERS).search(f": {value.lower()}"):
            found.add("placeholders")
        if label.name == "date" and value:
            found.add("dates")
    if sum(label.name == "title" for label in labels) > 1:
        found.add("labels")
    return frozenset(found)
