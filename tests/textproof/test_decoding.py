"""From bytes to text: every byte is kept, and the verdict on the encoding is right."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.decoding import decode, encoded_length

RUSSIAN = (
    "Утром мы вышли из дома и пошли к реке. Было ещё темно, но на востоке уже светлело небо, "
    "и птицы начинали петь. Старый рыбак сидел у воды и чинил свою лодку."
)


@given(st.binary())
def test_it_never_fails(data):
    """Whatever the bytes are, there is a text and a verdict."""
    decoded = decode(data)
    assert isinstance(decoded.text, str)
    assert decoded.encoding is None or codecs.lookup(decoded.encoding)
    assert decoded.text == "" or decoded.encoding is not None


@given(st.binary(), st.text(min_size=1))
def test_the_bytes_can_be_had_back(data, text):
    """Where the verdict is UTF-8, the text holds every byte, bad ones too."""
    for document in (data, text.encode("utf-8", "ignore") + data):
        decoded = decode(document)
        if decoded.encoding == "utf-8":
            assert decoded.text.encode("utf-8", "surrogateescape") == document
            assert encoded_length(decoded.text) == len(document)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_utf8_is_utf8(text):
    """A text in UTF-8 without NULs decodes to itself."""
    decoded = decode(text.encode())
    assert (decoded.text, decoded.encoding, decoded.legacy) == (text, "utf-8", False)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_mark_decides(mark, encoding):
    """A byte order mark says the encoding, is no legacy, and stays in the text."""
    decoded = decode(mark + "naïve 日本 😀".encode(encoding))
    assert (decoded.text, decoded.encoding) == ("\ufeffnaïve 日本 😀", encoding)
    assert not decoded.legacy


def test_a_mark_with_bad_bytes_behind_it():
    """UTF-8 stays UTF-8 whatever follows its mark; UTF-16 that breaks off is no text."""
    assert decode(codecs.BOM_UTF8 + b"\x92\xff").text == "\ufeff\udc92\udcff"
    assert decode(codecs.BOM_UTF16_LE + b"a\0b").encoding is None


@pytest.mark.parametrize(
    "data",
    [
        "naïve It".encode() + b"\x92s",
        "日本".encode()[:-1],
        b"hello \xe2\x80",
        "é ü ñ ".encode() + b"\xc0\xaf",
        "Привет ".encode() + b"\xed\xa0\xbd\xed\xb8\x80",
    ],
    ids=["stray byte", "cut off", "only character cut off", "overlong", "surrogate pair"],
)
def test_damaged_utf8_is_utf8(data):
    """Few bad bytes beside good characters, or a character cut off, are damage to UTF-8."""
    decoded = decode(data)
    assert (decoded.encoding, decoded.legacy) == ("utf-8", False)
    assert decoded.text.encode("utf-8", "surrogateescape") == data


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "iso8859-5", "cp866"])
def test_a_legacy_encoding(encoding):
    """A Russian text in a legacy encoding is read as what it is."""
    decoded = decode(RUSSIAN.encode(encoding))
    assert (decoded.text, decoded.legacy) == (RUSSIAN, True)


def test_an_uncertain_encoding_names_the_other():
    """Where two encodings read a text nearly as well, the verdict names both."""
    decoded = decode(RUSSIAN.encode("cp1251"))
    assert decoded.confidence == 1 or decoded.runner_up


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(encoding):
    """ASCII in UTF-16 is no UTF-8 with NULs in it."""
    decoded = decode("Good morning\n".encode(encoding))
    assert (decoded.text, decoded.encoding) == ("Good morning\n", encoding)
    assert decoded.legacy


@pytest.mark.parametrize(
    "data",
    [b"a\0b", b"ab" + bytes(20), b"\0" * 8, "é\0x".encode(), b"one\0two\0three\0four\0five\0"],
    ids=["one NUL", "padded", "nothing else", "beside é", "separated by NUL"],
)
def test_nuls_in_utf8(data):
    """NULs that are not every other byte leave a text UTF-8."""
    assert decode(data).encoding == "utf-8"


def test_binary_data_is_no_text():
    """What no encoding reads has the encoding None and no text."""
    decoded = decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0\\r\xa8f")
    assert (decoded.text, decoded.encoding) == ("", None)


def test_nothing_is_utf8():
    """An empty document passes as UTF-8."""
    assert decode(b"").encoding == "utf-8"


@given(st.text(st.characters()))
def test_encoded_length_counts_kept_bytes_once(text):
    """The length in UTF-8 is the sum of its characters', a kept byte being one."""
    lengths = [
        1 if "\udc80" <= char <= "\udcff" else len(char.encode("utf-8", "surrogatepass"))
        for char in text
    ]
    assert encoded_length(text) == sum(lengths)
