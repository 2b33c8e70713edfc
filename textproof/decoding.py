"""From bytes to text, with a verdict on the encoding.

A byte order mark decides first, then strict UTF-8 (UTF-16 of ASCII text is that too, and gives
itself away by its NULs). What is left is UTF-8 with damage (`damaged_utf8`), a legacy encoding
(`legacy`) or no text (`binary`). A byte of UTF-8 that does not decode is kept in the text as one
lone surrogate U+DC80 to U+DCFF (`surrogateescape`), so nothing is lost and the bytes can be had
back.

>>> decode("naïve ☕".encode()).encoding
'utf-8'
>>> decode(b"\\xff\\xfea\\0b\\0").text
'\\ufeffab'
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

SURE = 0.95
"""Confidence from which on a legacy encoding is sure; below it is *uncertain*."""


IN_DOUBT = 0.8
"""Confidence where a single byte decides between damaged UTF-8 and a legacy encoding."""


class Decoded(NamedTuple):
    """The text of a document and how its bytes were read.

    ``encoding`` is a codec name of Python's, or None where the bytes are no text; then ``binary``
    says what they are, if that is known. ``legacy`` says that the document is neither UTF-8 nor
    marked by a byte order mark; then ``confidence`` is how sure the encoding is and ``runner_up``
    the likeliest encoding that would read differently. A byte order mark stays in the text, as
    U+FEFF. ``damaged`` says that bytes of it did not decode. ``data`` are the bytes, None for a
    text that was never any.
    """

    text: str
    encoding: str | None
    legacy: bool = False
    confidence: float = 1.0
    runner_up: str | None = None
    data: bytes | None = None
    binary: str | None = None
    damaged: bool = False

    @property
    def sure(self) -> bool:
        """Whether the encoding is beyond doubt."""
        return self.confidence >= SURE

    def reads_alike(self, codec: str) -> bool:
        """Whether an encoding, by a name of Python's, gives the same text for the bytes. A byte
        order mark is no part of it.

        >>> german = decode("“Größe”, “Käse”".encode("cp1252"))
        >>> german.reads_alike("cp1254"), german.reads_alike("cp1251")
        (True, False)
        """
        if codec == self.encoding:
            return True
        try:
            text = (self.data or b"").decode(codec)
        except (UnicodeError, LookupError):
            return False
        return text.removeprefix("\ufeff") == self.text.removeprefix("\ufeff")


def decode(data: bytes, path: str | None = None) -> Decoded:
    """Decode a document. It never fails: what is no text has the encoding None.

    Where the bytes are no UTF-8, what they declare to be counts, and for a file of some path what
    its project declares.
    """
    return _decode(data, path)._replace(data=data)


def _decode(data: bytes, path: str | None) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, path)
    # what costs little first: to look for two bytes costs as much as to decode
    shifts = data.isascii() and (b"\x1b" in data or (b"~" in data and b"~{" in data))
    if shifts or b"\0" in data:
        return _suspect(data) or Decoded(text, "utf-8")
    return Decoded(text, "utf-8")


def _marked(data: bytes, encoding: str) -> Decoded:
    """Decode bytes that begin with a byte order mark."""
    if encoding == "utf-8":
        text = data.decode("utf-8", "surrogateescape")
        return Decoded(text, encoding, damaged=not is_whole(text))
    from textproof.binary import what_binary

    binary = what_binary(data)
    if binary:
        return Decoded("", None, binary=binary)
    try:
        return Decoded(data.decode(encoding, "surrogatepass"), encoding)
    except UnicodeDecodeError as error:
        whole = data[: error.start].decode(encoding, "surrogatepass")
        if error.reason != "truncated data":
            return Decoded("", None)
        cut_off = "".join(chr(0xDC80 | byte) for byte in data[error.start :])
        return Decoded(whole + cut_off, encoding, damaged=True)


def is_whole(text: str) -> bool:
    """Whether every byte of a text decoded: it holds no lone surrogate."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _suspect(data: bytes) -> Decoded | None:
    """Decode what is valid UTF-8 and yet may be UTF-16, an encoding of seven bits, or no text."""
    from textproof.binary import what_binary
    from textproof.utf16 import utf16_in

    unmarked = _unmarked(data)
    if unmarked or b"\0" not in data or utf16_in(data):
        return unmarked
    binary = what_binary(data)
    return Decoded("", None, binary=binary) if binary else None


def _unmarked(data: bytes) -> Decoded | None:
    """Decode UTF-16, UTF-32 without a byte order mark, an encoding of seven bits; else None."""
    from textproof.seven_bit import seven_bit_of
    from textproof.utf16 import utf16_of, utf32_of

    encoding = utf32_of(data) or utf16_of(data) or (seven_bit_of(data) if data.isascii() else None)
    try:
        return Decoded(data.decode(encoding), encoding, legacy=True) if encoding else None
    except UnicodeDecodeError:
        return None


def _not_utf8(data: bytes, path: str | None) -> Decoded:
    """Decode bytes that are no UTF-8: UTF-16, no text, UTF-8 with damage, or a legacy encoding."""
    from textproof.binary import what_binary
    from textproof.damaged_utf8 import judge
    from textproof.declarations import declared_codecs
    from textproof.legacy import read_legacy
    from textproof.utf16 import utf16_in

    unmarked = _unmarked(data)
    if unmarked:
        return unmarked
    tail = utf16_in(data)
    binary = None if tail else what_binary(data)
    if binary:
        return Decoded("", None, binary=binary)
    declared = declared_codecs(data, path)
    judgement = judge(data[: tail.start] if tail else data)
    doubt = 1.0 if judgement.sure else IN_DOUBT
    if judgement.damaged and (judgement.sure or set(declared) <= {"utf-8"}):
        text = data.decode("utf-8", "surrogateescape")
        return Decoded(text, "utf-8", confidence=doubt, damaged=True)
    found = read_legacy(data, declared)
    if found is None:
        return Decoded("", None)
    confidence = found.confidence if found.encoding in declared else min(found.confidence, doubt)
    return Decoded(found.text, found.encoding, True, confidence, found.runner_up)


def encoded_length(text: str) -> int:
    """The length of a text in UTF-8, in bytes. A byte kept as a surrogate counts as itself.

    >>> encoded_length("é"), encoded_length("\\udc92"), encoded_length("\\ud800")
    (2, 1, 3)
    """
    try:
        return len(text.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:
        kept_bytes = sum("\udc80" <= char <= "\udcff" for char in text)
        return len(text.encode("utf-8", "surrogatepass")) - 2 * kept_bytes
