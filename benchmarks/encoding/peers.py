"""What the peers say about documents: chardet, charset-normalizer, `isutf8` and `file`.

`isutf8` is in Debian's moreutils; it says whether a file is UTF-8, and where it first is not. It
and `file` are processes, and are each given many files at once. A peer that is not installed is
left out.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

_FIRST_ERROR = re.compile(r"^(.*): line \d+, char \d+, byte (\d+):", re.MULTILINE)


class Peer(NamedTuple):
    """A detector: its name, and the encodings that it gives for some documents, "" for none."""

    name: str
    encodings: Callable[[Sequence[bytes]], list[str]]
    in_process: bool


def detectors() -> list[Peer]:
    """The installed peers that name an encoding."""
    found = []
    if version_of("chardet"):
        found.append(Peer("chardet", _chardet, True))
    if version_of("charset-normalizer"):
        found.append(Peer("charset-normalizer", _charset_normalizer, True))
    if shutil.which("file"):
        found.append(Peer("file", _file, False))
    return found


def has_isutf8() -> bool:
    return shutil.which("isutf8") is not None


def versions() -> Iterator[str]:
    """The peers with their versions, or that they are not installed."""
    for package in ("chardet", "charset-normalizer"):
        yield f"{package} {version_of(package) or 'not installed'}"
    for command, asked in (("file", "--version"), ("isutf8", "--help")):
        if shutil.which(command):
            output = subprocess.run([command, asked], capture_output=True, text=True, check=False)
            number = re.search(r"\d+(\.\d+)+", output.stdout)
            yield f"{command} {number[0]}" if number else command
        else:
            yield f"{command} not installed"


def version_of(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def says_utf8(encoding: str) -> bool:
    return encoding in ("utf-8", "utf-8-sig")


def says_legacy(encoding: str) -> bool:
    """Whether an answer is an encoding other than UTF-8, be it one that `file` has no name for."""
    return encoding not in ("", "binary", "ascii", "us-ascii") and not says_utf8(encoding)


def first_errors(documents: Sequence[bytes]) -> list[int | None]:
    """Where `isutf8` finds the first byte that is no UTF-8, None where it finds none."""
    with written(documents) as paths:
        done = subprocess.run(["isutf8", *paths], capture_output=True, text=True, check=False)
        errors = {path: int(offset) for path, offset in _FIRST_ERROR.findall(done.stdout)}
        return [errors.get(path) for path in paths]


@contextmanager
def written(documents: Sequence[bytes]) -> Iterator[list[str]]:
    """Documents as files of a temporary folder."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}.txt" for number in range(len(documents))]
        for path, data in zip(paths, documents, strict=True):
            path.write_bytes(data)
        yield [str(path) for path in paths]


def _chardet(documents: Sequence[bytes]) -> list[str]:
    import chardet

    found = (chardet.detect(d, max_bytes=len(d), prefer_superset=False) for d in documents)
    return [_named(answer["encoding"]) for answer in found]


def _charset_normalizer(documents: Sequence[bytes]) -> list[str]:
    from charset_normalizer import from_bytes

    best = (from_bytes(data).best() for data in documents)
    return [_named(match.encoding if match else None) for match in best]


def _file(documents: Sequence[bytes]) -> list[str]:
    with written(documents) as paths:
        command = ["file", "--brief", "--mime-encoding", *paths]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return [_named(line) for line in done.stdout.splitlines()]


def _named(encoding: str | None) -> str:
    return (encoding or "").lower().replace("_", "-")
