"""What bytes of another encoding in a UTF-8 document meant."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.passages import read_passage, read_stray

GERMAN = frozenset("äöüÄÖÜß")
RUSSIAN = frozenset("абвгдежзийклмнопрстуфхцчшщыьэюя")

UNCLEAR = pytest.mark.xfail(strict=True, reason="another script is taken for likelier")

FIRST_LOST = pytest.mark.xfail(strict=True, reason="朝 in EUC-JP is ī in UTF-8, and is left out")


def line(data):
    """A line of a document as its text has it."""
    return data.decode("utf-8", "surrogateescape")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Утром мы перешли через мост", "cp1251"),
        ("Утром мы перешли через мост", "koi8-r"),
        ("Утром мы перешли через мост", "cp866"),
        ("Το πρωί περάσαμε τη γέφυρα", "cp1253"),
        ("早上我们走过那座桥", "gb18030"),
        ("早上我們走過那座橋", "big5"),
        ("朝、私たちは橋を渡りました", "cp932"),
        pytest.param("朝、私たちは橋を渡りました", "euc_jp", marks=UNCLEAR),
        ("아침에 우리는 다리를 건넜다", "cp949"),
        ("ในตอนเช้าเราเดินข้ามสะพาน", "cp874"),
    ],
)
def test_a_line_in_another_encoding_is_read(text, encoding):
    """Nothing but the line itself tells its encoding."""
    passage = read_passage(line(text.encode(encoding)), frozenset(), Counter())
    assert passage is not None
    assert passage.text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("粉屋が岸から挨拶してくれました", "euc_jp"),
        pytest.param("朝、私たちは橋を渡りました", "euc_jp", marks=FIRST_LOST),
        ("아침에 우리는 다리를 건넜다", "cp949"),
        ("ในตอนเช้าเราเดินข้ามสะพาน", "cp874"),
        ("Утром мы перешли через мост", "iso8859-5"),
    ],
)
def test_the_rest_of_the_document_is_a_witness(text, encoding):
    """A line whose script the other lines have is read in it."""
    passage = read_passage(line(text.encode(encoding)), frozenset(text), Counter())
    assert passage is not None
    assert passage.text == text


def test_a_passage_leaves_the_ascii_around_it():
    """It begins with its first character beyond ASCII and ends with its last."""
    passage = read_passage(line("see: Brücke und Dächer (3)".encode("cp1252")), GERMAN, Counter())
    assert passage is not None
    assert (passage.start, passage.end, passage.text) == (7, 18, "ücke und Dä")


def test_the_encoding_of_an_earlier_passage_is_remembered():
    """It is counted, and after many of one encoding no other is tried."""
    known = Counter({"cp1251": 19})
    assert read_passage(line("Мельник ушёл домой".encode("cp1251")), RUSSIAN, known) is not None
    assert known == {"cp1251": 20}
    passage = read_passage(line("早上我们走过那座桥".encode("gbk")), frozenset("早上"), known)
    assert passage is None or passage.encoding == "cp1251"


def test_a_later_passage_may_be_in_another_encoding():
    """After a line in windows-1251, one in KOI8-R is read as what it is."""
    text = "Дорога была мокрой"
    passage = read_passage(line(text.encode("koi8-r")), RUSSIAN, Counter(["cp1251"]))
    assert passage is not None
    assert passage.text == text


def test_binary_data_is_no_passage():
    """Bytes that read like no language are none, in whichever encoding."""
    data = bytes.fromhex("a7f3b9e19dfbc890f7a5ead78ff9bdcb")
    assert read_passage(line(data), frozenset(), Counter()) is None


@given(st.lists(st.integers(0x80, 0xFF), min_size=1, max_size=30).map(bytes))
def test_a_passage_is_what_its_encoding_reads(data):
    """Whatever is read, it is what Python reads in that encoding, within the line."""
    text = line(b"a: " + data)
    if not any("\udc80" <= char <= "\udcff" for char in text):
        return
    passage = read_passage(text, frozenset(), Counter())
    if passage is not None:
        meant = text[passage.start : passage.end].encode("utf-8", "surrogateescape")
        assert meant.decode(passage.encoding) == passage.text
        assert 3 <= passage.start < passage.end <= len(text)


@pytest.mark.parametrize(
    ("before", "data", "after", "letters", "meant"),
    [
        ("M", b"\xfc", "l", GERMAN, "ü"),
        ("t", b"\x92", "s", GERMAN, "’"),
        (" ", b"\x93", "o", GERMAN, "“"),
        ("2", b"\x96", "3", GERMAN, "–"),
        ("м", b"\xee", "с", RUSSIAN, "о"),
        ("f", b"\xe9", "", frozenset("é"), "é"),
    ],
)
def test_a_stray_byte_is_read_by_its_neighbours(before, data, after, letters, meant):
    """A letter fits the word that it stands in, a mark the place between words."""
    stray = read_stray(before, data, after, letters)
    assert stray is not None
    assert stray.text == meant


@pytest.mark.parametrize("data", [b"\x00", b"\x00\x92", b"\xb2\xb2\xb2"])
def test_bytes_without_a_meaning(data):
    """What no encoding makes sense of between two letters means nothing."""
    assert read_stray("a", data, "b", GERMAN) is None


def test_0xff_has_no_meaning_in_a_german_word():
    """A filler byte is no no-break space of DOS."""
    assert read_stray("r", b"\xff", "c", GERMAN) is None
