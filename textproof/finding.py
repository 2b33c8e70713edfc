"""What textproof says about a document: defects, findings, repairs and the verdict.

A *rule* yields :class:`Defect`\\ s: a span of the document and what is wrong there. The runner
places each one in the document (line, column, bytes, fingerprint), and that is a
:class:`Finding`. Offsets are code points of the decoded text; lines and columns are 1-based.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, IntEnum
from typing import NamedTuple

CONTEXT = 60
"""Code points of the line that are kept on each side of a finding."""

NOTHING: Mapping[str, object] = {}
"""No details: the same for all, and never changed."""


class Severity(IntEnum):
    """How sure and how bad a finding is.

    An *error* is sure damage or a broken contract, a *warning* is likely damage, an *info* is
    worth a look.

    >>> Severity.of("warning") < Severity.ERROR
    True
    """

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()

    @classmethod
    def of(cls, name: str) -> Severity:
        """The severity with a (lower-case) name; ``ValueError`` where there is none."""
        for severity in cls:
            if str(severity) == name:
                return severity
        raise ValueError(f"no severity “{name}”: one of error, warning, info")


class Safety(Enum):
    """Whether a repair is proved (never wrong) or likely."""

    SAFE = "safe"
    UNSAFE = "unsafe"

    def __str__(self) -> str:
        return self.value


class Verdict(Enum):
    """What became of a document, and of a run."""

    PASS = "pass"
    FAIL = "fail"
    UNREADABLE = "unreadable"

    def __str__(self) -> str:
        return self.value


class Repair(NamedTuple):
    """The text that should stand in place of a finding's span.

    ``encoding`` is given where the document as a whole is to be written in another encoding.
    """

    text: str
    safety: Safety = Safety.UNSAFE
    encoding: str | None = None


class Defect(NamedTuple):
    """What a rule yields: one defect in one place of the decoded text.

    ``places`` holds the further spans of a defect of the whole document (``start`` and ``end`` are
    its first); a repair's text goes into each of them. ``severity`` is given where it differs from
    the rule's own. A defect that is about something missing has the span (0, 0).
    """

    start: int
    end: int
    message: str
    repair: Repair | None = None
    severity: Severity | None = None
    confidence: float = 1.0
    places: tuple[tuple[int, int], ...] = ()
    detail: Mapping[str, object] = NOTHING


class Finding(NamedTuple):
    """One defect in one place, placed in its document.

    ``start`` and ``end`` are code points of the decoded text, ``byte_start`` and ``byte_end``
    bytes of the file (of the text in UTF-8 where there was no file), lines and columns are 1-based
    code points, ``end_column`` is one past the last. ``before`` and ``after`` are the text on the
    same line around ``text``. ``fingerprint`` stays the same when other lines come and go.
    """

    rule: str
    validator: str
    severity: Severity
    message: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    byte_start: int
    byte_end: int
    text: str
    repair: Repair | None
    confidence: float
    detail: Mapping[str, object]
    fingerprint: str
    before: str = ""
    after: str = ""

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Every span of the finding: its own and those of ``detail["places"]``."""
        places = self.detail.get("places", ())
        assert isinstance(places, tuple)
        return ((self.start, self.end), *((place["start"], place["end"]) for place in places))
