r"""Escapes that stand for characters: how each notation is read, and how telling its place is.

>>> [(e.meant, e.notation) for e in find_escapes(r"caf\u00e9 na\xc3\xafve, =?UTF-8?Q?=C3=A9?=")]
[('é', 'Unicode escape'), ('ï', 'byte escape'), ('é', 'encoded word (RFC 2047)')]

What its place tells of an escape is said in :mod:`textproof.escape_places`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from textproof.escape_places import IN_A_WORD, ON_ITS_OWN, is_no_text, tells
from textproof.escape_utf7 import shifts
from textproof.everyday_cjk import is_common_cjk
from textproof.lazy import compiled

UNICODE, BYTES, OCTAL = "Unicode escape", "byte escape", "octal escape"
PERCENT, QUOTED, WORD = "percent-encoding", "quoted-printable", "encoded word (RFC 2047)"
UTF7, JIS, KSC, HZ = "UTF-7", "ISO-2022-JP without ESC", "ISO-2022-KR without ESC", "HZ"

LETTERS = 4
"""Letters beyond ASCII that follow one another in a language with an encoding of its own."""

USUAL_SHARE = 0.9
"""Share of everyday characters among those that a shift of ISO-2022 or HZ stands for."""


class Escape(NamedTuple):
    """A run of escapes in a text: what it stands for, in which notation, and what it tells.

    ``meant`` is None where the bytes are in an unknown encoding.
    """

    start: int
    end: int
    meant: str | None
    notation: str
    tells: int


_HEX = "[0-9a-fA-F]"
BACKSLASH = compiled(
    rf"\\(?<!\\\\)\\{{0,3}}(?:u({_HEX}{{4}})|u\{{({_HEX}{{2,6}})\}}|U({_HEX}{{8}})|x({_HEX}{{2}})"
    r"|([23][0-7]{2}))"
    rf"|%u({_HEX}{{4}})"
)
_PERCENT = compiled(rf"%{_HEX}{{2}}[\w.~!*'(),;:@&=+$/?#%-]*", re.ASCII)
_IN_A_URL = compiled(r"[\w.~!*'(),;:@&=+$/?#%-]*\Z", re.ASCII)
_URL_SIGN = compiled(r"[?&=#@\\]|:/|\bwww\.|\.(?:\w{2,4}|html)\Z|\A[./]")
_SENTENCE = compiled(r"%20\w+%20|%2C|%0A|%EF%BC|%E3%80%8|\+\S+\+", re.IGNORECASE)
_LAST_PERCENT = compiled(rf".*%{_HEX}{{2}}", re.DOTALL)
_QUOTED = compiled(
    r"=(?:[0-9A-F]{2}|(?<![=\n]=)\r?\n=[0-9A-F]{2})"
    r"(?:=[0-9A-F]{2}|(?<![=\n])=\r?\n(?==[0-9A-F]{2}))*"
)
_WORD = compiled(r"=\?([\w.-]+)(?:\*[\w-]+)?\?([BbQq])\?([^?\s]*)\?=")
_FOLD = compiled(r"[ \t]+|\r?\n[ \t]+")
_JIS = compiled(r"\$(?:[@B]|\(D)(?:[!-~]{2}){1,2000}?\([BJ]")
_KSC = compiled(r"\$\)C|\x0e(?:[!-~]{2}|[ ])+\x0f?")
_HZ = compiled(r"~\{(?:[!-~]{2})+?~\}")


def find_escapes(text: str) -> list[Escape]:
    """The runs of escapes in a text, in its order. Those with only letters between are one."""
    found = [escape for sign, find in _FINDERS if sign in text for escape in find(text)]
    return joined(text, sorted(found))


def joined(text: str, escapes: list[Escape]) -> list[Escape]:
    """Some escapes, with those of a notation that only letters part put into one."""
    runs: list[Escape] = []
    for escape in escapes:
        last = runs[-1] if runs else None
        if last and escape.start < last.end:
            continue
        between = text[last.end : escape.start] if last else " "
        same = last and last.notation == escape.notation and last.meant and escape.meant
        if last and same and (not between or between.isalpha()):
            meant = f"{last.meant}{between}{escape.meant}"
            tells = max(last.tells, escape.tells)
            runs[-1] = Escape(last.start, escape.end, meant, last.notation, tells)
        else:
            runs.append(escape)
    return runs


def _escape(text: str, start: int, end: int, meant: str | None, notation: str) -> Escape:
    return Escape(start, end, meant, notation, tells(text, start, end, meant))


def _backslashes(text: str) -> Iterator[Escape]:
    run: list[re.Match[str]] = []
    for match in BACKSLASH.finditer(text):
        if run and match.start() > run[-1].end():
            yield _run_of_backslashes(text, run)
            run = []
        run.append(match)
    if run:
        yield _run_of_backslashes(text, run)


def _run_of_backslashes(text: str, run: list[re.Match[str]]) -> Escape:
    """Escapes that follow each other: bytes and halves of a surrogate pair make one character."""
    units, data, meant = "", b"", ""
    unknown = False
    for match in [*run, None]:
        code = next((group for group in match.groups() if group), "") if match else ""
        if match and (match[4] or match[5]):
            data += bytes([int(code, 8 if match[5] else 16)])
            continue
        if data:
            text_of_bytes = decoded_bytes(data)
            unknown = unknown or text_of_bytes is None
            units, data = units + (text_of_bytes or ""), b""
        if match and int(code, 16) < 0x110000:
            units += chr(int(code, 16))
    try:
        meant = units.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        unknown = True
    first = run[0]
    notation = BYTES if first[4] else OCTAL if first[5] else UNICODE
    notation = "%u escape" if first[6] else notation
    start, end = first.start(), run[-1].end()
    return _escape(text, start, end, None if unknown else meant, notation)


def decoded_bytes(data: bytes) -> str | None:
    """Bytes as UTF-8; a few as windows-1252, where they are letters of it, or one or two marks.

    >>> [decoded_bytes(bytes.fromhex(data)) for data in ("c3a9", "fefdf0", "e4bda0e5")]
    ['é', 'þýð', None]
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        if len(data) > LETTERS:
            return None
    try:
        meant = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return meant if len(data) < 3 or (meant.isalpha() and meant.islower()) else None


