"""Spaces other than the ordinary one, where no typography asks for them.

What it finds
    No-break, figure, en, em, thin, hair and ideographic spaces and their kin between letters, at
    the ends of lines and beside other spaces: one finding of a document for each kind. It is off by
    default, since most texts have some for a reason, and on where it is selected by its own name
    (`--select odd-spaces`).

    Left alone are no-break spaces of French typography (before `;:!?»`, after `«`), between digits,
    between a number and its unit, after an abbreviation or a short word, around dashes and after
    signs such as § and №; thin spaces beside digits, punctuation and dashes; and ideographic spaces
    in Chinese, Japanese and Korean.

Why it matters
    Words joined by a no-break space are one word to a search, a shell command with one fails, and
    lines of a table do not split.

Example
    `git` U+00A0 `push` copied from a web page.

Repair
    An ordinary space; unsafe.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import name

from textproof.document import Document
from textproof.finding import Defect, Repair, Severity
from textproof.language import HAN
from textproof.lazy import compiled
from textproof.rule import Options, characters, rule

_NO_BREAK = "\u00a0\u2007\u202f"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SPACE = compiled(f"[{_SPACES}]")
_EAST_ASIAN = compiled(f"[{HAN}\u3001-\u30ff\uac00-\ud7a3\uff01-\uff5e]")
_KEPT_TO_THE_NEXT = compiled(r"(?:[\d«‹„“(\[§¶№#&+±×<>=≤≥~–—-]|\b[^\W\d_]{1,2}|\b[^\W\d_]+\.)\Z")
"""What a no-break space keeps to what follows: numbers, opening marks, signs, dashes, short words
(Czech and Polish `v `, `z `), abbreviations."""
_KEPT_TO_THE_LAST = compiled(r"[\d;:!?»›”%‰€$£¥°–—/+±×=<>≤≥~)\]-]")
"""What a no-break space keeps to what stands before: French marks, signs, dashes."""
_THIN = compiled(r"[\W\d_]")

REACH = 20
"""Characters before a space that are looked at: the longest abbreviation with some room."""


@rule("odd-spaces", severity=Severity.INFO, needs=(characters(_SPACES),), default=False)
def check(document: Document, options: Options) -> Iterator[Defect]:
    view = document.prose
    found: dict[str, list[tuple[int, int]]] = {}
    for match in _SPACE.finditer(view.text):
        if not _is_typography(view.text, match.start()):
            found.setdefault(match[0], []).append(view.source_span(*match.span()))
    for space, spans in found.items():
        times = "once" if len(spans) == 1 else f"{len(spans)} times"
        yield Defect(
            *spans[0],
            f"{name(space).lower()} U+{ord(space):04X} in place of a space, {times}",
            Repair(" "),
            places=tuple(spans[1:]),
            detail={"count": len(spans)},
        )


def _is_typography(text: str, offset: int) -> bool:
    """Whether a space is one that typography asks for."""
    space = text[offset]
    before, after = text[max(offset - REACH, 0) : offset], text[offset + 1 : offset + 2]
    if not before or not after or before[-1].isspace() or after.isspace():
        return space == "\u3000"  # the indent of a paragraph
    if space == "\u3000":
        return bool(_EAST_ASIAN.match(before[-1]) or _EAST_ASIAN.match(after))
    if _KEPT_TO_THE_NEXT.search(before) or _KEPT_TO_THE_LAST.match(after):
        return True
    return space not in _NO_BREAK and bool(_THIN.match(before[-1]) or _THIN.match(after))
