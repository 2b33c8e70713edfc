"""The fenced blocks of the project's pages, and a shell, for the tests that run them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

GLOSSED = "企業(yè)、產業(yè)、學(xué)校\n"
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


def run(command: str, folder: Path) -> tuple[int, str]:
    """Exit status and all that is printed of a command of a shell."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=os.environ | {"PATH": path, "PYTHONSAFEPATH": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done.returncode, done.stdout + done.stderr
