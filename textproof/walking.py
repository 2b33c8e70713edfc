"""From the paths of a command line to the documents to check."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from textproof.config import Config
from textproof.globs import glob


class NoSuchPathError(FileNotFoundError):
    """A path that is not there. The message is for the user."""


def find_documents(paths: Iterable[str], config: Config) -> list[str]:
    """The documents of some paths, each once: files as named, folders walked in sorted order.

    In a folder hidden and git-ignored files are left out, and what the configuration's ``include``
    does not match or its ``exclude`` does. ``NoSuchPathError`` where a path is missing.
    """
    found: dict[str, None] = {}
    for path in paths:
        if os.path.isdir(path):
            walked = _without_ignored(path, list(_walk(path, config)))
            found.update(dict.fromkeys(walked))
        elif os.path.exists(path):
            found[path] = None
        else:
            raise NoSuchPathError(f"no such file or folder: {path}")
    return list(found)


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
