"""HTML: one page that a person opens, reads and sends on.

It needs no network and no JavaScript: the script filters, sorts and opens what is folded. The
content security policy lets nothing run or load but the page's own style and script, by their
hashes, and every text from a document is made visible and escaped on its way into the page.
"""

from __future__ import annotations

import re
import shlex
from base64 import b64encode
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from hashlib import blake2b, sha256
from importlib.resources import files
from typing import NamedTuple

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from textproof import __version__
from textproof.codec_names import shown
from textproof.finding import Finding, Severity
from textproof.reports import Presentation
from textproof.reports._charts import charts, trend, verdict_band
from textproof.reports._display import shown_path, visible
from textproof.reports._documentation import parts
from textproof.reports._excerpts import excerpt, repaired
from textproof.reports._headline import headline, verdict_word
from textproof.reports._language import Language
from textproof.reports._ranking import worst_documents
from textproof.results import DocumentResult, Run, skipping

ROWS = 1_000
"""Documents in the table, the worst first."""

DETAILED = 500
"""Documents that are shown with their findings, the worst first."""

MOST = (50, 20, 10, 5, 3)
"""Findings of one rule in one document that are on the page: the first of these numbers ..."""

PAGE = 5_000
"""... with which the page holds no more than so many; a browser opens it at once."""

FIRST = 10
"""Findings of one rule in one document that stand open; the others are folded."""

PLACES = 20
"""Places of one finding that are listed."""

GONE = 100
"""Findings that are gone since an earlier run that are listed."""


class Item(NamedTuple):
    """A finding on the page: its id, and whether an earlier run did not have it."""

    id: str
    finding: Finding
    is_new: bool


class Block(NamedTuple):
    """The findings of one rule in one document: those on the page, and how many there are."""

    rule: str
    severity: Severity
    findings: Sequence[Item]
    total: int


class Entry(NamedTuple):
    """A document on the page; it has an id where its findings are shown."""

    result: DocumentResult
    counts: Counter[Severity]
    id: str = ""
    blocks: Sequence[Block] = ()
    new: int = 0


def render(run: Run, presentation: Presentation) -> str:
    """The report as an HTML page. With ``presentation.every`` nothing is left out."""
    language = Language(presentation.language)
    style, script = _asset("html.css"), _asset("html.js")
    summary = run.summary()
    known = {rule.name: rule for rule in run.rules}
    found = [{finding.rule for finding in result.findings} for result in run.results]
    template = _environment().from_string(_asset("html.jinja"))
    return template.render(
        policy=_policy(style, script),
        style=Markup(style),
        script=Markup(script),
        version=__version__,
        run=run,
        summary=summary,
        severities=sorted(Severity, reverse=True),
        language=language,
        say=language.say,
        counts=language.counts,
        verdict=verdict_word(run, language),
        headline=headline(summary, language),
        columns=_columns(run, language),
        trends=_trends(run, language),
        gone=GONE,
        skipped=skipping(run.skipped),
        paths=_named(presentation.paths),
        band=verdict_band(run, language),
        charts=charts(run, language),
        entries=_entries(run, presentation.every),
        with_findings=sum(map(bool, found)),
        with_rule=Counter(rule for rules in found for rule in rules),
        rules={name: known[name] for name in summary.by_rule if name in known},
        first=FIRST,
        places=PLACES,
    )


