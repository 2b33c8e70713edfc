"""Where a document lies, seen from a folder: the same from wherever textproof is run."""

from __future__ import annotations

import os
from functools import lru_cache


def relative_to(folder: str, path: str) -> str:
    """A path as seen from a folder that is absolute and without links, with `/`.

    Links on the way are followed; what has a name of its own in its folder keeps it, a link too.
    A path on another drive stays absolute.

    >>> relative_to(os.path.realpath("docs"), "./docs/../docs/a b.md")
    'a b.md'
    """
    parent, name = os.path.split(os.path.abspath(path))
    try:
        relative = os.path.relpath(os.path.join(_without_links(parent), name), folder)
    except ValueError:  # only Windows has drives
        relative = os.path.abspath(path)
    return relative.replace(os.sep, "/")


@lru_cache(maxsize=1024)
def _without_links(folder: str) -> str:
    return os.path.realpath(folder)
