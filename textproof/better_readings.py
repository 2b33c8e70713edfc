"""Whether a reading of a text in another encoding is better than the text by enough.

How much is enough depends on what changes: by chance some clean words are letters of another
script, some are another word of their own, and a look-alike or a unit is no damage.

>>> is_better("Ïðèâåò", "Привет", 40, 20), is_better("NFκB", "NFêB", 10, 10)
(True, False)
"""

from __future__ import annotations

from collections import Counter

from textproof.lazy import compiled
from textproof.look_alikes import look_alike
from textproof.misread_signs import is_everyday_cjk
from textproof.plausibility import is_spelling
from textproof.scripts import script_of

LEAST_GAIN, LEAST_GAIN_OF_ALIKE, LEAST_GAIN_OF_FAR = 7.0, 12.0, 16.0
"""Nats by which a reading must be better, by which where both are letters of one script, and where
those of one script other than Latin become those of another."""

LEAST_GAIN_OF_LATIN = 18.0
"""The same where both are Latin letters: Sorbian or Turkmen has letters that others lack."""

LEAST_GAIN_OF_CJK, MARGIN_OF_CJK = 20.0, 8.0
"""Nats by which one Chinese, Japanese or Korean reading must be better than another, and than the
next best: any two of their encodings read most of one another's bytes."""

FEW, INSIDE = 8, 0.25
"""Letters of another script below which some must stand inside Latin words to have been Latin, and
their share."""

SURE = 40.0
"""Nats from which on a reading may have fewer letters: Arabic has vowel signs."""

_BEYOND = compiled("[^\x00-\x7f]")
_CJK = compiled("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]")
_A_WORD = r"[^\W\d_]?+[^\W\d_A-ZА-ЯЁЀ-ЏΑ-Ω]*+"
_WORDS = compiled(rf"(?>(?:{_A_WORD}[\W\d_]++)*){_A_WORD}")
"""Words that begin with a capital at most."""

_QUOTES = "“”„‘’«»‹›…–—"
_WRITTEN_MARKS = f"{_QUOTES}\xa0"
_CAPITAL_INSIDE = compiled("[a-z][A-Z]")
_C1 = compiled("[\x80-\x9f]")
_MARKS_AS_CONTROLS = compiled(
    "[\x85\x91\x92\x96\x97]|(?<![^\\W\\d_])[\x82\x84\x93]|\x94(?![^\\W\\d_])"
)
"""What apostrophes, dashes and quotes are where windows-1252 was read as Latin-1."""

_AT_A_LETTER = compiled(
    rf"[A-Za-z](?:[^\x00-\x7f{_QUOTES}]|[{_QUOTES}][A-Za-z])|[^\x00-\x7f{_QUOTES}][A-Za-z]"
)
_KEPT_IN_LATIN = frozenset("ўЎ")
"""What Belarusian in Latin letters keeps of the other alphabet, beside the look-alike і."""

_FAR = "[\u0370-\uffff]"
_IN_LATIN = compiled(
    rf"[A-Za-z]{_FAR}{{1,3}}(?=[a-z])(?:(?=[a-z]{{2}})|(?<=[A-Za-z]{{2}}{_FAR}))"
    rf"|[A-Za-z]{_FAR}{{2,3}}(?=[a-z])|[a-z]{{3}}{_FAR}(?![^\W\d_])"
)
_TURNED = compiled(r"(?<=[а-яёα-ω])[А-ЯЁΑ-Ω]")
_WORD = compiled(r"[^\W\d_\x00-\u02af]+")


