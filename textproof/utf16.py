"""UTF-16 without a byte order mark, told by its NULs or by the characters that it gives.

>>> chinese = "這是中文，沒有標記。"
>>> utf16_of("naïve text\\n".encode("utf-16-be")), utf16_of(chinese.encode("utf-16-le"))
('utf-16-be', 'utf-16-le')
>>> utf16_of(chinese.encode("big5"))
"""

from __future__ import annotations

import re
from typing import NamedTuple

from textproof.plausibility import is_common_cjk

FEWEST_NULS = 4
"""NULs from which on every other byte being one is no accident."""

NUL_SHARE = 0.25
"""Share of NULs that a text needs in which half of the characters are ASCII."""

CHARACTERS = 500
"""Characters that are looked at where there are no NULs to tell."""

USUAL_SHARE = 0.9
"""Share of everyday characters among them. Other bytes give 12 % by chance."""

FEWEST = 8
"""Characters that are needed to tell."""

LIKELY_SHARE = 0.6
"""Share of everyday characters of a stretch that begins like UTF-16; the rest may be of any
language."""

_MARK = re.compile("\udcff\udcfe(?=.)|\udcfe\udcff(?=.)", re.DOTALL)
_ALTERNATING = re.compile("(?P<big>(?:\0[\t\r\n -~]){4,})|(?:[\t\r\n -~]\0){4,}")


def utf16_of(data: bytes) -> str | None:
    """``utf-16-le`` or ``utf-16-be`` where bytes without a mark are that, else None."""
    nuls = data.count(0)
    for high, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if nuls >= max(FEWEST_NULS, NUL_SHARE * len(data)) and data[high::2].count(0) == nuls:
            return encoding
    head = data[: 2 * CHARACTERS]
    for encoding in ("utf-16-le", "utf-16-be"):
        if _usual_share(head[: len(head) // 2 * 2].decode(encoding, "replace")) >= USUAL_SHARE:
            return encoding
    return None


def _usual_share(text: str) -> float:
    usual = sum("\x20" <= char < "\x7f" or char in "\t\r\n" or is_common_cjk(char) for char in text)
    return usual / len(text) if len(text) >= FEWEST else 0.0


class Utf16(NamedTuple):
    """A stretch of a text that is UTF-16: its span, what it says and its encoding."""

    start: int
    end: int
    text: str
    encoding: str


def find_utf16(text: str) -> Utf16 | None:
    """The stretch of UTF-16 in a text that was decoded as UTF-8, as programs append it.

    It begins with a byte order mark or with ASCII characters that have NULs between them, and goes
    on to the end of the text, or as far as there are NULs.
    """
    mark = _MARK.search(text)
    nuls = _ALTERNATING.search(text) if "\0" in text else None
    if mark:
        encoding = "utf-16-le" if mark[0] == "\udcff\udcfe" else "utf-16-be"
        return _up_to_the_end(text, mark.start(), encoding)
    if nuls is None:
        return None
    encoding = "utf-16-be" if nuls["big"] else "utf-16-le"
    line = text.rfind("\n", 0, nuls.start()) + 1
    on_line = text[line : nuls.start()]
    starts = [line] if on_line and not on_line.isascii() else []
    for start in [*starts, nuls.start()]:
        found = _up_to_the_end(text, start, encoding)
        if found:
            return found
    data = nuls[0].encode("utf-8", "surrogateescape")
    return Utf16(*nuls.span(), data.decode(encoding), encoding)


def _up_to_the_end(text: str, start: int, encoding: str) -> Utf16 | None:
    """The rest of a text as UTF-16, None where it is no sensible text."""
    data = text[start:].encode("utf-8", "surrogateescape")
    meant = data[: len(data) // 2 * 2].decode(encoding, "replace")
    if "\0" in meant or _usual_share(meant.lstrip("\ufeff")) < LIKELY_SHARE:
        return None
    return Utf16(start, len(text), meant, encoding)
