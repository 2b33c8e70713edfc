"""The hosts of a document: those of its URLs and e-mail addresses, wherever they stand.

URLs are no prose, so hosts are looked for in the text itself: in links, in tags, in code. A label
in Punycode (`xn--…`) is decoded.

>>> [host.name for host in hosts("See https://www.Example.com:80/a, jo@xn--mnchen-3ya.de.")]
['www.example.com', 'münchen.de']
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from textproof.lazy import compiled

_DOTS = compiled("[.\u3002\uff0e\uff61]")
_LABEL = r"\w[\w\u00b7\u200c\u200d\u30fb-]*+"
_HOST = compiled(rf"{_LABEL}(?:[.\u3002\uff0e\uff61]{_LABEL})+(?!@)")
_PUNYCODE = tuple(map(compiled, ("x(?=n--)", "X(?=N--)")))
_FOREIGN = tuple(
    compiled(
        f"{mark}(?:[A-Za-z0-9_.-]*+[\u00c0-\u1fff\u2080-\u2fff\u3040-\ufeff\uff80-\U0010ffff]"
        "|[A-Za-z0-9_.-]*?[xX][nN]--)"
    )
    for mark in (":(?=//)//", "@")
)
"""A host beyond ASCII up to its first such character. The marks left out may end one in ASCII. What
a pattern begins with is one character, which is found faster than several."""
_MARKS = ("://", "@")
"""What stands before a host."""
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


def may_hold_foreign_hosts(text: str) -> bool:
    """Whether a host of a text may be beyond ASCII, as it stands or in Punycode.

    >>> may_hold_foreign_hosts("https://a.com, jo@b.com"), may_hold_foreign_hosts("jo@bücher.de")
    (False, True)
    """
    first, second = _PUNYCODE if text.isascii() else _FOREIGN
    return bool(first.search(text) or second.search(text))


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
    """Where a host may begin."""
    for mark in _MARKS:
        for place in _behind(mark, text):
            if mark != "@" or _ADDRESS.match(text, place - 1):
                yield place


def _behind(mark: str, text: str) -> Iterator[int]:
    """The places behind each mark in a text, at the speed of memory."""
    place = text.find(mark)
    while place >= 0:
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
