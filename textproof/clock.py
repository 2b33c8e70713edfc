"""The clock: the one place where a check asks what day it is, so that a test can set it."""

from __future__ import annotations

from datetime import UTC, date, datetime


def today() -> date:
    """The day it is, in UTC."""
    return datetime.now(UTC).date()
