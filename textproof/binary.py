"""Whether bytes are a text at all: images, archives and programs are not.

>>> what_binary(b"\\x89PNG\\r\\n\\x1a\\n\\0\\0\\0\\rIHDR"), what_binary("naïve\\0".encode())
('a PNG image', None)
"""

from __future__ import annotations

from textproof.utf16 import utf16_of

HEAD = 8192
"""Bytes from the start of a file that are looked at."""

MOST_CONTROLS = 0.03
"""Share of control characters from which on bytes are no text. Compressed data has 9 %. NULs do not
count: a text whose end was lost in a crash is filled up with them."""

SIGNATURES = {
    b"\x89PNG\r\n\x1a\n": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF87a": "a GIF image",
    b"GIF89a": "a GIF image",
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a ZIP archive",
    b"\x1f\x8b\x08": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ\0": "an xz archive",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"\x28\xb5\x2f\xfd": "a Zstandard archive",
    b"\x7fELF": "a program",
    b"\xca\xfe\xba\xbe": "a Java class",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an Office document",
    b"SQLite format 3\0": "an SQLite database",
    b"wOFF": "a font",
    b"wOF2": "a font",
    b"OggS": "an Ogg recording",
    b"ID3": "an MP3 recording",
    b"\0asm": "a WebAssembly module",
}
"""How files of the usual kinds begin, by the lists of `file` and of the WHATWG MIME Sniffing
Standard, section 6."""

_OF_LETTERS = (b"BZh", b"ID3", b"wOFF", b"wOF2", b"OggS", b"GIF87a", b"GIF89a")
"""Signatures that a text may begin with; it has no NUL among its first bytes."""

_CONTROLS = bytes(sorted(set(range(1, 32)) - set(b"\b\t\n\f\r\x1b"))) + b"\x7f"
_MARKS = {
    b"\xff\xfe\0\0": None,
    b"\0\0\xfe\xff": None,
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
    b"\xef\xbb\xbf": None,
}
"""Byte order marks; those of UTF-16 are two bytes that other data may begin with."""

NONSENSE, FEWEST_OF_IT = 0.01, 8
"""Share of lone surrogates, and their number, from which on UTF-16 is no text; else it is 3 %."""


def what_binary(data: bytes) -> str | None:
    """What the bytes are that begin so, where they are no text; None where they may be one.

    A text in UTF-16 or UTF-32 may be one: its byte order mark says so, or its NULs.
    """
    head = data[:HEAD]
    for mark, encoding in _MARKS.items():
        if head.startswith(mark):
            return "binary data" if encoding and _is_nonsense(head, encoding) else None
    for signature, kind in SIGNATURES.items():
        if head.startswith(signature) and (signature not in _OF_LETTERS or b"\0" in head):
            return kind
    others = len(head) - head.count(0)
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "binary data" if controls > MOST_CONTROLS * others and not utf16_of(head) else None


def _is_nonsense(head: bytes, encoding: str) -> bool:
    """Whether bytes behind the mark of UTF-16 are no text."""
    lone = head.decode(encoding, "replace").count("\ufffd")
    return lone >= FEWEST_OF_IT and lone > NONSENSE * len(head) / 2
