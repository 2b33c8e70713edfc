"""How a document ends: whether its last paragraph was cut off.

>>> [why(text, 0) is not None for text in (
...     "The committee met on Monday and then it decided that the",
...     "The committee met on Monday and then it decided.",
...     "See the list of members",
... )]
[True, False, False]
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from textproof.lazy import compiled
from textproof.marks import open_marks
from textproof.paragraphs import ITEM, TEXT, Paragraph, columns
from textproof.tables.open_words import OPEN_ENDINGS, OPEN_WORDS
from textproof.view import MASK

RUNNING = 40
"""Columns from which on a paragraph is running text, and no label, name or signature."""

FEW = 16
"""The same where all others end in a mark."""

LONG = 70
"""Columns from which on a paragraph must end in a mark, where all others do."""

OTHERS = 2
"""Further paragraphs of running text that must all end in a mark for it to be the custom."""

EXCEPTIONS = 0.1
"""Share of them that may end without a mark all the same."""

MESSAGES, ANEW = 4, 0.9
"""Lines of a paragraph, and the share of them that begin with a capital, from which on each is one
of its own. Of wrapped lines of German, where nouns have one, that is a third."""

SHARE = 0.75
"""Share of letters, but capitals, and spaces from which on a paragraph is text."""

_GOES_ON = ",，、;；(（[【「『《“‘"
"""Marks that no text ends with."""
_ENDS = compiled(r"[.!?。！？…‥．｡؟۔।:：)）\]】」』》”’\"'»*_~|>·•¶†‡#/\\\0\d^%°=+<&\-–—]")
_LAST_WORD = compiled(r"[^\W\d_]+(?:['’][^\W\d_]+)?\Z")
_NAME = compiled(r"[^\s\u2e80-\uffef]*[/=@_\\#&.:\d][^\s\u2e80-\uffef]*\Z")
"""An address, a file, a name in code: what is no word ends without a mark."""
_SENTENCE_END = compiled(r"(?<=[^\W\dA-Z_]{2})[.!?] +(?=[A-ZÀ-ÞА-ЯΑ-Ω])")
_SENTENCE = compiled(r"[.!?。！？]\s|[。！？，]|, ")
_CAPTION = compiled(
    r"[*_\0\s]*(?:(?:fig(?:ure|\.)|table|photo|image|source|note|copyright|©|\(c\)|by|via|license"
    r"|licence|author|abb(?:ildung|\.)|tab(?:elle|\.)|foto|quelle|figura|fuente|рис\.|фото|источник)\b"
    r"|[图圖図表]\s*\d|来源|來源|作者|责任?编辑?|責任?編|记者|記者|出典|写真|[^\s:：]{1,20}[:：])",
    re.IGNORECASE,
)


def is_open(text: str) -> bool:
    """Whether a text ends neither in a mark that ends something nor in what is no prose.

    >>> is_open("It is so, "), is_open("It is so.")
    (True, False)
    """
    text = text.rstrip()
    return bool(text) and not _ENDS.match(text[-1])


def why(text: str, others: int, *, broken: bool = False) -> str | None:
    """What shows that a paragraph was cut off at its end, None where nothing does.

    ``others`` is the number of other paragraphs of running text, where nearly all end in a mark; 0
    elsewhere. ``broken`` says that the last line of the file has no end.
    """
    words = " ".join(text.replace(MASK, "").split())
    least = FEW if others >= OTHERS else RUNNING
    if columns(words) < least or not is_open(text) or _is_verse(text) or _is_code(words):
        return None
    last = words[-1]
    if last in "“‘" and ("„" in words or "‚" in words):
        return None  # which closes there
    if last == ";" and (words.count(";") > 1 or "=" in words):
        return None  # a statement, or an editor's settings
    if last in _GOES_ON:
        return f"ends in “{last}”"
    word = _LAST_WORD.search(words)
    if word is None or _NAME.search(words) or _CAPTION.match(text):
        return None
    if word[0] in OPEN_WORDS or words.endswith(OPEN_ENDINGS):
        return f"ends in “{word[0][-20:]}”"
    if open_marks(text):
        return "ends inside a bracket or a quotation"
    if columns(words) >= LONG and last > "⺀" and "。" in words:
        return f"ends in “{last}”, without the mark that ends a sentence"
    wanted = 1 if broken else 2
    sentences = len(_SENTENCE_END.findall(words)) if word[0].islower() else 0
    if sentences and sentences + others >= wanted and columns(words) >= LONG * wanted:
        return f"ends in “{word[0][-20:]}”, without the mark that ends its other sentences"
    if columns(words) >= LONG and others >= OTHERS and _SENTENCE.search(words):
        return f"ends in “{word[0][-20:]}”, without the mark that ends all other paragraphs"
    return None


def _is_verse(text: str) -> bool:
    """Whether a paragraph is of lines that were not wrapped: short ones, as verse and addresses
    are, or many of which nearly each begins anew, as messages do."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    if len(lines) > 2 and max(map(columns, lines)) < 50:
        return True
    return len(lines) >= MESSAGES and sum(line[0].isupper() for line in lines) >= ANEW * len(lines)


def _is_code(words: str) -> bool:
    """Whether a paragraph is rather code, a comment, or data: few small letters, many marks."""
    if words.startswith("#"):
        return True
    letters = sum((char.isalpha() and not char.isupper()) or char.isspace() for char in words)
    return letters < SHARE * len(words)


def others_end(paragraphs: Sequence[Paragraph]) -> int:
    """The number of paragraphs of running text, where nearly all end in a mark; 0 elsewhere."""
    running = [p for p in paragraphs if p.kind == TEXT and columns(p.words) >= RUNNING]
    still_open = sum(is_open(paragraph.text) for paragraph in running)
    return 0 if still_open > EXCEPTIONS * len(running) else len(running) - still_open


def last_of(paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """The last paragraph, where it is one of text or an item of a list."""
    last = paragraphs[-1] if paragraphs else None
    return last if last is not None and last.kind in (TEXT, ITEM) else None
