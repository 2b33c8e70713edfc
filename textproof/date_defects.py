"""What is certainly wrong with the value of a date field.

>>> what_is_wrong("2022-02-30"), what_is_wrong("31.04.2022"), what_is_wrong("2022-09-17 25:61")
('no date: day is out of range for month', 'no date in any order of day and month', 'no time')
>>> what_is_wrong("17 September 2022"), what_is_wrong("last week")
(None, None)
"""

from __future__ import annotations

import re
from datetime import date

from textproof.dates import YEARS, read_date
from textproof.lazy import compiled
from textproof.placeholders import placeholder_in

_TIME = compiled(
    r"[12][0-9]{3}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?:[T ]\s*)(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2}))?(?![0-9:])"
)
_NUMBERS = compiled(
    r"(?P<first>[0-9]{1,2})(?P<mark>[./-])\s?(?P<second>[0-9]{1,2})(?P=mark)\s?(?P<year>[0-9]{4})"
    r"(?:[T ,].*)?"
)
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_NAMED = compiled(
    rf"(?:[a-z]{{3,9}},? )?(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)? (?:{_MONTHS})[a-z]{{0,6}}\.?"
    rf"|(?:{_MONTHS})[a-z]{{0,6}}\.? (?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th)?),? [0-9]{{4}}\b.*",
    re.IGNORECASE,
)
_NONE = compiled(
    r"invalid date.*|nan(?:[-/ ]nan)+.*|-0001-11-30.*|0000-00-00.*|(?:undefined|null)-.*",
    re.IGNORECASE,
)
_ANY_DIGIT = compiled(r"\d|[〇一二三四五六七八九十０-９]")
_WORDS = compiled(r"[^\W\d_]+(?:[ '’-][^\W\d_]+){0,5}[.!?]?|\?+")
_LONG_YEAR = compiled(r"[0-9]{5,6}-[0-9]{2}-[0-9]{2}\b.*")
_KEYWORDS = compiled(
    r"(?:to ?day|now|none|null|nil|true|false|yes|no|never|draft|auto(?:matic)?|always|git|hidden"
    r"|last.modified|disable\w*|enable\w*|unknown|undated|n\.?d|s\.?d|various|ongoing"
    rf"|(?:{_MONTHS})\w*)\W*",
    re.IGNORECASE,
)
"""What site generators take for a date, and what says that there is none."""


def what_is_wrong(value: str) -> str | None:
    """Why a value that looks like a date is none, or None."""
    value = value.strip()
    if _NONE.fullmatch(value):
        return "what a program writes for no date"
    try:
        read_date(value)
    except ValueError as error:
        return f"no date: {error}"
    if _LONG_YEAR.fullmatch(value):
        return f"no date: its year has {value.index('-')} digits"
    return _no_day(value) or _no_time(value)


def _no_day(value: str) -> str | None:
    numbers = _NUMBERS.fullmatch(value)
    if numbers and int(numbers["year"]) in YEARS:
        first, second, year = (int(numbers[name]) for name in ("first", "second", "year"))
        if not (_exists(year, second, first) or _exists(year, first, second)):
            return "no date in any order of day and month"
    named = _NAMED.fullmatch(value)
    if named and int(named["day"] or named["day2"]) > 31:
        return f"no date: there is no day {named['day'] or named['day2']}"
    return None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


def _no_time(value: str) -> str | None:
    time = _TIME.match(value)
    if not time:
        return None
    hour, minute, second = (int(time[name] or 0) for name in ("hour", "minute", "second"))
    late = hour > 24 or (hour == 24 and minute > 0)
    return "no time" if late or minute > 59 or second > 60 else None


def is_words(value: str) -> bool:
    """Whether a value is words and no date in any form: `last week`, but not `March` or `today`.

    >>> is_words("last week"), is_words("today"), is_words("Spring 2022"), is_words("二〇二二年")
    (True, False, False, False)
    """
    told = _WORDS.fullmatch(value) and not _ANY_DIGIT.search(value)
    return bool(told and not _KEYWORDS.fullmatch(value) and not placeholder_in(value))
