"""How sure it is that a run of Western letters and marks is UTF-8 read wrongly, and no clean text.

An accented letter before marks is valid UTF-8 too, in windows-1252 and its relatives: `« été »`
with no-break spaces, `amanhã…”`, `vidíš“`, `MAÇÃ».`, `CAFÉ®`. What a run holds, and what stands
around it, tells them apart.

>>> confidence("envi", "Ã¡", " ", "á"), confidence("MAÇ", "Ã»", ".", "û")
(1.0, 0.0)
"""

from __future__ import annotations

from unicodedata import combining

from textproof.lazy import compiled

CODECS = frozenset(
    "cp1252 latin-1 cp1250 cp1254 cp1257 cp1258 iso8859-2 iso8859-9 iso8859-15 iso8859-16 "
    "iso8859-13 iso8859-4 iso8859-3 iso8859-10 iso8859-14".split()
)
"""The encodings whose upper half is letters, and marks before those."""

_ENDS_WORD = frozenset("\xa0«»‘’“”…–—‹›•™©®šž")
"""What follows an accented letter in clean text: it ends the word, or it is Czech (`vidíš`)."""

_CLEAN = compiled(f"(?:[^\\W\\d_\x00-\x7f][{''.join(_ENDS_WORD)}°ªº¹²³·†‡]+)+")
_SIGNS = "\xa0¡¢£¥§©ª«¬®°±´µ¶·º»¼½¾¿"
"""What `Â` and itself stand for. Not ²: operators wear a hat (`⟨Â²⟩`)."""

_A_TILDES = "ÃĂĆ"
"""The byte C3, with which À to ÿ begin, in windows-1252, -1250 and -1257."""

_POLISH_AND_TURKISH = ("Åš", "Åž")
"""Ś and Ş. No language that has the first letter of these has the second behind it."""

_APART = "«»‹›“”©®"
"""Marks that stand right before a letter in no clean text, when they stand behind one."""

_SYMBOLS_BEGIN = ("â€", "â™", "âœ", "ï¼", "ï½")
"""Dashes and quotes, symbols, dingbats and full-width forms begin so."""

_OPENING = ("«", "‹", "“", "‘", "„")

_SYMBOL = compiled(
    "[\u2010-\u2044\u20a0-\u20bf\u2122\u2190-\u27bf\u3000-\u30ff\ufe0f\ufeff\uff01-\uff60\U0001f000-\U0001faff]"
)


def confidence(before: str, run: str, after: str, meant: str) -> float:
    """How sure it is that a run, which undone once is ``meant``, is damage, from what stands before
    and after it on its line; 0 where clean text may read so."""
    capital = before[-1:].isupper()
    in_capitals = capital and (after[:1].isupper() or before[-2:-1].isalpha())
    before, after = before[-1:], after[:1]
    if before.islower() and run[0].isupper():  # a capital inside a word: deÄŸil, 5 kmÂ²
        return float(len(meant) > 1 or not meant.isupper())
    if len(meant) > 1:
        return float(not _CLEAN.fullmatch(run))
    ends_word = set(run[1:]) <= _ENDS_WORD and not (run[-1] in _APART and after.isalpha())
    if run[:2] in _SYMBOLS_BEGIN and _SYMBOL.match(meant):
        return 1.0
    if run[1:] == "’" and after == "s":  # the Ã’s of a text
        return 0.0
    if len(run) > 2:
        inside_word = before.islower() and after.islower()
        if not ends_word and (inside_word or _SYMBOL.match(meant)):
            return 1.0
        is_ending = before.isalpha() or run[1] == run[2] or may_be_clean(run)  # lá´´, as quotes
        return 0.9 * (meant.isalpha() and not is_ending)  # à¸•.à¸„., October in Thai
    if run in _POLISH_AND_TURKISH:
        return 0.9 * after.islower()
    if in_capitals:  # CAFÃ‰, not CAFÉ®; KÃ–LN, not “IRMÃ”
        if not meant.isupper() or not _CLEAN.fullmatch(run):
            return 0.9 * meant.isupper()
        return 0.7 if run[0] == "Ã" and after.isupper() else 0.0
    if meant == "Ù" and before == "O":  # OÙ, the only French word with it
        return 0.9
    if run[0] == "Â":  # Â© 2020, not «Â»
        return 0.9 if meant in _SIGNS and before not in _OPENING else 0.0
    if combining(meant):
        return 0.9 * (not ends_word)
    if meant == "×":
        return 0.9 * before.isdigit()
    if run[0] in _A_TILDES and ends_word:  # Ã–sterreich; à on its own
        return 0.9 * (after.isalpha() or (meant == "à" and after.isspace()))
    return 0.9 * (meant.isalpha() and not ends_word and (run[0] in _A_TILDES or after.islower()))


def is_clean_ending(before: str, run: str) -> bool:
    """Whether a run is a letter of its word and the marks behind it: vidíš“, “IRMÃ”."""
    return set(run[1:]) <= _ENDS_WORD and (run[0].islower() or before[-1:].isupper())


def may_be_clean(run: str) -> bool:
    """Whether a run is letters and marks behind them, as clean text has them too."""
    return bool(_CLEAN.fullmatch(run))
