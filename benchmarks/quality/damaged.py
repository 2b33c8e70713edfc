"""How much damage is found and repaired, class by class, and if a safe repair is ever wrong."""

from __future__ import annotations

import importlib
import random
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from case import Case
from page_parts import table
from peers import PEERS, repaired
from run import Run
from sources import Sample, languages, read

FEWEST = 4
"""Samples that a language must have to be in the run."""

CLASSES = {
    "A": "UTF-8 read as one of the ten encodings that ftfy undoes",
    "B": "UTF-8 read as another encoding of one byte",
    "C": "one legacy encoding read as another, of one byte both",
    "D": "a Chinese, Japanese or Korean encoding read as one of one byte",
    "E": "UTF-8 read as a Chinese, Japanese or Korean encoding",
    "F": "the same, with bytes lost",
    "G": "a legacy encoding read as a Chinese, Japanese or Korean one",
    "H": "two and three layers",
    "I": "characters lost: `?`, U+FFFD, 锟斤拷",
    "J": "escapes and entities left in the text",
    "K": "UTF-8 read as windows-1252 or Latin-1, of which a part was lost",
    "L": "one word of a clean text",
    "M": "Chinese pages: glosses, a lost middle dot, slipped bytes",
}
"""The classes of damage."""


def samples(run: Run) -> list[Sample]:
    """The clean texts of a run."""
    drawn = [read(name, run.split, run.samples, run.seed) for name in languages()]
    every = [sample for some in drawn if len(some) >= FEWEST for sample in some]
    return every[:: run.every]


def cases(texts: list[Sample], groups: str, seed: int) -> Iterator[Case]:
    """The damaged texts of some classes, each text with random numbers of its own."""
    for path in sorted(Path(__file__).parent.glob("damage_*.py")):
        module = importlib.import_module(path.stem)
        if module.GROUP not in groups:
            continue
        for number, (language, text) in enumerate(texts):
            chance = random.Random(f"{seed} {module.GROUP} {language} {number}")
            for kind, damaged in module.damage(text, language, chance):
                if damaged != text:
                    yield Case(module.GROUP, kind, language, text, damaged)


def report(run: Run) -> Iterator[str]:
    """The tables of this part."""
    texts = samples(run)
    every = list(cases(texts, run.groups, run.seed))
    spoken = len({sample.language for sample in texts})
    yield (
        f"{len(every):,} damaged texts, made of {len(texts)} clean ones in {spoken} languages:"
        " found / given back exactly."
    )
    counts: Counter[tuple[str, str]] = Counter()
    for name, peer in PEERS.items():
        read_ = peer([case.damaged for case in every])
        kept = dict(zip(texts, peer([sample.text for sample in texts]), strict=True))
        by_text = {sample.text: judged.text for sample, judged in kept.items()}
        for case, judged in zip(every, read_, strict=True):
            exact = judged.text is not None and judged.text in (case.clean, by_text[case.clean])
            counts[case.group, f"{name} found"] += judged.found
            counts[case.group, f"{name} exact"] += exact
            if name == "textproof" and not (judged.found and exact):
                said = "not repaired" if judged.found else "not found"
                run.miss(
                    case.group, f"{case.kind}\t{case.language}", said, case.damaged, case.clean
                )
    groups = Counter(case.group for case in every)
    rows = []
    for group in CLASSES:
        if group in groups:
            shares = [_shares(counts, group, name, groups[group]) for name in PEERS]
            rows.append([f"{group}: {CLASSES[group]}", groups[group], *shares])
    yield table(["class", "texts", *PEERS], rows)
    safe, wrong = 0, 0
    for case in every:
        text = repaired(case.damaged, unsafe=False)
        safe += text != case.damaged
        if is_wrong(text, case):
            wrong += 1
            run.miss(case.group, f"{case.kind}\t{case.language}", f"safe repair wrong: {text!r}",
                     case.damaged, case.clean)  # fmt: skip
    yield f"Safe repairs were made in {safe:,} of them, and were wrong in {wrong:,}."


def _shares(counts: Counter[tuple[str, str]], group: str, name: str, texts: int) -> str:
    found, exact = (counts[group, f"{name} {kind}"] / texts for kind in ("found", "exact"))
    return f"{found:.3f} / {exact:.3f}" if name != "rumdl" else f"{found:.3f}"


def is_wrong(text: str, case: Case) -> bool:
    """Whether a text after the safe repairs has characters that neither the damaged nor the clean
    one has where they stand.

    >>> case = Case("A", "", "de", "grün, für", "grÃ¼n, fÃ¼r")
    >>> is_wrong("grün, fÃ¼r", case), is_wrong("grün, fur", case)
    (False, True)
    """
    if text in (case.damaged, case.clean, repaired(case.clean, unsafe=False)):
        return False
    put_in = [False] * len(text)
    changes = SequenceMatcher(None, case.damaged, text, autojunk=False).get_opcodes()
    for kind, _, _, start, end in changes:
        if kind != "equal":
            put_in[start:end] = [True] * (end - start)
    for block in SequenceMatcher(None, text, case.clean, autojunk=False).get_matching_blocks():
        put_in[block.a : block.a + block.size] = [False] * block.size
    if any(put_in):
        return True
    # what was only taken out must be no character of the clean text
    return len(text) < len(case.damaged) and _distance(text, case) > _distance(case.damaged, case)


def _distance(text: str, case: Case) -> int:
    """How many characters of a text and the clean one do not match."""
    blocks = SequenceMatcher(None, text, case.clean, autojunk=False).get_matching_blocks()
    return len(text) + len(case.clean) - 2 * sum(block.size for block in blocks)
