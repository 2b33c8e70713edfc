"""Whether bytes that are no UTF-8 are UTF-8 with damage, or in a legacy encoding."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from damage import KINDS, Lines, Place, lines_for
from documents import LANGUAGES, SEVEN_BIT, Sizes, legacy_documents, utf8_documents
from peers import Peer, detectors, first_errors, has_isutf8, says_legacy, says_utf8
from run import NONE, Run, counted, table

from textproof.decoding import decode

SIZES = (Sizes(200, 6_400), Sizes(20, 200))

VERDICTS = ("right", "unsure", "wrong")
"""What a verdict is; a wrong one that is not sure is *unsure*."""

AT_END = 0.25
"""How often damage that may be anywhere is at the end."""


class Case(NamedTuple):
    """A document that is no UTF-8, what it is said to be, and whether it is damaged UTF-8."""

    data: bytes
    name: str
    damaged: bool


def report(run: Run) -> Iterator[str]:
    """The tables of this part."""
    lines = lines_for(run.sources, LANGUAGES)
    for sizes in SIZES:
        rng = run.chance(f"separator {sizes}")
        cases = [*damaged_cases(run, rng, sizes, lines), *legacy_cases(run, rng, sizes)]
        yield f"Documents of {sizes} bytes, {run.documents} of each sort:"
        yield from compared(run, cases)


def damaged_cases(run: Run, rng: random.Random, sizes: Sizes, lines: Lines) -> list[Case]:
    """Documents with the kinds of damage that break UTF-8, by turns. The damage is never longer
    than the text, and leaves a character beyond ASCII."""
    kinds = [kind for kind in KINDS if kind.breaks_utf8]
    documents = utf8_documents(run.sources, rng, sizes)
    cases: list[Case] = []
    while len(cases) < run.documents:
        kind = kinds[len(cases) % len(kinds)]
        document = next(documents)
        at_end = not kind.at_random or (kind.at_end and rng.random() < AT_END)
        if not lines.own[document.language]:
            continue
        data = kind.inflict(Place(document.data, document.language, at_end, rng, lines)).data
        whole = len(document.data)
        if sizes.least <= len(data) < sizes.most and len(data) <= 2 * whole and is_broken(data):
            cases.append(Case(data, f"{kind.name} ({document.language})", True))
    return cases


def is_broken(data: bytes) -> bool:
    """Whether bytes are no UTF-8 though some characters beyond ASCII are left of it."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return not data.decode("utf-8", "ignore").isascii()
    return False


def legacy_cases(run: Run, rng: random.Random, sizes: Sizes) -> list[Case]:
    documents = legacy_documents(run.sources, rng, sizes)
    cases: list[Case] = []
    while len(cases) < run.documents:
        document = next(documents)
        if document.codec not in SEVEN_BIT and not _is_utf8(document.data):
            name = f"{document.codec} ({document.language})"
            cases.append(Case(document.data, name, False))
    return cases


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def compared(run: Run, cases: list[Case]) -> Iterator[str]:
    """A table of the verdicts, and what textproof gets wrong."""
    mine, wrong, unsure = textproof_verdicts(run, cases)
    rows = [["textproof", *mine]]
    rows += [[peer.name, *peer_verdicts(peer, cases)] for peer in detectors()]
    if has_isutf8():
        invalid = sum(error is not None for error in first_errors([case.data for case in cases]))
        rows.append(["isutf8", *[NONE] * 6])
    yield table(["", "damaged: right", *VERDICTS[1:], "legacy: right", *VERDICTS[1:]], rows)
    yield (
        f"textproof is wrong about: {counted(wrong.most_common())}. Of {unsure} legacy documents it"
        " is unsure which encoding they are in."
    )
    if has_isutf8():
        yield f"`isutf8` finds {invalid:,} of the {len(cases):,} documents invalid."


def textproof_verdicts(run: Run, cases: list[Case]) -> tuple[list[int], Counter[str], int]:
    """How often textproof is right, wrong but unsure, and wrong, about damaged and about legacy
    documents; what it is wrong about; and how many legacy encodings it is unsure of."""
    counts: Counter[tuple[bool, str]] = Counter()
    wrong: Counter[str] = Counter()
    unsure_of_encoding = 0
    for case in cases:
        decoded = decode(case.data)
        damaged = decoded.encoding == "utf-8" and not decoded.legacy
        right = damaged if case.damaged else decoded.legacy
        counts[case.damaged, "right" if right else "wrong" if decoded.sure else "unsure"] += 1
        unsure_of_encoding += right and not decoded.sure
        if not right:
            wrong[case.name.partition(" (")[0]] += 1
            said = f"{decoded.encoding or 'no text'}, confidence {decoded.confidence}"
            run.miss(f"separator {case.name}", case.data, said)
    verdicts = [counts[damaged, verdict] for damaged in (True, False) for verdict in VERDICTS]
    return verdicts, wrong, unsure_of_encoding


def peer_verdicts(peer: Peer, cases: list[Case]) -> list[object]:
    encodings = peer.encodings([case.data for case in cases])
    right: Counter[bool] = Counter()
    for case, encoding in zip(cases, encodings, strict=True):
        right[case.damaged] += says_utf8(encoding) if case.damaged else says_legacy(encoding)
    total = Counter(case.damaged for case in cases)
    wrong = Counter({damaged: total[damaged] - right[damaged] for damaged in total})
    return [right[True], NONE, wrong[True], right[False], NONE, wrong[False]]
