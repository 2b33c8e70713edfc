"""Damage by extractors, and good text that looks like it."""

import pytest
from cases import check_case, rule_cases

from textproof import check_text


@rule_cases(__file__)
def test_extraction_damage(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "extraction-damage")


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("lam-alef", "في المرة األولى"),
        ("column", "t\nh\ne\nr\ni\nv\ne\nr\nr\no\ns\ne\n"),
        ("hyphenation", "An exam- ple is an example, docu- ment or con- tent."),
        ("footnotes", "The river rose.1 Many people left,2 and it stood empty.3 It was over."),
    ],
)
def test_the_detail_names_the_kind(kind, text):
    """Reports can count each kind of damage on its own."""
    kinds = {f.detail["kind"] for f in check_text(text).findings if f.rule == "extraction-damage"}
    assert kinds == {kind}
