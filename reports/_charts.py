"""Charts of a run as inline SVG: horizontal bars, their labels real text, their colours the page's.

Widths are shares of the drawing and heights are fixed, so a chart fits a wide page and a telephone
without scaling its text. What a chart shows is also its accessible name, in words.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Container, Sequence
from typing import NamedTuple
from unicodedata import east_asian_width

from markupsafe import Markup

from textproof.finding import Severity, Verdict
from textproof.reports._display import visible
from textproof.reports._language import Language
from textproof.results import Run

MOST_BARS = 12
"""Bars of one chart; the rest are summed up in a last one."""

LONGEST_LABEL = 34
"""Columns of a label: what fits beside a number on a narrow page."""

THINNEST = 0.8
"""Per cent of the width that a bar takes at least: what is there must be seen."""

ROW, BAR, LABEL_LINE, BAR_LINE = 36, 8, 14, 21
"""Heights in pixels: a row, a bar, and where the label and the bar are in the row."""

TREND = 72
"""Height of a line over runs, in pixels."""

_SEVERITIES = tuple(str(severity) for severity in sorted(Severity, reverse=True))
_VERDICTS = tuple(str(verdict) for verdict in (Verdict.FAIL, Verdict.UNREADABLE, Verdict.PASS))


class Bar(NamedTuple):
    """A bar: its label and the counts of its kinds (severities or verdicts)."""

    label: str
    counts: Counter[str]


def charts(run: Run, language: Language) -> list[tuple[str, Markup]]:
    """The charts of a run, each with its title: by rule, severity, folder and encoding."""
    by_rule: dict[str, Counter[str]] = {}
    by_folder: dict[str, Counter[str]] = {}
    by_encoding: dict[str, Counter[str]] = {}
    explained = {rule.name for rule in run.rules}
    for result in run.results:
        encoding = result.encoding or language.say("no text")
        by_encoding.setdefault(encoding, Counter())[str(result.verdict)] += 1
        folder = _folder(result.path, language)
        for finding in result.findings:
            severity = str(finding.severity)
            by_rule.setdefault(finding.rule, Counter())[severity] += 1
            by_folder.setdefault(folder, Counter())[severity] += 1
    total = sum(by_folder.values(), Counter())
    by_severity = {
        language.say(kind): Bar(language.say(kind), Counter({kind: total[kind]}))
        for kind in _SEVERITIES
    }
    drawn: list[tuple[str, list[Bar], tuple[str, ...]]] = []
    rules = _longest_first(by_rule, language)
    if rules:
        drawn.append(("Findings by rule", rules, _SEVERITIES))
        drawn.append(("Findings by severity", list(by_severity.values()), _SEVERITIES))
    if len(by_folder) > 1:
        drawn.append(("Findings by folder", _longest_first(by_folder, language), _SEVERITIES))
    if len(run.results) > 1:
        drawn.append(("Documents by encoding", _longest_first(by_encoding, language), _VERDICTS))
    return [
        (language.say(title), _chart(bars, kinds, language, explained if bars is rules else ()))
        for title, bars, kinds in drawn
    ]


def verdict_band(run: Run, language: Language) -> Markup:
    """One bar for the whole run: how many documents failed, could not be read, passed."""
    counts = Counter(str(result.verdict) for result in run.results)
    size = Markup(' width="100%" height="{}"').format(BAR)
    return Markup('<svg class="band" role="img" aria-label="{}"{}>{}</svg>').format(
        f"{language.say('Documents')}: {_in_words(counts, _VERDICTS, language)}",
        size,
        _segments(counts, _VERDICTS, counts.total(), 0, language),
    )


def trend(title: str, points: Sequence[tuple[str, int]]) -> Markup:
    """A line over runs, each with its name; what it shows is in its accessible name."""
    most = max((count for _, count in points), default=0) or 1
    step = 100 / max(len(points) - 1, 1)
    placed = [(n * step, TREND - TREND * count / most) for n, (_, count) in enumerate(points)]
    line = " ".join(f"{x:.2f},{y:.2f}" for x, y in placed)
    dots = Markup("").join(
        Markup('<circle cx="{:.2f}%" cy="{:.2f}" r="4"><title>{}: {:,}</title></circle>').format(
            x, y, visible(name), count
        )
        for (x, y), (name, count) in zip(placed, points, strict=True)
    )
    words = "; ".join(f"{visible(name)}: {count:,}" for name, count in points)
    return Markup(
        '<svg class="trend" role="img" aria-label="{}: {}" width="100%" height="{height}">'
        '<svg width="100%" height="{height}" viewBox="0 0 100 {height}" '
        'preserveAspectRatio="none"><polyline points="{}"/></svg>{}</svg>'
    ).format(title, words, line, dots, height=TREND)


def _folder(path: str | None, language: Language) -> str:
    if not path:
        return language.say("no path")
    return posixpath.dirname(path.replace("\\", "/")) or "."


def _longest_first(counted: dict[str, Counter[str]], language: Language) -> list[Bar]:
    ordered = sorted(counted.items(), key=lambda item: (-item[1].total(), item[0]))
    bars = [Bar(label, counts) for label, counts in ordered]
    if len(bars) <= MOST_BARS:
        return bars
    rest = bars[MOST_BARS - 1 :]
    label = language.say("{count} others", count=len(rest))
    others = Bar(label, sum((bar.counts for bar in rest), Counter()))
    return [*bars[: MOST_BARS - 1], others]


def _chart(
    bars: Sequence[Bar], kinds: Sequence[str], language: Language, explained: Container[str]
) -> Markup:
    """Bars under each other, the longest as wide as the drawing. The labels that are explained on
    the page lead there; what holds a link is a group, for an image is one thing."""
    longest = max(bar.counts.total() for bar in bars)
    rows = Markup("").join(
        _row(bar, kinds, longest, index * ROW, language, bar.label in explained)
        for index, bar in enumerate(bars)
    )
    values = "; ".join(
        f"{visible(bar.label)}: {_in_words(bar.counts, kinds, language)}" for bar in bars
    )
    role = "group" if any(bar.label in explained for bar in bars) else "img"
    return Markup('<svg role="{}" aria-label="{}" width="100%" height="{}">{}</svg>').format(
        role, values, len(bars) * ROW, rows
    )


def _row(
    bar: Bar, kinds: Sequence[str], longest: int, top: int, language: Language, linked: bool
) -> Markup:
    label = visible(bar.label)
    written = Markup('<text class="label" x="0" y="{}"><title>{}</title>{}</text>').format(
        top + LABEL_LINE, label, _shortened(label)
    )
    if linked:
        written = Markup('<a href="#rule-{}">{}</a>').format(bar.label, written)
    return Markup(
        '{written}<text class="number" x="100%" y="{y}" text-anchor="end">{total}</text>'
        '<rect class="track" x="0" y="{bar}" width="100%" height="{height}" rx="4"/>{segments}'
    ).format(
        written=written,
        y=top + LABEL_LINE,
        total=f"{bar.counts.total():,}",
        bar=top + BAR_LINE,
        height=BAR,
        segments=_segments(bar.counts, kinds, longest, top + BAR_LINE, language),
    )


def _segments(
    counts: Counter[str], kinds: Sequence[str], whole: int, top: int, language: Language
) -> Markup:
    """The coloured parts of a bar, one behind the other."""
    shares = {kind: max(100 * counts[kind] / whole, THINNEST) for kind in kinds if counts[kind]}
    excess = max(sum(shares.values()) / 100, 1)
    drawn, left = Markup(""), 0.0
    for kind, share in shares.items():
        width = share / excess
        drawn += Markup(
            '<rect class="{}" x="{:.2f}%" y="{}" width="{:.2f}%" height="{}" rx="4">'
            "<title>{}</title></rect>"
        ).format(kind, left, top, width, BAR, _in_words(counts, (kind,), language))
        left += width
    return drawn


def _in_words(counts: Counter[str], kinds: Sequence[str], language: Language) -> str:
    words = (f"{counts[kind]:,} {language.say(kind)}" for kind in kinds if counts[kind])
    return language.say(", ").join(words) or language.say("none")


def _shortened(label: str) -> str:
    """The end of a label that is too long: of a folder, the end tells most."""
    width = 0
    for index in range(len(label) - 1, -1, -1):
        width += 2 if east_asian_width(label[index]) in "WF" else 1
        if width > LONGEST_LABEL:
            return f"…{label[index + 1 :]}"
    return label