def _environment() -> Environment:
    """Templates in which every text is made visible, then escaped."""
    environment = Environment(
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    filters = (excerpt, explained, marked_up, quoted, repaired, shown, shown_path)
    environment.filters |= {function.__name__: function for function in filters}
    return environment


def _shown(value: object) -> object:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _asset(name: str) -> str:
    return files("textproof.reports").joinpath(name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """A content security policy under which only this style and this script count."""
    hashes = (b64encode(sha256(text.encode()).digest()).decode() for text in (style, script))
    return (
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    ).format(*hashes)


def _columns(run: Run, language: Language) -> dict[str, str]:
    """The columns of the table that only some runs have something for: titles, and what they are
    of a result."""
    said = {"Language": "language", "Contract": "contract"}
    filled = {
        title: name
        for title, name in said.items()
        if any(getattr(result, name) for result in run.results)
    }
    return {language.say(title): name for title, name in filled.items()}


def _trends(run: Run, language: Language) -> list[tuple[str, Markup, list[tuple[str, int]]]]:
    """Lines over the runs before and this one, each with its title and its runs."""
    if not run.comparison:
        return []
    past, summary = run.comparison.trend, run.summary()
    now = language.say("now")
    counts = {
        "Findings per run": [
            *((each.name, len(each.findings)) for each in past),
            (now, summary.findings),
        ],
        "Failed documents per run": [
            *((each.name, each.failed) for each in past),
            (now, summary.failed + summary.unreadable),
        ],
    }
    titled = {language.say(title): points for title, points in counts.items()}
    return [(title, trend(title, points), points) for title, points in titled.items()]


def _named(paths: Sequence[str]) -> str:
    """The paths as arguments of a command, the first few of many."""
    named = [shlex.quote(visible(path)) for path in paths if path != "-"]
    return " ".join([*named[:3], "…"] if len(named) > 3 else named) or "PATH"


def _entries(run: Run, every: bool) -> list[Entry]:
    """The documents on the page, the worst first."""
    ranked = worst_documents(run.results)
    number = {id(result): n for n, result in enumerate(run.results)}
    new: dict[int, set[int]] = {}
    for document, place in run.comparison.new if run.comparison else ():
        new.setdefault(document, set()).add(place)
    rows, detailed = (len(ranked), len(ranked)) if every else (ROWS, DETAILED)
    most = run.summary().findings if every else _most(ranked[:detailed])
    taken: Counter[str] = Counter()
    entries = []
    for rank, result in enumerate(ranked[:rows]):
        counts = Counter(finding.severity for finding in result.findings)
        places = new.get(number[id(result)], set())
        name: str = ""
        blocks: tuple[Block, ...] = ()
        if result.findings and rank < detailed:
            name = _document_id(result, taken)
            blocks = tuple(_blocks(result, most, taken, places))
        entries.append(Entry(result, counts, name, blocks, len(places)))
    return entries


def _most(results: Sequence[DocumentResult]) -> int:
    """So many findings of one rule in one document fit on the page."""
    sizes = [n for r in results for n in Counter(f.rule for f in r.findings).values()]
    fitting = (most for most in MOST if sum(min(n, most) for n in sizes) <= PAGE)
    return next(fitting, MOST[-1])


def _blocks(
    result: DocumentResult, most: int, taken: Counter[str], new: Container[int]
) -> Iterator[Block]:
    """The findings of a document by rule, the worst first, then the most frequent; of a rule those
    first that are new."""
    by_rule: dict[str, list[tuple[Finding, bool]]] = {}
    for place, finding in enumerate(result.findings):
        by_rule.setdefault(finding.rule, []).append((finding, place in new))
    worst = {rule: max(finding.severity for finding, _ in found) for rule, found in by_rule.items()}
    for rule in sorted(by_rule, key=lambda rule: (-worst[rule], -len(by_rule[rule]))):
        found = sorted(by_rule[rule], key=lambda item: not item[1])
        shown = [
            Item(_once(f"f-{finding.fingerprint}", taken), finding, is_new)
            for finding, is_new in found[:most]
        ]
        yield Block(rule, worst[rule], shown, len(found))


def _document_id(result: DocumentResult, taken: Counter[str]) -> str:
    path = (result.path or "").encode("utf-8", "surrogatepass")
    return _once(f"d-{blake2b(path, digest_size=6).hexdigest()}", taken)


def _once(name: str, taken: Counter[str]) -> str:
    """A name that no other place of the page has."""
    taken[name] += 1
    return name if taken[name] == 1 else f"{name}-{taken[name]}"


def quoted(message: str, language: str | None) -> Markup:
    """A message, what it quotes from the document set apart, in its own direction."""
    quote = Markup('“<bdi lang="{}">{}</bdi>”')
    lang = visible(language or "")
    parts = [visible(part) for part in re.split("“([^”]*)”", message)]
    return Markup("").join(
        quote.format(lang, part) if odd % 2 else escape(part) for odd, part in enumerate(parts)
    )


def explained(documentation: str) -> list[tuple[str, list[str]]]:
    """A rule's documentation: its headings (the first part has none) and their paragraphs.

    >>> explained("Bad.\\n\\nWhy it matters\\n    It is\\n    bad.\\n\\n    Really.")
    [('', ['Bad.']), ('Why it matters', ['It is\\nbad.', 'Really.'])]
    """
    return [(heading, re.split(r"\n\s*\n", body)) for heading, body in parts(documentation)]


def marked_up(paragraph: str) -> Markup:
    """A paragraph of documentation, with its `code` and *emphasis*."""
    kinds = {"`": Markup("<code>{}</code>"), "*": Markup("<em>{}</em>")}
    parts = re.split(r"(`[^`]+`|\*\w[^*]*\*)", " ".join(paragraph.split()))
    return Markup("").join(
        kinds[part[0]].format(visible(part[1:-1])) if index % 2 else escape(visible(part))
        for index, part in enumerate(parts)
    )
