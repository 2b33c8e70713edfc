"""From bytes to text: every byte is kept, and the verdict on the encoding is right."""

import codecs

import pytest
from hypothesis import assume, given
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


def test_utf8_stays_utf8_whatever_follows_its_mark():
    """Bad bytes behind the mark of UTF-8 are damage, however many they are."""
    decoded = decode(codecs.BOM_UTF8 + b"\x92\xff")
    assert (decoded.text, decoded.encoding) == ("\ufeff\udc92\udcff", "utf-8")
    assert decoded.damaged


@pytest.mark.parametrize(
    ("mark", "encoding", "lost"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le", 1),
        (codecs.BOM_UTF16_BE, "utf-16-be", 1),
        (codecs.BOM_UTF32_LE, "utf-32-le", 1),
        (codecs.BOM_UTF32_LE, "utf-32-le", 3),
        (codecs.BOM_UTF32_BE, "utf-32-be", 2),
    ],
)
def test_what_breaks_off_is_read_up_to_there(mark, encoding, lost):
    """UTF-16 and UTF-32 behind a mark are read as far as their characters are whole."""
    decoded = decode(mark + "Größe über".encode(encoding)[:-lost])
    assert decoded.text.startswith("\ufeffGröße übe")
    assert (decoded.encoding, decoded.damaged) == (encoding, True)


def test_half_a_pair_in_utf16_is_a_lone_surrogate():
    """A lone surrogate is a code unit of UTF-16, and stays in the text as what it is."""
    decoded = decode(codecs.BOM_UTF16_LE + b"a\0\x3d\xd8b\0")
    assert (decoded.text, decoded.encoding) == ("\ufeffa\ud83db", "utf-16-le")


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


def test_an_uncertain_encoding_names_one_that_reads_otherwise():
    """Two letters could be of many encodings: the runner-up decodes them to another text."""
    data = b"\xe4\xf6\n"
    decoded = decode(data)
    assert not decoded.sure
    assert decoded.runner_up is not None
    assert data.decode(decoded.runner_up) != decoded.text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(encoding):
    """ASCII in UTF-16 is no UTF-8 with NULs in it."""
    decoded = decode("Good morning\n".encode(encoding))
    assert (decoded.text, decoded.encoding) == ("Good morning\n", encoding)
    assert decoded.legacy


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "big5", "gb18030"])
def test_chinese_without_a_mark(encoding):
    """Chinese is read in UTF-16 without a mark, and not taken for it in an encoding of its own."""
    text = "早上我們走過那座橋，磨坊的主人在岸邊向我們問好。"
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.legacy) == (text, encoding, True)


@given(st.integers(0, len(RUSSIAN)), st.binary(min_size=1, max_size=6))
def test_random_damage_leaves_the_rest(index, damage):
    """A text in UTF-8 into which bytes beyond ASCII fell keeps what was not damaged."""
    damage = bytes(byte | 0x80 for byte in damage)
    assume(index > 0 or damage[:2] not in (b"\xfe\xff", b"\xff\xfe"))  # the marks of UTF-16
    decoded = decode(RUSSIAN[:index].encode() + damage + RUSSIAN[index:].encode())
    assert decoded.encoding == "utf-8"
    assert decoded.text.startswith(RUSSIAN[:index])
    assert decoded.text.endswith(RUSSIAN[index:])
    assert (
        decoded.text[index : len(decoded.text) - len(RUSSIAN) + index].encode(
            "utf-8", "surrogateescape"
        )
        == damage
    )


@given(st.binary(max_size=60))
def test_the_bytes_are_kept(data):
    """Whatever the verdict, the bytes are at hand; `damaged` says whether all of them decoded."""
    decoded = decode(data)
    assert decoded.data == data
    if decoded.encoding == "utf-8":
        assert decoded.damaged == any("\udc80" <= char <= "\udcff" for char in decoded.text)


@pytest.mark.parametrize(
    "data",
    [b"a\0b", b"ab" + bytes(20), b"\0" * 8, "é\0x".encode(), b"one\0two\0three\0four\0five\0"],
    ids=["one NUL", "padded", "nothing else", "beside é", "separated by NUL"],
)
def test_nuls_in_utf8(data):
    """NULs that are not every other byte leave a text UTF-8."""
    assert decode(data).encoding == "utf-8"


def test_binary_data_is_no_text():
    """Binary data has the encoding None, no text, and a word for what it is."""
    decoded = decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0\\r\xa8f")
    assert (decoded.text, decoded.encoding, decoded.binary) == ("", None, "a PNG image")


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
