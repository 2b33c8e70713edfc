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
from unicodedata import category, normalize

from textproof.lazy import compiled
from textproof.rare_literals import found, matches

FEW, MANY = 3, 5
"""Different words with a `?` inside from which on a document likely lost letters, and from which on
it surely did. Of 2,000 good Markdown files none has 3 outside patterns."""

FEW_AMONG_PATTERNS = 12
"""The same in a text that speaks of patterns, and so may show some."""

SHARE, LEAST = 0.2, 30
"""`?` among all that is no white space, and their number, from which on a text is lost as a
whole."""

LONG = "?" * 12
"""So many of them are a clause in Chinese or Japanese."""

MOSTLY, ENOUGH, RUNS = 0.4, 15, 4
"""`?` among all that is no white space and no placeholder, their number, and the runs of them, from
which on a short text is likely lost as a whole."""

NEARLY_ALL = 0.8
"""The same share, from which on two runs of different lengths are enough."""

WORDS, LENGTHS = 4, 3
"""Words of nothing but `?` in a row, and different lengths among them, from which on they were
words of a text and not a mask for a date or a number."""

LONGEST = 40
"""Letters of a word that are looked at before a `?`."""

_LETTER = r"[^\W\d_\u3040-\u9fff]"
_INSIDE = compiled(rf"\?(?<=[^\W_]\?)(?=\?{{0,2}}{_LETTER})")
_BEFORE = compiled(rf"(?:\A|[\s(“”\"„‚‘’«»–—-])(\?{{0,2}}{_LETTER}+)\Z")
_AFTER = compiled(
    rf"\?{{1,3}}(?:{_LETTER}|\?{{1,3}}(?={_LETTER}))+(?=[\s.,;:!)“”\"’»–—-]|\?(?!\w)|\Z)(?!\.\w)"
)
_TRAILING_HOLE = rf"\?{{1,2}}(?=[,;]|\.(?:\s|\Z)| (?=[^A-Z]){_LETTER})"
_TRAILING = compiled(_TRAILING_HOLE)
_AT_THE_EDGE = compiled(
    rf"(?<![^\s(“„«])\?{{1,2}}{_LETTER}{{2,}}\b(?!\?)"
    rf"|(?<![^\s(“„«]){_LETTER}+{_TRAILING_HOLE}"
)
_CONTRACTION = compiled(
    r"(?:[a-z]*n\?t|(?:it|that|what|there|here|he|she|who|let)\?s|i\?(?:m|ll|ve|d)"
    r"|(?:you|we|they)\?(?:re|ll|ve|d)|(?:[ldjmtscn]|qu)\?[aeiouyh][a-z]+)",
    re.IGNORECASE,
)
_TOPIC = compiled(
    r"reg(?:ular[ -]?|-?)ex|\bregexp|\bglob|wildcard|\bpattern|ternary|optional chaining"
    r"|\bnullable|null.coalesc|crossword|hangman|anagram",
    re.IGNORECASE,
)
_HOLES = compiled(r"\?+")
_PAIR = compiled(r"\?\?")
_NO_START = compiled(r"[lmnr][bcdfghkpqstvz]|([bcdfghjkmnpqrstvwxz])\1")
"""What hardly a word begins with, where a `?` may have parted one from the next: `Anv?ndare`."""

_VOWELS = "aeiouyæøœıαεηιουωаеиоуыэюяіє"
_SIDE_BY_SIDE = compiled(r"\?(?:[.,:;!]? |[，。、；：！？「」（）．])\?")
_LOST_WORD = r"\?+[.,:;!)»”]*"
_LOST_ROW = compiled(
    rf"\?(?<![^\s(«“]\?)\?*(?:[ -]|[.,:;!]\s?)?(?:{_LOST_WORD}[ -]){{2,}}{_LOST_WORD}"
)
_BASE = compiled(r"\?(?=[\u0591-\u1dff])")
_LOST_WORDS = compiled(r"[^\s\0]*(?: \?+(?![^\s\0]))*")
_RUN = compiled(r"\?{2,}(?:[ ,.:;!()-]{0,3}\?+)*")
_PLACEHOLDER = compiled(r"%\(\w+\)[a-z]|\$?\{[\w/. -]*\}|%[sdif]|https?://\S+|[\s\0]+")


class LostWord(NamedTuple):
    """A word with a `?` inside: its span, how it reads, and what it was where that can be told."""

    start: int
    end: int
    text: str
    meant: str | None
    sure: bool


def may_have_loss(text: str) -> bool:
    """Whether a text, of which some may be masked in the prose, shows a sign of lost letters."""
    if found(_PAIR, "?", text) and (_rows(text) or LONG in text or _likely_lost(text)):
        return True
    if found(_BASE, "?", text):
        return True
    words = {text[slice(*span)].lower() for span in _words(text) if _is_lost(text[slice(*span)])}
    return _evidence(text, words) >= FEW or any(map(_CONTRACTION.fullmatch, words))


