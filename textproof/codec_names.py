"""What people call an encoding. Python's codec names are for programs, and for fields of results.

>>> shown("cp1252"), shown("iso8859-2"), shown("koi8-r"), shown("mac-roman"), shown("utf-16-le")
('windows-1252', 'ISO-8859-2', 'KOI8-R', 'Mac Roman', 'UTF-16LE')
"""

from __future__ import annotations

import re

_USUAL = {
    "cp874": "windows-874",
    "cp932": "Shift_JIS",
    "cp949": "EUC-KR",
    "gbk": "GBK",
    "gb2312": "GB2312",
    "gb18030": "GB18030",
    "big5": "Big5",
    "big5hkscs": "Big5-HKSCS",
    "shift_jis": "Shift_JIS",
    "hz": "HZ",
    "johab": "Johab",
    "latin-1": "Latin-1",
    "kz1048": "KZ-1048",
    "ptcp154": "PTCP154",
    "utf-8": "UTF-8",
}


def shown(codec: str) -> str:
    """The name of an encoding for people, of Python's name for it."""
    if codec in _USUAL:
        return _USUAL[codec]
    if re.fullmatch(r"cp125\d", codec):
        return f"windows-{codec[2:]}"
    if codec.startswith("mac-"):
        return f"Mac {codec[4:].title()}"
    if codec.startswith("iso8859"):
        return f"ISO-{codec[3:]}"
    if codec.startswith(("utf-16", "utf-32")):
        return codec.upper().replace("-LE", "LE").replace("-BE", "BE")
    if codec.startswith(("koi8", "euc", "iso2022", "tis")):
        return codec.upper().replace("ISO2022", "ISO-2022").replace("_", "-")
    return codec
