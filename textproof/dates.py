"""Reading the dates of metadata: ISO 8601, `2022年9月17日`, `17 September 2022`, `Sept. 17, 2022`.

Nothing is guessed: what is no date in one of these forms is none.

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
from datetime import UTC, datetime, timedelta, timezone

_TIME = (
    r"(?:(?:\s*T\s*|[\s,，]+|\s*at\s+)(?P<hour>\d{1,2})[:：時时](?P<minute>\d{2})"
    r"(?:[:：分](?P<second>\d{2})(?:\.\d+)?秒?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = rf"(?P<name>(?:{'|'.join(_MONTHS)})[a-z]*)\.?"
_FORMS = [
    re.compile(pattern + _TIME, re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})",
        r"(?P<year>\d{4})\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日号號일]",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>\d{{4}})",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
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
            month = _month(parts)
            if month is not None:
                return datetime(
                    int(parts["year"]),
                    month,
                    int(parts["day"]),
                    int(parts["hour"] or 0),
                    int(parts["minute"] or 0),
                    int(parts["second"] or 0),
                    tzinfo=_zone(parts["zone"]),
                )
    return None


def _month(parts: dict[str, str | None]) -> int | None:
    name = parts.get("name")
    if name is None:
        return int(parts["month"] or 0)
    if name.lower() in _WORDS or len(name) == 3:
        return _MONTHS.index(name[:3].lower()) + 1
    return None


def _zone(zone: str | None) -> timezone | None:
    if zone is None:
        return None
    if zone[0] not in "+-":
        return UTC
    minutes = int(zone[1:3]) * 60 + int(zone[-2:])
    return timezone(timedelta(minutes=minutes if zone[0] == "+" else -minutes))
