"""Where UTF-8 that was read with another encoding stands, and what it was."""

import ftfy.bad_codecs  # noqa: F401 - registers the codecs that leave no byte free
import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.misread_utf8 import Segment, replaced, segments

PLAIN = st.text(st.characters(min_codepoint=0xA1, exclude_categories=("Cs", "Co", "Cn", "Cc")),
                min_size=1, max_size=12)  # fmt: skip


@given(PLAIN)
def test_utf8_read_as_latin_1_is_one_segment(text):
    """Every character comes back, whatever it is."""
    damaged = text.encode().decode("latin-1")
    if "\ufffd" not in text:
        assert segments(damaged, "latin-1") == [Segment(0, len(damaged), text)]


@pytest.mark.parametrize(
    ("text", "codec", "expected"),
    [
        ("cafÃ© dÃ©jÃ\xa0 vu", "cp1252", [(3, 5, "é"), (7, 9, "é"), (10, 12, "à")]),
        ("Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "cp1252", [(0, 12, "привет")]),
        ("p┼Ö├¡zen", "cp437", [(1, 5, "ří")]),
        ("Â© 2020", "cp1252", [(0, 2, "©")]),
        ("ðŸ˜€", "cp1252", [(0, 4, "😀")]),
    ],
)
def test_where_the_segments_of_a_text_are(text, codec, expected):
    """Each run that is valid UTF-8 in the encoding, with its place."""
    assert [tuple(segment) for segment in segments(text, codec)] == expected


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("café", "a lead byte without its continuation"),
        ("naïve", "a lead byte before ASCII"),
        ("Ã", "nothing follows"),
        ("À\xa0", "C0 is never in UTF-8"),
        ("Á¿", "C1 is never in UTF-8"),
        ("à\x80\x80", "an overlong form"),
        ("ô\x90\x80\x80", "beyond the last code point"),
        ("î\x80\x80", "a private character is no text"),
        ("ï¿½", "U+FFFD is no text"),
    ],
)
def test_what_is_no_utf8_is_no_segment(text, why):
    """Bytes that UTF-8 does not allow, and characters that nobody writes."""
    assert segments(text, "latin-1") == [], why


def test_surrogates_in_pairs_are_one_character():
    """CESU-8, which some databases write, has six bytes for an emoji."""
    data = "\ud83d\ude00".encode("utf-8", "surrogatepass")
    assert [s.meant for s in segments(data.decode("latin-1"), "latin-1")] == ["😀"]


@pytest.mark.parametrize(
    ("text", "codec", "expected"),
    [
        ("浣犲ソ", "gbk", [(0, 3, "你好")]),
        ("caf茅 ole", "gbk", [(3, 4, "é")]),
        ("浣犲ソ, world, 浣犲ソ", "gbk", [(0, 3, "你好"), (12, 15, "你好")]),
    ],
)
def test_segments_in_an_encoding_of_two_bytes(text, codec, expected):
    """A segment begins and ends between characters, though a byte of ASCII may belong to one."""
    assert [tuple(segment) for segment in segments(text, codec)] == expected


@pytest.mark.parametrize("text", ["你好，世界。", "我们都是好朋友", "日本語の文章です"])
def test_clean_text_in_two_bytes_has_no_segment_that_is_all_of_it(text):
    """Clean Chinese is hardly UTF-8 in GBK."""
    assert [s for s in segments(text, "gbk") if s.end - s.start == len(text)] == []


PIECES = [Segment(1, 3, "é"), Segment(5, 6, "")]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, None, "aéde"), (1, None, "éde"), (0, 5, "aéde")],
)
def test_pieces_are_put_in(start, end, expected):
    """What stands between pieces stays; one that means nothing is taken out."""
    pieces = PIECES if end is None else PIECES[:1]
    assert replaced("aÃ©deX", pieces, start, end) == expected


@given(st.text(max_size=20))
def test_without_pieces_a_text_stays(text):
    """Nothing is put in, nothing changes."""
    assert replaced(text, []) == text
