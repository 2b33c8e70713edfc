"""UTF-8 with damage is told from a text in a legacy encoding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.damaged_utf8 import FEW, judge

SENTENCES = {
    "cp1252": "Am Morgen gingen wir über die Brücke, und der Müller rief vom Ufer.",
    "cp1250": "Jutro pójdziemy przez most, a młynarz pozdrowi nas z brzegu, wciąż.",
    "cp1251": "Утром мы перешли через мост, и мельник поздоровался с нами с берега.",
    "cp1253": "Το πρωί περάσαμε τη γέφυρα και ο μυλωνάς μας χαιρέτησε.",
    "cp1254": "Sabah köprüden geçtik ve değirmenci bizi kıyıdan selamladı.",
    "cp1255": "בבוקר עברנו את הגשר והטוחן בירך אותנו מן הגדה.",
    "cp1256": "في الصباح عبرنا الجسر وحيانا الطحان من الضفة.",
    "cp874": "ในตอนเช้าเราเดินข้ามสะพานและคนโม่แป้งทักทายเรา",
    "koi8-r": "Утром мы перешли через мост, и мельник поздоровался с нами с берега.",
    "gbk": "早上我们走过那座桥，磨坊的主人在岸边向我们问好。",
    "big5": "早上我們走過那座橋，磨坊的主人在岸邊向我們問好。",
    "shift_jis": "朝、私たちは橋を渡り、粉屋が岸から挨拶してくれました。",
    "euc_jp": "朝、私たちは橋を渡り、粉屋が岸から挨拶してくれました。",
    "euc_kr": "아침에 우리는 다리를 건넜고 방앗간 주인이 강가에서 인사했습니다.",
}


def is_damaged_utf8(data):
    """Whether the judgement is that bytes are UTF-8 with damage."""
    return judge(data).damaged


@pytest.mark.parametrize("encoding", SENTENCES)
def test_a_legacy_text_is_no_damaged_utf8(encoding):
    """A sentence in a legacy encoding has more bad bytes than good ones."""
    assert not is_damaged_utf8(SENTENCES[encoding].encode(encoding))


@pytest.mark.parametrize("damage", [b"\x92", b"\xff", b"\xe2\x82", b"\xc0\xaf", b"\xed\xa0\xbd"])
@pytest.mark.parametrize("encoding", SENTENCES)
def test_a_damaged_sentence_is_utf8(encoding, damage):
    """A sentence in UTF-8 stays UTF-8 with any one defect, wherever that is."""
    data = SENTENCES[encoding].encode()
    for place in (0, len(SENTENCES[encoding][: len(SENTENCES[encoding]) // 2].encode()), len(data)):
        assert is_damaged_utf8(data[:place] + damage + data[place:])


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The café on the corner is open.", "cp1252"),
        ("Das Mädchen kam am Abend.", "cp1252"),
        ("Un niño vive en la casa.", "cp1252"),
        ("Ala ma kota, a ja mam dość.", "cp1250"),
        ("Ein Mädchen", "cp850"),
        ("Ein Mädchen", "mac-roman"),
    ],
)
def test_one_letter_in_a_latin_word_is_a_legacy_text(text, encoding):
    """A single letter beyond ASCII, where a writer would put it, is no accident."""
    assert not is_damaged_utf8(text.encode(encoding))


@pytest.mark.parametrize(
    "data",
    [b"It\x92s good", b"caf\xe2\x82 now", b"hello \xe2\x80", b"a \xff b", b"x\x80"],
    ids=["apostrophe", "cut off inside", "cut off at the end", "0xFF", "euro"],
)
def test_one_odd_byte_in_ascii_is_damage(data):
    """A single run of bytes that spells no word is an accident in a UTF-8 text."""
    assert is_damaged_utf8(data)


def test_one_letter_in_a_long_ascii_text_is_damage():
    """In a text of more than `FEW` bytes a single byte is an accident."""
    data = "The café is open.\n".encode("latin-1")
    assert not is_damaged_utf8(data)
    assert is_damaged_utf8(b"A plain line of text.\n" * (FEW // 20) + data)


def test_a_whole_line_in_another_encoding_is_damage():
    """A few good characters in the other lines outweigh it."""
    line = SENTENCES["cp1252"]
    assert is_damaged_utf8(f"{line}\n{line}\n".encode() + f"{line}\n".encode("cp1252"))


def test_a_pair_of_surrogates_in_ascii_is_damage():
    """Only a program that writes UTF-8 makes such bytes, even in an ASCII text."""
    assert is_damaged_utf8(b"We crossed the bridge \xed\xa0\xbd\xed\xb8\x80 this morning.")


@given(st.binary(min_size=1).filter(lambda data: not data.isascii()))
def test_any_bytes_have_an_answer(data):
    """It answers for whatever bytes, and the same each time."""
    assert judge(data) == judge(bytes(data))


@given(st.integers(0, len(SENTENCES["cp1251"])), st.integers(0x80, 0xFF))
def test_one_bad_byte_anywhere(index, byte):
    """Whichever byte falls into a Russian sentence wherever, it stays UTF-8."""
    text = SENTENCES["cp1251"]
    assert is_damaged_utf8(text[:index].encode() + bytes([byte]) + text[index:].encode())


@pytest.mark.parametrize(
    ("line", "encoding"),
    [
        ("磨坊的主人在岸边向我们问好，天气很好。", "gbk"),
        ("朝、私たちは橋を渡り、粉屋が挨拶しました。", "cp932"),
        ("Él dijo: “mañana irán al café de la señora Muñoz”.", "cp1252"),
    ],
)
def test_a_dense_line_in_a_text_in_ascii_came_from_elsewhere(line, encoding):
    """One line full of other bytes, among many without any, is damage; but that is in doubt."""
    plain = b"The miller greeted us from the bank, and the road was wet.\n" * 15
    assert judge(plain + line.encode(encoding) + b"\n" + plain) == (True, False)


def test_a_few_letters_in_a_text_in_ascii_are_those_of_a_legacy_encoding():
    """A name with its accents, once in a long text, is no line from elsewhere."""
    plain = b"The miller greeted us from the bank, and the road was wet.\n" * 15
    name = "Copyright by Jérôme Müller, who wrote this for all of us.\n".encode("cp1252")
    assert not judge(plain + name + plain).damaged


def test_empty_lines_are_no_text():
    """A page with one line of text below many empty ones is in the encoding of that line."""
    page = b"<!DOCTYPE html>\n" + b"\n" * 1000 + SENTENCES["euc_jp"].encode("euc_jp") + b"\n"
    assert not judge(page).damaged


COMMANDS = "mkdir -p /home/user/testdir\ncd /home/user/testdir && touch one two\n" * 12


def test_a_comment_behind_a_command_is_of_its_document():
    """Words in another script among those of the text: nothing came from elsewhere."""
    comment = "mv one two /home/user/testdir   # в третьем терминале\n"
    assert not judge((COMMANDS + comment).encode("cp866")).damaged


def test_a_foreign_line_by_itself_came_from_elsewhere():
    """It is dense, and nothing like it stands in the many others; yet that is not sure."""
    assert judge((COMMANDS + "в третьем терминале\n").encode("cp866")) == (True, False)


@pytest.mark.parametrize(
    ("text", "codec"), [("Templates\nป้ายกำกับ:", "cp874"), ("název třídy modelu", "mac-latin2")]
)
def test_what_decodes_by_chance_makes_no_utf8(text, codec):
    """Most bytes of a short text can be UTF-8, and be no letters that a writer would put there."""
    assert judge(text.encode(codec)) == (False, False)


def test_an_overlong_slash_beside_a_letter_is_damage():
    """Without it all is UTF-8."""
    assert judge("dazugehö".encode() + b"\xc0\xaf" + b"riges Modell") == (True, True)


@pytest.mark.parametrize("text", ["%(truncated_text)s…", "dpkg\xa01.18.8"])
def test_a_mark_of_macs_is_no_letter_of_phonetics(text):
    """As UTF-8 their bytes would begin `ɐ` or `ʀ`."""
    assert not judge(text.encode("mac-roman")).damaged


def test_armenian_and_a_line_in_shift_jis():
    """Whole words of Armenian are no accident."""
    armenian = "URL֊ը չունի սխեմա\nՄուտքագրեք ճիշտ արժեք\n".encode()
    assert judge(armenian + "全画面消去してから表示する。\n".encode("shift_jis")).damaged
