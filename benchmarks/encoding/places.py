"""Whether each kind of damage is found, once, by the right rule, and where it begins."""

from __future__ import annotations

import random
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from damage import KINDS, SENTENCE_ENDS, Damaged, Kind, Lines, Place, lines_for
from documents import Sizes, list_lines, repeated, utf8_documents
from peers import detectors, first_errors, has_isutf8, says_utf8
from run import NONE, Run, counted, table

import textproof

SMALL = Sizes(800, 1_300)
LARGE = 10_000_000

LANGUAGES_OF_SMALL = "en de fr es pl tr el ru ar he hi th ko ja zh_Hans zh_Hant".split()
LANGUAGES_OF_LARGE = "en de ru zh_Hans ja".split()

SMALL_AT_RANDOM = 4
"""Small documents of each language and kind that are damaged at random places."""

SHOWN = 6
"""Ways to go wrong that are listed, the most frequent first."""


class Case(NamedTuple):
    """A damaged document: the kind and beginning of its damage, and what to call it."""

    kind: Kind
    damaged: Damaged
    name: str


class Outcome(NamedTuple):
    """What textproof found of the damage: whether by the right rule, where it begins, as one
    finding and no more, under its name; and in words what is wrong with that, if anything."""

    kind: Kind
    found: bool
    exact: bool
    once: bool
    named: bool
    wrong: str


def report(run: Run) -> Iterator[str]:
    """The tables of this part."""
    lines = lines_for(run.sources, LANGUAGES_OF_SMALL)
    for size, documents in (("about 1 KB", small_cases), ("10 MB", large_cases)):
        outcomes: list[Outcome] = []
        peers: Counter[tuple[str, str]] = Counter()
        for cases in documents(run, run.chance(f"damage {size}"), lines):
            outcomes += [outcome(case, run) for case in cases]
            peers += peers_counts(cases)
        wrong = Counter(f"{o.kind.name} → {o.wrong}" for o in outcomes if o.wrong)
        yield (
            f"Documents of {size}: found by the rule, at the exact byte, as the only finding, with"
            " the right kind:"
        )
        yield textproof_table(outcomes)
        yield f"Wrong: {counted(wrong.most_common(SHOWN))}."
        yield "To how many of them the peers say UTF-8, and how often `isutf8` has the place:"
        yield peers_table(outcomes, peers)


def small_cases(run: Run, rng: random.Random, lines: Lines) -> Iterator[list[Case]]:
    """Small documents with each kind of damage. Undamaged, they have no findings, and end with a
    sentence."""
    for language in LANGUAGES_OF_SMALL:
        clean = (
            document.data
            for document in utf8_documents(run.sources, rng, SMALL, [language])
            if document.data.decode().rstrip().endswith(SENTENCE_ENDS)
            and not textproof.check_bytes(document.data).findings
        )
        yield [
            _case(kind, Place(next(clean), language, at_end, rng, lines))
            for kind in KINDS
            for at_end in [False] * SMALL_AT_RANDOM * kind.at_random + [True] * kind.at_end
        ]


def large_cases(run: Run, rng: random.Random, lines: Lines) -> Iterator[list[Case]]:
    """A large document in some languages, with each kind of damage. Undamaged, it has no
    findings."""
    for language in LANGUAGES_OF_LARGE:
        clean_lines = without_findings(list_lines(run.sources, language))
        many = repeated(clean_lines, rng, LARGE).split("\n")  # what is rare in few is not in many
        clean = "\n".join(without_findings(many)).encode()
        for kind in KINDS:
            places = [False] * kind.at_random + [True] * kind.at_end
            yield [_case(kind, Place(clean, language, at_end, rng, lines)) for at_end in places]


def without_findings(lines: list[str]) -> list[str]:
    """The lines that are left when those with findings are taken out, until there are none."""
    while True:
        starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
        findings = textproof.check_text("\n".join(lines)).findings
        if not findings:
            return lines
        spans = (span for finding in findings for span in finding.spans)
        found = {bisect(starts, start) - 1 for start, _ in spans}
        lines = [line for number, line in enumerate(lines) if number not in found]


def _case(kind: Kind, place: Place) -> Case:
    where = "at the end" if place.at_end else "inside"
    return Case(kind, kind.inflict(place), f"{kind.name} {where} {place.language}")


def outcome(case: Case, run: Run) -> Outcome:
    """Check a document and compare the findings with its damage."""
    kind, (data, start) = case.kind, case.damaged
    findings = textproof.check_bytes(data).findings
    ours = [finding for finding in findings if finding.rule == kind.rule]
    exact = any(finding.byte_start == start for finding in ours)
    once = len(findings) == 1
    named = any(kind.detail in (None, finding.detail.get("kind")) for finding in ours)
    wrong = ""
    if not (ours and exact and once and named):
        answers = {f"{f.rule} {f.detail.get('kind', '')}".strip() for f in findings}
        wrong = " + ".join(sorted(answers)) or "nothing"
        wrong += "" if exact or not ours else " elsewhere"
        places = [finding.byte_start for finding in findings[:5]]
        said = f"{wrong}; {len(findings)} at {places}, expected {kind.rule} at {start}"
        run.miss(f"damage {case.name}", data, said)
    return Outcome(kind, bool(ours), exact, once, named, wrong)


def peers_counts(cases: Sequence[Case]) -> Counter[tuple[str, str]]:
    """How many documents with a kind of damage are UTF-8 to a peer, and how often `isutf8` is
    exact about the beginning."""
    counts: Counter[tuple[str, str]] = Counter()
    documents = [case.damaged.data for case in cases]
    for peer in detectors():
        for case, encoding in zip(cases, peer.encodings(documents), strict=True):
            counts[case.kind.name, peer.name] += says_utf8(encoding)
    for case, error in zip(cases, first_errors(documents) if has_isutf8() else (), strict=False):
        counts[case.kind.name, "isutf8"] += error is None
        counts[case.kind.name, "exact"] += error == case.damaged.start
    return counts


def textproof_table(outcomes: Sequence[Outcome]) -> str:
    rows = []
    for kind in KINDS:
        of_kind = [outcome for outcome in outcomes if outcome.kind is kind]
        found, exact, once, named = (
            sum(values) for values in zip(*(outcome[1:5] for outcome in of_kind), strict=True)
        )
        row = [kind.name, kind.detail or kind.rule, len(of_kind), found, exact, once]
        rows.append([*row, named if kind.detail else NONE])
    columns = ["damage", "kind or rule", "documents", "found", "exact", "once", "kind right"]
    return table(columns, rows)


def peers_table(outcomes: Sequence[Outcome], peers: Counter[tuple[str, str]]) -> str:
    names = [*(peer.name for peer in detectors()), *["isutf8"] * has_isutf8()]
    documents = Counter(outcome.kind.name for outcome in outcomes)
    rows = []
    for kind in KINDS:
        row = [kind.name, documents[kind.name], *(peers[kind.name, name] for name in names)]
        if has_isutf8():
            row.append(peers[kind.name, "exact"] if kind.breaks_utf8 else NONE)
        rows.append(row)
    return table(["damage", "documents", *names, *["isutf8 exact"] * has_isutf8()], rows)
