"""The damage in a UTF-8 document: each defect once, with its kind, its bytes and what they meant.

A byte that does not decode is a surrogate U+DC80 to U+DCFF in the text. What it belongs to is told
by its line: where half of what is beyond ASCII does not decode, the line is a passage in another
encoding; elsewhere each run of bad bytes is classed by its form (Unicode 16, section 3.9, table
3-7). UTF-16 from some place on is found by its NULs.

>>> text = "naïve It’s, It".encode() + b"\\x92s"
>>> [(d.kind, d.start, d.meant) for d in byte_defects(text.decode("utf-8", "surrogateescape"))]
[('stray', 14, '’')]
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from textproof.decoding import is_whole
from textproof.everyday_cjk import is_common_cjk
from textproof.lazy import compiled
from textproof.passages import Passage, bytes_of, read_passage, read_stray, script_of
from textproof.repertoire import Repertoire
from textproof.utf16 import utf16_in

LEGACY_SHARE = 0.45
"""Bad bytes among those outside ASCII in a line from which on it may be binary data."""

FEWEST_OF_A_PASSAGE = 2
"""Runs of bad bytes that make a line a passage; a single one is a stray byte."""

FEWEST_SCRIPTS = 2
"""Scripts of a line with a bad byte, none of whose characters stands near it: it may be a passage,
in which these are what some of its bytes happen to be."""

NEAR = 20_000
"""Code points before and behind such a line in which they are looked for."""

FEWEST_BYTES = 4
"""Bad bytes that make a line a passage, or binary data, though they are one run."""


class ByteDefect(NamedTuple):
    """One defect: its kind, its span in code points, what it means to the reader, the repair.

    Kinds: ``truncated`` (a character without its beginning or end), ``stray`` (a byte of a legacy
    encoding), ``overlong``, ``surrogates`` (CESU-8, or half a pair), ``other-encoding`` (a
    passage), ``utf-16``, ``binary``. ``meant`` is the text that the bytes stood for, where that can
    be told, ``exact`` whether it is proved; ``encoding`` what they were in.
    """

    kind: str
    start: int
    end: int
    meant: str | None = None
    exact: bool = False
    encoding: str | None = None
    at_end: bool = False


_ASCII = frozenset(map(chr, range(128)))
_BAD = compiled("[\udc80-\udcff]+")
_FORMS = compiled(
    b"(?P<pair>(?:\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf])+)"
    b"|(?P<half>\xed[\xa0-\xbf][\x80-\xbf])"
    b"|(?P<overlong>[\xc0\xc1][\x80-\xbf]|\xe0[\x80-\x9f][\x80-\xbf]|\xf0[\x80-\x8f][\x80-\xbf]{2})"
    b"|(?P<beyond>\xf4[\x90-\xbf][\x80-\xbf]{2}|[\xf5-\xf7][\x80-\xbf]{3})"
    b"|(?P<begun>[\xc2-\xdf]|[\xe1-\xef][\x80-\xbf]?|\xe0[\xa0-\xbf]?|\xf0(?:[\x90-\xbf][\x80-\xbf]?)?"
    b"|[\xf1-\xf4](?:[\x80-\xbf][\x80-\xbf]?)?)"
    b"|(?P<ended>[\x80-\xbf]+)"
    b"|(?P<never>[\xc0\xc1\xf5-\xff]+)"
)
_JUNK = compiled("[\0-\x08\x0b-\x1f\x7f\udc80-\udcff]")
_WORD = compiled("[\udc80-\udcff](?:[^\0-\x7f\udc80-\udcff]{0,2}[\udc80-\udcff])+")
_LINE_BREAK = compiled("[\r\n]")


def byte_defects(text: str) -> Iterator[ByteDefect]:
    """The defects of a text, in its order."""
    stretch = _utf16(text)
    if stretch is None:
        yield from _before(text, len(text))
        return
    yield from _before(text, stretch.start)
    yield stretch
    for defect in _before(text[stretch.end :], len(text) - stretch.end):
        yield defect._replace(start=defect.start + stretch.end, end=defect.end + stretch.end)


def _utf16(text: str) -> ByteDefect | None:
    """The stretch of UTF-16 in a text."""
    if "\0" not in text and not _BAD.search(text):
        return None
    data = bytes_of(text)
    found = utf16_in(data)
    if found is None:
        return None
    start, end = (len(data[:at].decode("utf-8", "surrogateescape")) for at in found[:2])
    meant = data[found.start : found.end].decode(found.encoding, "ignore").removeprefix("\ufeff")
    return ByteDefect("utf-16", start, end, meant, encoding=found.encoding)


def _before(text: str, limit: int) -> Iterator[ByteDefect]:
    """The defects up to an offset, passages on neighbouring lines as one."""
    letters = _letters(text)
    known: Counter[str] = Counter()
    pending: ByteDefect | None = None
    position = 0
    while match := _BAD.search(text, position, limit):
        start, end = _line(text, match.start(), limit)
        passage = _passage(text, start, end, letters, known)
        position = end
        if passage is None:
            if pending:
                yield pending
            pending = None
            yield from _in_line(text, start, end, letters)
        elif pending and _goes_on(text, pending, passage):
            pending = pending._replace(
                end=passage.end,
                meant=_joined(text, pending, passage),
            )
        else:
            if pending:
                yield pending
            pending = passage
    if pending:
        yield pending


def _letters(text: str) -> frozenset[str]:
    """The characters beyond ASCII that the document has: a stray byte is likely one of them."""
    return frozenset(char for char in set(Repertoire(text).beyond_ascii) if is_whole(char))


def _line(text: str, offset: int, limit: int) -> tuple[int, int]:
    """The span of the line around an offset, without its line end."""
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    following = _LINE_BREAK.search(text, offset, limit)
    return start, following.start() if following else limit


def _passage(
    text: str, start: int, end: int, letters: frozenset[str], known: Counter[str]
) -> ByteDefect | None:
    """The passage in another encoding in a line, or the binary data; None where there is none."""
    line = text[start:end]
    runs = [run for run in _BAD.finditer(line) if not _is_form_of_utf8(run[0])]
    bad = sum(len(run[0]) for run in runs)
    whole = len(runs) >= FEWEST_OF_A_PASSAGE or bad >= FEWEST_BYTES
    foreign: frozenset[str] = _foreign(text, start, end) if bad and not whole else frozenset()
    if not (whole or foreign):
        return None
    found: Passage | None = read_passage(line, letters - foreign, known)
    if found and (whole or _explains(found, line, foreign)):
        span = (start + found.start, start + found.end)
        return ByteDefect("other-encoding", *span, found.text, encoding=found.encoding)
    good = len(re.sub("[\0-\x7f\udc80-\udcff]+", "", line).encode("utf-8", "surrogatepass"))
    if bad < FEWEST_BYTES or bad < LEGACY_SHARE * (bad + good):
        return None
    junk = list(_JUNK.finditer(line))
    return ByteDefect("binary", start + junk[0].start(), start + junk[-1].end())


def _foreign(text: str, start: int, end: int) -> frozenset[str]:
    """The characters beyond ASCII of a line if they are of several scripts, and none of them stands
    near it: so bytes look that happen to decode (と呼ぶ is 82 C6 8C C4 82 D4, C6 8C is ƌ)."""
    own = frozenset(_BAD.sub("", text[start:end])) - _ASCII
    if len(set(map(script_of, own)) - {None}) < FEWEST_SCRIPTS:
        return frozenset()
    near = text[max(start - NEAR, 0) : start], text[end : end + NEAR]
    return frozenset() if any(char in part for part in near for char in own) else own


def _explains(passage: Passage, line: str, foreign: frozenset[str]) -> bool:
    """Whether a passage is everyday text of East Asia, and all the foreign characters of its line
    are its bytes."""
    covered = foreign <= set(line[passage.start : passage.end])
    return covered and all(map(is_common_cjk, passage.text))


def _is_form_of_utf8(run: str) -> bool:
    """Whether bad bytes have a form that only a writer of UTF-8 makes."""
    match = _FORMS.fullmatch(run.encode("utf-8", "surrogateescape"))
    return bool(match and (match["pair"] or match["half"] or match["overlong"]))


def _goes_on(text: str, before: ByteDefect, passage: ByteDefect) -> bool:
    """Whether a passage is the next line of the one before it."""
    between = text[before.end : passage.start]
    same = before.kind == passage.kind and before.encoding == passage.encoding
    lines = between.count("\n") + between.replace("\r\n", "").count("\r")
    return same and lines == 1 and between.isascii()


def _joined(text: str, before: ByteDefect, passage: ByteDefect) -> str | None:
    if before.meant is None or passage.meant is None:
        return None
    return before.meant + text[before.end : passage.start] + passage.meant


def _in_line(text: str, start: int, end: int, letters: frozenset[str]) -> Iterator[ByteDefect]:
    """The defects of a line that is UTF-8: words in another encoding, and other runs of bad bytes
    by their forms."""
    position = start
    for word in _WORD.finditer(text, start, end):
        if len(word[0]) < FEWEST_BYTES - 1 or _is_form_of_utf8(word[0]):
            continue
        found = read_passage(word[0], letters, Counter())
        if found:
            first, last = word.start() + found.start, word.start() + found.end
            yield from _runs(text, position, first, letters)
            yield ByteDefect("other-encoding", first, last, found.text, encoding=found.encoding)
            position = last
    yield from _runs(text, position, end, letters)


def _runs(text: str, start: int, end: int, letters: frozenset[str]) -> Iterator[ByteDefect]:
    """The runs of bad bytes in a stretch, by their forms."""
    for run in _BAD.finditer(text, start, end):
        data = bytes_of(run[0])
        for form in _FORMS.finditer(data):
            first, last = run.start() + form.start(), run.start() + form.end()
            yield _by_form(form, text, first, last, letters)


def _by_form(
    form: re.Match[bytes], text: str, start: int, end: int, letters: frozenset[str]
) -> ByteDefect:
    """A run of bad bytes, by the form it has."""
    data, at_end = form[0], end == len(text)
    if form["pair"]:
        meant = data.decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass")
        return ByteDefect("surrogates", start, end, meant.decode("utf-16"), exact=True)
    if form["half"]:
        return ByteDefect("surrogates", start, end)
    if form["overlong"]:
        return ByteDefect("overlong", start, end, _of_overlong(data))
    if form["begun"] and at_end and _could_go_on(data):
        return ByteDefect("truncated", start, end, at_end=True)
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    alone = len(data) == 1 or not form["begun"]
    stray = read_stray(before, data, after, letters) if alone else None
    if stray and not (form["begun"] and _begins_others(data, stray.text, before + after, letters)):
        return ByteDefect("stray", start, end, stray.text, encoding=stray.encoding)
    if form["begun"] or (
        form["ended"] and not letters.isdisjoint(text[max(start - 8, 0) : end + 8])
    ):
        return ByteDefect("truncated", start, end)
    return ByteDefect("stray" if len(data) == 1 else "binary", start, end)


def _begins_others(lead: bytes, meant: str, beside: str, letters: frozenset[str]) -> bool:
    """Whether a byte begins characters that the document has, rather than being one of them: those
    of the script beside it, or any, where it stands alone or would be none of them."""
    begun = [char for char in letters if char.encode()[:1] == lead]
    scripts = {script_of(char) for char in beside} - {None}
    of_script = any(script_of(char) in scripts for char in begun)
    return of_script or (bool(begun) and (not scripts or meant not in letters))


def _of_overlong(data: bytes) -> str:
    """The character that an overlong form stands for."""
    point = data[0] & (0x7F >> len(data))
    for byte in data[1:]:
        point = point << 6 | byte & 0x3F
    return chr(point)


def _could_go_on(data: bytes) -> bool:
    """Whether bytes begin a UTF-8 character and lack only its end."""
    try:
        codecs.utf_8_decode(data, "strict", False)  # not final: the rest might follow
    except UnicodeDecodeError:
        return False
    return True