def _percents(text: str) -> Iterator[Escape]:
    form = not re.search(r"\s", text.strip())  # a form writes every space as `+`
    for match in _PERCENT.finditer(text):
        lead = _IN_A_URL.search(text, max(match.start() - 200, 0), match.start())
        start = lead.start() if lead else match.start()
        token, sentence = text[start : match.end()], bool(_SENTENCE.search(match[0]))
        last = _LAST_PERCENT.match(match[0])
        assert last
        end, plus = (
            match.start() + last.end(),
            "+" in token and "%20" not in token and (sentence or form),
        )
        if not sentence and ("/" in token or _URL_SIGN.search(token.rstrip(".,;:!?)'"))):
            continue
        if sentence and re.search(r"[?&=#]|\w://", token):
            continue
        begin = start if plus else match.start()
        end = match.end() if plus else end
        from urllib.parse import unquote_to_bytes

        body = text[begin:end].replace("+", " ") if plus else text[begin:end]
        meant = unquote_to_bytes(body).decode("utf-8", "replace")
        if not meant.isascii() and "\ufffd" not in meant:
            yield _escape(text, begin, end, meant, PERCENT)


def _quoted(text: str) -> Iterator[Escape]:
    for match in _QUOTED.finditer(text):
        data = bytes.fromhex(re.sub(r"[=\r\n]", "", match[0]))
        meant = decoded_bytes(data)
        if meant is None or meant.isascii():
            continue
        around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
        if len(meant) < len(data) or (
            "\xe0" <= meant <= "\xff" and around.isalpha() and around.islower()
        ):
            yield _escape(text, *match.span(), meant, QUOTED)


def _words(text: str) -> Iterator[Escape]:
    import base64
    import quopri

    previous: tuple[int, int, str, bytes] | None = None
    for match in _WORD.finditer(text):
        if match[2] in "Bb":
            try:
                data = base64.b64decode(match[3] + "=" * (-len(match[3]) % 4), validate=True)
            except ValueError:
                continue
        else:
            data = quopri.decodestring(match[3].encode("ascii", "replace"), header=True)
        start, codec = match.start(), match[1].lower()
        if previous:
            gap = text[previous[1] : start]
            if previous[2] == codec and _FOLD.fullmatch(gap):
                start, data = previous[0], previous[3] + data
            else:
                yield _word(text, previous)
        previous = (start, match.end(), codec, data)
    if previous:
        yield _word(text, previous)


def _word(text: str, word: tuple[int, int, str, bytes]) -> Escape:
    start, end, codec, data = word
    try:
        meant: str | None = data.decode(codec)
    except (LookupError, UnicodeDecodeError):  # a charset that Python does not know, or a cut word
        meant = None
    no_text = meant is not None and any(map(is_no_text, meant))
    return Escape(start, end, None if no_text else meant, WORD, IN_A_WORD)


def _utf7(text: str) -> Iterator[Escape]:
    return (Escape(start, end, meant, UTF7, level) for start, end, meant, level in shifts(text))


def _two_bytes(
    pattern: re.Pattern[str], notation: str, codec: str, before: str
) -> Callable[[str], Iterator[Escape]]:
    """What finds the shifts to two-byte characters that ``pattern`` describes."""

    def find(text: str) -> Iterator[Escape]:
        for match in pattern.finditer(text):
            body = match[0]
            if notation == JIS:
                body = before + body[:-2] + before + "(B"
            try:
                meant = body.encode("ascii").decode(codec)
            except UnicodeDecodeError:
                continue
            beyond = [char for char in meant if char > "\x7f"]
            if beyond and sum(map(is_common_cjk, beyond)) >= USUAL_SHARE * len(beyond):
                level = IN_A_WORD if len(beyond) > 1 else ON_ITS_OWN
                yield Escape(*match.span(), meant, notation, level)

    return find


def _ksc(text: str) -> Iterator[Escape]:
    """ISO-2022-KR announces itself once, and shifts with SO and SI."""
    if "$)C" not in text:
        return
    for match in _KSC.finditer(text):
        body = match[0].removeprefix("$)C").strip("\x0e\x0f")
        data = bytes(ord(char) | 0x80 if char != " " else 0x20 for char in body)
        meant = data.decode("euc_kr", "replace")
        level = IN_A_WORD if "\x0e" in text else ON_ITS_OWN
        if "\ufffd" not in meant:
            yield Escape(*match.span(), meant, KSC, level)


_FINDERS: tuple[tuple[str, Callable[[str], Iterator[Escape]]], ...] = (
    ("=?", _words),
    ("\\", _backslashes),
    ("%u", _backslashes),
    ("%", _percents),
    ("=", _quoted),
    ("+", _utf7),
    ("$", _two_bytes(_JIS, JIS, "iso2022_jp_2", "\x1b")),
    ("$)C", _ksc),
    ("~{", _two_bytes(_HZ, HZ, "hz", "")),
)
