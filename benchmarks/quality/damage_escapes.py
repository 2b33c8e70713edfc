r"""Class J: escapes and entities that leaked into the text: `caf\u00e9`, `=C3=A9`, `&amp;eacute;`.

Each notation is written over the whole text, and over one word of it.
"""

from __future__ import annotations

import html
import json
import quopri
import random
import re
from collections.abc import Callable, Iterator
from email.charset import QP, Charset
from email.header import Header
from html.entities import codepoint2name
from urllib.parse import quote, quote_plus

GROUP = "J"

Writer = Callable[[str], str]

_BEYOND = re.compile(r"[^\x00-\x7f]+")
_WORD = re.compile(r"[^\W\d_]+")


def damage(text: str, language: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Every notation over the whole text, and over one of its words beyond ASCII."""
    words = [match for match in _WORD.finditer(text) if not match[0].isascii()]
    word = chance.choice(words) if words else None
    for kind, write in _writers(language):
        if _writes(write, text):
            yield kind, write(text)
        if word and _writes(write, word[0]):
            yield f"{kind}, one word", text[: word.start()] + write(word[0]) + text[word.end() :]


def _writes(write: Writer, text: str) -> bool:
    """Whether a notation has all the characters of a text, and shows beyond its ASCII."""
    if text.isascii():
        return False
    try:
        return write(text) != text
    except UnicodeEncodeError:
        return False


def _writers(language: str) -> Iterator[tuple[str, Writer]]:
    yield "JSON", lambda text: json.dumps(text)[1:-1]
    yield "JSON twice", lambda text: json.dumps(json.dumps(text)[1:-1])[1:-1]
    yield "Python", lambda text: text.encode("unicode_escape").decode("ascii")
    yield "braces", lambda text: _each(text, lambda char: f"\\u{{{ord(char):x}}}")
    yield "bytes", lambda text: _of_bytes(text, "\\x{:02x}")
    yield "octal", lambda text: _of_bytes(text, "\\{:03o}")
    yield "%u", lambda text: _each(text, _utf16)
    yield "percent", quote
    yield "percent, form", quote_plus
    yield "percent, beyond ASCII", lambda text: _of_bytes(text, "%{:02X}")
    yield "quoted-printable", lambda text: quopri.encodestring(text.encode()).decode("ascii")
    yield "encoded word, B", _by_line(lambda line: _header(line, "utf-8"))
    yield "encoded word, Q", _by_line(lambda line: _header(line, _IN_Q))
    yield "UTF-7", lambda text: text.encode("utf-7").decode("ascii")
    yield "entities", lambda text: _each(html.escape(text, quote=False), _named)
    yield "entities, decimal", lambda text: _each(text, lambda char: f"&#{ord(char)};")
    yield "entities, hexadecimal", lambda text: _each(text, lambda char: f"&#x{ord(char):X};")
    yield "entities twice", lambda text: html.escape(_each(text, _named), quote=False)
    shifts = {"ja": ("ISO-2022-JP", "iso2022_jp"), "ko": ("ISO-2022-KR", "iso2022_kr")}
    if language in shifts:
        name, codec = shifts[language]
        yield f"{name} without ESC", lambda text: text.encode(codec).decode().replace("\x1b", "")
    if language == "zh_Hans":
        yield "HZ", lambda text: text.encode("hz").decode("ascii")


_IN_Q = Charset("utf-8")
_IN_Q.header_encoding = QP


def _header(line: str, charset: str | Charset) -> str:
    """A line as the value of a mail header."""
    if line.isascii():
        return line
    return Header(line, charset).encode()


def _by_line(write: Writer) -> Writer:
    return lambda text: "\n".join(map(write, text.split("\n")))


def _each(text: str, write: Writer) -> str:
    """A text with each character beyond ASCII written in a notation."""
    return _BEYOND.sub(lambda match: "".join(map(write, match[0])), text)


def _of_bytes(text: str, form: str) -> str:
    """A text with each byte of a character beyond ASCII in UTF-8 written in a form."""
    return _each(text, lambda char: "".join(map(form.format, char.encode())))


def _utf16(char: str) -> str:
    units = char.encode("utf-16-be").hex().upper()
    return "".join(f"%u{units[i : i + 4]}" for i in range(0, len(units), 4))


def _named(char: str) -> str:
    name = codepoint2name.get(ord(char))
    return f"&{name};" if name else f"&#{ord(char)};"
