"""JSON Lines: for streams. A line for each document, and one for the run at the end.

A document's line is what the JSON report lists under `documents`, and the last line is the JSON
report without them, so each is told by its keys: `findings` or `summary`. The run comes last since
only then its counts are known; where it is missing, the run was cut off. `jsonl.schema.json`
describes a line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from textproof.reports import Presentation
from textproof.reports.json import TOOL, VERSION, document
from textproof.results import Run

_ESCAPED = re.compile("[\x85\u2028\u2029\ud800-\udfff]")
"""What JSON may hold as it is and a line may not: some readers end a line at the first three, and
a lone surrogate has no UTF-8."""


def render(run: Run, presentation: Presentation) -> str:
    """The report as lines of JSON."""
    summary = {
        name: dict(value) if isinstance(value, Mapping) else value
        for name, value in run.summary()._asdict().items()
    }
    last = {
        "format": VERSION,
        "tool": TOOL,
        "verdict": str(run.verdict),
        "fail_on": str(run.fail_on),
        "summary": summary,
    }
    return "".join([*(_line(document(result)) for result in run.results), _line(last)])


def _line(record: Mapping[str, object]) -> str:
    text = json.dumps(record, ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"
