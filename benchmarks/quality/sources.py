"""Clean text in many languages: translated messages of packages that anybody can install.

    pip install --no-deps weblate==5.14.3 plone.app.locales==7.0.4

Neither is a source of textproof's tables. What is read is cut into documents of messages that
follow one another in a catalogue; every other document is for tuning, the rest for testing.
"""

from __future__ import annotations

import ast
import random
import re
import unicodedata
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

PACKAGES = {"weblate": "locale", "plone.app.locales": "locales"}
"""The packages, and the folder of each that holds its catalogues."""

MESSAGES = 12
"""Messages that a document is cut from."""

SHORTEST, LONGEST = 60, 600
"""Characters of a sample: a sentence or a few."""

STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_ENTRY = r'^{}(?:\[\d\])?((?:\s*"(?:[^"\\]|\\.)*")+)'
TRANSLATION = re.compile(_ENTRY.format("msgstr"), re.MULTILINE)
ORIGINAL = re.compile(_ENTRY.format("msgid"), re.MULTILINE)
_DOUBTFUL = re.compile(r"[\x80-\x9f\ufffd]|[ÂÃ][\x80-\xbf]|&\w+;|\\u|\?\?")
"""What a few translators damaged themselves, or wrote about damage."""


class Sample(NamedTuple):
    """A clean text and its language."""

    language: str
    text: str


def languages() -> list[str]:
    """The languages that the installed packages have, in order."""
    return sorted({path.parent.parent.name for path in catalogues()})


def read(language: str, split: str, most: int, seed: int) -> list[Sample]:
    """Samples of a language, of the documents for `tune` or for `test`."""
    texts = sorted(set(_texts(language, split)))
    random.Random(f"{seed} {language}").shuffle(texts)
    return [Sample(language, text) for text in texts[:most]]


def catalogues() -> Iterator[Path]:
    """The catalogues of the installed packages, in order."""
    for package, folder in PACKAGES.items():
        spec = find_spec(package.partition(".")[0])
        for place in (spec and spec.submodule_search_locations) or ():
            root = Path(place, *package.split(".")[1:], folder)
            yield from sorted(root.glob("*/LC_MESSAGES/*.po"))


def _texts(language: str, split: str) -> Iterator[str]:
    for path in catalogues():
        if path.parent.parent.name != language:
            continue
        messages = list(_messages(path, ORIGINAL if language == "en" else TRANSLATION))
        for number in range(0, len(messages), MESSAGES):
            if is_for(split, path, number):
                yield from _joined(messages[number : number + MESSAGES])


def is_for(split: str, path: Path, number: int) -> bool:
    """Whether the document that a message of a catalogue is in is for a split."""
    key = crc32(f"{path.parts[-4:]} {number - number % MESSAGES}".encode())
    return ("tune", "test")[key % 2] == split


def _messages(path: Path, pattern: re.Pattern[str]) -> Iterator[str]:
    for entry in path.read_text(encoding="utf-8").split("\n\n"):
        if ", fuzzy" in entry or '\nmsgid ""\nmsgstr' in entry or entry.startswith("#~"):
            continue
        for match in pattern.finditer(entry):
            message = "".join(map(ast.literal_eval, STRING.findall(match[1])))
            message = unicodedata.normalize("NFC", " ".join(message.split()))
            if len(message) >= 15 and not _DOUBTFUL.search(message):
                yield message


def _joined(messages: list[str]) -> Iterator[str]:
    """Texts of whole messages, long enough to be a sentence or two."""
    text = ""
    for message in messages:
        text = f"{text} {message}".strip()
        if len(text) >= SHORTEST:
            if len(text) <= LONGEST:
                yield text
            text = ""
