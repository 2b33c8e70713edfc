"""Those who are compared: each says whether a text is damaged, and what it should be."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import ftfy
import ftfy.badness
from case import Case

import textproof
from textproof import Config, Severity

CONFIG = Config(ignore=("encoding", "metadata", "sections"))
"""What is wrong with bytes, fields and sections is not what is compared here."""


class Peer(NamedTuple):
    """A tool: what it says of a text (whether it is damaged, and the repaired text)."""

    read: Callable[[str], tuple[bool, str]]

    def judge(self, case: Case) -> tuple[bool, bool]:
        """Whether a damaged text is detected, and given back as the tool leaves the clean one."""
        found, repaired = self.read(case.damaged)
        return found, repaired in (case.clean, self.read(case.clean)[1])


@lru_cache(maxsize=10_000)
def _textproof(text: str) -> tuple[bool, str]:
    findings = textproof.check_text(text, config=CONFIG).findings
    if not findings:
        return False, text
    found = any(finding.severity >= Severity.WARNING for finding in findings)
    return found, textproof.fix_text(text, unsafe=True, config=CONFIG).text


def _ftfy(text: str) -> tuple[bool, str]:
    fixed = ftfy.fix_encoding(text)
    return ftfy.badness.is_bad(text) or fixed != text, fixed


PEERS = {"textproof": Peer(_textproof), "ftfy": Peer(_ftfy)}
"""The tools by the name of their package."""

try:
    import plsfix
except ImportError:
    pass
else:

    def _plsfix(text: str) -> tuple[bool, str]:
        fixed = plsfix.fix_text(text)
        return fixed != text, fixed

    PEERS["plsfix"] = Peer(_plsfix)
