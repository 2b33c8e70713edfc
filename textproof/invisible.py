"""Invisible characters that stand where nothing needs them.

Each is judged by the characters beside it, or by the script of its line: Persian needs non-joiners,
Khmer zero width spaces, emoji joiners and variation selectors.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from textproof.finding import Severity
from textproof.lazy import compiled
from textproof.tables.emoji import EMOJI
from textproof.tables.invisible import BREAKING, JOINING

CHARACTERS = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u2060-\u2065\u206a-\u206f\u2800"
    "\u3164\ufe00-\ufe0d\uffa0\ufff9-\ufffb"
)
"""The inside of a class: those of the basic plane, but for what emoji are usually made with."""

_RUN = compiled(f"[{CHARACTERS}\u200d\ufe0e\ufe0f\U000e0100-\U000e01ef]+")
_EMOJI = compiled(f"[{EMOJI}]")
_EMOJI_END = compiled(f"[{EMOJI}\ufe0f\u20e3\U000e007f]")
_JOINING = compiled(f"[{JOINING}]")
_BREAKING = compiled(f"[{BREAKING}]")
_HAN = compiled("[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_VARIED = compiled("[0\u1000-\u109f\u3000-\u303f\ua840-\ua87f\uaa60-\uaa7f\uff00-\uffef]")
"""What has standardized variants beside mathematical signs, Han and hieroglyphs: zero, Myanmar,
CJK punctuation, Phags-pa, full-width punctuation."""

_HIEROGLYPH = compiled("[\U00013000-\U0001345f]")
_MONGOLIAN = compiled("[\u1800-\u18af\U00011660-\U0001167f]")
_JAMO = compiled("[\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\ud7b0-\ud7ff\uffa1-\uffdc]")
_BRAILLE = compiled("[\u2801-\u28ff]")
_FORMULA = compiled("[=+<>^(){}0-9|\\\\\u00b1\u00d7\u00f7\u2200-\u22ff\U0001d400-\U0001d7ff]")
_KANA = compiled("[\u3041-\u30ff]")
_WIDE = "\u3001-\u30ff\u3400-\u9fff\uff01-\uff5e"
_PHRASE_BREAK = compiled(f"(?<=[{_WIDE}])\u200b(?=[{_WIDE}])")

PHRASES = 3
"""Single zero width spaces between the characters of a Japanese line that are breaks between
phrases, as BudouX sets them."""

MAINLY = 10
"""Characters of a text for each one of a script that breaks lines by zero width spaces, up to which
the text is written in it: a line of Latin letters is then typed with the same keyboard."""

ELSEWHERE = "where nothing needs it"


class Stray(NamedTuple):
    """Invisible characters that stand where nothing needs them."""

    start: int
    end: int
    why: str
    severity: Severity


def find_strays(text: str) -> Iterator[Stray]:
    """The invisible characters of a text that nothing needs; a run of them is one.

    >>> [stray[:2] for stray in find_strays("soft\\u200b\\u200bware")]
    [(4, 6)]
    """
    context = _Context(text)
    for run in _RUN.finditer(text):
        judged = [(i, context.judge(i, *run.span())) for i in range(*run.span())]
        for verdict, group in groupby(judged, key=lambda pair: pair[1]):
            places = [i for i, _ in group]
            if verdict:
                yield Stray(places[0], places[-1] + 1, *verdict)


class _Context:
    """A text, and what is asked of it about each invisible character."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._line = (0, -1)

    @cached_property
    def _breaks_lines(self) -> bool:
        return len(_BREAKING.findall(self.text)) * MAINLY >= len(self.text)

    @cached_property
    def _has_braille(self) -> bool:
        return bool(_BRAILLE.search(self.text))

    def _line_of(self, offset: int) -> str:
        if not self._line[0] <= offset <= self._line[1]:
            start = self.text.rfind("\n", 0, offset) + 1
            end = self.text.find("\n", offset)
            self._line = (start, end if end >= 0 else len(self.text))
        return self.text[slice(*self._line)]

    def judge(self, at: int, start: int, end: int) -> tuple[str, Severity] | None:
        """Why a character of a run is out of place, and how bad that is; None where it is not."""
        char = self.text[at]
        before, after = self.text[max(start - 1, 0) : start], self.text[end : end + 1]
        if "\ufe00" <= char <= "\ufe0f" or char >= "\U000e0100":
            return _selector(char, self.text[max(at - 1, 0) : at])
        if char in "\u200c\u200d":
            return self._joiner(char, before, after, at)
        if char == "\u200b":
            return self._space(before, after, at, single=end - start == 1)
        if char == "\u00ad":
            if _is_of_a_word(before) and _is_of_a_word(after):
                return "inside a word", Severity.INFO
            if before == after == "\t":
                return None  # a table of characters
            return "outside a word", Severity.WARNING
        if char == "\u2060":
            inside = before.isalnum() and after.isalnum()
            if not inside or _JOINING.match(before) or _HAN.match(before) or _KANA.match(before):
                return "may keep a line from breaking", Severity.INFO
            return ELSEWHERE, Severity.WARNING
        return None if self._is_at_home(char, before, after, at) else (ELSEWHERE, Severity.WARNING)

    def _joiner(self, char: str, before: str, after: str, at: int) -> tuple[str, Severity] | None:
        """Joiners and non-joiners belong to scripts that join, joiners to emoji too."""
        if char == "\u200d" and _EMOJI.match(after) and _EMOJI_END.match(self.text, max(at - 1, 0)):
            return None
        if _JOINING.search(self._line_of(at)):
            return None
        if char == "\u200c" and before == "f" and after.isalpha():
            return "may keep letters from a ligature", Severity.INFO  # as in German, Auf-lage
        return ELSEWHERE, Severity.WARNING

    def _space(
        self, before: str, after: str, at: int, *, single: bool
    ) -> tuple[str, Severity] | None:
        """Zero width spaces break lines of scripts without spaces, and of Japanese phrases."""
        line = self._line_of(at)
        if _BREAKING.search(line) or self._breaks_lines:
            return None
        if single and before and before in "@#" and after.isalnum():
            return None  # keeps a name from being a mention
        if single and before and after.isalnum() and before in "/\\.-:=&?":
            return "may break a long word", Severity.INFO
        if single and _KANA.search(line) and len(_PHRASE_BREAK.findall(line)) >= PHRASES:
            return None
        return ELSEWHERE, Severity.WARNING

    def _is_at_home(self, char: str, before: str, after: str, at: int) -> bool:
        if char == "\u034f":
            return bool(before.strip() and after.strip() and not after.isascii())
        if "\u180b" <= char <= "\u180f":
            return bool(_MONGOLIAN.match(before) or _MONGOLIAN.match(after))
        if char in "\u115f\u1160\u3164\uffa0":
            return bool(_JAMO.match(before) or _JAMO.match(after))
        if char == "\u2800":
            return self._has_braille
        if char in "\u17b4\u17b5":
            return bool(_BREAKING.search(self._line_of(at)))
        return "\u2061" <= char <= "\u2064" and bool(_FORMULA.search(self._line_of(at)))


def _is_of_a_word(char: str) -> bool:
    """Whether a character is a letter, or a mark on one, as the vowels of Thai are."""
    return char != "" and unicodedata.category(char)[0] in "LM"


def _selector(char: str, base: str) -> tuple[str, Severity] | None:
    """Variation selectors vary what stands before them."""
    if char in "\ufe0e\ufe0f":
        at_home = base == "\u20e3" or bool(_EMOJI.match(base))
    elif char >= "\U000e0100":
        at_home = bool(_HAN.match(base))
    else:
        at_home = bool(_HIEROGLYPH.match(base)) or (char <= "\ufe02" and _has_variants(base))
    if at_home:
        return None
    harmless = char in "\ufe0e\ufe0f" and base and unicodedata.category(base)[0] in "SPM"
    return "varies nothing", Severity.INFO if harmless else Severity.WARNING


def _has_variants(base: str) -> bool:
    """Whether a character can have standardized variants (StandardizedVariants.txt)."""
    mathematical = base != "" and unicodedata.category(base) == "Sm"
    return mathematical or bool(_VARIED.match(base) or _HAN.match(base))
