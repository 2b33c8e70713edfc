"""How fast textproof checks Markdown and HTML, beside linters of the two, in one run.

    pip install . rumdl pymarkdownlnt
    npm install -g markdownlint-cli2 html-validate vnu-jar        # vnu-jar needs Java
    python benchmarks/documents --markdown FOLDER --html FOLDER [--page docs/documents.md]

The folders hold documents, such as the 2,000 Markdown files of `../shared/corpora` and the pages of
`/usr/share/doc`, of which those from 100 to 300 KB are taken. Measured is the CPU time of whole
processes, with all their rules that are on by default, threads and children with it: each command
runs once to warm up and then in turn with its peers. A peer that needs minutes for all documents
gets every twentieth. Printed are medians, by megabyte and by page of 166 KB, and multiples of
textproof's: quote these, since the times are the machine's. What is not installed is left out. With
`--page` the tables are put there, between the comments `<!-- Markdown -->` and so on.

`once loaded` is textproof in a process that runs already, as in an editor or a test: the sum of the
best time of each document.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import textwrap
import time
from datetime import date
from pathlib import Path
from statistics import median
from typing import NamedTuple

import textproof

PAGE = 166_000
SIZES = range(100_000, 300_000)
FEW = 20
WIDTH = 100


class Tool(NamedTuple):
    """A command that is given a folder; ``slow`` says that it gets every twentieth document."""

    name: str
    command: tuple[str, ...]
    slow: bool = False

    @property
    def path(self) -> str | None:
        return shutil.which(self.command[0])

    @property
    def version(self) -> str:
        """What the tool says of itself."""
        for asked in ("--version", "version"):
            done = subprocess.run([self.command[0], asked], capture_output=True, text=True)
            found = re.search(r"\d+(?:\.\d+)+", done.stdout + done.stderr)
            if found:
                return found[0]
        return "of unknown version"


TEXTPROOF = Tool("textproof", ("textproof", "check", "--jobs", "1", "--quiet"))
MARKDOWN = (
    TEXTPROOF,
    Tool("rumdl", ("rumdl", "check", "--no-cache", "--silent")),
    Tool("markdownlint-cli2", ("markdownlint-cli2",), slow=True),
    Tool("pymarkdown", ("pymarkdown", "scan", "-r"), slow=True),
)
HTML = (
    TEXTPROOF,
    Tool("html-validate", ("html-validate", "--formatter", "json")),
    Tool("vnu", ("vnu", "--skip-non-html", "--errors-only")),
)


def main() -> int:
    parser = argparse.ArgumentParser(description="CPU time of textproof and linters of its formats")
    parser.add_argument("--markdown", type=Path, help="a folder of Markdown documents")
    parser.add_argument("--html", type=Path, help="a folder of pages")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--page", type=Path, help="the page to put the tables into")
    options = parser.parse_args()
    texts = {"circumstances": circumstances()}
    if options.markdown:
        documents = files(options.markdown, "md")
        texts["Markdown"] = compare(documents, MARKDOWN, options.runs)
    if options.html:
        pages = [page for page in files(options.html, "html") if page.stat().st_size in SIZES]
        texts["HTML"] = compare(pages, HTML, options.runs)
    print("\n\n".join(texts.values()))
    if options.page:
        refresh(options.page, texts)
    return 0


def circumstances() -> str:
    """When, where and with what was measured."""
    system = platform.freedesktop_os_release()["PRETTY_NAME"]
    peers = [tool for tool in (*MARKDOWN, *HTML) if tool != TEXTPROOF and tool.path]
    return textwrap.fill(
        f"Measured on {date.today()} with {platform.python_implementation()}"
        f" {platform.python_version()} on {system}, {os.cpu_count()} processors. Peers:"
        f" {', '.join(f'{tool.name} {tool.version}' for tool in peers)}.",
        WIDTH,
        break_on_hyphens=False,
    )


def refresh(page: Path, texts: dict[str, str]) -> None:
    """Put texts into a page, each between its comments."""
    content = page.read_text(encoding="utf-8")
    for name, text in texts.items():
        first, last = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
        before, _, rest = content.partition(first)
        _, _, after = rest.partition(last)
        content = f"{before}{first}\n{text}\n\n{last}{after}"
    page.write_text(content, encoding="utf-8", newline="\n")


def files(folder: Path, suffix: str) -> list[Path]:
    """The documents of a folder, each once."""
    found = {p.resolve() for p in folder.rglob(f"*.{suffix}") if p.is_file()}
    return sorted(found)


def compare(documents: list[Path], tools: tuple[Tool, ...], runs: int) -> str:
    """Measure some tools in turn: a table of their figures."""
    installed = [tool for tool in tools if tool.path]
    with tempfile.TemporaryDirectory() as all_of_them, tempfile.TemporaryDirectory() as few:
        folders = {
            False: (all_of_them, copied(documents, all_of_them)),
            True: (few, copied(documents[::FEW], few)),
        }
        times: dict[str, list[float]] = {tool.name: [] for tool in installed}
        for run in range(runs + 1):
            for tool in installed:
                folder, size = folders[tool.slow]
                seconds = cpu_seconds((*tool.command, argument(tool, folder)), folder) / size
                if run:  # the first is to warm up
                    times[tool.name].append(seconds)
    rows = {name: (median(measured), measured) for name, measured in times.items()}
    rows["textproof, once loaded"] = (loaded := once_loaded(documents), [loaded] * runs)
    size = sum(document.stat().st_size for document in documents)
    lines = [
        f"{len(documents):,} documents, {size / 1e6:.1f} MB:\n",
        "| | MB/s | ms a page of 166 KB | × textproof |",
        "|---|---:|---:|---:|",
    ]
    for name, (seconds, measured) in rows.items():
        ratio = median(a / b for a, b in zip(measured, times["textproof"], strict=True))
        cells = (name, f"{1e-6 / seconds:.2f}", f"{seconds * PAGE * 1e3:,.1f}", f"{ratio:.2f}")
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def copied(documents: list[Path], folder: str) -> int:
    """Copy some documents into a folder, where no configuration is; their size."""
    for number, document in enumerate(documents):
        shutil.copy(document, Path(folder) / f"{number}{document.suffix}")
    return sum(document.stat().st_size for document in documents)


def argument(tool: Tool, folder: str) -> str:
    return f"{folder}/*.md" if tool.name == "markdownlint-cli2" else folder


def cpu_seconds(command: tuple[str, ...], folder: str) -> float:
    """User and system time of a process and its children. Findings are no failure."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1, 2):
        sys.exit(f"{command} failed: {done.stderr.decode(errors='replace')[-500:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def once_loaded(documents: list[Path], runs: int = 5) -> float:
    """Seconds a byte in a process that has checked all documents before."""
    seconds = size = 0.0
    for document in documents:
        textproof.check_bytes(document.read_bytes(), path=str(document))
    for document in documents:
        data = document.read_bytes()
        size += len(data)
        seconds += min(_timed(data, document) for _ in range(runs))
    return seconds / size


def _timed(data: bytes, path: Path) -> float:
    start = time.process_time()
    textproof.check_bytes(data, path=str(path))
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
