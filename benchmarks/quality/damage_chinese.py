"""Damage that only Chinese text meets: injected pinyin, a lost middle dot, bytes that slipped.

Each kind does to a text what the converter did, in the bytes of GBK where that was its place, and
reads the outcome as a browser does: a byte that begins no pair is `?`, with the ASCII character
behind it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from pypinyin.pinyin_dict import pinyin_dict

from textproof.language import HAN, han_count
from textproof.readings import everyday_traditional, untoned

GROUP = "M"

FEWEST = 60
"""Han characters of a text from which on its damage shows."""

_HAN = re.compile(f"[{HAN}]")
_RUN = re.compile(rf"[{HAN}，。、；：“”！？]{{6,}}")


def damage(text: str, language: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """The kinds of damage that show in a Chinese text."""
    if not language.startswith("zh") or han_count(text) < FEWEST:
        return
    if language == "zh_Hant":
        table = _table(text, chance)
        yield "gloss A: toned, after Traditional characters", _glossed(text, table)
        if bytewise := _glossed_bytewise(text, table):
            yield "gloss A: byte by byte", bytewise
    scattered = {
        "gloss B: untoned, some twice": lambda c, r: f"{c}({untoned(r)})",
        "gloss C: toned, with a space": lambda c, r: f"{c}({r} )",
        "gloss D: bare": lambda c, r: c + untoned(r),
    }
    for kind, form in scattered.items():
        yield kind, _scattered(text, form, chance, twice="twice" in kind)
    if re.search(rf"[{HAN}]·[{HAN}]", text):
        yield "middle dot to ?", re.sub(rf"(?<=[{HAN}])·(?=[{HAN}])", "?", text)
    if shifted := _shifted(text, chance):
        yield "byte shift: a byte lost in GBK", shifted
    for mark in ("！", "!"):
        if cut := _cut_at_mark(text, mark):
            yield f"byte shift: “{mark}” looked for byte by byte", cut


def _table(text: str, chance: random.Random) -> dict[str, str]:
    """The converter's characters and their readings: some of the everyday ones of the text, and
    all that it may meet across two characters."""
    known = sorted(char for char in everyday_traditional() if len(_gbk(char)) == 2)
    present = [char for char in known if char in text]
    chosen = chance.sample(present, max(len(present) * 2 // 3, min(4, len(present))))
    absent = [char for char in known if char not in text]
    return {char: pinyin_dict[ord(char)].split(",")[0] for char in chosen + absent}


def _gbk(text: str) -> bytes:
    return text.encode("gbk", "ignore")


def _glossed(text: str, table: dict[str, str]) -> str:
    return "".join(f"{char}({table[char]})" if char in table else char for char in text)


def _glossed_bytewise(text: str, table: dict[str, str]) -> str | None:
    """The glosses put in by a search in the bytes. None where none cuts a character apart."""
    if _gbk(text).decode("gbk") != text:
        return None
    pairs = {_gbk(char): _gbk(f"({reading})") for char, reading in table.items()}
    data, out, position, cut = _gbk(text), bytearray(), 0, False
    starts = _pair_starts(data)
    while position < len(data):
        gloss = pairs.get(data[position : position + 2])
        if gloss:
            cut = cut or position not in starts
            out += data[position : position + 2] + gloss
            position += 2
        else:
            out.append(data[position])
            position += 1
    return _read(bytes(out)) if cut else None


def _pair_starts(data: bytes) -> set[int]:
    starts, position = set(), 0
    while position < len(data):
        starts.add(position)
        position += 1 if data[position] < 0x80 else 2
    return starts


def _read(data: bytes) -> str:
    """The bytes as a browser reads them: what is no pair is `?`, its ASCII byte included."""
    text, position = [], 0
    while position < len(data):
        size = 1 if data[position] < 0x80 else 2
        pair = data[position : position + size]
        try:
            text.append(pair.decode("gb18030"))
        except UnicodeDecodeError:
            text.append("?")
            if pair[1:] == b"\n":  # a line end survives
                text.append("\n")
        position += size
    return "".join(text)


def _scattered(text: str, form: object, chance: random.Random, *, twice: bool) -> str:
    """Readings behind some of the characters, one in eight."""
    assert callable(form)
    out = []
    for char in text:
        readings = pinyin_dict.get(ord(char), "") if _HAN.match(char) else ""
        if readings and chance.random() < 0.12:
            glossed = form(char, readings.split(",")[0])
            again = glossed[1:] if twice and chance.random() < 0.2 else ""
            out.append(glossed + again)
        else:
            out.append(char)
    return "".join(out)


def _shifted(text: str, chance: random.Random) -> str | None:
    """The text with the first byte of one run of characters lost. None where little would show.

    Only in GBK: in Big5 and Shift-JIS the pairs are in step again after a character or two.
    """
    runs = []
    for match in _RUN.finditer(text):
        data = _gbk(match[0])
        if len(data) == 2 * len(match[0]):
            shown = _read(data[1:])
            if sum(char > "\x7f" and char not in text for char in shown) >= 4:
                runs.append((match, shown))
    if not runs:
        return None
    match, shown = chance.choice(runs)
    return text[: match.start()] + shown + text[match.end() :]


def _cut_at_mark(text: str, mark: str) -> str | None:
    """The text with A3 A1, `！`, looked for across two characters and handled on its own."""
    cut = None
    for match in re.finditer("。(?=[“《（‘])", text):
        line_end = text.find("\n", match.start())
        rest = text[match.start() : line_end if line_end > 0 else len(text)]
        data = _gbk(rest)
        if len(data) < 12 or data[:3] != b"\xa1\xa3\xa1":
            continue
        cut = text[: match.start()] + "?" + mark + _read(data[3:])
        cut += text[match.start() + len(rest) :]
        break
    return cut
