"""What the scripts beside this one share: writing generated files, or checking them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def write_or_check(texts: Mapping[str, str], arguments: list[str]) -> int:
    """Write files (paths from the project's root), or with `--check` say which are stale.

    The exit status is 1 where a checked file is stale.
    """
    check = "--check" in arguments
    stale = []
    for name, text in texts.items():
        path = ROOT / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if not check:
                path.write_text(text, encoding="utf-8", newline="\n")
    print(f"{'stale' if check else 'written'}: {', '.join(stale) or 'none'}")
    return 1 if stale and check else 0
