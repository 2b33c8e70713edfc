"""UTF-16 without a byte order mark: whole documents, and what programs append to others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.decoding import decode
from textproof.utf16 import utf16_in, utf16_of

ORDERS = ("utf-16-le", "utf-16-be")

WITH_NULS = {
    "English": "We crossed the bridge this morning.\n",
    "German": "Am Morgen gingen wir über die Brücke.\n",
    "Turkish": "Sabah köprüden geçtik.\n",
    "French": "Le matin, nous avons traversé le pont.\n",
}
WITHOUT_NULS = {
    "Simplified Chinese": "早上我们走过那座桥，磨坊的主人在岸边向我们问好。",
    "Traditional Chinese": "早上我們走過那座橋，磨坊的主人在岸邊向我們問好。",
    "Japanese": "朝、私たちは橋を渡り、粉屋が挨拶してくれました。",
    "Korean": "아침에우리는다리를건넜고방앗간주인이인사했습니다",
}


@pytest.mark.parametrize("encoding", ORDERS)
@pytest.mark.parametrize("language", [*WITH_NULS, *WITHOUT_NULS])
def test_a_document_in_utf16(language, encoding):
    """Latin script gives itself away by its NULs, Han, kana and Hangul by being common."""
    text = (WITH_NULS | WITHOUT_NULS)[language]
    assert utf16_of(text.encode(encoding)) == encoding


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "euc_jp", "cp932", "cp949"])
@pytest.mark.parametrize("language", WITHOUT_NULS)
def test_other_encodings_are_no_utf16(language, encoding):
    """The same texts in their other encodings do not read as common characters."""
    assert utf16_of(WITHOUT_NULS[language].encode(encoding, "ignore")) is None


@pytest.mark.parametrize(
    "text",
    ["this app can break", "Bush hid the facts", "hhhh hhh hhh hhhhh", "In the morning we went on"],
)
def test_ascii_of_even_length_is_no_utf16(text):
    """English words of ASCII are no Chinese, though their bytes in pairs are Han characters."""
    assert utf16_of(text.encode()) is None
    assert utf16_of((text * 20).encode()) is None


@pytest.mark.parametrize(
    "data", [b"", b"\0", b"\0" * 40, b"a\0b", b"one\0two\0three\0", b"a\0" * 3]
)
def test_a_few_nuls_are_no_utf16(data):
    """NULs that end strings, fill a block or are few say nothing."""
    assert utf16_of(data) is None


GOOD = "Am Morgen gingen wir über die Brücke, und es war noch früh.\n"
SHORT = "Größe geprüft.\n"


@pytest.mark.parametrize("encoding", ORDERS)
@pytest.mark.parametrize("language", WITH_NULS)
@pytest.mark.parametrize(
    "good", [GOOD, SHORT], ids=["behind a longer text", "behind a shorter one"]
)
def test_an_appended_line_is_found(good, language, encoding):
    """It begins behind the last line end of UTF-8, and goes on to the end."""
    data = good.encode() + WITH_NULS[language].encode(encoding)
    assert utf16_in(data) == (len(good.encode()), len(data), encoding)
    assert utf16_of(data) is None


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xff\xfe", ORDERS[0]), (b"\xfe\xff", ORDERS[1])])
@pytest.mark.parametrize(
    "text",
    [
        *(text + "\r\n" for text in WITHOUT_NULS.values()),
        *WITH_NULS.values(),
        "Done.\r\n",
        "И на этом всё кончается.\r\n",
        "Και εδώ τελειώνει.\r\n",
        "וכאן זה נגמר.\r\n",
    ],
)
def test_an_appended_mark_says_where_it_begins(text, mark, encoding):
    """With a mark before it, a line of any language and length is found."""
    data = SHORT.encode() + mark + text.encode(encoding)
    assert utf16_in(data) == (len(SHORT.encode()), len(data), encoding)
    assert utf16_of(data) is None


@pytest.mark.parametrize("encoding", ORDERS)
@pytest.mark.parametrize(
    "text",
    ["Größe und Maß: fünf Füße\r\n", "Ärger über Öl.\r\n", "И на этом всё кончается.\r\n"],
)
def test_an_appended_line_may_begin_in_any_language(text, encoding):
    """Its first NUL may belong to a later character than the first."""
    data = SHORT.encode() + text.encode(encoding)
    assert utf16_in(data) == (len(SHORT.encode()), len(data), encoding)


def test_it_may_end_before_the_document_does():
    """A line of UTF-16 among lines of UTF-8 ends with its last NUL."""
    middle = "The end of it.\n".encode("utf-16-le")
    data = GOOD.encode() + middle + GOOD.encode()
    assert utf16_in(data) == (len(GOOD.encode()), len(GOOD.encode() + middle), "utf-16-le")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"plain",
        GOOD.encode(),
        GOOD.encode() + b"\0",
        GOOD.encode() + bytes(40),
        "./Größe.txt\0./über.txt\0./a.md\0".encode(),
    ],
    ids=["nothing", "ASCII", "UTF-8", "one NUL", "filled up", "separated by NUL"],
)
def test_other_documents_hold_none(data):
    """A NUL or two, or many side by side, are no UTF-16."""
    assert utf16_in(data) is None


@pytest.mark.parametrize(
    "data",
    [
        b"one\0two\0three\0four\0",
        b"./src/main.py\0./README.md\0./docs/guide.md\0",
        b"Line one\0 here.\nLine two\0 here.\n" * 4,
    ],
    ids=["words that NULs divide", "names that NULs divide", "a NUL in each line"],
)
def test_ascii_with_nuls_holds_none(data):
    """NULs between words of ASCII are no UTF-16, though the words could be Han characters."""
    assert utf16_in(data) is None


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_a_text_without_nuls_holds_none(text):
    """Whole UTF-8 without NULs has no stretch of UTF-16 in it."""
    assert utf16_in(text.encode()) is None


@given(st.binary(max_size=120))
def test_a_stretch_lies_in_the_bytes_and_decodes(data):
    """Whatever the bytes, what is found is a part of them that its encoding reads."""
    found = utf16_in(data)
    if found:
        assert 0 <= found.start < found.end <= len(data)
        stretch = data[found.start : found.end]
        assert "\0" not in stretch[: len(stretch) // 2 * 2].decode(found.encoding, "ignore")


@pytest.mark.parametrize("encoding", ["utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", ["Time, Bid\nAsk, 12\n", "Größe\n" * 3, "這是中文，沒有標記。\n"])
def test_utf32_without_a_mark(encoding, text):
    """UTF-32 is told by its form, whether its bytes are UTF-8 too or not."""
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.legacy) == (text, encoding, True)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "tail",
    [
        "तय करता हैं की उपयोगकर्ता\r\n",
        "নমস্কার বাংলা ভাষা।\r\n",
        "भविष्य के %(name_plural)s नहीं हैं\r\n",
    ],
)
def test_devanagari_and_bengali_begin_with_their_first_letter(tail, encoding):
    """One byte of their letters is a tab, which looks like text in ASCII before the first NUL."""
    before = "यह हिन्दी है।\n".encode()
    found = utf16_in(before + tail.encode(encoding))
    assert found == (len(before), len(before) + 2 * len(tail), encoding)


@pytest.mark.parametrize("before", ["โรงสีอยู่ริมน้ำ\n", "The mill is old.\n", "name\tvalue\t1\t2\n"])
@pytest.mark.parametrize(
    "tail",
    [
        "คุณลงชื่อเป็น %(name)s แต่ไม่ได้\r\n",
        "ગુજરાતી ભાષા સરસ છે\r\n",
        "ਪੰਜਾਬੀ ਭਾਸ਼ਾ ਸੋਹਣੀ ਹੈ\r\n",
        "在 Alpha 上，一個 jiffy 是\r\n",
    ],
)
def test_a_stretch_begins_with_its_line(before, tail):
    """ช ends in the byte of a line break, ਮ is one and a full stop, and 在 is `(W`."""
    data = before.encode() + 2 * tail.encode("utf-16-le")
    assert utf16_in(data) == (len(before.encode()), len(data), "utf-16-le")
