"""Encodings that write everything in ASCII bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.decoding import decode
from textproof.seven_bit import seven_bit_of

JAPANESE = "朝、私たちは橋を渡り、粉屋が挨拶しました。\n"
KOREAN = "아침에 우리는 다리를 건넜고 주인이 인사했습니다.\n"
CHINESE = "早上我们走过那座桥，主人在岸边向我们问好。\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(JAPANESE, "iso2022_jp"), (KOREAN, "iso2022_kr"), (CHINESE, "hz")],
)
def test_a_document_that_shifts(text, encoding):
    """It is read, though each of its bytes is ASCII."""
    data = ("plain\n" + text).encode(encoding)
    assert data.isascii()
    assert seven_bit_of(data) == encoding
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.legacy) == ("plain\n" + text, encoding, True)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"plain",
        b"\x1b[31mred\x1b[0m",
        b"\x1b$",
        b"\x1b$B",
        b"\x1b$B\x1b(B" * 20,
        b"cp ~{alice,bob}/notes .",
        b"~{",
        b"~{~}" * 20,
        b"a price of ~{5} or so ~} at most",
        b"if x: # ~{not this}~",
    ],
    ids=repr,
)
def test_other_text_with_escapes_and_tildes(data):
    """Colours of a terminal, home folders and shifts around nothing stay what they are."""
    assert seven_bit_of(data) is None
    assert decode(data).encoding == "utf-8"


@given(st.text(st.sampled_from("~{}$B([\x1b abcHJ0"), max_size=60))
def test_any_mix_of_shifts_has_an_answer(text):
    """What is called a seven-bit encoding decodes in it to some character beyond ASCII."""
    codec = seven_bit_of(text.encode())
    if codec:
        assert not text.encode().decode(codec).isascii()


def test_a_few_characters_are_too_few():
    """Three characters could be an accident, four common ones are not."""
    assert seven_bit_of("中文字".encode("hz")) is None
    assert seven_bit_of("中文字体".encode("hz")) == "hz"