def is_better(text: str, reading: str, gain: float, margin: float) -> bool:
    """Whether a gain is enough. Letters that become marks are no gain, and letters that become
    others of their script may be of a language that is not known."""
    was, now = letters_in(text), letters_in(reading)
    if len(_TURNED.findall(reading)) > len(_TURNED.findall(text)) + now.total() / 20:
        return False
    kept = now.total() + min(_marks_gained(text, reading), now.total())
    if not _CJK.search(reading) and kept < (1.0 if gain < SURE else 0.7) * was.total():
        return False
    if not now or _changes_controls_alone(text, reading):
        return False
    if _CJK.search(reading) and _CJK.search(text):
        return gain >= max(LEAST_GAIN_OF_CJK, 0.9 * was.total()) and margin >= MARGIN_OF_CJK
    if _CJK.search(reading):
        # a word in clean letters is Han by chance; it is no text that anybody writes
        enough = now.total() > 2 and gain >= max(LEAST_GAIN_OF_ALIKE, was.total() / 2)
        is_text = is_everyday_cjk(reading) and scripts_of(now).isdisjoint(("Cyrl", "Grek"))
        is_cyrillic = scripts_of(was) == {"Cyrl"} and 2 * was.total() > len(_BEYOND.findall(text))
        is_word = all(map(str.isupper, was)) or _WORDS.fullmatch(text)
        return enough and is_text and not (is_cyrillic and is_word)
    if _is_homoglyph(text, reading):
        return False
    if not was and not (_AT_A_LETTER.search(text) or _C1.search(text)):
        return False
    is_far = bool(scripts_of(was)) and "Latn" not in scripts_of(was)
    is_unit = was.total() < FEW and len(_IN_LATIN.findall(text)) < INSIDE * was.total()
    if is_far and is_unit and scripts_of(now) <= {"Latn"}:
        return False  # or a name of science or mathematics: NFκB, gμν
    if not was or scripts_of(was) != scripts_of(now):
        turns_far = was and "Latn" not in scripts_of(was | now)
        least = max(LEAST_GAIN_OF_FAR, 1.2 * was.total()) if turns_far else LEAST_GAIN
        return gain >= least and (scripts_of(now) <= {"Latn"} or _has_words(reading))
    if scripts_of(was) != {"Latn"}:
        return gain >= max(LEAST_GAIN_OF_ALIKE, 1.2 * was.total())
    several = len(was) > 1 and was.total() > 2
    return gain >= max(LEAST_GAIN_OF_LATIN, (4.0 if several else 9.0) * was.total())


def _is_homoglyph(text: str, reading: str) -> bool:
    """Whether only letters that look like Latin ones become others, and as Latin ones would make
    words: no capital behind a small letter (`pМ`), unless it is one of a name in camel case, which
    the reading does not spell (`sayНello`)."""
    if len(text) != len(reading):
        return False
    changed = _changed(text, reading)
    alike = {a: look_alike(a, "Latn") or ("y" if a in _KEPT_IN_LATIN else "") for a, _ in changed}
    as_latin = text.translate({ord(a): b for a, b in alike.items()})
    inside = len(_CAPITAL_INSIDE.findall(text))
    if not all(alike.values()):
        return False
    return len(_CAPITAL_INSIDE.findall(as_latin)) == inside or not any(
        is_spelling(before, letter, after)
        for was, before, letter, after in zip(
            text, " " + reading, reading, reading[1:] + " ", strict=False
        )
        if was != letter
    )


def _changes_controls_alone(text: str, reading: str) -> bool:
    """Whether only C1 controls become other characters, and were marks of windows-1252 where those
    stand, or become no letters: they are for the rule control-residue."""
    changed = _changed(text, reading)
    if len(text) != len(reading) or not all("\x80" <= a <= "\x9f" for a, _ in changed):
        return False
    return not _C1.search(_MARKS_AS_CONTROLS.sub("", text)) or not any(
        b.isalpha() for _, b in changed
    )


def _changed(text: str, reading: str) -> set[tuple[str, str]]:
    """Which characters of a text become which others in a reading of as many."""
    return {(a, b) for a, b in zip(text, reading, strict=False) if a != b}


def _marks_gained(text: str, reading: str) -> int:
    """How many more marks that are usual in writing a reading has than a text."""
    return sum(reading.count(mark) - text.count(mark) for mark in _WRITTEN_MARKS)


def _has_words(text: str) -> bool:
    """Whether half of the letters of another script than Latin stand in words."""
    words = [word for word in _WORD.findall(text) if not _CJK.match(word)]
    return 2 * sum(len(word) for word in words if len(word) > 2) >= sum(map(len, words))


def letters_in(text: str) -> Counter[str]:
    """The letters of a text beyond ASCII."""
    return Counter(char for char in text if char > "\x7f" and char.isalpha() and char not in "ªºµ")


def scripts_of(letters: Counter[str]) -> set[str]:
    """The scripts that some letters are of."""
    return {script_of(char) for char in letters} - {""}
