"""A rule's documentation, cut into its parts."""

from __future__ import annotations

import re
from textwrap import dedent


def parts(documentation: str) -> list[tuple[str, str]]:
    """The headings of a rule's docstring (the first part has none) and what stands under them.

    >>> parts("Bad.\\n\\nWhy it matters\\n    It is\\n    bad.\\n\\n    Really.")
    [('', 'Bad.'), ('Why it matters', 'It is\\nbad.\\n\\nReally.')]
    """
    cut = re.split(r"^(\S.*)\n(?=[ \t]+\S)", documentation.strip(), flags=re.MULTILINE)
    bodies = [dedent(body).strip() for body in cut[::2]]
    return list(zip(["", *cut[1::2]], bodies, strict=True))
