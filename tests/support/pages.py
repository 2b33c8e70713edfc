"""The fenced blocks of the project's pages, for the tests that run them."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def blocks(page: str, language: str = "[a-z]+") -> list[str]:
    """The blocks of a page in a language, in their order."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def block(page: str, language: str, holding: str) -> str:
    """The one block in a language that holds a text."""
    (found,) = (each for each in blocks(page, language) if holding in each)
    return found


def commands(console: str) -> list[str]:
    """The commands of a block of a console."""
    return [line.removeprefix("$ ") for line in console.splitlines() if line.startswith("$ ")]
