"""Clean text in many languages, by people who speak them: where the documents come from.

Two sources, neither of which textproof's tables were made from: the translated messages of Django
(`pip install django==5.2.19`; its catalogues are read, Django is not imported) and, where they are
installed, the translated manual pages of the system (Debian: the packages `manpages-*`).
"""

from __future__ import annotations

import ast
import gzip
import re
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

Passage = list[str]
"""Lines that follow each other: the messages of a catalogue, the prose of a manual page."""

MANUALS = Path("/usr/share/man")

MANUALS_OF_A_LANGUAGE = 300
"""Manual pages that are read of one language, spread over all it has."""

SHORTEST = 4
"""Characters that a line has at least."""

ENOUGH = 8_000
"""Characters that a source needs in a language, so that its documents are not all the same."""

_NAMES = {"zh_CN": "zh_Hans", "zh_TW": "zh_Hant"}

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_ENTRY = r'^{}(?:\[\d\])?((?:\s*"(?:[^"\\]|\\.)*")+)'
_MESSAGE = re.compile(_ENTRY.format("msgstr"), re.MULTILINE)
_ORIGINAL = re.compile(_ENTRY.format("msgid"), re.MULTILINE)
_HEADER = '\nmsgid ""\nmsgstr'

_WRONGLY_DECODED = re.compile("[ÂÃ][\x80-\xbf]")
"""What became of accented letters in a few manual pages whose authors damaged them."""

_FONT_OR_SPACING = re.compile(r"\\f(?:\[[^]]*\]|\(..|.)|\\s[-+]?\d|\\[&/,|^%:c]")
_GLYPH = re.compile(r"\\\((..)|\\\[([^]]+)\]")
_GLYPHS = {"aq": "'", "dq": '"', "lq": "“", "rq": "”", "oq": "‘", "cq": "’", "em": "—", "en": "–",
           "co": "©", "bu": "•", "ha": "^", "ti": "~"}  # fmt: skip


class Source(NamedTuple):
    """Where text comes from, and its passages by language."""

    name: str
    passages: Mapping[str, list[Passage]]


def read_sources(languages: Iterable[str]) -> list[Source]:
    """The sources that are installed, with those of some languages that they have."""
    wanted = set(languages)
    found = [Source("Django", _django(wanted)), Source("manual pages", _manuals(wanted))]
    return [source for source in found if source.passages]


def _django(wanted: set[str]) -> dict[str, list[Passage]]:
    spec = find_spec("django")
    if spec is None or spec.origin is None:
        return {}
    passages: dict[str, list[Passage]] = {language: [] for language in sorted(wanted)}
    for path in sorted(Path(spec.origin).parent.glob("**/locale/*/LC_MESSAGES/django.po")):
        language = path.parent.parent.name
        if language in wanted:
            messages = _messages(path, _ORIGINAL if language == "en" else _MESSAGE)
            passages[language].append(messages)
    return _with_enough(passages)


def _messages(path: Path, pattern: re.Pattern[str]) -> Passage:
    """The lines of the messages of a catalogue that are translated, and not doubted."""
    lines: Passage = []
    for entry in path.read_text(encoding="utf-8").split("\n\n"):
        if ", fuzzy" in entry or _HEADER in entry:
            continue
        for match in pattern.finditer(entry):
            message = "".join(map(ast.literal_eval, _STRING.findall(match[1])))
            lines += (line for line in message.split("\n") if _is_clean(line))
    return lines


def _manuals(wanted: set[str]) -> dict[str, list[Passage]]:
    passages: dict[str, list[Passage]] = {}
    for folder in sorted(MANUALS.iterdir()) if MANUALS.is_dir() else ():
        language = _NAMES.get(folder.name, folder.name)
        if language in wanted:
            pages = sorted(path for path in folder.glob("man*/*.gz") if not path.is_symlink())
            step = max(len(pages) // MANUALS_OF_A_LANGUAGE, 1)
            passages[language] = [_prose(path) for path in pages[::step]]
    return _with_enough(passages)


def _prose(path: Path) -> Passage:
    """The lines of a manual page that are neither requests nor hold an escape of `roff`."""
    try:
        text = gzip.decompress(path.read_bytes()).decode("utf-8")
    except UnicodeDecodeError:
        return []
    lines: Passage = []
    for line in text.splitlines():
        if line.startswith((".", "'")):
            continue
        line = _FONT_OR_SPACING.sub("", line).replace("\\-", "-")
        line = _GLYPH.sub(lambda match: _GLYPHS.get(match[1] or match[2], match[0]), line)
        if "\\" not in line and _is_clean(line):
            lines.append(line)
    return lines


def _is_clean(line: str) -> bool:
    return len(line.strip()) >= SHORTEST and not _WRONGLY_DECODED.search(line)


def _with_enough(passages: Mapping[str, list[Passage]]) -> dict[str, list[Passage]]:
    return {
        language: [passage for passage in of_language if passage]
        for language, of_language in passages.items()
        if sum(len(line) for passage in of_language for line in passage) >= ENOUGH
    }
