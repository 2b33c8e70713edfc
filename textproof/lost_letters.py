"""Letters that became `?`: inside words (`pr?t`), for apostrophes (`don?t`), for whole words.

A converter writes `?` for every letter that an encoding lacks. One such word may be a missing
space, a ternary or a pattern; several in one document are not.

>>> [word.text for word in words_with_loss("Die Stra?e nach M?nchen ist f?r uns gesperrt.")]
['Stra?e', 'M?nchen', 'f?r']
>>> words_with_loss("The pattern colou?r finds both.")
[]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from textproof.lazy import compiled

FEW, MANY = 3, 5
"""Different words with a `?` inside from which on a document likely lost letters, and from which on
it surely did. Of 2,000 good Markdown files none has 3 outside patterns."""

SHARE, LEAST = 0.2, 30
"""`?` among all that is no white space, and their number, from which on a text is lost as a
whole."""

LONG = "?" * 12
"""So many of them are a clause in Chinese or Japanese."""

WORDS, LENGTHS = 4, 3
"""Words of nothing but `?` in a row, and different lengths among them, from which on they were
words of a text and not a mask for a date or a number."""

LONGEST = 40
"""Letters of a word that are looked at before a `?`."""

_LETTER = r"[^\W\d_\u3040-\u9fff]"
_INSIDE = compiled(rf"\?(?<=[^\W_]\?)(?={_LETTER})")
_BEFORE = compiled(rf"(?:\A|[\s(“”\"„‚‘’«»–—-])({_LETTER}+)\Z")
_AFTER = compiled(rf"\?(?:{_LETTER}|\?(?={_LETTER}))+(?=[\s.,;:!)“”\"’»–—-]|\?(?!\w)|\Z)(?!\.\w)")
_AT_THE_EDGE = compiled(rf"(?<![^\s(“„«])\?{_LETTER}{{2,}}\b|\b{_LETTER}{{2,}}\?(?=[,;])")
_CONTRACTION = compiled(
    r"(?:[a-z]*n\?t|(?:it|that|what|there|here|he|she|who|let)\?s|i\?(?:m|ll|ve|d)"
    r"|(?:you|we|they)\?(?:re|ll|ve|d)|(?:[ldjmtscn]|qu)\?[aeiouyh][a-z]+)",
    re.IGNORECASE,
)
_TOPIC = compiled(
    r"reg(?:ular[ -]?|-?)ex|\bregexp|\bglob|wildcard|\bpattern|ternary|optional chaining"
    r"|\bnullable",
    re.IGNORECASE,
)
_LOST_WORD = r"\?+[.,:;!)»”]*"
_LOST_ROW = compiled(
    rf"\?(?<![^\s(«“]\?)\?*(?:[ -]|[.,:;!]\s?)?(?:{_LOST_WORD}[ -]){{2,}}{_LOST_WORD}"
)
_RUN = compiled(r"\?{2,}(?:[ ,.:;!()-]{0,3}\?+)*")


class LostWord(NamedTuple):
    """A word with a `?` inside: its span, how it reads, and what it was where that can be told."""

    start: int
    end: int
    text: str
    meant: str | None
    sure: bool


def may_have_loss(text: str) -> bool:
    """Whether a text, of which some may be masked in the prose, shows a sign of lost letters."""
    if "??" in text and (_rows(text) or LONG in text):
        return True
    found = {text[slice(*span)].lower() for span in _words(text) if _is_lost(text[slice(*span)])}
    return len(found) >= FEW or any(map(_CONTRACTION.fullmatch, found))


def words_with_loss(text: str) -> list[LostWord]:
    """The words of a document that lost letters; none where `?` may be something else in them."""
    found = [span for span in _words(text) if _is_lost(text[slice(*span)])]
    if not found:
        return []
    distinct = {text[slice(*span)].lower() for span in found}
    about_patterns = bool(_TOPIC.search(text))
    if len(distinct) < (MANY if about_patterns else FEW):
        found = [] if about_patterns else [s for s in found if _CONTRACTION.fullmatch(text, *s)]
    sure = len(distinct) >= MANY and not about_patterns
    if sure:
        found = sorted([*found, *(match.span() for match in _AT_THE_EDGE.finditer(text))])
    words = ((start, end, text[start:end]) for start, end in found)
    return [LostWord(start, end, word, _meant(text, word), sure) for start, end, word in words]


def _words(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the words with `?` between two letters."""
    last = 0
    for match in _INSIDE.finditer(text):
        if match.start() < last:
            continue
        before = _BEFORE.search(text, max(match.start() - LONGEST, 0), match.start())
        after = _AFTER.match(text, match.start())
        if before and after:
            last = after.end()
            yield before.start(1), last


def _is_lost(word: str) -> bool:
    """Whether the letters on both sides can be those of one word: not `What?Why`."""
    word = word.replace("?", "")
    return word.islower() or word[1:].islower() or word.isupper()


def _meant(text: str, word: str) -> str | None:
    """The word with its apostrophe, or as it stands elsewhere in the text."""
    if _CONTRACTION.fullmatch(word):
        return word.replace("?", "’")
    pattern = re.escape(word).replace(r"\?", r"[^\W\d_\x00-\x7f]")
    whole = set(re.findall(rf"\b{pattern}\b", text))
    return whole.pop() if len(whole) == 1 else None


def lost_runs(text: str) -> list[tuple[int, int, bool]]:
    """The stretches of words that are nothing but `?`: their spans, and whether that is sure."""
    if "??" not in text:
        return []
    runs = _rows(text)
    count = text.count("?")
    if (runs or LONG in text) and count >= LEAST:
        shown = len("".join(text.split()).replace("\0", ""))
        if count >= SHARE * shown:
            return [(*match.span(), True) for match in _RUN.finditer(text)]
    return runs


def _rows(text: str) -> list[tuple[int, int, bool]]:
    """The rows of words that are nothing but `?`, and whether a row is long enough to be sure."""
    rows = []
    for match in _LOST_ROW.finditer(text):
        words = re.findall(r"\?+", match[0])
        if len(words) >= WORDS and len({len(word) for word in words}) >= LENGTHS:
            rows.append((*match.span(), len(words) >= 2 * WORDS))
    return rows
