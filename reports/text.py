"""Text: what a person reads in a terminal.

Under each document its findings: place, severity, rule, one sentence; the source line with the
damage underlined at its display width; the repair. At the end the counts and the next command.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from textproof.codec_names import shown
from textproof.finding import Finding, Safety, Severity, Verdict
from textproof.reports import Presentation
from textproof.reports._display import shown_path, visible
from textproof.results import DocumentResult, Run, skipping

FIRST = 3
"""Findings of one rule that are shown of a document, unless every one is wanted."""

MARGIN = "      │ "
LONGEST_REPAIR = 40

_COLORS = {"error": "31", "warning": "33", "info": "36", "fail": "31", "unreadable": "31",
           "pass": "32", "path": "1", "rule": "1", "dim": "2", "repair": "32"}  # fmt: skip


def render(run: Run, presentation: Presentation) -> str:
    """The report as text, each line ended."""
    lines: list[str] = []
    for result in run.results:
        if result.findings:
            lines += _document(result, presentation)
    lines += _end(run, presentation)
    return "".join(f"{line}\n" for line in lines)


def statistics(run: Run, presentation: Presentation) -> str:
    """The counts of the findings by rule in place of the findings, the most frequent first, with
    how many of each have a safe repair; each line ended."""
    counts = run.summary().by_rule
    findings = [finding for result in run.results for finding in result.findings]
    safe = Counter(f.rule for f in findings if f.repair and f.repair.safety is Safety.SAFE)
    digits = len(f"{max(counts.values(), default=0):,}")
    longest = max(map(len, counts), default=0)
    lines = [
        f"{count:>{digits},}  {_paint(f'{rule:{longest}}', 'rule', presentation)}  "
        f"{safe[rule]:>{digits},} with a safe repair"
        for rule, count in counts.items()
    ]
    blank = [""] if lines else []
    return "".join(f"{line}\n" for line in [*lines, *blank, *_end(run, presentation)])


def _paint(text: str, color: str, presentation: Presentation) -> str:
    return f"\x1b[{_COLORS[color]}m{text}\x1b[0m" if presentation.color else text


def _document(result: DocumentResult, presentation: Presentation) -> Iterator[str]:
    known = [result.encoding or "no text", *filter(None, (result.language, result.contract))]
    path = _paint(shown_path(result.path), "path", presentation)
    verdict = _paint(str(result.verdict), str(result.verdict), presentation)
    yield f"{path}: {verdict} ({', '.join(known)})"
    shown: Counter[str] = Counter()
    for finding in result.findings:
        shown[finding.rule] += 1
        if presentation.every or shown[finding.rule] <= FIRST:
            yield from _finding(finding, presentation)
    hidden = {rule: count - FIRST for rule, count in shown.items() if count > FIRST}
    if hidden and not presentation.every:
        more = ", ".join(f"{count} × {rule}" for rule, count in hidden.items())
        said = _wrapped(f"… and {more} (--all shows them)", *[presentation.width - 4] * 2)
        lines = (f"{'    ' if n else '  '}{line}" for n, line in enumerate(said))
        yield from (_paint(line, "dim", presentation) for line in lines)
    yield ""


def _finding(finding: Finding, presentation: Presentation) -> Iterator[str]:
    severity = _paint(f"{finding.severity!s:7}", str(finding.severity), presentation)
    place = f"{finding.line}:{finding.column}"
    rule = _paint(finding.rule, "rule", presentation)
    indent = len(f"  {place:>7} ")
    room = presentation.width - indent - len(f"error   {finding.rule}: ")
    first, *rest = _wrapped(visible(finding.message), room, presentation.width - indent)
    yield f"  {place:>7} {severity} {rule}: {first}"
    yield from (" " * indent + line for line in rest)
    if finding.end > finding.start:
        yield from _excerpt(finding, presentation)
    if finding.repair:
        yield _paint(f"{MARGIN}{_repair(finding)}", "repair", presentation)


def _repair(finding: Finding) -> str:
    assert finding.repair is not None
    text = finding.repair.text
    likely = "" if finding.repair.safety is Safety.SAFE else " (likely)"
    if finding.repair.encoding:
        return f"repair: write the document in {shown(finding.repair.encoding)}{likely}"
    if not text:
        return f"repair: take it out{likely}"
    short = visible(text[:LONGEST_REPAIR]) + ("…" if len(text) > LONGEST_REPAIR else "")
    return f"repair: `{short}`{likely}"


def _excerpt(finding: Finding, presentation: Presentation) -> Iterator[str]:
    """The source line around the finding, and a line of marks under the damage."""
    room = max(presentation.width - len(MARGIN), 20)
    damage = _fitted(
        visible(finding.text.splitlines()[0] if finding.text.strip() else finding.text), room // 2
    )
    before = _fitted(visible(finding.before).lstrip()[::-1], (room - _width(damage)) // 2)[::-1]
    after = _fitted(visible(finding.after), room - _width(before) - _width(damage))
    marks = " " * _width(before) + "^" * max(_width(damage), 1)
    color = str(finding.severity)
    yield f"{MARGIN}{before}{_paint(damage, color, presentation)}{after}".rstrip()
    yield f"{MARGIN}{_paint(marks, color, presentation)}"


def _wrapped(text: str, first: int, others: int) -> list[str]:
    """A text in lines of so many columns, broken at spaces."""
    lines, room = [""], first
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if _width(joined) <= room or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
            room = others
    return lines


def _width(text: str) -> int:
    """The columns that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth

    width: int = wcswidth(text)
    return width if width >= 0 else len(text)


def _fitted(text: str, columns: int) -> str:
    """As much of a text as some columns hold."""
    while _width(text) > columns:
        text = text[: -max((_width(text) - columns) // 2, 1)]
    return text


def _end(run: Run, presentation: Presentation) -> Iterator[str]:
    summary = run.summary()
    verdicts = [(summary.passed, "passed"), (summary.failed, "failed"),
                (summary.unreadable, "unreadable")]  # fmt: skip
    counted = ", ".join(f"{count:,} {name}" for count, name in verdicts if count)
    documents = _plural(summary.documents, "document")
    skipped = f"; {skipping(run.skipped)}" if run.skipped else ""
    color = "pass" if run.verdict is Verdict.PASS else "fail"
    yield _paint(f"{documents}: {counted or 'nothing to check'}{skipped}", color, presentation)
    if run.comparison:
        yield f"compared with {visible(run.comparison.name)}: {run.comparison.in_words}"
    if not summary.findings:
        return
    severities = ", ".join(
        _plural(summary.by_severity[str(s)], str(s)) if s is not Severity.INFO
        else f"{summary.by_severity[str(s)]:,} info"
        for s in sorted(Severity, reverse=True)
        if summary.by_severity[str(s)]
    )  # fmt: skip
    yield f"{_plural(summary.findings, 'finding')}: {severities}"
    import shlex  # which a clean run does not need

    named = [shlex.quote(visible(path)) for path in presentation.paths if path != "-"]
    paths = " ".join(named[:FIRST]) + (" …" if named[FIRST:] else "")
    if summary.repairable:
        yield f"{_plural(summary.repairable, 'safe repair')}: textproof fix {paths}"
    if summary.likely:
        yield f"{_plural(summary.likely, 'likely repair')}: textproof fix --unsafe --diff {paths}"
    errors = [f for result in run.results for f in result.findings if f.severity is Severity.ERROR]
    if errors:
        rule = Counter(finding.rule for finding in errors).most_common(1)[0][0]
        yield f"More on a rule: textproof explain {rule}"


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
