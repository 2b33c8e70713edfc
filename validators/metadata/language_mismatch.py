"""A declared language that the text is not in, or that is no language at all.

What it finds
    A `lang` of an HTML page, a content language, an OpenGraph locale, a language in JSON-LD, in
    front matter or in the header of a message catalogue, where script and commonest words show that
    the text is in another language; and a tag such as `english` or `jp`, which is none. Short
    texts, languages that share their words (Danish and Norwegian) and texts in two languages are
    not judged; quotations, code and other elements' own `lang` are left out.

Why it matters
    Screen readers speak the text with the wrong voice, browsers offer to translate it, search
    engines show it to the wrong readers: a template's default that nobody changed.

Example
    `<html lang="en">` above a page in German; `lang: english`.

Repair
    The code of the language, where a name or a country stands for one; unsafe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.declared_language import is_language, meant_by, reads_as
from textproof.document import Document
from textproof.entries import FRONT_MATTER, JSON_LD, Entry
from textproof.finding import Defect, Repair, Severity
from textproof.formats import load
from textproof.lazy import compiled
from textproof.metadata_names import LANGUAGE, kind_of
from textproof.rule import Options, fact, rule
from textproof.view import MASK

_QUOTED = compiled(
    r"<(blockquote|table|nav|footer)\b.*?(?:</\1\s*>|\Z)|<(q|cite|i|em)\b[^<>]*>[^<]*</\2\s*>"
    r"|^[ ]{0,3}>[^\n]*",
    re.DOTALL | re.IGNORECASE | re.MULTILINE,
)
_OTHERWISE = compiled(
    r"<(?!html\b|body\b)(\w+)\s[^<>]*\blang\s*=.{0,5000}?</\1\s*>", re.DOTALL | re.IGNORECASE
)
_MESSAGE = compiled(r'^msgstr(?:\[\d+\])?\s*((?>(?:"(?>(?:[^"\\\n]|\\.)*)"\s*)+))', re.MULTILINE)
_STRING = compiled(r'"((?>(?:[^"\\\n]|\\.)*))"')
_PLACES = compiled(r"%(?:\([^()]*\))?[-+ #0]*[\d*.]*[a-zA-Z]|\{[^{}]*\}|\\[nrt]|<[^<>]*>|&\w+;")
"""What stands for a value in a message, with letters that are no words."""
_BODY = compiled(r"<body\b", re.IGNORECASE)

SOURCE = 24_000
"""Code points of a document's source in which its language shows."""

_TEMPLATE = compiled(r"[{}<>%$]|\A\Z")


@rule("language-mismatch", severity=Severity.WARNING, needs=(fact("html"), fact("languages")))
def check(document: Document, options: Options) -> Iterator[Defect]:
    declared = [e for e in document.metadata if kind_of(e.name) == LANGUAGE]
    judged: dict[str, list[Entry]] = {}
    for entry in declared:
        if _TEMPLATE.search(entry.value) or (entry.origin == JSON_LD and "." in entry.name):
            continue
        if not is_language(entry.value):
            yield from _none_at_all(document, entry)
        else:
            judged.setdefault(re.split("[-_]", entry.value.lower())[0], []).append(entry)
    if judged:
        text = _running_text(document)
        for first, *others in judged.values():
            found = reads_as(text, first.value)
            if found:
                yield Defect(
                    first.start,
                    first.end,
                    f"{first.shown} is “{first.value}”, but the text is in {_shown(found)}",
                    confidence=0.8,
                    places=tuple((e.start, e.end) for e in others),
                    detail={"declared": first.value, "found": found},
                )


def _shown(found: str) -> str:
    """A language or a script, for a message."""
    return f"the script “{found}”" if len(found) == 4 else f"“{found}”"


def _none_at_all(document: Document, entry: Entry) -> Iterator[Defect]:
    """A tag that is the code of no language. A field “language” of front matter may hold a name."""
    meant = meant_by(entry.value)
    if entry.origin == FRONT_MATTER and not _is_tag(entry, meant):
        return
    if re.search(r"[\s,;]", entry.value):  # several languages, or a sentence
        return
    source = document.text[entry.start : entry.end]
    yield Defect(
        entry.start,
        entry.end,
        f"{entry.shown} is “{entry.value}”, which is no code of a language",
        repair=Repair(source.replace(entry.value, meant)) if meant else None,
        confidence=0.9,
    )


def _is_tag(entry: Entry, meant: str | None) -> bool:
    """Whether a field of front matter is one for a tag, and not for the name of a language, spoken
    or of programs."""
    is_short = bool(re.fullmatch("[A-Za-z]{2}(?:[-_][A-Za-z]{2})?", entry.value))
    return entry.name.lower() != "language" and (meant is not None or is_short)


def _translations(text: str) -> str:
    """The translations of a message catalogue, without its header."""
    found = (match[1] for match in _MESSAGE.finditer(text))
    said = " ".join(string for message in found if "Content-Type:" not in message
                    for string in _STRING.findall(message))  # fmt: skip
    return _PLACES.sub(" ", said)


def _running_text(document: Document) -> str:
    """The beginning of the prose without front matter, quotations, and what says that it is in
    another language."""
    text = document.text
    if document.format == "po":
        return _translations(text)
    if document.format == "html":
        body = _BODY.search(text)
        start = body.start() if body else 0
    else:
        start = max((e.end for e in document.metadata if e.origin == FRONT_MATTER), default=0)
    own = text[start : start + SOURCE]
    if document.format == "xml":  # what its root declares is not said of a part
        for entry in document.metadata:
            own = own.replace(text[entry.tag_start : entry.end], "", entry.name == "lang")
    if "lang=" in own:
        own = _OTHERWISE.sub(" ", own)
    own = _QUOTED.sub(" ", own)
    return re.sub(rf"[{MASK}\s]+", " ", load(document.format).prose(own).text)
