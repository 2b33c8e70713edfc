"""The types of a field's value, and the values that are of none.

>>> wrong_type("twelve", "number"), wrong_type("1,250.50", "number"), number_of("1,250.50")
('is no number', None, 1250.5)
>>> wrong_type("example.org", "url"), wrong_type("ada@example.org", "email")
('is no URL: it has no scheme, such as https://', None)
>>> wrong_type("zh_TW", "language"), wrong_type("jp", "language")
('is no language tag; did you mean “zh-TW”?', 'is no language tag: “jp” is no language')
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import normalize

from textproof.lazy import compiled

TYPES = ("text", "date", "datetime", "number", "url", "email", "language")
"""A datetime is a date with or without a time; that a date is one is for the rule `bad-date`."""

DATES = ("date", "datetime")

_NUMBER = compiled(
    r"[+-]?(?:\d{1,3}(?:(?P<mark>[,.'’ ])\d{3})(?:(?P=mark)\d{3})*(?:(?!(?P=mark))[.,]\d+)?"
    r"|\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?|[.,]\d+)"
)
_DECIMAL = compiled(r"[+-]?\d+\.\d+")
_URL = compiled(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?P<rest>[^\s<>\"]+)")
_HOST = compiled(
    r"(?:[^\s/?#@]*@)?(?:\[[0-9A-Fa-f:.]+\]|(?:[^\W_](?:[\w-]*[^\W_])?\.)*[^\W_](?:[\w-]*[^\W_])?\.?)"
    r"(?::(?P<port>\d*))?(?=[/?#]|\Z)"
)
_EMAIL = compiled(
    r"[\w.!#$%&'*+/=?^`{|}~-]+(?<!\.)@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_](?:[\w-]*[^\W_])"
)
_LANGUAGE = compiled(
    r"(?P<language>[A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?"
    r"(?:-(?:[A-Za-z\d]{5,8}|\d[A-Za-z\d]{3}))*(?:-[A-WY-Za-wy-z\d](?:-[A-Za-z\d]{2,8})+)*"
    r"(?:-[xX](?:-[A-Za-z\d]{1,8})+)?"
)
"""A tag by RFC 5646, as far as its form goes."""


def wrong_type(value: str, type: str) -> str | None:
    """Why a value is none of a type; None where it is one, or where another rule says it."""
    check = _CHECKS.get(type)
    return check(value) if check else None


def number_of(value: str) -> float | None:
    """The number that a value is, with marks of thousands or a decimal comma; None for no number.

    `1,250` and `1.250.000` have marks of thousands; `1.250` is a decimal number, as in data.
    """
    digits = normalize("NFKC", value).replace("−", "-").strip()
    match = _NUMBER.fullmatch(digits)
    if match is None:
        return None
    if match["mark"] and not _DECIMAL.fullmatch(digits):
        digits = digits.replace(match["mark"], "")
    return float(digits.replace(",", "."))


def _wrong_number(value: str) -> str | None:
    return "is no number" if number_of(value) is None else None


def _wrong_url(value: str) -> str | None:
    match = _URL.fullmatch(value)
    if match is None:
        if re.search(r"\s", value):
            return "is no URL: it has white space in it"
        return "is no URL" + ("" if "://" in value else ": it has no scheme, such as https://")
    if match["scheme"].lower() == "file":
        return None
    host = _HOST.match(match["rest"])
    if host is None:
        return "is no URL: it has no host"
    return "is no URL: it has no such port" if int(host["port"] or 0) > 65535 else None


def _wrong_email(value: str) -> str | None:
    return None if _EMAIL.fullmatch(value) and ".." not in value else "is no e-mail address"


def _wrong_language(value: str) -> str | None:
    match = _LANGUAGE.fullmatch(value)
    if match is None:
        tag = value.replace("_", "-")
        near = f"; did you mean “{tag}”?" if "_" in value and _LANGUAGE.fullmatch(tag) else ""
        return f"is no language tag{near}"
    language = match["language"].lower()
    if len(language) == 2 and language not in _language_codes():
        return f"is no language tag: “{match['language']}” is no language"
    return None


@cache
def _language_codes() -> frozenset[str]:
    from textproof.tables.languages import SCRIPTS

    return frozenset(code for codes in SCRIPTS.values() for code in codes.split())


_CHECKS = {
    "number": _wrong_number,
    "url": _wrong_url,
    "email": _wrong_email,
    "language": _wrong_language,
}
