"""A git work tree for the tests of what changed since a revision."""

import subprocess
from pathlib import Path

CLEAN = "".join(f"Line {number} is as it should be.\n" for number in range(1, 21))


def git(*arguments, folder="."):
    command = ["git", "-C", str(folder), "-c", "init.defaultBranch=main", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout


def commit(folder="."):
    git("add", "--all", folder=folder)
    git("commit", "--quiet", "--message", "x", "--allow-empty", folder=folder)


def write(path, text):
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text if isinstance(text, bytes) else text.encode())
