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

_DOTS = re.compile("[.\u3002\uff0e\uff61]")
_HOST = re.compile(
    r"(?:(?<=://)(?:[^\s/@\"'<>]{1,64}@)?|(?<=[\w.+-]@)|(?<![\w.@/-])(?=www\.))"
    r"(?P<host>\w[\w\u00b7\u200c\u200d\u30fb-]*+(?:[.\u3002\uff0e\uff61]\w[\w\u00b7\u200c\u200d\u30fb-]*+)+)"
)


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


def hosts(text: str) -> Iterator[Host]:
    """The hosts in a text, in order."""
    if "://" not in text and "@" not in text and "www." not in text:
        return
    for match in _HOST.finditer(text):
        start, end = match.span("host")
        name = ".".join(_decoded(label) for label in _DOTS.split(match["host"].lower()))
        yield Host(start, end, match["host"], name)


def _decoded(label: str) -> str:
    """A label with its Punycode decoded; as it is where that does not decode."""
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return label
