"""Letters of another alphabet that look like those of the word they stand in.

What it finds
    A word of two alphabets in which every letter of one has a look-alike in the other (UTS #39):
    `раypal` with a Cyrillic `ра`, `Hастройка` with a Latin `H`. A warning where the word is shorter
    than four letters, and where the whole word is of another alphabet than its text and that
    alphabet is in the document through look-alikes alone. An info in a document about look-alikes.

    Words that are joined on purpose are none: `SMSка`, `ЧебышёвSeries`, `iPhone’ов`, `Googleу` in
    a Russian text, `kΩ`, `αx`, `Iмакс`. Greek small letters are never taken for Latin ones.

Why it matters
    The word cannot be found, sorted, spelled or hyphenated, and a reader cannot see why. It comes
    from a keyboard in the other layout, from OCR, or from somebody who wants to deceive.

Example
    `Hастройка` U+0048 was `Настройка` U+041D.

Repair
    The word in one alphabet. Safe where only one is possible, the text around and most of the
    word are in it, and the letters that it writes are elsewhere in the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from textproof.document import Document
from textproof.finding import Defect, Repair, Safety, Severity
from textproof.lazy import compiled
from textproof.look_alikes import look_alike
from textproof.meant_words import (
    borrowed_letters,
    is_accented,
    is_in_alphabet,
    is_meant,
    main_script,
)
from textproof.mixed_words import OTHER_ALPHABETS, MixedWord
from textproof.repertoire import Repertoire
from textproof.rule import Options, characters, rule
from textproof.scripts import script_of
from textproof.topics import speaks_of_look_alikes

SHORT = 4
"""Letters below which a mixed word may be a symbol with its index."""

A_WORD = 3
"""Greek letters from which on they are a word; fewer beside a Latin one are a formula (ΔX)."""

SURE_SHARE = 2
"""How many letters of its alphabet a word has for each one that a safe repair replaces."""

ENOUGH = 100
"""Latin letters from which on a text is Latin, and a word of look-alikes is out of place."""

RARE = frozenset("ЅѕҺһ")
"""Letters that few alphabets have: no word of a text that does not use them is written with one."""

_OTHER_WORD = compiled(f"[{OTHER_ALPHABETS}]{{2,}}")
_OTHER = compiled(f"[{OTHER_ALPHABETS}]")


@rule(
    "homoglyph",
    severity=Severity.ERROR,
    needs=(characters(OTHER_ALPHABETS),),
    yields_to=("confusable-url", "wrong-decode", "invalid-bytes"),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    defects = [*_mixed_words(document), *_whole_words(document)]
    if not defects:
        return
    view = document.prose
    lowered = speaks_of_look_alikes(view.text)
    for defect in defects:
        if view.text[defect.start : defect.end] in options.allow:
            continue
        start, end = view.source_span(defect.start, defect.end)
        severity = Severity.INFO if lowered else defect.severity
        yield defect._replace(start=start, end=end, severity=severity)


def _mixed_words(document: Document) -> Iterator[Defect]:
    """The words that mix alphabets and can be meant in one."""
    if not document.mixed_words:
        return
    text = document.prose.text
    borrowed = borrowed_letters(document.mixed_words)
    words = (word for word in document.mixed_words if not is_in_alphabet(word, borrowed))
    found = [(word, _possible(text, word)) for word in words]
    found = [(word, possible) for word, possible in found if possible]
    is_damaged = bool(found) and bool(_DAMAGED.search(text))
    yield from filter(None, (_mixed(text, word, can, is_damaged) for word, can in found))


def repaired(word: str, script: str) -> str:
    """A word in one script, "" where one of its letters has no look-alike in it."""
    letters = [c if script_of(c) in ("", script) else look_alike(c, script) for c in word]
    return "".join(letters) if all(letters) else ""


def _possible(text: str, word: MixedWord) -> dict[str, str]:
    """A word of several alphabets in each single one that it can be meant in, by its script."""
    possible = {script: repaired(word.text, script) for script in word.scripts}
    possible = {
        script: written
        for script, written in possible.items()
        if written and all(letter in word.text or letter in text for letter in set(written) & RARE)
    }
    return {} if not possible or is_meant(word, text) else possible


def _mixed(text: str, word: MixedWord, possible: dict[str, str], is_damaged: bool) -> Defect | None:
    """The defect that a word of several alphabets is, given what it can be in a single one. In a
    text that is damaged otherwise none is sure."""
    around = main_script(text, word.start, word.end)
    script = around if around in possible else next(iter(possible))
    own = sum(script_of(char) == script for char in word.text)
    strange = [c for c in word.text if script_of(c) not in ("", script)]
    if script == "Grek" and own < A_WORD and not is_accented(word.text):
        return None
    misread = script == "Latn" and _may_be_misread(word.text)
    if _is_capital_inside(word.text, script) and (misread or script != "Latn"):
        return None
    sure = (
        len(possible) == 1
        and script == around
        and not is_damaged
        and not word.text.isupper()  # an option's letter may stand before its placeholder
        and own >= SURE_SHARE * len(strange)
        and all(_is_elsewhere(look_alike(char, script), text) for char in strange)
        and not misread
    )
    likely = len(word.text) >= SHORT and (script == around or own >= len(strange))
    shown = (f"{_NAMES[script_of(c)]} “{c}” U+{ord(c):04X}" for c in dict.fromkeys(strange))
    return Defect(
        word.start,
        word.end,
        f"{', '.join(shown)} among {_NAMES[script]} letters: “{possible[script]}” is meant",
        repair=Repair(possible[script], Safety.SAFE if sure and likely else Safety.UNSAFE),
        severity=Severity.ERROR if likely else Severity.WARNING,
        confidence=0.99 if likely else 0.8,
    )


def _is_capital_inside(word: str, script: str) -> bool:
    """Whether a strange letter is a capital after a small one, as few type it: `ComprobaciСn` was
    read with a wrong encoding, `ФайлX` has a variable, `sayНello` is a name in camel case."""
    return any(
        letter.isupper() and before.islower() and script_of(letter) != script
        for before, letter, after in zip(word, word[1:], word[2:] + "a", strict=False)
        if after.islower()
    )


def _may_be_misread(word: str) -> bool:
    """Whether a Latin word is one with accented letters, read wrongly: `instalaciуn`."""
    from textproof.misread_legacy import reread  # which few documents need

    meant = {reread(word, wrong, true) for wrong in _CYRILLIC for true in _LATIN}
    return any(_is_spelled(reading) for reading in meant if reading)


def _is_spelled(word: str) -> bool:
    """Whether the letters beyond ASCII of a word are usual where they stand."""
    from textproof.plausibility import is_spelling

    around = zip(" " + word, word, word[1:] + " ", strict=False)
    return all(is_spelling(before, c, after) for before, c, after in around if c > "\x7f")


def _is_elsewhere(letter: str, text: str) -> bool:
    """Whether a letter, which is not in the word itself, is one that the text uses."""
    return letter.lower() in text or letter.upper() in text


def _whole_words(document: Document) -> Iterator[Defect]:
    """Words in look-alikes of Latin letters, in a Latin text that has no other letter of theirs."""
    repertoire = Repertoire(document.screened) if document.indirect else document.repertoire
    if any(_is_alone(match[0]) for match in _OTHER.finditer(repertoire.beyond_ascii)):
        return
    text = document.prose.text
    if sum(char < "\u0370" for char in text if char.isalpha()) < ENOUGH:
        return
    for match in re.finditer(r"[^\W\d_]+", text):
        if not match[0].isascii() and _OTHER_WORD.fullmatch(match[0]):
            latin = repaired(match[0], "Latn")
            yield Defect(
                *match.span(),
                f"word of {_NAMES[script_of(match[0][0])]} letters that look like “{latin}”,"
                " in a Latin text without others of them",
                repair=Repair(latin),
                severity=Severity.WARNING,
                confidence=0.8,
            )


@cache
def _is_alone(char: str) -> bool:
    """Whether a letter has no look-alike in Latin, so that it is no slip."""
    return char.isalpha() and not look_alike(char, "Latn")


_DAMAGED = compiled(
    "(?<=[^\\W\\d_])[\u2500-\u25ff](?=[^\\W\\d_])|[\x80-\x9f]"
    "|(?<=[a-z])[\u0391-\u03a9\u0410-\u042f](?=[a-z])|[\u0400-\u04ff][–—“”‘’„…](?=[a-z])"
)
"""What a text has that was read with a wrong encoding: its letters prove nothing then."""

_CYRILLIC, _LATIN = ("cp1251", "iso8859-5", "koi8-r"), ("cp1252", "cp1250", "iso8859-4", "cp852")
"""Encodings that Latin words were read with, and were in."""

_NAMES = {
    "Latn": "Latin",
    "Cyrl": "Cyrillic",
    "Grek": "Greek",
    "Armn": "Armenian",
    "Cher": "Cherokee",
    "Lisu": "Lisu",
}