def words_with_loss(text: str) -> list[LostWord]:
    """The words of a document that lost letters; none where `?` may be something else in them."""
    lost = [span for span in _words(text) if _is_lost(text[slice(*span)])]
    if not lost:
        return []
    distinct = {text[slice(*span)].lower() for span in lost}
    about_patterns = bool(_TOPIC.search(text))
    evidence = _evidence(text, distinct)
    if evidence < (FEW_AMONG_PATTERNS if about_patterns else FEW):
        lost = [] if about_patterns else [s for s in lost if _CONTRACTION.fullmatch(text, *s)]
    broken = len(distinct) - sum(map(_may_be_words, distinct))
    sure = evidence >= MANY and broken >= FEW and not about_patterns
    if sure:
        lost = sorted({*lost, *_edges(text)})
    words = ((start, end, text[start:end]) for start, end in lost)
    return [LostWord(start, end, word, _meant(text, word), sure) for start, end, word in words]


def _evidence(text: str, distinct: set[str]) -> int:
    """How many signs of lost letters there are.

    Different words with a `?` inside count, if of one of them a part is no word (`k?ytt?en`, of two
    holes, twice); and where there are two holes, so do different words with one at an end, with
    which no question begins or ends.
    """
    broken = {word for word in distinct if not _may_be_words(word)}
    if not broken:
        return 0
    holes = len(distinct) + sum(len(_HOLES.findall(word)) > 1 for word in broken)
    return (
        holes if holes < 2 else holes + len({text[slice(*span)].lower() for span in _edges(text)})
    )


def _may_be_words(word: str) -> bool:
    """Whether all that stands between the `?` of a word may be words, as in `really?yes`.

    >>> _may_be_words("really?yes"), _may_be_words("k?ytt?en"), _may_be_words("n?o")
    (True, False, False)
    """
    parts = list(filter(None, _HOLES.split(word)))
    if any(map(_NO_START.match, parts[1:])):
        return False
    return all(len(part) > 1 and _may_have_vowel(part) for part in parts)


def _may_have_vowel(part: str) -> bool:
    bases = normalize("NFD", part)
    return not bases[0] < "\u0530" or any(char in _VOWELS for char in bases)


def _edges(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the words that begin or end with a `?`, where no question does."""
    return (match.span() for match in _AT_THE_EDGE.finditer(text))


def _words(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the words with `?` between two letters."""
    last = 0
    for match in matches(_INSIDE, "?", text):
        if match.start() < last:
            continue
        before = _BEFORE.search(text, max(match.start() - LONGEST, 0), match.start())
        after = _AFTER.match(text, match.start())
        if before and after:
            trailing = _TRAILING.match(text, after.end())
            last = trailing.end() if trailing else after.end()
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
    if not found(_PAIR, "?", text):
        return []
    runs = _rows(text)
    count = text.count("?")
    if (runs or LONG in text) and count >= LEAST:
        shown = len("".join(text.split()).replace("\0", ""))
        if count >= SHARE * shown:
            return [(*match.span(), True) for match in _RUN.finditer(text)]
    if not runs and _likely_lost(text):
        sure = count >= LEAST and len(set(_HOLES.findall(text))) > LENGTHS
        return [(*match.span(), sure) for match in _RUN.finditer(text)]
    return runs


def _likely_lost(text: str) -> bool:
    """Whether a text is mostly `?`, in runs as long as words are, between placeholders."""
    count = text.count("?")
    if count < ENOUGH or count < MOSTLY * len(text) / 2:
        return False
    shown = len(_PLACEHOLDER.sub("", text))
    lengths = [len(run) for run in _HOLES.findall(text)]
    words = LONG in text or _SIDE_BY_SIDE.search(text)  # and no form to fill in
    if words and len(lengths) >= RUNS and len(set(lengths)) >= LENGTHS:
        return count >= MOSTLY * shown
    return len(set(lengths)) > 1 and count >= NEARLY_ALL * shown


def lost_bases(text: str) -> tuple[list[tuple[int, int]], int]:
    """The stretches of words in which marks stand on a `?`, as vowel signs of Indic scripts do
    where their letters were lost, as spans, and how many such marks there are.

    >>> lost_bases("नमस्ते ?ि?्?ी ?? है")
    ([(7, 16)], 3)
    """
    spans: list[tuple[int, int]] = []
    marks = [
        match.end() for match in matches(_BASE, "?", text) if category(text[match.end()])[0] == "M"
    ]
    for place in marks:
        if spans and place < spans[-1][1]:
            continue
        start = place
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        match = _LOST_WORDS.match(text, place)
        assert match
        if spans and text[spans[-1][1] : start].strip(" ?") == "":
            spans[-1] = (spans[-1][0], match.end())
        else:
            spans.append((start, match.end()))
    return spans, len(marks)


def _rows(text: str) -> list[tuple[int, int, bool]]:
    """The rows of words that are nothing but `?`, and whether a row is long enough to be sure."""
    rows = []
    for match in matches(_LOST_ROW, "?", text):
        words = re.findall(r"\?+", match[0])
        if len(words) >= WORDS and len({len(word) for word in words}) >= LENGTHS:
            rows.append((*match.span(), len(words) >= 2 * WORDS))
    return rows
