"""From the paths of a command line to the bytes of the documents to check."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from textproof.config import Config
from textproof.globs import glob
from textproof.results import Skipped

HEAD = 8192
"""Bytes from the start of a file that tell whether it is a text."""


class NoSuchPathError(FileNotFoundError):
    """A path that is not there. The message is for the user."""


class Found(NamedTuple):
    """A file to check. ``named`` says that its own path was given, not that of a folder it is in:
    then it is checked even if it is no text."""

    path: str
    named: bool


def find_documents(paths: Iterable[str], config: Config) -> list[Found]:
    """The documents of some paths, each once: files as named, folders walked in sorted order.

    In a folder hidden and git-ignored files are left out, and what the configuration's ``include``
    does not match or its ``exclude`` does; with ``force_exclude`` a named file is left out that
    ``exclude`` matches. ``NoSuchPathError`` where a path is missing.
    """
    found: dict[str, bool] = {}
    for path in paths:
        if os.path.isdir(path):
            for walked in _without_ignored(path, list(_walk(path, config))):
                found.setdefault(walked, False)
        elif os.path.exists(path):
            if not (config.force_exclude and _is_excluded(path, config)):
                found[path] = True
        else:
            raise NoSuchPathError(f"no such file or folder: {path}")
    return [Found(path, named) for path, named in found.items()]


def _is_excluded(path: str, config: Config) -> bool:
    """Whether the configuration excludes a file, or a folder that it is in."""
    exclude, relative = _any_of(config.exclude), config.relative(path)
    folders = (f"{parent}/" for parent in PurePosixPath(relative).parents)
    return any(exclude.fullmatch(each) for each in (relative, *folders))


def read_document(found: Found) -> bytes | Skipped:
    """The bytes of a file, or why it is skipped: it was met in a folder and is no text.

    Of a file that is skipped no more than the start is read. ``OSError`` where it cannot be opened.
    """
    with open(found.path, "rb", buffering=0) as file:
        if found.named:
            return file.read()
        head = file.read(HEAD)
        kind = binary_kind(head)
        return Skipped(found.path, kind) if kind else head + file.read()


def binary_kind(data: bytes) -> str | None:
    """What the bytes are that begin so, where they are no text; None where they may be one.

    UTF-8 without a NUL is a text, whatever else is in it: its control characters are damage.

    >>> binary_kind(b"Don\\x19t"), binary_kind(b"\\x89PNG\\r\\n\\x1a\\n\\0\\0\\0\\rIHDR")
    (None, 'a PNG image')
    """
    head = data[:HEAD]
    if b"\0" not in head and _is_utf8(head):
        return None
    from textproof.binary import what_binary  # which loads tables that a clean run does not need

    return what_binary(head)


def _is_utf8(head: bytes) -> bool:
    """Whether bytes are UTF-8, of which the last character may be cut off."""
    try:
        codecs.utf_8_decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _walk(folder: str, config: Config) -> Iterator[str]:
    include, exclude = _any_of(config.include), _any_of(config.exclude)
    prefix = "" if folder in (".", "./") else folder.rstrip("/") + "/"
    root = config.relative(folder)
    inside = "" if root == "." or os.path.isabs(root) or root.startswith("..") else root + "/"
    for parent, folders, files in os.walk(folder):
        relative = os.path.relpath(parent, folder).replace(os.sep, "/")
        below = "" if relative == "." else relative + "/"
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and not exclude.fullmatch(f"{inside}{below}{name}/")
        )
        for name in sorted(files):
            path = f"{inside}{below}{name}"
            if name.startswith(".") or not include.fullmatch(path) or exclude.fullmatch(path):
                continue
            # a dangling link and a pipe are no documents, and a pipe would be waited for
            if os.path.isfile(f"{prefix}{below}{name}"):
                yield f"{prefix}{below}{name}"


def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all; a pattern for no path where there are none."""
    return re.compile("|".join(f"(?:{glob(p).pattern})" for p in patterns) or "(?!)")


def _without_ignored(folder: str, paths: list[str]) -> list[str]:
    """The paths that git does not ignore; all of them outside a work tree or without git."""
    start = Path(folder).absolute()
    if not paths or not any((parent / ".git").exists() for parent in (start, *start.parents)):
        return paths
    import subprocess

    listed = b"\0".join(os.fsencode(os.path.abspath(path)) for path in paths)
    command = ["git", "-C", folder, "check-ignore", "-z", "--stdin"]
    try:
        answer = subprocess.run(command, input=listed, capture_output=True, check=False)
    except OSError:
        return paths
    if answer.returncode not in (0, 1):
        return paths
    ignored = {os.fsdecode(name) for name in answer.stdout.split(b"\0") if name}
    return [path for path in paths if os.path.abspath(path) not in ignored]
