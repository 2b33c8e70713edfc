"""Dates that lie in the future, on a day that the tests set."""

from datetime import date

import pytest
from cases import check_case, rule_cases

from textproof import check_text
from textproof.clock import today


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    monkeypatch.setattr("textproof.runner.today", lambda: date(2024, 5, 10))


@rule_cases(__file__)
def test_future_date(case):
    """On 10 May 2024 the rule finds what the case says, and nothing else."""
    check_case(case, "future-date")


def test_the_day_is_that_of_the_clock(monkeypatch):
    """What was in the future is not, once the day has come."""
    text = "---\ntitle: x\ndate: 2024-06-01\n---\nText.\n"
    assert [f.rule for f in check_text(text, path="a.md").findings] == ["future-date"]
    monkeypatch.setattr("textproof.runner.today", lambda: date(2024, 6, 1))
    assert not check_text(text, path="a.md").findings


def test_the_clock_tells_a_day_of_this_century():
    """Unset, the clock is the machine's."""
    assert date(2025, 1, 1) < today() < date(2100, 1, 1)
