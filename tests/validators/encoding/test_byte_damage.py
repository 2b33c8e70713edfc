"""Fourteen kinds of byte damage in documents of four languages: each is one finding, at its byte.

The places are counted here, from the pieces that a document is put together of.
"""

from itertools import product
from typing import NamedTuple

import pytest

from textproof import Config, check_bytes

DOCUMENTS = {
    "German": (
        "Am Morgen gingen wir über die Brücke, und der Müller grüßte uns vom Ufer.\n"
        "Die Straße war naß, doch später schien die Sonne über den Dächern.\n"
        "Für die Kinder gab es Brötchen, für die Großen heißen Tee.\n"
    )
    * 5,
    "Russian": (
        "Утром мы перешли через мост, и мельник поздоровался с нами с берега.\n"
        "Дорога была мокрой, но позже над крышами засияло солнце.\n"
        "Детям дали булочки, а взрослым горячий чай.\n"
    )
    * 4,
    "Chinese": (
        "早上我们走过那座桥，磨坊的主人在岸边向我们问好。\n"
        "路面还很湿，后来太阳照在屋顶上。\n"
        "孩子们吃了小面包，大人们喝了热茶。\n"
    )
    * 6,
    "English": (
        "In the morning we crossed the bridge – it was early – and met the miller.\n"
        "“The road is wet,” he said, “but the sun will shine on the café’s roof.”\n"
        "The children had rolls; the grown-ups’ tea was hot.\n"
    )
    * 5,
}

PLACES = ("beginning", "middle", "end")


class Damage(NamedTuple):
    """Bytes that are put into a document, the rule that finds them, and how many at their beginning
    and end are good."""

    rule: str
    data: bytes
    before: int = 0
    after: int = 0
    line: bool = False


LATIN = "Der Gärtner fährt früh.\n"
"""The first five characters are ASCII, and so are the last three."""

DAMAGE = {
    "0xFF": Damage("invalid-bytes", b"\xff"),
    "a stray 0x92": Damage("invalid-bytes", b"\x92"),
    "a pair of surrogates": Damage("invalid-bytes", b"\xed\xa0\xbd\xed\xb8\x80"),
    "an overlong slash": Damage("invalid-bytes", b"\xc0\xaf"),
    "NUL": Damage("control-character", b"\0"),
    "U+FFFD": Damage("replacement-character", b"\xef\xbf\xbd"),
    "a byte order mark": Damage("byte-order-mark", b"\xef\xbb\xbf"),
    "a line in windows-1252": Damage(
        "invalid-bytes", LATIN.encode("cp1252"), before=5, after=3, line=True
    ),
    "a line in GBK": Damage(
        "invalid-bytes", "晚上大家坐在一起讲故事。\n".encode("gbk"), after=1, line=True
    ),
    "a line in Shift_JIS": Damage(
        "invalid-bytes", "夕方にみんなで話をしました。\n".encode("shift_jis"), after=1, line=True
    ),
    "a line in UTF-16": Damage(
        "invalid-bytes", "The end of it is here.\n".encode("utf-16-le"), line=True
    ),
    "a line encoded twice": Damage(
        "wrong-decode", LATIN.encode().decode("cp1252").encode(), before=5, after=3, line=True
    ),
}


def offset(text, place, *, line):
    """The byte of a place: a line's beginning, or in the middle a place inside a word."""
    lines = text.splitlines(keepends=True)
    half = "".join(lines[: len(lines) // 2])
    inside = half if line else half + lines[len(lines) // 2][:4]
    return {"beginning": 0, "middle": len(inside.encode()), "end": len(text.encode())}[place]


def found(data):
    """Rule and bytes of each finding; that a text which is cut off ends so is another's matter."""
    findings = check_bytes(data, config=Config(ignore=("sections",))).findings
    return [(f.rule, f.byte_start, f.byte_end) for f in findings]


@pytest.mark.parametrize("language", DOCUMENTS)
def test_a_clean_document_has_no_findings(language):
    """What is found below is found in the damage."""
    data = DOCUMENTS[language].encode()
    assert 1000 < len(data) < 1400
    assert found(data) == []


@pytest.mark.parametrize(("language", "kind", "place"), list(product(DOCUMENTS, DAMAGE, PLACES)))
def test_damage_is_one_finding_at_its_byte(language, kind, place):
    """One finding, of the rule that owns the damage, from its first byte to its last."""
    text, damage = DOCUMENTS[language], DAMAGE[kind]
    at = offset(text, place, line=damage.line)
    clean = text.encode()
    data = clean[:at] + damage.data + clean[at:]
    start, end = at + damage.before, at + len(damage.data) - damage.after
    assert found(data) == [(damage.rule, start, end)]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("language", DOCUMENTS)
def test_a_truncated_character_is_one_finding_at_its_byte(language, place):
    """The first character beyond ASCII from a place on, or the last one of all, without its end."""
    text = DOCUMENTS[language]
    clean = text.encode()
    at = offset(text, place, line=False) if place != "end" else clean.rfind(b"\n", 0, -1)
    start = next(i for i in range(at, len(clean)) if clean[i] >= 0xC0)
    character = next(char for char in clean[start:].decode() if char > "\x7f").encode()
    cut = start + len(character) - 1
    assert found(clean[:cut] + clean[cut + 1 :]) == [("invalid-bytes", start, cut)]


@pytest.mark.parametrize("language", DOCUMENTS)
def test_a_document_may_end_in_any_byte_of_a_character(language):
    """Wherever a document is cut off, the bytes of its last character are the one finding."""
    clean = DOCUMENTS[language].encode()
    cuts = [i for i in range(len(clean) // 2, len(clean)) if 0x80 <= clean[i] < 0xC0]
    for cut in cuts:
        start = max(i for i in range(cut) if clean[i] >= 0xC0)
        invalid = [f for f in check_bytes(clean[:cut]).findings if f.rule == "invalid-bytes"]
        assert [(f.byte_start, f.byte_end) for f in invalid] == [(start, cut)]
        assert "ends inside a character" in invalid[0].message


@pytest.mark.parametrize("language", DOCUMENTS)
def test_any_character_may_lose_its_end(language):
    """Each character beyond ASCII in turn, without its last byte, is a truncated one."""
    text = DOCUMENTS[language][: len(DOCUMENTS[language]) // 3] + "\n"
    for index, char in enumerate(text):
        kept = char.encode()[:-1]
        if kept:
            before = text[:index].encode()
            data = before + kept + text[index + 1 :].encode()
            assert found(data) == [("invalid-bytes", len(before), len(before) + len(kept))]


def test_ten_megabytes_have_their_damage_at_its_byte():
    """The last byte of ten megabytes is found as the first of a kilobyte is."""
    clean = DOCUMENTS["German"].encode() * 9_500
    assert len(clean) > 10_000_000
    assert found(clean + b"\x92") == [("invalid-bytes", len(clean), len(clean) + 1)]
