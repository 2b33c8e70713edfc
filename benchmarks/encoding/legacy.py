"""Whether the text of a legacy document comes out as its author wrote it."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from documents import BROWSERS, CODECS, Document, Sizes, as_written, legacy_documents, same_text
from peers import Peer, detectors
from run import NONE, Run, counted, share, table

from textproof.decoding import decode

SIZES = (Sizes(20, 200), Sizes(200, 400), Sizes(400, 800), Sizes(800, 1_600), Sizes(1_600, 6_400))

LONG = 200
"""Bytes from which on documents are counted together."""

SHOWN = 12
"""Mistakes that are listed, the most frequent first."""


class Reading(NamedTuple):
    """How a detector read a document: whether the text is right, whether it is sure of that (peers
    do not say), the CPU time it took, and the encoding that it gave."""

    detector: str
    document: Document
    right: bool
    sure: bool = False
    seconds: float = 0.0
    answer: str = ""


def report(run: Run) -> Iterator[str]:
    """The tables of this part."""
    peers = detectors()
    warm_up(run, peers)
    by_sizes: dict[Sizes, list[Reading]] = {}
    mistakes: Counter[str] = Counter()
    for sizes in SIZES:
        rng = run.chance(f"legacy {sizes}")
        documents = list(islice(legacy_documents(run.sources, rng, sizes), run.documents))
        by_sizes[sizes] = list(by_textproof(run, documents, mistakes))
        for peer in peers:
            by_sizes[sizes] += by_peer(peer, documents)
    long = [reading for sizes in SIZES if sizes.least >= LONG for reading in by_sizes[sizes]]
    groups = {str(sizes): readings for sizes, readings in by_sizes.items()}
    groups[f"{LONG} and more"] = long
    groups |= {
        f"of them {source.name}": [r for r in long if r.document.source == source.name]
        for source in run.sources
    }
    known = [reading for reading in long if reading.document.codec in BROWSERS]
    groups["of them in browsers’ encodings"] = known
    languages = {reading.document.language for reading in long}
    codecs = {reading.document.codec for reading in long}
    yield (
        f"Texts that come out right, of {run.documents} documents of each size, {len(languages)}"
        f" languages and {len(codecs)} encodings; of textproof also how often it is unsure, and how"
        " often it is sure but wrong:"
    )
    yield quality(groups, [peer.name for peer in peers])
    number = sum(reading.detector == "textproof" for reading in known)
    yield (
        f"*Browsers’ encodings* are the legacy encodings of the WHATWG Encoding Standard:"
        f" {len({reading.document.codec for reading in known})} of them are among these, with"
        f" {number:,} documents of {LONG} bytes and more."
    )
    yield "CPU time of a document, in milliseconds:"
    timed = ["textproof", *(peer.name for peer in peers if peer.in_process)]
    yield times({str(sizes): readings for sizes, readings in by_sizes.items()}, timed)
    yield (
        f"The texts that textproof most often reads wrongly, of {LONG} bytes and more (truth →"
        f" answer): {counted(mistakes.most_common(SHOWN))}."
    )
    wrong = [r for r in long if r.detector == "textproof" and not r.right]
    nobodys = sum(map(is_written_the_same, wrong))
    others = len({id(reading.document) for reading in long}) - nobodys
    yield (
        f"Of all {len(wrong)}, {nobodys} are texts that have the same bytes in the encoding of the"
        " answer, in which the language was written too, with another letter in the place of one:"
        " no bytes tell which was meant. Without them"
        f" {share(others - len(wrong) + nobodys, others)} come out right."
    )


def is_written_the_same(reading: Reading) -> bool:
    """Whether the text, as people wrote it in the encoding that was answered, has the same bytes:
    the comma below a Romanian letter is a cedilla there."""
    document, answer = reading.document, reading.answer
    if answer not in CODECS[document.language]:
        return False
    written = as_written(document.text, answer)
    return written is not None and written.encode(answer) == document.data


def warm_up(run: Run, peers: Sequence[Peer]) -> None:
    """Let all import what they need before they are timed."""
    documents = legacy_documents(run.sources, run.chance("warm up"), SIZES[1])
    for document in islice(documents, len(CODECS)):
        decode(document.data)
        for peer in peers:
            peer.encodings([document.data])


def by_textproof(
    run: Run, documents: Iterable[Document], mistakes: Counter[str]
) -> Iterator[Reading]:
    for document in documents:
        start = time.process_time()
        decoded = decode(document.data)
        seconds = time.process_time() - start
        right = same_text(decoded.text, document.text)
        if not right:
            answer = decoded.encoding or "no text"
            if len(document.data) >= LONG:
                mistakes[f"{document.codec} → {answer}"] += 1
            sureness = "sure" if decoded.sure else "unsure"
            said = f"{answer}, {sureness}, {decoded.confidence}, not {decoded.runner_up}"
            run.miss(f"legacy {document.codec} {document.language} {sureness}", document.data, said)
        answer = decoded.encoding or ""
        yield Reading("textproof", document, right, decoded.sure, seconds, answer)


def by_peer(peer: Peer, documents: Sequence[Document]) -> Iterator[Reading]:
    start = time.process_time()
    encodings = peer.encodings([document.data for document in documents])
    seconds = (time.process_time() - start) / len(documents)
    for document, encoding in zip(documents, encodings, strict=True):
        try:
            right = same_text(document.data.decode(encoding or "ascii"), document.text)
        except (LookupError, UnicodeError):
            right = False
        yield Reading(peer.name, document, right, seconds=seconds, answer=encoding)


def quality(groups: dict[str, list[Reading]], peers: list[str]) -> str:
    """How many texts come out right."""
    rows = []
    for name, readings in groups.items():
        mine = [reading for reading in readings if reading.detector == "textproof"]
        unsure = share(sum(not reading.sure for reading in mine), len(mine))
        wrong = share(sum(reading.sure and not reading.right for reading in mine), len(mine))
        row = [name, right(mine), unsure, wrong]
        rows.append(row + [right([r for r in readings if r.detector == peer]) for peer in peers])
    columns = ["bytes", "textproof", "unsure", "wrong", *peers]
    return table(columns, rows)


def right(readings: Sequence[Reading]) -> str:
    return share(sum(reading.right for reading in readings), len(readings))


def times(groups: dict[str, list[Reading]], detectors: list[str]) -> str:
    rows = []
    for name, readings in groups.items():
        row = [name]
        for detector in detectors:
            seconds = [reading.seconds for reading in readings if reading.detector == detector]
            row.append(f"{1000 * sum(seconds) / len(seconds):.1f}" if seconds else NONE)
        rows.append(row)
    return table(["bytes", *detectors], rows)
