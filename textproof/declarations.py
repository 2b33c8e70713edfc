"""What a document says of its own encoding, and where.

>>> text = '<?xml version="1.0" encoding="ISO-8859-1"?><meta charset="gbk">'
>>> [(d.source, d.label) for d in find_declarations(text, "html")]
[('XML declaration', 'ISO-8859-1'), ('meta charset', 'gbk')]
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from textproof.editorconfig import charset_of
from textproof.front_matter import FRONT_MATTER
from textproof.lazy import compiled

UTF8 = "utf-8"

TEMPLATE = "CHARSET"
"""What gettext writes in the header of a catalogue that is a template."""


class Declaration(NamedTuple):
    """An encoding that a document declares: how, its label as written, and where the label is.
    ``closed`` is where the element ends that it is in."""

    source: str
    label: str
    start: int
    end: int
    closed: int = 0

    @property
    def codec(self) -> str | None:
        """Python's codec for the label, None where no encoding is called so."""
        if self.source == PYTHON:
            return _python_codec(re.sub("-(?:unix|dos|mac)$", "", self.label.lower()))
        codec = web_codec(self.label)
        if codec and codec.startswith("utf-16") and self.source in (META, HTTP_EQUIV):
            return UTF8  # HTML Living Standard, 13.2.3.2: a page that can say so is not UTF-16
        return codec


META, HTTP_EQUIV, XML = "meta charset", "meta http-equiv", "XML declaration"
PYTHON, CATALOGUE, MATTER = "coding line", "catalogue header", "front matter"

