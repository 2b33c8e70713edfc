"""CPU time of textproof beside its peers, whole processes, in one run.

    pip install . typos
    python benchmarks/speed.py FOLDER [--runs N]

FOLDER holds documents, such as the 2,000 Markdown files of `../shared/corpora`. Each command runs
once to warm up and then in turn with its peers, so that a change of the machine's pace meets all of
them. Printed are the medians of user and system time together, and the ratio to the peer: quote the
ratio, since the times are the machine's. `pass` is what the interpreter needs for nothing.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

TEN = 10


def cpu_seconds(command: list[str], folder: str) -> float:
    """User and system time of one process and its children. Its exit status may be 0, 1 or 2."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1, 2):
        sys.exit(f"{command} failed: {done.stderr.decode(errors='replace')}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compare(title: str, commands: dict[str, list[str]], folder: str, runs: int) -> None:
    """Run some commands in turn and print their medians; the first is the peer of the others."""
    for command in commands.values():
        cpu_seconds(command, folder)
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(cpu_seconds(command, folder))
    peer = next(iter(commands))
    print(title)
    for name, measured in times.items():
        ratios = [a / b for a, b in zip(measured, times[peer], strict=True)]
        print(f"  {name:20} {median(measured):7.3f} s   {median(ratios):5.2f} × {peer}")


def main() -> int:
    parser = argparse.ArgumentParser(description="CPU time of textproof beside its peers")
    parser.add_argument("folder", type=Path, help="a folder of documents")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    textproof, typos = shutil.which("textproof"), shutil.which("typos")
    if not textproof or not typos:
        sys.exit("install textproof and typos first: pip install . typos")
    documents = sorted(path for path in options.folder.rglob("*.md") if path.is_file())
    size = sum(path.stat().st_size for path in documents)
    check = [textproof, "check", "--jobs", "1", "--quiet"]
    with tempfile.TemporaryDirectory() as nowhere:
        start = {"python -c pass": [sys.executable, "-c", "pass"],
                 "textproof --version": [textproof, "--version"]}  # fmt: skip
        compare("start", start, nowhere, options.runs * 3)
        with tempfile.TemporaryDirectory() as few:
            for number, path in enumerate(documents[:: max(len(documents) // TEN, 1)][:TEN]):
                shutil.copy(path, Path(few) / f"{number}.md")
            compare(f"{TEN} documents", {"typos": [typos, few], "textproof check": [*check, few]},
                    nowhere, options.runs)  # fmt: skip
        folder = str(options.folder.absolute())
        compare(f"{len(documents)} documents, {size / 1e6:.1f} MB",
                {"typos": [typos, folder], "textproof check": [*check, folder]},
                nowhere, options.runs)  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
