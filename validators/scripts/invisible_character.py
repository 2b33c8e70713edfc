"""Characters that nobody sees, where no script needs them; and text that is hidden in them.

What it finds
    Zero width spaces outside the scripts that break lines with them, joiners and non-joiners
    outside the scripts and emoji that need them, soft hyphens, word joiners, fillers, blanks,
    invisible operators outside formulas, and variation selectors that vary nothing. A run is one
    finding; a dozen of the same are one finding of the document.

    Text that is hidden in tag characters, variation selectors or zero-width bits is an error, and
    decoded. What may be meant is an info outside code: soft hyphens in words, breaks after `/` or
    `.`, word joiners beside punctuation; and so are all in a text that speaks of such characters.
    HTML entities show in the source and are meant. U+FEFF belongs to `byte-order-mark`.

Why it matters
    Search, links, code and comparison fail on what looks right; hidden text instructs machines
    behind the reader's back.

Example
    `Meil` U+200B U+200B `isearch` is not found under its name.

Repair
    The character is removed: safe inside a word in small letters, where it can have no function;
    elsewhere, and in code, unsafe.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Repair, Safety, Severity
from textproof.gathering import gathered
from textproof.hidden import find_hidden
from textproof.invisible import CHARACTERS, Stray, find_strays
from textproof.rule import Options, characters, fact, pattern, rule
from textproof.spans import SpanSet
from textproof.tables.emoji import EMOJI
from textproof.tables.invisible import NAMES
from textproof.topics import speaks_of_characters
from textproof.view import MASK, View

LONGEST = 60
"""Characters of a hidden text that a message quotes; all are in the detail."""


@rule(
    "invisible-character",
    severity=Severity.WARNING,
    needs=(
        characters(CHARACTERS),
        pattern(f"\ufe0f(?<![{EMOJI}\u20e3]\ufe0f)"),
        pattern(f"\ufe0e(?<![{EMOJI}\u20e3]\ufe0e)"),
        pattern(f"\u200d(?:(?<![{EMOJI}\ufe0f\u20e3\U000e007f]\u200d)|(?![{EMOJI}]))"),
        fact("hidden-plane"),
    ),
    yields_to=("wrong-decode", "invalid-bytes"),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    view = document.prose if document.indirect else View(document.text)
    hidden = list(find_hidden(view.text))
    for start, end, carrier, says in hidden:
        quoted = says if len(says) <= LONGEST else f"{says[:LONGEST]}…"
        what = f"hidden text “{quoted}” in" if says else "something hidden in"
        yield Defect(
            *view.source_span(start, end),
            f"{what} {end - start} {carrier}",
            Repair(""),
            Severity.ERROR,
            detail={"hidden": says} if says else {},
        )
    yield from gathered(_strays(document, view, SpanSet((h.start, h.end) for h in hidden)))


def _strays(document: Document, view: View, hidden: SpanSet) -> Iterator[Defect]:
    """The strays that hide nothing and are no entities, as defects."""
    about = None
    for stray in find_strays(view.text):
        start, end = view.source_span(stray.start, stray.end)
        if hidden.overlaps(stray.start, stray.end) or _is_meant(document, start, end):
            continue
        if about is None:
            about = speaks_of_characters(document.text)
        code = not document.indirect and document.prose.text[start] == MASK
        safe = not (about or code or document.indirect) and _is_idle(view.text, stray)
        yield Defect(
            start,
            end,
            _message(view.text[stray.start : stray.end], stray.why),
            _repair(view.text[stray.start], safe=safe),
            Severity.INFO if about else Severity.WARNING if code else stray.severity,
            confidence=0.7 if about or stray.severity is Severity.INFO else 0.95,
        )


def _is_meant(document: Document, start: int, end: int) -> bool:
    """Whether HTML says that a character is meant: an entity, or all that an element holds, which
    is a tool's anchor or the place of a cursor."""
    text = document.text
    alone = text[max(start - 1, 0) : start] == ">" and text[end : end + 1] == "<"
    return document.indirect and (text[start] == "&" or alone)


def _is_idle(text: str, stray: Stray) -> bool:
    """Whether zero width spaces or word joiners can have no function: inside a word in small
    letters no line may break. Beside a space they have none either, but who left a document so for
    years would call a `fix` that touches it unasked a false alarm."""
    if not {"\u200b", "\u2060"}.issuperset(text[stray.start : stray.end]):
        return False
    around = text[stray.start - 1 : stray.start] + text[stray.end : stray.end + 1]
    return len(around) == 2 and around[0].islower() and around[1].islower()


def _message(chars: str, why: str) -> str:
    name = NAMES.get(chars[0], "variation selector")
    more = f", and {len(chars) - 1} more," if len(chars) > 1 else ""
    return f"{name} U+{ord(chars[0]):04X}{more} {why}"


def _repair(char: str, *, safe: bool) -> Repair | None:
    if "\ufff9" <= char <= "\ufffb":
        return None
    return Repair(" " if char == "\u2800" else "", Safety.SAFE if safe else Safety.UNSAFE)
