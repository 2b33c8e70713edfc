"""Whether the text of real files comes out as the names of their folders say: a tree of files in
folders that are named by encoding, such as chardet's `tests` or `tests/data`.

A folder is called by its encoding, be it with a language behind it (`iso-8859-2-czech`). Files in
UTF-8 and ASCII are left out, and those that do not decode as they are labelled.
"""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from documents import Document, same_text
from legacy import by_peer, by_textproof
from peers import detectors
from run import Run, counted, share, table

ALIASES = {"maccyrillic": "mac-cyrillic", "macroman": "mac-roman", "maclatin2": "mac-latin2",
           "macgreek": "mac-greek", "macturkish": "mac-turkish", "maciceland": "mac-iceland",
           "hz-gb-2312": "hz"}  # fmt: skip
"""Names of folders that Python does not know."""

UTF8 = frozenset({"utf-8", "utf-8-sig", "ascii"})

LATER = {"gb2312": "gbk", "tis-620": "cp874"}
"""What documents so labelled are in. Python reads GB 2312 by a table that GB 18030 corrected: its
dash as U+2015, its middle dot as U+30FB; and what TIS-620 lacks as control characters."""


def report(run: Run) -> Iterator[str]:
    """The table of this part; nothing where no tree is given."""
    if run.tree is None:
        yield "No tree was given."
        return
    documents = list(read_tree(run.tree))
    mistakes: Counter[str] = Counter()
    readings = list(by_textproof(run, documents, mistakes))
    for peer in detectors():
        readings += by_peer(peer, documents)
    rows = []
    for detector in dict.fromkeys(reading.detector for reading in readings):
        own = [reading for reading in readings if reading.detector == detector]
        as_labelled = sum(reading.right for reading in own)
        as_meant = sum(r.right or _is_later(r.document, r.answer) for r in own)
        rows.append([detector, as_labelled, share(as_labelled, len(own)), as_meant,
                     share(as_meant, len(own))])  # fmt: skip
    mine = [reading for reading in readings if reading.detector == "textproof"]
    unsure = sum(not reading.sure for reading in mine)
    wrong = [r for r in mine if not r.right and not _is_later(r.document, r.answer)]
    sure = sum(reading.sure for reading in wrong)
    yield f"Files that come out right, of {len(documents)}:"
    yield table(["", "as labelled", "share", "as meant", "share of these"], rows)
    yield (
        "*As labelled* is the text that Python's codec of the label gives; *as meant* counts that"
        f" of {counted_pairs()} too, where they read other characters. textproof is unsure of"
        f" {unsure} files, and sure of {sure} that it reads wrongly. Not as labelled: "
        f"{counted(mistakes.most_common())}."
    )


def counted_pairs() -> str:
    return " and ".join(f"{later} for {label}" for label, later in LATER.items())


def read_tree(folder: Path) -> Iterator[Document]:
    """The files of a tree that are not in UTF-8, each with its text as labelled."""
    for path in sorted(folder.glob("*/*")):
        codec = codec_of(path.parent.name)
        if codec is None or codec in UTF8 or not path.is_file():
            continue
        data = path.read_bytes()
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        yield Document(path.name, path.parent.name, codec, text, data)


def codec_of(folder: str) -> str | None:
    """The codec that a folder is named by, with a language behind it or not."""
    name = folder.lower()
    for label in (name, name.rpartition("-")[0]):
        try:
            return codecs.lookup(ALIASES.get(label, label)).name
        except LookupError:
            continue
    return None


def _is_later(document: Document, answer: str) -> bool:
    """Whether an answer gives the text of the encoding that the label stands for."""
    later = LATER.get(document.codec)
    try:
        return later is not None and same_text(
            document.data.decode(answer or "ascii"), document.data.decode(later)
        )
    except (LookupError, UnicodeDecodeError):
        return False
