"""How fast UTF-8 is decoded and checked, beside what `bytes.decode` takes in the same run."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from statistics import median

from documents import LANGUAGES, list_lines, repeated
from peers import detectors, has_isutf8, written
from run import NONE, Run, table

import textproof
from textproof.decoding import decode

SIZE = 10_000_000
RUNS = 5

ENCODING = textproof.Config(select=("encoding",))

IMPORTED = """
import sys, textproof
with open(sys.argv[1], "rb") as file:
    textproof.check_bytes(file.read(), config=textproof.Config(select=("encoding",)))
print("chardet" in sys.modules)
"""


def report(run: Run) -> Iterator[str]:
    """The tables of this part."""
    documents = dict(zip(("ASCII", "German", "Chinese", "Markdown"), texts(run), strict=True))
    documents["German, damaged"] = documents["German"] + b"\xff"
    measured = {name: measure(data) for name, data in documents.items()}
    names = list(next(iter(measured.values())))
    yield f"Documents of 10 MB, medians of {RUNS} runs, in MB of CPU time a second:"
    yield table(["", *measured], [[n, *(_speed(m[n]) for m in measured.values())] for n in names])
    yield "The same as a multiple of the time of `bytes.decode`:"
    rows = []
    for name in names:
        ratios = (m[name] / m[names[0]] for m in measured.values())
        rows.append([name, *(f"{ratio:,.1f}" for ratio in ratios)])
    yield table(["", *measured], rows)
    importing = [name for name, data in documents.items() if imports_chardet(data)]
    yield f"textproof imports chardet for: {', '.join(importing) or 'none of them'}."


def texts(run: Run) -> Iterator[bytes]:
    """ASCII, German, Chinese, and Markdown in many languages."""
    rng = run.chance("speed")
    ascii_lines = [line for line in list_lines(run.sources, "en") if line.isascii()]
    yield repeated(ascii_lines, rng, SIZE).encode()
    for language in ("de", "zh_Hans"):
        yield repeated(list_lines(run.sources, language), rng, SIZE).encode()
    lines = [line for name in LANGUAGES for line in list_lines(run.sources, name)[:200]]
    parts: list[str] = []
    size = 0
    for form in cycle(("# {}\n", "{}\n{}\n", "- {}\n- **{}**\n", "```\n{}\n```\n", "> {}\n")):
        parts.append(form.format(*rng.choices(lines, k=2)) + "\n")
        size += len(parts[-1].encode())
        if size >= SIZE:
            break
    yield "".join(parts).encode()


def measure(data: bytes) -> dict[str, float]:
    """Seconds of CPU time for each way to read a document."""
    ways: dict[str, Callable[[], object]] = {
        "bytes.decode": lambda: data.decode("utf-8", "surrogateescape"),
        "textproof decode": lambda: decode(data),
        "textproof check, encoding": lambda: textproof.check_bytes(data, config=ENCODING),
    }
    for peer in detectors():
        if peer.in_process:
            ways[peer.name] = lambda encodings=peer.encodings: encodings([data])
    times = {name: _median_time(way) for name, way in ways.items()}
    commands = {"isutf8": ["isutf8"]} if has_isutf8() else {}
    if any(peer.name == "file" for peer in detectors()):
        commands["file"] = ["file", "--brief", "--mime-encoding"]
    with written([data]) as paths:
        for name, command in commands.items():
            times[f"{name} (process)"] = _median_time_of_process([*command, *paths])
    return times


def _median_time(way: Callable[[], object]) -> float:
    way()
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        way()
        times.append(time.process_time() - start)
    return median(times)


def _median_time_of_process(command: list[str]) -> float:
    times = []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, capture_output=True, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return median(times)


def _speed(seconds: float) -> str:
    return f"{SIZE / 1e6 / seconds:,.0f}" if seconds else NONE


def imports_chardet(data: bytes) -> bool:
    with written([data]) as paths:
        command = [sys.executable, "-P", "-c", IMPORTED, *paths]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return done.stdout.strip() == "True"
