"""ftfy's own test cases: what is damage there must be found and repaired, what is none left alone.

`ftfy_cases.json` is `tests/test_cases.json` of ftfy 6.3.1 (https://github.com/rspeer/python-ftfy),
as it is there; Copyright 2023 Robyn Speer, Apache License 2.0.

A case has the text, what ftfy makes of it, and in `fixed-encoding` what it was before repairs of
another kind, such as straight quotes. Damaged is a text that differs from that. One with an HTML
entity and no other damage is left out: it is neither. textproof's mojibake rules are asked.

Repaired *as well* as by ftfy is a text that comes out as the file says, or as ftfy makes it, or
with a character where the file has U+FFFD for a lost one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial
from html import unescape
from pathlib import Path
from typing import NamedTuple

from page_parts import table
from peers import PEERS, repaired, textproof_says
from run import Run

CASES = Path(__file__).with_suffix(".json")


class FtfyCase(NamedTuple):
    """A case: its label, the text, and what ftfy's file says that it was."""

    label: str
    text: str
    wanted: tuple[str, ...]

    @property
    def is_damaged(self) -> bool:
        """Whether the text is one that was read wrongly."""
        return self.text != self.wanted[0]


def read_cases() -> list[FtfyCase]:
    """The cases of ftfy's file."""
    cases = json.loads(CASES.read_text(encoding="utf-8"))
    found = [
        FtfyCase(
            case["label"],
            case["original"],
            (case.get("fixed-encoding", case["fixed"]), case["fixed"]),
        )
        for case in cases
    ]
    return [case for case in found if case.is_damaged or unescape(case.text) == case.text]


def is_as_good(repaired: str, case: FtfyCase, by_ftfy: str) -> bool:
    """Whether a repaired text is what ftfy's file says, or no worse than what ftfy makes of it."""
    if repaired in case.wanted:
        return True
    if by_ftfy not in case.wanted and repaired == by_ftfy:
        return True
    return any(_fills(repaired, wanted) for wanted in case.wanted)


def _fills(repaired: str, wanted: str) -> bool:
    """Whether a text is one that lost characters, with others where they are lost.

    >>> _fills("Slovenčina", "Sloven\\ufffdina"), _fills("Sloven�čina", "Sloven\\ufffdina")
    (True, False)
    """
    pattern = "[^\ufffd]".join(map(re.escape, wanted.split("\ufffd")))
    return "\ufffd" in wanted and bool(re.fullmatch(pattern, repaired))


def report(run: Run) -> Iterator[str]:
    """The table of this part."""
    cases = read_cases()
    damaged = [case for case in cases if case.is_damaged]
    clean = [case for case in cases if not case.is_damaged]
    by_ftfy = PEERS["ftfy"]([case.text for case in damaged])
    rows: list[list[object]] = []
    for name, peer in (PEERS | {"textproof": partial(textproof_says, asked="mojibake")}).items():
        found = peer([case.text for case in damaged])
        good = [
            judged.text is not None and is_as_good(judged.text, case, theirs.text or "")
            for judged, case, theirs in zip(found, damaged, by_ftfy, strict=True)
        ]
        alarms = [judged.found for judged in peer([case.text for case in clean])]
        rows.append([name, sum(judged.found for judged in found), sum(good), sum(alarms)])
        if name == "textproof":
            for case, judged, is_good in zip(damaged, found, good, strict=True):
                if not (judged.found and is_good):
                    said = "not repaired" if judged.found else "not found"
                    run.miss("ftfy", case.label, said, case.text, case.wanted[0])
            for case, alarm in zip(clean, alarms, strict=True):
                if alarm:
                    run.miss("ftfy", case.label, "false alarm", case.text, case.text)
    yield (
        f"The {len(cases)} cases of ftfy 6.3.1: {len(damaged)} damaged, {len(clean)} not. A repair"
        " counts that is as good as ftfy's."
    )
    yield table(["", "found", "repaired", "flagged of the clean"], rows)
    changed = sum(
        repaired(case.text, unsafe=False, asked="mojibake") != case.text for case in clean
    )
    yield f"Of the clean ones `textproof fix` changes {changed}."
