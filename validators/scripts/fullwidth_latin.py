"""Full-width Latin letters and digits where a text has ordinary ones.

What it finds
    Words in which full-width and ordinary letters are mixed (`Ｐython`), and full-width words in a
    text without Chinese, Japanese or Korean: warnings. Words of full-width letters in Chinese text
    are an info, once for a document. Japanese and Korean write whole words so by convention, and
    single full-width letters and digits stand between Han characters everywhere. In a text that
    speaks of characters all are an info. A number of both widths belongs to `digit-mix`.

Why it matters
    A search for `CNN` does not find `ＣＮＮ`, and to many programs a number in full-width digits is
    none.

Example
    `ＣＰＵ usage` is `CPU usage`.

Repair
    The ordinary characters: safe inside a mixed word, unsafe for whole words, which may be style.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from textproof.document import Document
from textproof.finding import Defect, Repair, Safety, Severity
from textproof.gathering import gathered
from textproof.language import HAN
from textproof.lazy import compiled
from textproof.rule import Options, characters, rule
from textproof.topics import speaks_of_characters

_LETTERS = "\uff21-\uff3a\uff41-\uff5a"
_WIDE = f"\uff10-\uff19{_LETTERS}"
_REST = compiled(f"[{_WIDE}][0-9A-Za-z{_WIDE}]*")
_ORDINARY = compiled("[0-9A-Za-z]*$")
_EAST_ASIAN = compiled(f"[{HAN}\u3041-\u30ff\uac00-\ud7a3]")
_MIXED = compiled(f"(?=.*[A-Za-z]).*[{_LETTERS}]")
_WHOLE = compiled(f"[{_WIDE}]{{2,}}")
_LETTER = compiled(f"[{_LETTERS}]")

LONGEST = 40
"""Ordinary characters before a full-width one that are looked at: a long word."""


@rule(
    "fullwidth-latin",
    severity=Severity.WARNING,
    needs=(characters(_WIDE),),
    yields_to=(
        "wrong-decode",
        "byte-shift",
    ),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    yield from gathered(_mixed_or_foreign(document))
    if not (document.language or "").startswith("zh"):
        return
    view = document.prose
    whole = [
        view.source_span(*match.span())
        for match in _WHOLE.finditer(view.text)
        if _LETTER.search(match[0]) or not _has_east_asian(view.text, match.start())
    ]
    if whole:
        times = "once" if len(whole) == 1 else f"{len(whole)} times"
        yield Defect(
            *whole[0],
            f"words in full-width characters in Chinese text, {times}",
            severity=Severity.INFO,
            places=tuple(whole[1:]),
            detail={"count": len(whole)},
        )


def _mixed_or_foreign(document: Document) -> Iterator[Defect]:
    """Words of both widths, and full-width words in a text that is not East Asian."""
    view = document.prose
    about = None
    for match in _REST.finditer(view.text):
        start, end = match.span()
        start -= len(_before(view.text, start))
        word = view.text[start:end]
        mixed = bool(_MIXED.match(word))
        foreign = document.language is None and _WHOLE.fullmatch(word)
        if not mixed and not (foreign and not _has_east_asian(view.text, start)):
            continue
        if about is None:
            about = speaks_of_characters(document.text)
        ordinary = normalize("NFKC", word)
        what = "mixes full-width and ordinary letters" if mixed else "is full-width"
        yield Defect(
            *view.source_span(start, end),
            f"“{word}” {what}; ordinary is “{ordinary}”",
            Repair(ordinary, Safety.SAFE if mixed and not about else Safety.UNSAFE),
            Severity.INFO if about else None,
        )


def _before(text: str, offset: int) -> str:
    """The ordinary letters and digits that end before an offset."""
    match = _ORDINARY.search(text[max(offset - LONGEST, 0) : offset])
    return match[0] if match else ""


def _has_east_asian(text: str, offset: int) -> bool:
    """Whether the line around an offset has Han characters, kana or Hangul."""
    end = text.find("\n", offset)
    line = text[text.rfind("\n", 0, offset) + 1 : end if end >= 0 else len(text)]
    return bool(_EAST_ASIAN.search(line))
