"""The verdict of a run as a headline: a word or two, and a sentence."""

from __future__ import annotations

import re

from textproof.reports._language import Language
from textproof.results import Run, Summary


def verdict_word(run: Run, language: Language) -> str:
    """The verdict of a run, or that it had nothing to judge.

    >>> verdict_word(Run(()), Language()), verdict_word(Run(()), Language("zh"))
    ('Nothing to check', '无可检查')
    """
    said = language.say(run.verdict.value if run.results else "nothing to check")
    return said[:1].upper() + said[1:]


def headline(summary: Summary, language: Language) -> str:
    """How many documents failed and could not be read, or that all passed, in one sentence."""
    whole = summary.documents
    if not whole:
        return language.say("No document was checked.")
    if summary.passed == whole:
        text = "The document passed." if whole == 1 else "All {count} documents passed."
        return language.say(text, count=whole)
    if summary.failed == whole:
        text = "The document failed." if whole == 1 else "All {count} documents failed."
        return language.say(text, count=whole)
    texts = {
        "{failed} of {documents} documents failed": summary.failed,
        "{unreadable} of {documents} documents could not be read": summary.unreadable,
    }
    counts = summary._asdict()
    parts = [
        language.say(text, **{name: counts[name] for name in re.findall(r"{(\w+)}", text)})
        for text, count in texts.items()
        if count
    ]
    return language.say(", ").join(parts) + language.say(".")
