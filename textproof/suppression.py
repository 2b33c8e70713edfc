"""Findings that the author of a document has looked at and means: `textproof: ignore[rule] reason`.

A comment names rules or validators, by commas; without a list it is about all of them.

- `ignore` holds for its own line, and where nothing else stands there for the next line too, or the
  entry of a catalogue, the paragraph of reStructuredText that it stands over;
- `ignore-start` holds from its line to that of the `ignore-end` that names the same rules, or names
  none and ends all; without an end, to the end of the document;
- `ignore-file`, wherever it stands, holds for the whole document.

A finding is on the line where it begins. A comment is what the format calls one: `<!-- … -->` in
Markdown, HTML and XML, `# …` in the front matter of Markdown, in YAML and PO, `.. …` in
reStructuredText; CSV has none. Plain text, and what is read as such, has `<!-- … -->` anywhere,
`#`, `//`, `%` and `;` after white space or at the start of a line, and `..` only there. What stands
in code, or elsewhere where the format has no prose, is text about suppressions.

A comment that suppresses nothing and a name that no rule has are findings of :data:`UNUSED`, which
is no rule that could be selected: what is unused shows when all rules have run.

>>> from textproof import check_text
>>> check_text("Ã©tÃ© <!-- textproof: ignore[wrong-decode] an example -->").findings
()
>>> check_text("été <!-- textproof: ignore[wrong-decode] an example -->").findings[0].rule
'unused-suppression'
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from textproof.config import Config, ConfigError, selected_rules
from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.formats import load
from textproof.front_matter import FRONT_MATTER
from textproof.lazy import compiled
from textproof.placing import Claim
from textproof.rule import Rule
from textproof.spans import SpanSet
from textproof.structure import Comment

UNUSED = Rule(
    name="unused-suppression",
    validator="suppression",
    module=__name__,
    severity=Severity.INFO,
    needs=(),
    yields_to=(),
    summary="A comment that suppresses nothing, or names no rule.",
)
"""What findings about the comments themselves are of. A comment that is left over harms no reader,
so it is an info."""

ALL = ""
"""The name that stands for all rules."""

_WORD = "textproof:"
_MARKUP = ("markdown", "html")
"""The formats whose only comments are `<!-- … -->`."""

_COMMENT = compiled(
    r"(?:(?P<markup><!--)\s*|(?P<hash>(?<![^\s\ufeff])#+)[ \t]*"
    r"|(?:(?<![^\s\ufeff])(?://+|%+|;+)|(?<![^\r\n\ufeff])[ \t]*\.\.)[ \t]*)"
    rf"{_WORD}[ \t]*(?P<kind>ignore(?:-start|-end|-file)?)(?![\w-])"
    # a list that is not closed must not make the comment one about all rules
    r"(?:[ \t]*\[(?P<names>[^\[\]\r\n]*)\]|(?![ \t]*\[))"
    # nor may a comment that is not closed reach over the next one, or many would take for ever
    r"(?(markup)(?s:(?:(?!<!--).)*?)-->|[^\r\n]*)"
)
_NAME = compiled(r"[^\s,](?:[^,]*[^\s,])?")
_STAND_IN = "\ufdd0"
"""Takes the place of a comment to ask whether prose could stand there; no markup has it."""

_INDENTED = compiled(r" {4}| {0,3}\t")
_LIST_ITEM = compiled(r" {0,3}(?:[-*+]|\d+[.)])(?:[ \t]|$)")


class Mark(NamedTuple):
    """One name in a comment, and the lines from ``first`` to ``last`` (1-based) in which what is of
    that name is suppressed: none where ``last`` is before ``first``, as of an end without a start.
    ``start`` and ``end`` are the span of the name, or of the comment if it names no rule."""

    name: str
    first: int
    last: int
    start: int
    end: int


def suppress(document: Document, claims: list[Claim], config: Config) -> list[Claim]:
    """The claims that neither a comment of the document nor the configuration for its path
    suppresses, and those about the comments.

    A rule that crashed fails the run whatever the document says.
    """
    claims = _suppressed_by_comments(document, claims, config)
    ignored = config.ignored_in(document.path)
    if not ignored:
        return claims
    return [
        (rule, severity, defect)
        for rule, severity, defect in claims
        if ignored.isdisjoint({rule.name, rule.validator}) or defect.detail.get("crashed")
    ]


def _suppressed_by_comments(document: Document, claims: list[Claim], config: Config) -> list[Claim]:
    # every document pays for this look; from behind, Python finds a word four times as fast
    marks = find_marks(document) if document.text.rfind(_WORD) >= 0 else []
    if not marks:
        return claims
    suppressed = _by_name((mark.name, mark.first, mark.last + 1) for mark in marks)
    kept, found, crashed = [], [], set()
    for claim in claims:
        rule, _, defect = claim
        if defect.detail.get("crashed"):
            crashed.add(rule.name)
            kept.append(claim)
            continue
        line, _ = document.place(defect.start)
        names = [name for name in (rule.name, rule.validator, ALL) if name in suppressed]
        found += [(name, line, line + 1) for name in names]
        if not any(suppressed[name].overlaps(line, line + 1) for name in names):
            kept.append(claim)
    used = _by_name(found)
    ran = {
        rule.name for rule in selected_rules(config.select, config.ignore, config.plugins)
    } - crashed
    if UNUSED.name in config.ignore:
        return kept
    severity = config.severity.get(UNUSED.name, UNUSED.severity)
    for mark in marks:
        if mark.name not in used or not used[mark.name].overlaps(mark.first, mark.last + 1):
            message = _what_is_wrong(mark, ran, config.plugins)
            if message:
                kept.append((UNUSED, severity, Defect(mark.start, mark.end, message)))
    return kept


def _by_name(spans: Iterable[tuple[str, int, int]]) -> dict[str, SpanSet]:
    """The spans of lines under each name, but for empty ones."""
    named: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for name, start, end in spans:
        if start < end:
            named[name].append((start, end))
    return {name: SpanSet(lines) for name, lines in named.items()}


def _what_is_wrong(mark: Mark, ran: set[str], plugins: tuple[str, ...]) -> str | None:
    """What to say of a comment's name that suppressed nothing. None where a rule of that name did
    not run: it may suppress what that rule would have found."""
    try:
        named = selected_rules((mark.name,) if mark.name else (), (), plugins)
    except ConfigError as error:
        return f"the comment suppresses nothing: {error}"
    if mark.last < mark.first:
        return "the comment ends nothing: no `ignore-start` of the same rules stands before it"
    if not ran.issuperset(rule.name for rule in named):
        return None
    what = f"no finding of {mark.name}" if mark.name else "no finding"
    return f"the comment suppresses nothing: {what} is on its lines"


def find_marks(document: Document) -> list[Mark]:
    """The names in the comments of a document, each with the lines that it is about."""
    marks: list[Mark] = []
    started: defaultdict[str, list[int]] = defaultdict(list)
    end_of_text = len(document.line_starts)
    for comment, reach in _comments(document):
        kind = comment["kind"]
        first, last = (document.place(offset)[0] for offset in comment.span())
        for name, start, end in _names(comment):
            mark = Mark(name, first, last, start, end)
            if kind == "ignore":
                if _stands_alone(document, comment):
                    mark = mark._replace(last=max(last + 1, document.place(reach)[0]))
                marks.append(mark)
            elif kind == "ignore-file":
                marks.append(mark._replace(first=1, last=end_of_text))
            elif kind == "ignore-start":
                started[name].append(len(marks))
                marks.append(mark._replace(last=end_of_text))
            else:
                ended = [i for n in ([name] if name else list(started)) for i in started.pop(n, ())]
                for index in ended:
                    marks[index] = marks[index]._replace(last=last)
                if not ended:
                    marks.append(mark._replace(last=first - 1))
    return marks


def _names(comment: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """The names in a comment and their spans; :data:`ALL` with that of the comment for none."""
    offset = comment.start("names")
    names = list(_NAME.finditer(comment["names"] or ""))
    for name in names:
        yield name[0], offset + name.start(), offset + name.end()
    if not names:
        yield ALL, *comment.span()


def _stands_alone(document: Document, comment: re.Match[str]) -> bool:
    """Whether nothing but a comment is on its lines; the bars of a quotation are nothing."""
    first, last = (document.place(offset)[0] for offset in comment.span())
    before = document.text[document.line_span(first)[0] : comment.start()]
    after = document.text[comment.end() : document.line_span(last)[1]]
    return not before.strip(" \t>\ufeff") and not after.strip()


def _comments(document: Document) -> list[tuple[re.Match[str], int]]:
    """The comments about suppression in a document, without those that are in code; each with the
    offset up to which it holds for what follows."""
    text = document.text
    found = list(_COMMENT.finditer(text))
    known = getattr(load(document.format), "comments", None)
    if known is not None:
        return list(_within(found, list(known(text))))
    if document.format in _MARKUP:
        matter = FRONT_MATTER.match(text) if document.format == "markdown" else None
        body = matter.end() if matter else 0
        found = [c for c in found if c["hash" if c.start() < body else "markup"]]
    if not found:
        return []
    pieces, position = [], 0
    for comment in found:
        stand_in = "<".ljust(len(comment[0]), _STAND_IN)  # as no URL goes on over a comment
        pieces += [text[position : comment.start()], stand_in]
        position = comment.end()
    view = load(document.format).prose("".join([*pieces, text[position:]]))
    prose = {view.source_span(*m.span())[0] for m in re.finditer(f"<(?={_STAND_IN})", view.text)}
    code = _indented_code(document) if document.format == "markdown" else ()
    return [
        (c, 0) for c in found if c.start() in prose and document.place(c.start())[0] not in code
    ]


def _within(
    found: list[re.Match[str]], known: list[Comment]
) -> Iterator[tuple[re.Match[str], int]]:
    """What is found in the comments that a format knows."""
    for match in found:
        index = bisect_left(known, match.end(), key=lambda comment: comment.start) - 1
        # in another comment, markup is text
        within = index >= 0 and match.start() < known[index].end
        if within and (not match["markup"] or match.start() == known[index].start):
            yield match, known[index].reach


def _indented_code(document: Document) -> set[int]:
    """The lines of Markdown's indented code blocks, which its prose view takes for prose: what is
    indented after a blank line, and is not in a list."""
    code: set[int] = set()
    in_list = False
    may_begin = True
    for number in range(1, len(document.line_starts) + 1):
        start, end = document.line_span(number)
        line = document.text[start:end]
        if not line.strip():
            may_begin = True
        elif _INDENTED.match(line):
            if may_begin and not in_list:
                code.add(number)
            else:
                may_begin = False
        else:
            in_list = bool(_LIST_ITEM.match(line)) or (
                in_list and (line.startswith((" ", "\t")) or not may_begin)
            )
            may_begin = False
    return code
