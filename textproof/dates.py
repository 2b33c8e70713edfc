"""Reading the dates of metadata: ISO 8601, `2022年9月17日`, `17 September 2022`, `Sept. 17, 2022`,
`17. September 2022` and `17 de mayo de 2022`, `17.09.2022`.

Nothing is guessed: what is no date in one of these forms is none, and so is one that may belong to
another calendar (`1402-02-31` is a day of the Persian one, `2567-02-29` of the Thai one).

>>> read_date("2022-09-17 11:45:40")
datetime.datetime(2022, 9, 17, 11, 45, 40)
>>> read_date("2022年9月17日").day, read_date("Sept. 17, 2022").month, read_date("last week")
(17, 9, None)
>>> read_date("2022-02-30")
Traceback (most recent call last):
ValueError: day is out of range for month
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta, timezone

from textproof.lazy import compiled

YEARS = frozenset((*range(1583, 2400), *range(2750, 4250)))
"""The years of the Gregorian calendar that are judged, which are no years of today in the Thai, the
Japanese or the Korean count; and `0000-00-00`, which databases write for no date."""

_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_CJK_WEEKDAY = (
    r"(?:\s*[(（]?(?:星期|週|周|礼拜|禮拜)?[一二三四五六日天月火水木金土월화수목금토일]"
    r"(?:曜日?|요일)?[)）]?)?"
)
_TIME = (
    r"(?:(?:\s*T\s*|[\s,，]+|\s*at\s+)(?P<hour>[01]?[0-9]|2[0-4])[:：時时](?P<minute>[0-5][0-9])"
    r"(?:[:：分](?P<second>[0-5][0-9])(?:\.[0-9]+)?秒?|分)?(?:\s*(?P<half>[ap])\.?m\.?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-][01][0-9](?::?[0-5][0-9])?)?)?"
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = rf"(?P<name>(?:{'|'.join(_MONTHS)})[a-z]*)\.?"
_DAY = r"(?P<day>[0-9]{1,2})"
_OF = r"(?:\s+de[l]?)?\s+"
_DAY_OF_31 = r"(?P<day>0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})"
_FORMS = [
    compiled(pattern + _TIME, re.IGNORECASE)
    for pattern in (
        rf"{_YEAR}(?P<mark>[-/.])(?P<month>[0-9]{{1,2}})(?P=mark){_DAY}{_CJK_WEEKDAY}",
        rf"{_YEAR}\s*[年년]\s*(?P<month>[0-9]{{1,2}})\s*[月월]\s*{_DAY}\s*[日号號일]{_CJK_WEEKDAY}",
        rf"{_WEEKDAY}{_DAY_OF_31} {_MONTH},? {_YEAR}",
        rf"{_WEEKDAY}{_MONTH} {_DAY_OF_31},? {_YEAR}",
        # the day comes first wherever points are between
        rf"{_DAY}(?P<point>\.)\s?(?P<month>0?[1-9]|1[0-2])\.\s?{_YEAR}",
        rf"(?:[^\W\d_]+,?\s)?{_DAY_OF_31}(?:\.|er|º|°)?{_OF}(?P<foreign>[^\W\d_]{{3,10}}){_OF}{_YEAR}"
        r"(?:\s*г(?:\.|ода)?|\s*р\.)?",
    )
]
_WORDS = {"january", "february", "march", "april", "june", "july", "august", "september",
          "october", "november", "december", "sept"}  # fmt: skip


def read_date(text: str) -> datetime | None:
    """The date that a value is, or None where it is none that is known.

    ``ValueError`` where it has the form of a date that does not exist.
    """
    for form in _FORMS:
        match = form.fullmatch(text.strip())
        if match:
            parts = match.groupdict()
            year, month = int(parts["year"]), _month(parts)
            if (
                parts.get("point")
                and not 0 < int(parts["day"]) <= monthrange(year or 1, month or 1)[1]
            ):
                return None  # in another order it may be one
            if month is not None and (year in YEARS or year == month == 0):
                day = datetime(year, month, int(parts["day"]), tzinfo=_zone(parts["zone"]))
                return day + _time(parts)
    return None


def _month(parts: dict[str, str | None]) -> int | None:
    if foreign := parts.get("foreign"):
        from textproof.tables.months import MONTHS

        return MONTHS.get(foreign.lower())
    name = parts.get("name")
    if name is None:
        return int(parts["month"] or 0)
    if name.lower() in _WORDS or len(name) == 3:
        return _MONTHS.index(name[:3].lower()) + 1
    return None


def _time(parts: dict[str, str | None]) -> timedelta:
    """The time of the day; 24:00 is the end of it."""
    hour = int(parts["hour"] or 0)
    if parts["half"] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if parts["half"] in "pP" else 0)
    return timedelta(
        hours=hour, minutes=int(parts["minute"] or 0), seconds=int(parts["second"] or 0)
    )


def _zone(zone: str | None) -> timezone | None:
    if zone is None:
        return None
    if zone[0] not in "+-":
        return UTC
    minutes = int(zone[1:3]) * 60 + int(zone[3:].lstrip(":") or 0)
    return timezone(timedelta(minutes=minutes if zone[0] == "+" else -minutes))


def day_of(value: str, zone: str | None = None) -> date | None:
    """The day that a value is in a time zone; None where it is no date, or one that does not exist.

    A time with an offset is taken into the zone, one without is of the zone.

    >>> day_of("2022-09-17T20:00:00Z", "Asia/Shanghai"), day_of("soon")
    (datetime.date(2022, 9, 18), None)
    """
    try:
        moment = read_date(value)
    except ValueError:
        return None
    if moment and moment.tzinfo and zone:
        from zoneinfo import ZoneInfo

        moment = moment.astimezone(ZoneInfo(zone))
    return moment.date() if moment else None
