"""The damage in a UTF-8 document: each defect once, with its kind, its place and its meaning."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from textproof.byte_defects import byte_defects

KINDS = {"truncated", "stray", "overlong", "surrogates", "other-encoding", "utf-16", "binary"}

PIECES = st.sampled_from(
    [
        *("Größe ", "Утром ", "中文", "日本語", "plain ", "\n", "\r\n", "é", "😀"),
        *(b"\x92", b"\xff", b"\xc3", b"\xe2\x82", b"\xc0\xaf", b"\xed\xa0\xbd\xed\xb8\x80"),
        *(b"\xed\xa0\xbd", b"\x80\x80\x80", b"\xf4\x90\x80\x80", b"a\0b\0c\0d\0", b"\xff\xfea\0"),
        *("中文字".encode("gbk"), "Утром".encode("cp1251"), "für".encode("cp1252")),
    ]
)
BYTES = st.binary(max_size=80) | st.lists(PIECES, max_size=12).map(
    lambda pieces: b"".join(p.encode() if isinstance(p, str) else p for p in pieces)
)


def kept(data):
    """Bytes as the text that a document has of them."""
    return data.decode("utf-8", "surrogateescape")


def defects(*pieces):
    """The defects of a document put together of text and bytes."""
    data = b"".join(piece.encode() if isinstance(piece, str) else piece for piece in pieces)
    return [(d.kind, d.start, d.end, d.meant) for d in byte_defects(kept(data))]


@given(BYTES)
@example(b"\xb8\x8a" + "我们走过那座桥".encode())
@example(b"\xff\xfe")
@example(b"\xc3\n\xa4")
def test_every_bad_byte_is_in_one_defect(data):
    """The defects are in order, do not overlap, and cover each byte that did not decode."""
    text = kept(data)
    found = list(byte_defects(text))
    assert all(d.kind in KINDS and d.start < d.end <= len(text) for d in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = {offset for d in found for offset in range(d.start, d.end)}
    bad = {offset for offset, char in enumerate(text) if "\udc80" <= char <= "\udcff"}
    assert bad <= covered


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_clean_text_has_none(text):
    """Where every byte decoded, and no NUL gives UTF-16 away, there is no defect."""
    assert list(byte_defects(text)) == []


@given(BYTES)
def test_a_proved_meaning_is_a_text(data):
    """What a defect means is itself without bad bytes, and only surrogates are proved."""
    for defect in byte_defects(kept(data)):
        if defect.exact:
            assert defect.kind == "surrogates"
            assert defect.meant is not None
            assert defect.meant.encode("utf-16", "surrogatepass").decode("utf-16") == defect.meant


@given(st.characters(min_codepoint=0x10000))
def test_a_pair_of_surrogates_means_its_character(char):
    """Whatever the character beyond U+FFFF, its CESU-8 is one proved defect."""
    units = char.encode("utf-16-be")
    pair = b"".join(
        chr(int.from_bytes(units[i : i + 2], "big")).encode("utf-8", "surrogatepass")
        for i in (0, 2)
    )
    assert defects("Größe: ", pair, " über") == [("surrogates", 7, 13, char)]


@given(st.integers(0, 0x7F))
def test_an_overlong_form_of_two_bytes_means_its_character(point):
    """C0 80 to C1 BF stand for the characters of ASCII."""
    overlong = bytes([0xC0 | point >> 6, 0x80 | point & 0x3F])
    assert defects("Größe ", overlong, " über") == [("overlong", 6, 8, chr(point))]


@given(st.characters(min_codepoint=0x80, exclude_categories=["Cs"]), st.data())
def test_a_document_that_ends_in_a_character(char, data):
    """Whatever the last character lost of its end, the defect says that the document ends there."""
    whole = char.encode()
    cut = data.draw(st.integers(1, len(whole) - 1))
    (defect,) = byte_defects("Größe über " + kept(whole[:cut]))
    assert (defect.kind, defect.start, defect.end, defect.at_end) == (
        "truncated",
        11,
        11 + cut,
        True,
    )


@pytest.mark.parametrize(
    ("data", "kinds"),
    [
        (b"\xc3", ["truncated"]),
        (b"\xe2\x82", ["truncated"]),
        (b"\xf0\x9f\x98", ["truncated"]),
        (b"\xe0\x80\xaf", ["overlong"]),
        (b"\xf0\x80\x80\xaf", ["overlong"]),
        (b"\xed\xbf\xbf", ["surrogates"]),
        (b"\xed\xa0\xbd\xed\xa0\xbd", ["surrogates", "surrogates"]),
        (b"\xed\xa0\xbd\xed\xb8\x80" * 3, ["surrogates"]),
    ],
)
def test_forms(data, kinds):
    """The forms of table 3-7 of the Unicode standard, and what is none of them."""
    found = defects("Größe über alle Brücken ", data, " für Müller")
    assert [kind for kind, *_ in found] == kinds


@pytest.mark.parametrize(
    ("before", "byte", "after", "meant"),
    [
        ("sagte ", 0x93, "ja", "“"),
        ("ja", 0x94, " und", "”"),
        ("sagte ", 0x84, "ja", "„"),
        ("so ", 0x96, " oder", "–"),
        ("so", 0x97, "oder", "—"),
        ("so ", 0x95, " Punkt", "•"),
        ("10", 0xA0, "km", "\xa0"),
        ("20 ", 0xB0, "C", "°"),
        ("so ", 0xAB, "ja", "«"),
        ("Acme", 0xAE, " GmbH", "®"),
        ("12 ", 0x80, " pro Kilo", "€"),
        ("und ", 0x85, " dann", "…"),
        ("ja", 0xBB, " und", "»"),
        ("", 0xA7, " 12", "§"),
        ("", 0xA9, " 2020", "©"),
        ("3 ", 0xBD, " Liter", "½"),
        ("5", 0xD7, "3", "×"),
        ("Acme", 0x99, " GmbH", "™"),
        ("", 0xBF, "Qué", "¿"),
    ],
)
def test_typography_of_windows(before, byte, after, meant):
    """In a German text the marks of windows-1252 mean themselves, where a writer puts them."""
    start = len("Für Müller über Brücken " + before)
    found = defects("Für Müller über Brücken ", before, bytes([byte]), after, " schön früh")
    assert found == [("stray", start, start + 1, meant)]


def test_an_apostrophe_is_one_wherever_it_stands():
    """0x92 is ’ in all code pages of Windows: in a word, at its start, and alone."""
    for before, after in (("It", "s"), (" ", "tis"), ("students", " "), ("我们", "走")):
        (found,) = defects(f"Größe {before}", b"\x92", f"{after} über")
        assert (found[0], found[3]) == ("stray", "’")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_passage_ends_with_its_line(end):
    """The lines before and after a passage are good, whatever ends them."""
    good = f"Утром мы перешли через мост.{end}"
    found = defects(good, "Мельник ушёл".encode("cp1251"), end, good)
    assert found == [("other-encoding", len(good), len(good) + 12, "Мельник ушёл")]


def test_passages_on_neighbouring_lines_are_one():
    """The line end between them is part of what they mean; a good line divides them."""
    good, line = "早上我们走过那座桥。\n", "店主在门口迎接我们".encode("gbk")
    (one,) = defects(good, line, "\n", line, "\n", good)
    assert one[3] == "店主在门口迎接我们\n店主在门口迎接我们"
    assert len(defects(good, line, "\n", good, line, "\n")) == 2


def test_utf16_goes_on_to_the_end():
    """From the first byte of it; a defect before it is one of its own."""
    good = "Für Müller über Brücken: It"
    found = defects(good, b"\x92", "s\n", "The end of it.\n".encode("utf-16-le"))
    assert [(kind, start) for kind, start, *_ in found] == [("stray", 27), ("utf-16", 30)]
    assert found[1][3] == "The end of it.\n"


def test_a_character_without_its_first_byte_at_the_start():
    """A stream that begins inside a Chinese character begins with its last bytes."""
    found = defects(b"\xb8\x8a", "我们走过那座桥，傍晚看见了灯光。")
    assert [kind for kind, *_ in found] == ["truncated"]


@pytest.mark.parametrize(
    ("before", "word", "after", "encoding"),
    [
        ("Утром мы перешли мост, и ", "мельник", " поздоровался с нами.", "cp1251"),
        pytest.param(
            *("早上我们走过那座桥，", "磨坊", "的主人在岸边向我们问好。路面还很湿。", "gbk"),
            marks=pytest.mark.xfail(strict=True, reason="four bytes are too few to tell"),
        ),
    ],
)
def test_a_word_in_another_encoding_is_one_defect(before, word, after, encoding):
    """One finding a defect, not a byte: a name that a template put into the line."""
    data = word.encode(encoding)
    found = defects(before, data, after)
    assert found == [("other-encoding", len(before), len(before) + len(data), word)]


def test_a_passage_begins_with_a_character_that_is_one_of_utf8_too():
    """The bytes of 磨 in GBK are ĥ in UTF-8; they belong to the passage all the same."""
    good, line = "早上我们走过那座桥。\n", "磨坊的主人在岸边"
    found = defects(good, line.encode("gbk"), "\n", good)
    assert [(kind, start, meant) for kind, start, _, meant in found] == [
        ("other-encoding", len(good), line)
    ]


@pytest.mark.parametrize(
    ("before", "after"), [("Copyright ", " 2022"), ("", " Ayuntamiento"), ("(", ")")]
)
def test_a_sign_that_lost_its_end_is_no_letter(before, after):
    """C2 begins © and « in UTF-8, and no letter; Â stands alone in no text."""
    found = defects(f"El año pasado.\n{before}", b"\xc2", f"{after}\nEl río.\n")
    assert [kind for kind, *_ in found] == ["truncated"]


def test_a_last_line_of_its_own_that_is_cut_off_is_no_passage():
    """Of a full stop are left E3 80, which are a character in Shift-JIS too."""
    text = "The mill is near.\n由開源軟體來發展，類似 linux 核心的方式"
    found = defects(text, b"\xe3\x80")
    assert [(kind, start) for kind, start, *_ in found] == [("truncated", len(text))]


def test_a_passage_may_be_numbers_and_units_mostly():
    """What is ASCII in it says nothing about its encoding."""
    line = "大小的参数是一个整数（例如：10K 指 10*1024）。可用的单位有 K、M、G、T、P（1024 的幂）"
    good = "El tamaño es un número entero.\n"
    found = defects(good, line.encode("gbk"), "\n", good)
    assert [(kind, start, meant) for kind, start, _, meant in found] == [
        ("other-encoding", len(good), line)
    ]


@pytest.mark.parametrize(
    ("line", "encoding", "language"),
    [
        ("と呼ぶ。", "cp932", "Greek"),
        ("消息头).", "gbk", "Greek"),
        ("と呼ぶ。", "cp932", "English"),
    ],
)
def test_a_passage_of_which_only_one_byte_does_not_decode(line, encoding, language):
    """と呼 is 82 C6 8C C4, and all but its first byte are letters in UTF-8: Latin and Cyrillic ones
    that the document has nowhere else."""
    good = {"Greek": "Ο μύλος είναι κοντά στο ποτάμι.\n", "English": "The “mill” is near.\n"}[
        language
    ]
    found = defects(good, line.encode(encoding), "\n", good)
    assert [(kind, start, line.startswith(meant)) for kind, start, _, meant in found] == [
        ("other-encoding", len(good), True)
    ]


@pytest.mark.parametrize(
    "line",
    [
        "In Gdańsk, Lech Wałęsa\udcff spoke.",
        "\udc92Αθήνα is Greek for Athens.",
        "\udce9 Москва is Russian for Moscow.",
        "東京\udcfe is Japanese for Tokyo.",
        "Its name in IPA is \udc93ˈɡdaɲsk.",
    ],
)
def test_a_line_with_letters_of_its_own_may_have_one_stray_byte(line):
    """A foreign name stands once in many a document, and decodes as it is."""
    good = "The “mill” is near the river – it is old.\n" * 3
    text = good + line + "\n" + good
    found = list(byte_defects(text))
    assert [(d.kind == "other-encoding", d.start) for d in found] == [
        (False, next(i for i, char in enumerate(text) if "\udc80" <= char <= "\udcff"))
    ]


def test_half_a_pair_in_the_text_of_a_program():
    """A text that was never bytes may hold a lone surrogate beside bytes that did not decode."""
    found = list(byte_defects("It\udc92s \udc93so\udc94 \ud800"))
    covered = {offset for d in found for offset in range(d.start, d.end)}
    assert {2, 5, 8} <= covered
    assert 10 not in covered
