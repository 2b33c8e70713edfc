"""The way back from characters to the bytes that an encoding reads as them.

Text that was read with the wrong encoding is undone by writing it in that one. Bytes are handled as
strings of Latin-1, so that what stands for a byte is one character: patterns and offsets stay those
of text.

>>> bytes_of("cp1252")["â"], bytes_of("gbk")["你"], bytes_of("cp1252")["你"]
('â', 'Äã', '')
"""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from functools import cache

SINGLE_BYTE = tuple(
    "cp1252 latin-1 cp1251 cp1250 koi8-r cp866 cp437 cp850 cp1254 mac-roman iso8859-2 cp1253 "
    "cp1257 cp1256 cp1255 cp852 iso8859-5 iso8859-7 iso8859-9 iso8859-15 mac-cyrillic koi8-u "
    "cp874 cp1258 iso8859-8 iso8859-6 iso8859-4 iso8859-13 iso8859-16 iso8859-3 iso8859-10 "
    "iso8859-14 cp737 cp775 cp855 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp869 "
    "mac-greek mac-latin2 mac-turkish mac-iceland ptcp154 kz1048".split()
)
"""The encodings of one byte a character that text was read with, the most usual first: where two
read some bytes alike, the first one is named."""

DOUBLE_BYTE = tuple("gbk big5 shift_jis euc_jp euc_kr cp932 cp949 cp950 gb18030".split())
"""Those of two bytes for a Chinese, Japanese or Korean character."""


class _Bytes(dict[str, str]):
    """The bytes of characters in an encoding; none for a character that it lacks."""

    def __missing__(self, char: str) -> str:
        return ""


class _DoubleBytes(_Bytes):
    """The same for an encoding of two bytes, found when a character is first asked for."""

    def __init__(self, codec: str) -> None:
        super().__init__({"€": "\x80"} if codec == "gbk" else {})
        self._codec = codec

    def __missing__(self, char: str) -> str:
        data = self[char] = char.encode(self._codec, "ignore").decode("latin-1")
        return data


@cache
def bytes_of(codec: str) -> Mapping[str, str]:
    """The bytes of each character beyond ASCII in an encoding, "" for one that it lacks. A byte
    that an encoding of one byte leaves free is the character of Latin-1, as browsers read it."""
    if codec in DOUBLE_BYTE:
        return _DoubleBytes(codec)
    table = _Bytes()
    for code in range(0x80, 0x100):
        char = codecs.decode(bytes([code]), codec, "ignore") or chr(code)
        if char > "\x7f":
            table.setdefault(char, chr(code))
    return table


@cache
def _single_bytes_with(char: str) -> int:
    """The encodings of one byte that have a character, as bits in the order of SINGLE_BYTE."""
    return sum(1 << index for index, codec in enumerate(SINGLE_BYTE) if char in bytes_of(codec))


@cache
def codecs_with(characters: str) -> tuple[str, ...]:
    """The encodings of one byte that have one of some characters beyond ASCII at least.

    >>> codecs_with("╨")[:2]
    ('koi8-r', 'cp866')
    """
    bits = 0
    for char in characters:
        bits |= _single_bytes_with(char)
    return tuple(codec for index, codec in enumerate(SINGLE_BYTE) if bits >> index & 1)


def written(text: str, codec: str) -> str | None:
    """A text in an encoding, None where that lacks one of its characters.

    >>> written("浣犲ソ", "gbk").encode("latin-1").decode("utf-8")
    '你好'
    """
    table = bytes_of(codec)
    data = [char if char < "\x80" else table[char] for char in text]
    return "".join(data) if all(data) else None
