"""Reports of a run: a file a format, each with a function ``render(run, presentation) -> str``.

They read results and know no rule. Adding a report is one file here and its tests.
"""

from __future__ import annotations

import pkgutil
from typing import NamedTuple


class Presentation(NamedTuple):
    """How a report is shown: in colour, at most so many columns wide, with every finding or only
    the first few of a rule in a document; ``paths`` are what the user named, ``language`` is that
    of the page's interface."""

    color: bool = False
    width: int = 80
    every: bool = False
    paths: tuple[str, ...] = ()
    language: str = "en"


def available() -> list[str]:
    """The names of the reports."""
    return sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
