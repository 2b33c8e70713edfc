"""Fourteen kinds of damage to the bytes of a UTF-8 document, each with what should be found."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import NamedTuple

from documents import as_written, list_lines
from sources import Source

LONGEST_LINE = 150
"""Characters of a line that is put into a document, at the most."""

SENTENCE_ENDS = tuple(".!?。！？।؟")
"""What a line in UTF-8 ends with: after part of a sentence, a document would also break off."""

FEWEST_FOREIGN = 3
"""Characters beyond ASCII of a foreign line, at the least; a single one is a stray byte."""

FOREIGN = {"windows-1252": ("cp1252", "de es fr pt".split()),
           "GBK": ("gbk", ["zh_Hans"]),
           "Shift-JIS": ("cp932", ["ja"])}  # fmt: skip
"""The encodings of a foreign line, each with the languages that it is taken from."""


class Damaged(NamedTuple):
    """The bytes of a damaged document, and where the damage begins."""

    data: bytes
    start: int


class Lines(NamedTuple):
    """Lines to put into documents: those of other encodings, and by language those in UTF-8.

    All begin with a character beyond ASCII, so that the damage begins where its line does.
    """

    foreign: dict[str, list[bytes]]
    own: dict[str, list[str]]


class Place(NamedTuple):
    """The document to damage, the language of its text, whether to do so at its end, and chance."""

    data: bytes
    language: str
    at_end: bool
    rng: random.Random
    lines: Lines


class Kind(NamedTuple):
    """A kind of damage: how it is done, the rule that must find it and the kind that
    `invalid-bytes` must call it."""

    name: str
    inflict: Callable[[Place], Damaged]
    rule: str = "invalid-bytes"
    detail: str | None = None
    at_random: bool = True
    at_end: bool = True

    @property
    def breaks_utf8(self) -> bool:
        """Whether the bytes are then no UTF-8, or a tail of UTF-16, which may be."""
        return self.rule == "invalid-bytes"


def lines_for(sources: Sequence[Source], languages: Sequence[str]) -> Lines:
    """The lines to put into documents of some languages."""
    foreign = {}
    for name, (codec, of_languages) in FOREIGN.items():
        texts = (text for language in of_languages for text in list_lines(sources, language))
        usable = (text for text in texts if len(text) <= LONGEST_LINE and _is_foreign(text))
        encoded = [text.encode(codec) for line in usable if (text := as_written(line, codec))]
        foreign[name] = [data for data in encoded if _fails_at_once(data)]
    own = {
        language: [
            text
            for text in list_lines(sources, language)
            if text[0] > "\x7f" and len(text) <= LONGEST_LINE and text.endswith(SENTENCE_ENDS)
        ]
        for language in languages
    }
    return Lines(foreign, own)


def _is_foreign(text: str) -> bool:
    return sum(char > "\x7f" for char in text) >= FEWEST_FOREIGN


def _fails_at_once(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start == 0
    return False


def _inserting(damage: bytes) -> Callable[[Place], Damaged]:
    """Damage that is put between two characters."""

    def inflict(place: Place) -> Damaged:
        data = place.data
        at = len(data) if place.at_end else _boundary(data, place.rng.randrange(1, len(data)))
        return Damaged(data[:at] + damage + data[at:], at)

    return inflict


def _boundary(data: bytes, at: int) -> int:
    """The next place between two characters."""
    while at < len(data) and data[at] & 0xC0 == 0x80:
        at += 1
    return at


def _insert_line(place: Place, line: bytes) -> Damaged:
    """Put a line between two others, or at the end, where it has no line break."""
    data = place.data
    if place.at_end:
        return Damaged(data + line, len(data))
    at = data.find(b"\n", place.rng.randrange(len(data) - 1)) + 1
    return Damaged(data[:at] + line + b"\n" + data[at:], at)


def _foreign_line(name: str) -> Callable[[Place], Damaged]:
    return lambda place: _insert_line(place, place.rng.choice(place.lines.foreign[name]))


def _decoded_twice(place: Place) -> Damaged:
    """A line that was read as windows-1252, as browsers read it, and saved as UTF-8."""
    line = place.rng.choice(place.lines.own[place.language]).encode()
    text = "".join(bytes([b]).decode("cp1252", "replace").replace("\ufffd", chr(b)) for b in line)
    return _insert_line(place, text.encode())


def _utf16_tail(place: Place) -> Damaged:
    """Some lines that a program appended in UTF-16."""
    text = "\r\n".join(place.rng.choices(place.lines.own[place.language], k=3)) + "\r\n"
    return Damaged(place.data + text.encode("utf-16-le"), len(place.data))


def _cut(place: Place) -> Damaged:
    """The last character beyond ASCII loses its last byte, and the document all that follows; or,
    inside, a character loses its last byte."""
    data = place.data
    if place.at_end:
        start = next(i for i in reversed(range(len(data))) if data[i] >= 0xC0)
    else:
        start = _lead(data, place.rng.randrange(len(data)))
    end = _boundary(data, start + 1)
    rest = b"" if place.at_end else data[end:]
    return Damaged(data[: end - 1] + rest, start)


def _lead(data: bytes, at: int) -> int:
    """The next character beyond ASCII, from the beginning again where none follows."""
    around = (*range(at, min(at + 1_000_000, len(data))), *range(at))
    return next(i for i in around if data[i] >= 0xC0)


KINDS = (
    Kind("byte FF", _inserting(b"\xff"), detail="stray"),
    Kind("cut off at the end", _cut, detail="truncated", at_random=False),
    Kind("cut inside", _cut, detail="truncated", at_end=False),
    Kind("windows-1252 line", _foreign_line("windows-1252"), detail="other-encoding"),
    Kind("byte 92", _inserting(b"\x92"), detail="stray"),
    Kind("CESU-8 pair", _inserting(b"\xed\xa0\xbd\xed\xb8\x80"), detail="surrogates"),
    Kind("overlong C0 AF", _inserting(b"\xc0\xaf"), detail="overlong"),
    Kind("NUL", _inserting(b"\0"), rule="control-character"),
    Kind("UTF-16 tail", _utf16_tail, detail="utf-16", at_random=False),
    Kind("GBK line", _foreign_line("GBK"), detail="other-encoding"),
    Kind("Shift-JIS line", _foreign_line("Shift-JIS"), detail="other-encoding"),
    Kind("U+FFFD", _inserting("\ufffd".encode()), rule="replacement-character"),
    Kind("line decoded twice", _decoded_twice, rule="wrong-decode"),
    Kind("byte order mark inside", _inserting("\ufeff".encode()), rule="byte-order-mark"),
)
"""The kinds; `detail` is `detail["kind"]` of the finding."""
