"""The hosts of a document: those of its URLs and e-mail addresses, wherever they stand.

URLs are no prose, so hosts are looked for in the text itself: in links, in tags, in code. A label
in Punycode (`xn--…`) is decoded.

>>> [host.name for host in hosts("See https://www.Example.com:80/a, jo@xn--mnchen-3ya.de.")]
['www.example.com', 'münchen.de']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from textproof.lazy import compiled

_DOTS = compiled("[.\u3002\uff0e\uff61]")
_LABEL = r"\w[\w\u00b7\u200c\u200d\u30fb-]*+"
_HOST = compiled(rf"{_LABEL}(?:[.\u3002\uff0e\uff61]{_LABEL})+(?!@)")
_NAME = rb"[A-Za-z0-9_.-]*+"
_LETTER = rb"(?!\xc2|\xe2[\x80-\x81]|\xe3\x80|\xef[\xbc-\xbd])[\xc3-\xf4]"
"""What a character beyond ASCII begins with in UTF-8 but for the marks that end a host."""
_FOREIGN = tuple(
    (mark[:1], compiled(mark + rb"(?:" + _NAME + _LETTER + rb"|[A-Za-z0-9_.-]*?[xX][nN]--)"))
    for mark in (b"://", b"@")
)
"""What stands before hosts of other letters: a byte to look for, and the rest."""
_ADDRESS = compiled(r"(?<=[\w.+-])@")


class Host(NamedTuple):
    """A host with its place: ``name`` is in small letters, Punycode decoded."""

    start: int
    end: int
    text: str
    name: str

    @property
    def labels(self) -> list[str]:
        """The parts between the dots."""
        return self.name.split(".")


def may_hold_foreign_hosts(utf8: bytes) -> bool:
    """Whether a host of a text in UTF-8 may be beyond ASCII, as it stands or in Punycode.

    >>> may_hold_foreign_hosts(b"https://a.com, jo@b.com")
    False
    >>> may_hold_foreign_hosts("jo@bücher.de".encode())
    True
    """
    return any(_has(utf8, mark, host) for mark, host in _FOREIGN)


def _has(utf8: bytes, mark: bytes, host: re.Pattern[bytes]) -> bool:
    """Whether a pattern that begins with a mark is found. One byte is looked for fastest."""
    place = utf8.find(mark)
    while place >= 0 and not host.match(utf8, place):
        place = utf8.find(mark, place + 1)
    return place >= 0


def hosts(text: str) -> Iterator[Host]:
    """The hosts in a text, in order."""
    for start in sorted(_starts(text)):
        match = _HOST.match(text, start)
        if match:
            name = match[0].lower()
            if not name.isascii() or "xn--" in name:
                name = ".".join(map(_decoded, _DOTS.split(name)))
            yield Host(start, match.end(), match[0], name)


def _starts(text: str) -> Iterator[int]:
    """Where a host may begin. The marks are looked for with `find`, at the speed of memory."""
    for mark in ("://", "@"):
        place = text.find(mark)
        while place >= 0:
            if mark != "@" or _ADDRESS.match(text, place):
                yield place + len(mark)
            place = text.find(mark, place + 1)


def _decoded(label: str) -> str:
    """A label with its Punycode decoded; as it is where that does not decode."""
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return label