_LABEL = r"[\w.:+()-]+"
_XML = compiled(
    rf"\A\ufeff?<\?xml\b[^>]*?\bencoding\s*=\s*(?P<quote>[\"'])(?P<label>{_LABEL})(?P=quote)"
)
_HTML = compiled(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|title|noscript|template|svg)\b.*?(?:</(?P=raw)\s*>|\Z)"
    r"|(?P<body><body\b)"
    r"|<meta\b(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = compiled(
    r"(?P<name>[^\s=\"'>/]+)\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'>]+))"
)
_IN_CONTENT = compiled(rf"charset\s*=\s*(?P<label>{_LABEL})", re.IGNORECASE)
_EMACS = compiled(
    rf"-\*-(?:.*?;)?\s*coding\s*:\s*(?P<label>{_LABEL})\s*(?:;.*?)?-\*-", re.IGNORECASE
)
_PEP263 = compiled(rf"^[ \t\f]*#.*?coding[:=][ \t]*(?P<label>{_LABEL})")
_PO = compiled(
    rf"\A(?:\ufeff)?(?:#[^\n]*\n|\s)*msgid \"\"\s*\nmsgstr(?:\s*\"[^\n]*\"\s*\n)*?\s*"
    rf"\"Content-Type:[^\n\"]*charset=(?P<label>{_LABEL})"
)
_KEY = compiled(
    rf"^(?:charset|encoding)[ \t]*:[ \t]*(?P<quote>[\"']?)(?P<label>{_LABEL})(?P=quote)[ \t]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)

_HEAD = 100_000
"""Code points from the start of a page in which its head is looked for."""


def may_declare(text: str, format: str) -> bool:
    """Whether a document has a word that a declaration needs where one can be.

    In a page that is its head; elsewhere its first two lines, and what begins as front matter, XML
    or a catalogue does.

    >>> may_declare("# -*- coding: gbk -*-", "plain"), may_declare("\\n\\ncharset=gbk", "plain")
    (True, False)
    """
    end = text.find("\n", text.find("\n") + 1)
    if text.startswith(("---", "\ufeff---")):
        end = text.find("\n---", 3)
        end = end if end >= 0 else text.find("\n...", 3)
    elif format == "html" or text.startswith(("<?", "\ufeff<?")) or "msgid" in text[:4096]:
        end = _HEAD
    head = text[: end if end >= 0 else _HEAD].lower()
    return "charset" in head or "coding" in head


def find_declarations(text: str, format: str, path: str | None = None) -> list[Declaration]:
    """The encodings that a document declares, in the order of the text."""
    found = [*_once(XML, _XML.match(text)), *_coding_lines(text, path)]
    if format == "html":
        found += _in_html(text)
    elif format == "markdown":
        matter = FRONT_MATTER.match(text)
        if matter and matter["yaml"] is not None:
            found += _once(MATTER, _KEY.search(text, *matter.span("yaml")))
    elif format in ("plain", "po"):
        found += _once(CATALOGUE, _PO.match(text) if "msgid" in text[:4096] else None)
    return [declaration for declaration in found if declaration.label != TEMPLATE]


def _once(source: str, match: re.Match[str] | None, offset: int = 0) -> Iterator[Declaration]:
    if match:
        start, end = match.span("label")
        yield Declaration(source, match["label"], start + offset, end + offset)


def _coding_lines(text: str, path: str | None) -> Iterator[Declaration]:
    """Emacs' line in any text, and Python's (PEP 263) in a Python file: in the first two lines."""
    is_python = bool(path) and str(path).endswith((".py", ".pyw", ".pyi"))
    offset = 0
    for line in text[:2000].splitlines(keepends=True)[:2]:
        match = _EMACS.search(line) or (_PEP263.match(line) if is_python else None)
        yield from _once(PYTHON, match, offset)
        offset += len(line)


def _in_html(text: str) -> Iterator[Declaration]:
    """The meta elements of a page's head, those in comments and scripts left out."""
    for match in _HTML.finditer(text[:_HEAD]):
        if match["body"]:
            return
        if match["attributes"] is None:
            continue
        values = {}
        for attribute in _ATTRIBUTE.finditer(text, *match.span("attributes")):
            kind = attribute.lastgroup
            assert kind
            values[attribute["name"].lower()] = (attribute[kind], attribute.start(kind))
        if values.get("http-equiv", ("", 0))[0].lower() == "content-type":
            content, start = values.get("content", ("", 0))
            for found in _once(HTTP_EQUIV, _IN_CONTENT.search(content), start):
                yield found._replace(closed=match.end())
        elif "charset" in values:
            label, start = values["charset"]
            if re.fullmatch(_LABEL, label):
                yield Declaration(META, label, start, start + len(label), match.end())


def declared_codecs(data: bytes, path: str | None = None) -> tuple[str, ...]:
    """The codecs that some bytes, or their project, declare in whichever way."""
    text = data[:_HEAD].decode("latin-1")
    found = {d.codec: None for format in ("html", "markdown", "plain")
             for d in find_declarations(text, format, path)}  # fmt: skip
    charset = charset_of(path) if path else None
    if charset:
        found[web_codec(charset)] = None
    return tuple(codec for codec in found if codec)


def relabelled(text: str, format: str, path: str | None) -> str:
    """A text in which every declaration of another encoding says UTF-8."""
    for declaration in reversed(find_declarations(text, format, path)):
        if declaration.codec != UTF8:
            text = text[: declaration.start] + UTF8 + text[declaration.end :]
    return text


def web_codec(label: str) -> str | None:
    """Python's codec for a label by the WHATWG Encoding Standard, or by Python's own names."""
    import webencodings

    encoding = webencodings.lookup(label)
    if encoding is None:
        return _python_codec(label)
    name = encoding.codec_info.name
    if name == "cp932" and _python_codec(label) == "shift_jis":
        return "shift_jis"  # the standard's; `legacy.as_meant` widens it where that is not enough
    return name if name not in ("replacement", "x-user-defined") else None


def _python_codec(label: str) -> str | None:
    try:
        info = codecs.lookup(label)
    except (LookupError, ValueError):
        return None
    return info.name if info._is_text_encoding else None
