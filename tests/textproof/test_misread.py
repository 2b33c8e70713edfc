"""Which stretches of a line were read with the wrong encoding, how often, and what they were."""

from itertools import pairwise

import ftfy.bad_codecs  # noqa: F401 - registers the codecs that leave no byte free
import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.misread import Misread, are_proved, misread_in
from textproof.misread_utf8 import replaced

SENTENCES = {
    "French": "Le café était déjà fermé à Orléans.",
    "German": "Für Grüße aus Köln müssen wir zur Brücke.",
    "Polish": "Jutro będzie świeciło słońce nad łąką.",
    "Turkish": "Değirmenci bizi kıyıdan selamladı, güneşli bir gün.",
    "Russian": "Утром мы перешли через мост.",
    "Greek": "Το πρωί περάσαμε τη γέφυρα.",
    "Hebrew": "בבוקר עברנו את הגשר.",
    "Arabic": "في الصباح عبرنا الجسر.",
    "Thai": "ในตอนเช้าเราเดินข้ามสะพาน",
    "Chinese": "早上我们走过那座桥，大家都很高兴。",
    "Japanese": "朝、私たちは橋を渡りました。",
    "Korean": "아침에 우리는 다리를 건넜습니다.",
}

OF_ONE_BYTE = ["latin-1", "sloppy-windows-1252", "cp437", "cp850", "koi8-r", "mac-roman", "cp866"]
OF_TWO_BYTES = ["gb18030", "euc_kr", "big5hkscs", "cp932"]


def undone(line):
    """A line with what was meant in place of what was misread."""
    return replaced(line, misread_in(line))


@pytest.mark.parametrize("codec", OF_ONE_BYTE)
@pytest.mark.parametrize("language", SENTENCES)
def test_utf8_read_with_one_byte_comes_back(language, codec):
    """A line of UTF-8 that was read with an encoding of one byte is given back exactly."""
    assert undone(SENTENCES[language].encode().decode(codec)) == SENTENCES[language]


@pytest.mark.parametrize("codec", OF_TWO_BYTES)
@pytest.mark.parametrize("language", ["Russian", "Greek", "Chinese", "Japanese", "Korean"])
def test_utf8_read_with_two_bytes_comes_back_where_nothing_was_lost(language, codec):
    """A line that the encoding of two bytes could read is given back exactly."""
    sentence = SENTENCES[language]
    try:
        damaged = sentence.encode().decode(codec)
    except UnicodeDecodeError:
        pytest.skip("the encoding has no such bytes")
    assert undone(damaged) == sentence


@pytest.mark.parametrize("layers", [2, 3, 4])
@pytest.mark.parametrize("language", ["French", "German", "Polish", "Russian", "Chinese"])
def test_several_layers_are_undone(language, layers):
    """What was read wrongly several times over is undone as often, and the chain says how often."""
    line = SENTENCES[language]
    for _ in range(layers):
        line = line.encode().decode("sloppy-windows-1252")
    assert undone(line) == SENTENCES[language]
    assert {len(piece.chain) for piece in misread_in(line)} == {layers}


@pytest.mark.parametrize("language", SENTENCES)
def test_clean_lines_are_left_alone(language):
    """A sentence that nobody damaged has no stretch that was read wrongly."""
    assert misread_in(SENTENCES[language]) == []


@pytest.mark.parametrize(
    "line",
    [
        "PARCE QUE SUR LEURS PLAQUES IL Y MARQUÉ…",  # a capital before a mark
        "« été »",
        "“CAFÉ”, dit-elle",
        "Il a vu MAÇÃ».",
        "CAFÉ®",
        "vidíš“ řekla",
        "2 × 3 µm, 20 °C ± 1 °C",
        "Ã is a letter, and so is Â",
        "│ one │ two │",
    ],
)
def test_marks_behind_letters_are_no_utf8(line):
    """Letters and marks that are UTF-8 by chance stay."""
    assert misread_in(line) == []


@pytest.mark.parametrize(
    ("line", "start", "end", "meant", "codec"),
    [
        ("Ya te enviÃ¡ los mensajes", 10, 12, "á", "cp1252"),
        ("ein grГјner Tee", 6, 8, "ü", "cp1251"),
        ("das grĂĽne Tal", 6, 8, "ü", "cp1250"),
        ("contract â€” the rest", 9, 12, "—", "cp1252"),
    ],
)
def test_one_stretch_has_its_exact_place(line, start, end, meant, codec):
    """A single stretch among clean letters is found from its first character to its last."""
    (piece,) = misread_in(line)
    assert (piece.start, piece.end, piece.meant, piece.chain) == (start, end, meant, (codec,))


def test_stretches_are_in_order_and_apart():
    """Pieces do not overlap, and come as they stand in the line."""
    pieces = misread_in(SENTENCES["French"].encode().decode("latin-1"))
    assert len(pieces) == 7
    for before, after in pairwise(pieces):
        assert before.end <= after.start


@given(st.text(st.characters(max_codepoint=0x7F), max_size=60))
def test_ascii_was_not_misread(line):
    """ASCII is the same in every encoding."""
    assert misread_in(line) == []


@given(st.text(max_size=30))
def test_what_is_found_differs_from_what_stands_there(line):
    """No piece means itself."""
    for piece in misread_in(line):
        assert line[piece.start : piece.end] != piece.meant


GOOD = Misread(0, 6, "für", ("cp1252",), 25.0, 15.0)


@pytest.mark.parametrize(
    ("pieces", "proved"),
    [
        ([GOOD], True),
        ([], False),
        ([GOOD._replace(meant="ü")], False),  # one letter, once
        ([GOOD._replace(meant="ü", chain=("cp1252",) * 3)], True),  # one letter, three times over
        ([GOOD._replace(meant="ü")] * 3, True),
        ([GOOD._replace(gain=19.0)], False),
        ([GOOD._replace(margin=11.0)], False),
        ([GOOD, GOOD._replace(margin=1.0)], False),  # the weakest piece decides
    ],
)
def test_when_a_reading_is_proved(pieces, proved):
    """Enough characters, a gain, and a margin to every other reading, in all of its pieces."""
    assert are_proved(pieces) == proved
