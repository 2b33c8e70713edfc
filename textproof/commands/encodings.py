"""`textproof encodings`: a line for each file with its encoding, how sure that is, whether it has a
byte order mark, its line ends and its path."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from textproof.commands._listing import list_files
from textproof.decoding import Decoded, decode
from textproof.reports._display import shown_path
from textproof.walking import binary_kind

VERSION = 1
"""The version of the JSON, which `encodings.schema.json` describes: it changes when a reader would
have to."""

_BAD_BYTE = re.compile("[\udc80-\udcff]")
_LINE_END = re.compile("\r\n|\r|\n")
_NO_NEWLINES = {"LF": 0, "CR LF": 0, "CR": 0}


class Place(NamedTuple):
    """A place in a file: line and column in code points from 1, and the offset of its byte."""

    line: int
    column: int
    byte: int


class FileEncoding(NamedTuple):
    """How the bytes of a file are a text.

    ``encoding`` is a codec name, or None where they are none; then ``binary`` says what they are,
    and there is no ``confidence``. ``ascii`` says that UTF-8 is ASCII alone, ``sure`` that the
    encoding is beyond doubt, ``runner_up`` what else it may be. ``newlines`` counts the line ends,
    ``bytes`` is the size of the file, ``bad_bytes`` counts those that do not decode.
    """

    path: str
    encoding: str | None = None
    ascii: bool = False
    confidence: float | None = None
    sure: bool = False
    runner_up: str | None = None
    bom: bool = False
    newlines: Mapping[str, int] = _NO_NEWLINES
    bytes: int = 0
    bad_bytes: int = 0
    first_bad: Place | None = None
    binary: str | None = None

    @property
    def is_utf8(self) -> bool:
        """Whether the file is UTF-8 without a bad byte."""
        return self.encoding == "utf-8" and not self.bad_bytes


def run(options: argparse.Namespace) -> int:
    """List the encodings; 1 where a file is not UTF-8 or has a bad byte."""
    files = list_files(options, "list", lambda data, path, _: encoding_of(data, path), _RENDERED)
    return 0 if all(file.is_utf8 for file in files) else 1


def encoding_of(data: bytes, path: str) -> FileEncoding:
    """How the bytes of a file are a text. The project of its path may say what they are."""
    kind = binary_kind(data)
    decoded = Decoded("", None, binary=kind) if kind else decode(data, path)
    if decoded.encoding is None:
        return FileEncoding(path, bytes=len(data), binary=decoded.binary or "binary data")
    text = decoded.text
    bad = [] if _is_encodable(text) else [match.start() for match in _BAD_BYTE.finditer(text)]
    return FileEncoding(
        path=path,
        encoding=decoded.encoding,
        ascii=decoded.encoding == "utf-8" and text.isascii(),
        confidence=decoded.confidence,
        sure=decoded.sure,
        runner_up=decoded.runner_up,
        bom=text.startswith("\ufeff"),
        newlines=_newlines(text),
        bytes=len(data),
        bad_bytes=len(bad),
        first_bad=_place(text, bad[0], decoded.encoding) if bad else None,
    )


def _is_encodable(text: str) -> bool:
    """Whether no byte of a text is kept as a lone surrogate; faster than to look for them."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _newlines(text: str) -> dict[str, int]:
    both = text.count("\r\n")
    return {"LF": text.count("\n") - both, "CR LF": both, "CR": text.count("\r") - both}


def _place(text: str, offset: int, encoding: str) -> Place:
    """Where the first bad byte is: all before it can be encoded as it was."""
    ends = [match.end() for match in _LINE_END.finditer(text, 0, offset)]
    column = offset - (ends[-1] if ends else 0) + 1
    return Place(len(ends) + 1, column, len(text[:offset].encode(encoding, "surrogatepass")))


def _as_text(files: Sequence[FileEncoding]) -> str:
    return "".join(f"{_line(file)}\n" for file in files)


def _line(file: FileEncoding) -> str:
    name = "ascii" if file.ascii else file.encoding or "binary"
    confidence = "-" if file.confidence is None else f"{file.confidence:.0%}"
    mark = "BOM" if file.bom else "-"
    kinds = [kind for kind, count in file.newlines.items() if count]
    ends = "mixed" if len(kinds) > 1 else kinds[0] if kinds else "-"
    noted = _note(file)
    return (
        f"{name:12}  {'sure' if file.sure else confidence:4}  {mark:3}  {ends:5}  "
        f"{shown_path(file.path)}{f'  ({noted})' if noted else ''}"
    )


def _note(file: FileEncoding) -> str | None:
    """What must be known of a file beside its encoding."""
    if file.first_bad:
        line, column, byte = file.first_bad
        many = "1 bad byte" if file.bad_bytes == 1 else f"{file.bad_bytes:,} bad bytes, first"
        return f"{many} at {line}:{column}, byte {byte}"
    if file.binary:
        return file.binary
    return f"or {file.runner_up}" if file.runner_up and not file.sure else None


def _as_json(files: Sequence[FileEncoding]) -> str:
    from textproof.reports.json import TOOL, written

    documents = [
        file._asdict() | {"first_bad": file.first_bad and file.first_bad._asdict()}
        for file in files
    ]
    return written({"format": VERSION, "tool": TOOL, "documents": documents})


_RENDERED = {"json": _as_json, "text": _as_text}
