"""textproof: a test harness for documents.

It finds text that was damaged on its way, scripts that were mixed, metadata that broke and sections
that are missing, and says where, why and how to repair it.

>>> import textproof
>>> result = textproof.check_text("企業(yè)的發(fā)展戰(zhàn)略")
>>> [(f.rule, f.line, f.column, f.text) for f in result.findings][0]
('pinyin-gloss', 1, 3, '(yè)')
>>> textproof.fix_text("企業(yè)的發(fā)展戰(zhàn)略").text
'企業的發展戰略'
"""

from __future__ import annotations

import importlib

__version__ = "0.1.0"

_MODULES = {
    "check_text": "textproof.runner",
    "check_bytes": "textproof.runner",
    "check_paths": "textproof.runner",
    "fix_text": "textproof.fixing",
    "FixResult": "textproof.fixing",
    "explain": "textproof.explanation",
    "Explanation": "textproof.explanation",
    "Config": "textproof.config",
    "ConfigError": "textproof.config",
    "DocumentResult": "textproof.results",
    "Finding": "textproof.finding",
    "Repair": "textproof.finding",
    "Safety": "textproof.finding",
    "Severity": "textproof.finding",
    "Verdict": "textproof.finding",
}

__all__ = [
    "Config",
    "ConfigError",
    "DocumentResult",
    "Explanation",
    "Finding",
    "FixResult",
    "Repair",
    "Safety",
    "Severity",
    "Verdict",
    "__version__",
    "check_bytes",
    "check_paths",
    "check_text",
    "explain",
    "fix_text",
]

TYPE_CHECKING = False  # as in `typing`, whose import would take longer than all of this
if TYPE_CHECKING:
    from textproof.config import Config, ConfigError
    from textproof.explanation import Explanation, explain
    from textproof.finding import Finding, Repair, Safety, Severity, Verdict
    from textproof.fixing import FixResult, fix_text
    from textproof.results import DocumentResult
    from textproof.runner import check_bytes, check_paths, check_text


def __getattr__(name: str) -> object:
    """Import a public name when it is first used, so that `import textproof` costs nothing."""
    if name not in _MODULES:
        raise AttributeError(f"module 'textproof' has no attribute {name!r}")
    value = getattr(importlib.import_module(_MODULES[name]), name)
    globals()[name] = value
    return value
