"""A word with letters of several alphabets that cannot pass for one of a single alphabet.

What it finds
    Latin, Greek, Cyrillic, Armenian or Cherokee letters in one word: `usernameможет`, `kоt-Ж`. The
    unit is the word, cut at hyphens, digits, underscores and apostrophes. A word whose letters all
    have look-alikes is a `homoglyph`; a foreign word with an ending (`SMSка`, `Googleу`), a name in
    camel case, units and formulas (`kΩ`, `αx`, `Iмакс`) are meant. Beside Han, kana, Hangul,
    Arabic or an Indian script, Latin is seen at a glance and is never found.

Why it matters
    A space was lost, or a word was typed half in the wrong keyboard layout.

Example
    `usernameможет` was `username может`.

Repair
    None: what was meant is not in the word.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.meant_words import borrowed_letters, is_in_alphabet, is_meant
from textproof.mixed_words import OTHER_ALPHABETS
from textproof.rule import Options, characters, rule


@rule(
    "mixed-script-word",
    severity=Severity.INFO,
    needs=(characters(OTHER_ALPHABETS),),
    yields_to=("homoglyph", "confusable-url", "wrong-decode", "invalid-bytes"),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    if not document.mixed_words:
        return
    borrowed = borrowed_letters(document.mixed_words)
    for word in document.mixed_words:
        view = document.prose
        if word.text in options.allow or is_in_alphabet(word, borrowed):
            continue
        if is_meant(word, view.text):
            continue
        runs = " + ".join(f"“{run}”" for _, run in word.runs)
        yield Defect(
            *view.source_span(word.start, word.end),
            f"word of several alphabets: {runs}",
            confidence=0.6,
        )
