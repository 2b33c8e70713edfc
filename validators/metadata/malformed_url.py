"""An address of the document that is no address.

What it finds
    A canonical link, `og:url`, an address in JSON-LD or in front matter that cannot be right:
    `http:/example.org`, `htps://…`, `https://https://…`, a host with an empty part, a space in it,
    a port that is no number, a broken `%` escape. A canonical address on the author's own machine
    (`localhost`) is a warning. Relative addresses are not judged.

Why it matters
    Search engines drop the page, or file it under an address that does not exist.

Example
    `<link rel="canonical" href="http:/example.org/news">`

Repair
    None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.document import Document
from textproof.entries import LINK, Entry
from textproof.finding import Defect, Severity
from textproof.lazy import compiled
from textproof.metadata_names import ADDRESS, kind_of
from textproof.rule import Options, fact, rule

_SCHEME = compiled(r"[A-Za-z][A-Za-z0-9+.-]*:")
_NO_SCHEME = compiled(r"(?![A-Za-z][A-Za-z0-9+.-]*:)[^/?#]*://")
_WEB = compiled(r"https?://(?P<host>[^/?#]*)(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_TYPING_SLIP = compiled(
    r"h{0,2}t{1,3}p{0,2}s{0,2}(?:[:;]/{0,3}|//|\\\\)|https?(?:/|:/?(?!/))|ww\.|https?[^\w:/.?#-]",
    re.IGNORECASE,
)
_FILE = compiled(r"[A-Za-z]:[\\/]|\\\\\w")
_PORT = compiled(r":(?![0-9]{1,5}\Z|\Z)")
_HERE = compiled(r"(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::[0-9]+)?\Z", re.IGNORECASE)
_UNFILLED = compiled(r"\{\{|\{%|\$\{|<%|\{\w+\}|undefined|\[object")


@rule("malformed-url", severity=Severity.ERROR, needs=(fact("html"), fact("addresses")))
def check(document: Document, options: Options) -> Iterator[Defect]:
    for entry in document.metadata:
        if entry.value and _is_own(entry) and not _UNFILLED.search(entry.value):
            own = entry.name in ("canonical", "og:url")
            why = what_is_wrong(entry.value) or (what_is_not_whole(entry.value) if own else None)
            here = not why and own and _is_local(entry.value)
            if why or here:
                yield Defect(
                    entry.start,
                    entry.end,
                    f"{entry.shown} is no address: {why}"
                    if why
                    else f"{entry.shown} is an address of the author's own machine",
                    severity=Severity.WARNING if here else None,
                )


def _is_own(entry: Entry) -> bool:
    """Whether a field holds the document's own address."""
    return entry.origin == LINK or (kind_of(entry.name) == ADDRESS and "." not in entry.name)


def _is_local(value: str) -> bool:
    match = _WEB.match(value)
    return bool(match and _HERE.match(match["host"]))


def what_is_not_whole(value: str) -> str | None:
    """Why a relative address is none either, and was meant to be a whole one.

    >>> what_is_not_whole("www.example.org/a"), what_is_not_whole("/a/b")
    ('it does not begin with “https://”', None)
    """
    if _FILE.match(value):
        return "it is the path of a file"
    if value.lower().startswith("www."):
        return "it does not begin with “https://”"
    return "there is a space in it" if re.search(r"\s", value) else None


def what_is_wrong(value: str) -> str | None:
    """Why a value is no address, or None where it is one, or is relative.

    >>> what_is_wrong("http:/example.org"), what_is_wrong("/news/opening?x=1")
    ('it does not begin with “https://”', None)
    """
    match = _WEB.match(value)
    if not match:
        slip = _TYPING_SLIP.match(value) and not value.lower().startswith(("https://", "http://"))
        if slip:
            return "it does not begin with “https://”"
        if _NO_SCHEME.match(value):
            return "what stands before “://” is no scheme"
        if re.match(r"/*https?:", value, re.IGNORECASE):
            return "there are slashes before “https://”"
        spaced = _SCHEME.match(value) and re.search(r"\s", value)
        return "there is a space in it" if spaced else None
    host, rest = match["host"].rpartition("@")[2], match["rest"]
    if not host:
        return "it has no host"
    if re.search(r"\s", value):
        return "there is a space in it"
    if re.match(r"/*https?:?/", rest.lstrip("/")) and host.lower().rstrip(":") in ("http", "https"):
        return "it begins twice"
    if host.lower().rstrip(":") in ("http", "https"):
        return "it begins twice"
    if rest.startswith("//") and re.search(r"https?:\Z", host, re.IGNORECASE):
        return "another address stands behind it"
    if not host.startswith("["):
        name = host.partition(":")[0]
        if not name or name.startswith((".", "-")) or ".." in name:
            return f"its host “{host}” has an empty part"
        port = host.partition(":")[2]
        if _PORT.search(host) or (port.isdecimal() and int(port) > 0xFFFF):
            return f"its port in “{host}” is none"
        if re.search(r"[<>\"\\^`{}|,;!*()\[\]]", name):
            return f"its host “{host}” holds a mark that no host has"
    if re.search(r"%(?![0-9A-Fa-f]{2})", rest):
        return "a “%” in it is no escape"
    if re.search(r"[<>\"\\^`{}|]", rest.partition("?")[0]):
        return "it holds a mark that no address has"
    return None
