r"""An escape of some notation in prose, where the character should stand: `caf\u00e9`.

What it finds
    Unicode escapes (`\u00e9`, `\U0001f600`, `%u4F60`), bytes (`\xc3\xa9`, `\303\251`),
    percent-encoding outside URLs, quoted-printable (`=C3=A9`) with its soft line breaks, encoded
    words of mail headers (`=?UTF-8?Q?…?=`), UTF-7 (`+AOk-`), ISO-2022 that lost its escape
    characters (`$B…(B`) and HZ (`~{…~}`).

Why it matters
    A program wrote the text for another program, and nobody decoded it.

    In programs, patterns, paths and URLs escapes are meant, and a text about them shows some. What
    else is escaped in the document decides: escapes inside words tell, one on its own does not.

Example
    `caf\u00e9` was `café`.

Repair
    The characters. Safe where words of a document that speaks of no escapes are full of them, in
    one reading; otherwise unsafe.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from textproof.document import Document
from textproof.escape_companions import companions
from textproof.escape_places import IN_A_WORD, MEANT, is_in_code
from textproof.escape_utf7 import SHIFTED
from textproof.escapes import (
    BYTES,
    HZ,
    JIS,
    KSC,
    OCTAL,
    PERCENT,
    QUOTED,
    UNICODE,
    UTF7,
    WORD,
    Escape,
    find_escapes,
)
from textproof.finding import Defect, Repair, Safety, Severity
from textproof.rule import Options, pattern, rule
from textproof.topics import (
    speaks_of_encodings,
    speaks_of_escapes,
    speaks_of_transfer_encodings,
)

_OF_PROGRAMS = (UNICODE, BYTES, OCTAL, "%u escape")

SURE = 5
"""Words with an escape in them from which on a document is certainly damaged, and no text that
shows one; also what it takes against words that speak of escapes."""

FEW = 2
"""Escapes up to which a text of many lines may write `\\n` and mean it."""


ONE_BYTE = 4
"""Characters of `\\xe9` and `\\351`, which a text may name."""


@rule(
    "escape-leak",
    severity=Severity.WARNING,
    needs=(
        pattern(r"\\(?:[uxU][0-9a-fA-F{]|[23][0-7]{2})"),
        pattern(r"%(?:u[0-9a-fA-F]{4}|[c-fC-F][0-9a-fA-F])"),
        pattern(r"=(?:[2-9A-F][0-9A-F]=|[C-F][0-9A-F]|\?[\w.*-]+\?[BbQq]\?)"),
        pattern(SHIFTED),
        pattern(r"\$(?:[@B]|\([CD]|\)C)"),
        pattern(r"~(?=\{[!-~]{2})"),
    ),
    yields_to=("invalid-bytes",),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    view = document.prose
    found = [_judged(view.text, escape) for escape in find_escapes(view.text)]
    leaks: list[tuple[Escape, bool]] = []
    for notation, group in groupby(sorted(found, key=_kind), key=_kind):
        alike = list(group)
        strong = sum(escape.tells == IN_A_WORD for escape in alike)
        meant = sum(escape.tells == MEANT for escape in alike)
        about = _speaks_of(view.text, notation)
        if not _is_damage(alike, strong, meant, about):
            continue
        many = strong >= SURE and strong > 4 * meant and not about
        kept = [escape for escape in alike if many or escape.tells != MEANT]
        sure = strong >= SURE and not meant and not about
        if len(kept) > FEW or notation != UNICODE or "\n" not in view.text.strip():
            kept = companions(view.text, kept, notation)
        leaks += [(escape, sure and escape.tells == IN_A_WORD) for escape in kept]
    for escape, sure in sorted(leaks):
        yield Defect(
            *view.source_span(escape.start, escape.end),
            _message(view.text, escape),
            repair=None if escape.meant is None else _repair(escape.meant, sure),
            confidence=0.95 if sure else 0.8,
        )


def _kind(escape: Escape) -> str:
    return UNICODE if escape.notation in _OF_PROGRAMS else escape.notation


def _repair(meant: str, sure: bool) -> Repair:
    return Repair(meant, Safety.SAFE if sure else Safety.UNSAFE)


def _judged(text: str, escape: Escape) -> Escape:
    """An escape that tells nothing where it is in a program, a path or a pattern."""
    if escape.notation in _OF_PROGRAMS and is_in_code(text, escape.start, escape.end):
        return escape._replace(tells=MEANT)
    return escape


def _speaks_of(text: str, notation: str) -> bool:
    if notation == UNICODE:
        return speaks_of_escapes(text) or speaks_of_encodings(text)
    return speaks_of_transfer_encodings(text)


def _is_damage(alike: list[Escape], strong: int, meant: int, about: bool) -> bool:
    """What the escapes of one kind in a document tell together."""
    if about:
        return strong >= SURE and strong > 4 * meant
    if strong:
        return strong > meant
    if len(alike) == 1 and alike[0].end - alike[0].start == ONE_BYTE:
        return False
    return not meant and alike[0].notation not in (JIS, KSC, HZ)


def _message(text: str, escape: Escape) -> str:
    written = text[escape.start : escape.end].replace("\r", "").replace("\n", "⏎")
    if len(written) > 40:
        written = f"{written[:30]}…"
    if escape.meant is None:
        return f"{escape.notation} “{written}” was not decoded, and reads in no known encoding"
    if not escape.meant.strip():
        names = {"": "nothing", "\n": "a line break", " ": "a space"}
        codes = " ".join(f"U+{ord(char):04X}" for char in escape.meant)
        return f"{escape.notation} “{written}” stands for {names.get(escape.meant, codes)}"
    meant = escape.meant if len(escape.meant) <= 40 else f"{escape.meant[:30]}…"
    code = f" (U+{ord(meant):04X})" if len(meant) == 1 else ""
    what = "was not decoded: it" if escape.notation in (PERCENT, QUOTED, WORD, UTF7) else ""
    return f"{escape.notation} “{written}” {what} stands for “{meant}”{code}".replace("  ", " ")
