"""Whether what a stretch was fits where it stands: a letter of its word, in its script.

By chance some clean runs are valid UTF-8 too. What they give then is a letter of no language, one
of another script than the word around it, or stands in place of what is a word as it is.

>>> from textproof.misread_utf8 import Segment
>>> is_letter("caf茅s", Segment(3, 4, "é"), "gbk"), fits("caf茅s", Segment(3, 4, "я"))
(True, False)
>>> is_natural("Îm", Segment(0, 1, "x")), is_natural("tĂľm", Segment(1, 3, "õ"))
(True, False)
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from unicodedata import category

from textproof import western_runs
from textproof.alphabets import is_in_an_alphabet
from textproof.everyday_cjk import is_common_cjk
from textproof.lazy import compiled
from textproof.misread_signs import is_of_one_alphabet
from textproof.misread_utf8 import Piece
from textproof.plausibility import TYPOGRAPHY, is_plausible
from textproof.scripts import are_written_together, script_of
from textproof.sign_places import has_sign

ALPHABETIC = 0.7
"""Share of the letters that must be those of a language, or of a script of which none is listed."""

_OPENING = {"»": "«", "”": "“", "“": "„", "’": "‘", "›": "‹"}
_LIGATURES = "ﬀﬁﬂﬃﬄ"
_LATIN = compiled("[A-Za-zÀ-ÖØ-öø-ɏ]")


def are_letters(meant: str) -> bool:
    """Whether most letters of what was meant are those of a language, or everyday ones."""
    letters = [char for char in meant if char.isalpha()]
    usual = [
        is_common_cjk(char) or char in _LIGATURES if char >= "\u2e80" else is_in_an_alphabet(char)
        for char in letters
    ]
    return sum(usual) >= ALPHABETIC * len(usual)


def far_scripts(pieces: Iterable[Piece]) -> set[str]:
    """The scripts other than Latin that the letters of some pieces are of."""
    found = {script_of(char) for piece in pieces for char in piece.meant if char.isalpha()}
    return found - {"Latn", ""}


def is_of_scripts(meant: str, scripts: set[str]) -> bool:
    """Whether a text is letters of some scripts and nothing else.

    >>> is_of_scripts("у", {"Cyrl"}), is_of_scripts("y", {"Cyrl"}), is_of_scripts("у1", {"Cyrl"})
    (True, False, False)
    """
    return meant.isalpha() and {script_of(char) for char in meant} <= scripts


def fits(line: str, piece: Piece) -> bool:
    """Whether no letter of a piece stands right beside one of another script."""
    sides = (line[: piece.start][-1:], piece.meant[0]), (piece.meant[-1], line[piece.end :][:1])
    return all(not (a.isalpha() and b.isalpha()) or are_written_together(a, b) for a, b in sides)


def is_natural(line: str, piece: Piece) -> bool:
    """Whether a piece is letters of one script without a sign, as words of clean text are, and not
    among Latin letters; the mark that closes a quotation may stand behind them."""
    end = piece.end - _closes_quotation(line, piece)
    run = line[piece.start : end]
    around = line[max(piece.start - 1, 0) : end + 1]
    one_script = len({script_of(char) for char in around if char.isalpha()}) == 1
    return _is_word(line[: piece.start][-1:], run) and one_script and not has_sign(around)


def _closes_quotation(line: str, piece: Piece) -> bool:
    """Whether a piece ends with the mark that closes what stands open before it, and begins in or
    as a word: «НОМЕР», whose last two characters are л read as windows-1251."""
    opening = _OPENING.get(line[piece.end - 1])
    if opening is None or piece.end - piece.start < 2:
        return False
    if piece.end - piece.start == 2 and not line[: piece.start][-1:].isalpha():
        return False
    before = line[: piece.start]
    return before.rfind(opening) > before.rfind(line[piece.end - 1])


def _is_word(before: str, run: str) -> bool:
    """Whether a run may be letters of a word: of one language, no capital behind a small one."""
    if not all(char.isalpha() or category(char)[0] == "M" for char in run):
        return False
    if not is_of_one_alphabet(run):
        return False
    return not any(b.isupper() and a.islower() for a, b in pairwise(before + run))


def is_letter(line: str, piece: Piece, codec: str) -> bool:
    """Whether a single character is usual where it stands, or a letter in place of symbols. Of the
    Western encodings what stands around tells more (see `western_runs`)."""
    if codec in western_runs.CODECS:
        return not piece.meant.isalpha() or is_in_an_alphabet(piece.meant)
    before, after = line[: piece.start][-1:], line[piece.end :][:1]
    run = line[piece.start : piece.end]
    if _is_foreign(before, run, after):
        return is_in_an_alphabet(piece.meant) or piece.meant in TYPOGRAPHY
    is_word = _is_word(before, run)
    if piece.meant.isalpha() and not is_word:
        in_a_word = before.isalpha() or after.isalpha()
        return is_in_an_alphabet(piece.meant) and (in_a_word or is_plausible("", piece.meant, ""))
    is_glued = bool(_LATIN.match(before) or _LATIN.match(after)) and not _LATIN.match(run)
    if (len(run) > 2 and (not is_word or is_glued)) or (piece.meant in "¿¡" and after.isalpha()):
        is_mark = not piece.meant.isalpha() or piece.meant in _LIGATURES
        return is_mark or is_plausible(before, piece.meant, after)
    return piece.meant.isalpha() and is_plausible(before, piece.meant, after)


def _is_foreign(before: str, run: str, after: str) -> bool:
    """Whether a run stands inside a Latin word, and is of a script that never does; or behind one,
    if it is two characters that are no word."""
    if not _LATIN.match(before) or not run.isalpha() or are_written_together(before, run[0]):
        return False
    return bool(_LATIN.match(after)) or len({script_of(char) for char in run}) > 1
