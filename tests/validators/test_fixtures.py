"""Every class of defects of documents has its fixtures in every format that can have it: at least
three that are damaged, and three near misses.

Damaged ones are the rule's own cases and whole documents with its defect; near misses are the
rule's own negatives and whole documents that are good, of which no rule may say anything.
"""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from textproof.formats import format_of

HERE = Path(__file__).parent
LEAST = 3

WRITTEN = "plain markdown html rst"
FORMATS = {
    "missing-field": f"{WRITTEN} xml po",
    "empty-field": f"{WRITTEN} xml",
    "placeholder": f"{WRITTEN} xml po csv json yaml",
    "run-together": WRITTEN,
    "bad-date": f"{WRITTEN} xml po",
    "future-date": f"{WRITTEN} xml po",
    "dates-disagree": WRITTEN,
    "field-format": f"{WRITTEN} xml po",
    "duplicate-field": f"{WRITTEN} po",
    "broken-front-matter": "markdown",
    "broken-json-ld": "html",
    "language-mismatch": "markdown html xml po",
    "malformed-url": "markdown html",
    "title-mismatch": "markdown html",
    "missing-section": f"{WRITTEN} xml",
    "empty-section": f"{WRITTEN} xml",
    "section-order": f"{WRITTEN} xml",
    "duplicate-section": WRITTEN,
    "short-section": f"{WRITTEN} xml",
    "boilerplate-only": WRITTEN,
    "boilerplate": "plain markdown rst",  # a page still is in its template
    "heading-jump": "markdown html",  # levels of reStructuredText and of numbers cannot be skipped
    "several-titles": "markdown html rst",  # no line of plain text is more of a title than others
    "truncated": f"{WRITTEN} xml",
    "unclosed": WRITTEN,
    "dangling-reference": f"{WRITTEN} xml",
    "stale-contents": WRITTEN,
    "duplicate-paragraph": WRITTEN,
    "wrong-document": f"{WRITTEN} csv json",
}
"""The formats in which a document can have the defect of each rule."""


def _read(name):
    return tomllib.loads((HERE / name).read_text("utf-8"))


def _format(case):
    return format_of(case.get("path"))


def _kept():
    return [
        path
        for validator in ("metadata", "sections")
        for path in sorted((HERE / validator).glob("*.toml"))
    ]


def _counts(rule):
    """How many damaged ones and near misses of a rule there are, by format."""
    path = next(path for path in _kept() if path.stem == rule.replace("-", "_"))
    groups = _read(path.relative_to(HERE))
    own = [case for name in ("in-the-wild", "synthetic") for case in groups.get(name, [])]
    whole = [case for case in _read("damaged_documents.toml")["document"] if case["rule"] == rule]
    damaged = Counter(map(_format, own + [case for case in whole if "known" not in case]))
    near = Counter(map(_format, groups["negative"] + _read("good_documents.toml")["document"]))
    return damaged, near


def test_every_rule_of_documents_says_its_formats():
    """And no other does."""
    assert {path.stem.replace("_", "-") for path in _kept()} == set(FORMATS)


@pytest.mark.parametrize(
    ("rule", "format"),
    [(rule, format) for rule, formats in FORMATS.items() for format in formats.split()],
)
def test_three_damaged_ones_and_three_near_misses(rule, format):
    """Of each class and format."""
    damaged, near = _counts(rule)
    assert damaged[format] >= LEAST
    assert near[format] >= LEAST
