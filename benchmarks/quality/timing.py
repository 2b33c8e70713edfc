"""How long the mojibake rules take, for clean text and for damaged text, beside peers.

Times are of the CPU, the best of some runs in turn. What the rules add to a document of clean text
is the time of a check with them, less that of a check with one rule that has nothing to look for.
"""

from __future__ import annotations

import importlib
import random
import time
from collections.abc import Callable, Iterator

import ftfy
import ftfy.badness
from page_parts import table
from peers import PEERS
from run import Run
from sources import read

import textproof
from textproof import Config

LANGUAGES = "en de fr pl tr el ru ar hi th ja ko zh_Hans".split()
SIZE, SIZE_OF_DAMAGED = 1_000_000, 100_000
RUNS = 7

MOJIBAKE, NOTHING = Config(select=("mojibake",)), Config(select=("byte-order-mark",))
FORMS = ("# {}\n", "{}\n{}\n", "- {}\n- **{}**\n", "> {}\n", "```\n{}\n```\n")


def report(run: Run) -> Iterator[str]:
    """The tables of this part."""
    rows = []
    for language in LANGUAGES:
        text = clean_text(language, run.seed)
        if not text:
            continue
        megabytes = len(text.encode()) / 1e6
        row = [_added(text, "plain"), _added(_markdown(text, run.seed), "markdown")]
        peers = [_best([partial_])[0] for partial_ in _peers(text).values()]
        rows.append([language, *(f"{1000 * t / megabytes:.1f}" for t in (*row, *peers))])
    names = list(_peers(""))
    yield (
        f"Clean text of about 1 MB (UTF-8) in {len(rows)} languages: milliseconds for each MB that"
        " the mojibake rules add to a check, and that the peers take."
    )
    columns = ["", "textproof, plain text", "textproof, Markdown", *names]
    yield table(columns, rows)
    yield "Damaged text: MB for each second, of a whole check and of the peers."
    rows = []
    for name, text in damaged_texts(run.seed):
        megabytes = len(text.encode()) / 1e6
        calls = [lambda text=text: textproof.check_text(text, config=MOJIBAKE)]
        calls += list(_peers(text).values())[1:]  # `is_bad` stops at the first sign
        times = [_best([call], runs=2)[0] for call in calls]
        rows.append([name, f"{megabytes:.1f}", *(f"{megabytes / t:.2f}" for t in times)])
    yield table(["document", "MB", "textproof", *names[1:]], rows)


def _added(text: str, form: str) -> float:
    """Seconds that the rules add to a check."""
    calls = [
        lambda config=config: textproof.check_text(text, format=form, config=config)
        for config in (NOTHING, MOJIBAKE)
    ]
    least, most = _best(calls)
    return max(most - least, 0.0)


def _best(calls: list[Callable[[], object]], runs: int = RUNS) -> list[float]:
    """The best times of some calls, which run in turn."""
    times: list[list[float]] = [[] for _ in calls]
    for _ in range(runs):
        for call, measured in zip(calls, times, strict=True):
            start = time.process_time()
            call()
            measured.append(time.process_time() - start)
    return [min(measured) for measured in times]


def _peers(text: str) -> dict[str, Callable[[], object]]:
    calls: dict[str, Callable[[], object]] = {
        "ftfy is_bad": lambda: ftfy.badness.is_bad(text),
        "ftfy fix_encoding": lambda: ftfy.fix_encoding(text),
    }
    if "plsfix" in PEERS:
        plsfix = importlib.import_module("plsfix")
        calls["plsfix"] = lambda: plsfix.fix_text(text)
    return calls


def clean_text(language: str, seed: int, size: int = SIZE) -> str:
    """Paragraphs of a language without findings, about as long as asked in UTF-8."""
    texts = [sample.text for sample in read(language, "test", 400, seed)]
    texts = [text for text in texts if not textproof.check_text(text, config=MOJIBAKE).findings]
    if not texts:
        return ""
    chance = random.Random(f"{seed} {language}")
    average = sum(len(text.encode()) + 2 for text in texts) / len(texts)
    return "\n\n".join(chance.choices(texts, k=int(size / average)))


def _markdown(text: str, seed: int) -> str:
    """The same as headings, lists, quotes and blocks of code."""
    chance = random.Random(seed)
    lines = text.split("\n\n")
    return "\n".join(chance.choice(FORMS).format(line, line[:40]) for line in lines)


def damaged_texts(seed: int) -> Iterator[tuple[str, str]]:
    """Documents that are damaged throughout, or in every tenth word."""
    german = clean_text("de", seed, SIZE_OF_DAMAGED)
    once = ftfy_read(german.encode(), "sloppy-windows-1252")
    yield "German, UTF-8 read as cp1252", once
    yield "German, the same twice", ftfy_read(once.encode(), "sloppy-windows-1252")
    russian = clean_text("ru", seed, SIZE_OF_DAMAGED)
    yield "Russian, UTF-8 read as Latin-1", russian.encode().decode("latin-1")
    data = russian.encode("cp1251", "ignore")
    yield "Russian, windows-1251 read as KOI8-R", data.decode("koi8-r")
    chinese = clean_text("zh_Hans", seed, SIZE_OF_DAMAGED)
    yield "Chinese, UTF-8 read as GBK", chinese.encode().decode("gb18030", "replace")
    data = chinese.encode("gb18030")
    yield "Chinese, GBK read as Latin-1", data.decode("latin-1")
    words = german.split(" ")
    words[::10] = [word.encode().decode("latin-1") for word in words[::10]]
    yield "German, every tenth word read as Latin-1", " ".join(words)


def ftfy_read(data: bytes, codec: str) -> str:
    """Bytes in one of ftfy's encodings, which leave no byte free."""
    importlib.import_module("ftfy.bad_codecs")
    return data.decode(codec)
