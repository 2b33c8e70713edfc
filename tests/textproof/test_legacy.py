"""Which legacy encoding some bytes are in, how sure that is, and what else could be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.decoding import decode
from textproof.legacy import OLD, USUAL, read_legacy

GERMAN = "Am Morgen gingen wir über die Brücke, und der Müller rief vom Ufer, früh und fröhlich."
RUSSIAN = "Утром мы перешли через мост, и мельник поздоровался с нами с берега."
CHINESE = "早上我们走过那座桥，磨坊的主人在岸边向我们问好。"
TRADITIONAL = "早上我們走過那座橋，磨坊的主人在岸邊向我們問好。"
JAPANESE = "朝、私たちは橋を渡り、粉屋が岸から挨拶してくれました。"
KOREAN = "아침에 우리는 다리를 건넜고 방앗간 주인이 강가에서 인사했습니다."
SURE = 0.95

DOCUMENTS = [
    (GERMAN, "cp1252"),
    (GERMAN, "mac-roman"),
    ("Le matin, nous avons traversé le pont, et le meunier nous a salués de loin.", "cp1252"),
    ("Por la mañana cruzamos el río, y el molinero nos saludó. ¿Cómo está?", "cp1252"),
    ("Jutro pójdziemy przez most, a młynarz pozdrowi nas z brzegu. Żona śpi.", "cp1250"),
    (
        "Jutro pójdziemy przez most, a młynarz pozdrowi nas z brzegu. Żona śpi, wciąż i wciąż.",
        "iso8859-2",
    ),
    ("Ráno jsme přešli přes most a mlynář nás pozdravil z břehu. Žena šije.", "cp1250"),
    ("Reggel átmentünk a hídon, és a molnár üdvözölt minket. Őt is szeretjük.", "cp1250"),
    ("Sabah köprüden geçtik ve değirmenci bizi kıyıdan selamladı. Şimdi eve.", "cp1254"),
    ("Rytą ėjome per tiltą, o malūnininkas mus pasveikino. Šiandien šilta.", "cp1257"),
    (RUSSIAN, "cp1251"),
    (RUSSIAN, "koi8-r"),
    (RUSSIAN, "cp866"),
    (RUSSIAN, "iso8859-5"),
    ("Вранці ми перейшли через міст, і мірошник привітався. Їжак спав.", "cp1251"),
    ("Вранці ми перейшли через міст, і мірошник привітався. Їжак спав.", "koi8-u"),
    ("Јутрос смо прешли преко моста, а воденичар нас је поздравио. Ђак је ту.", "cp1251"),
    ("Сутринта преминахме моста и воденичарят ни поздрави от брега.", "cp1251"),
    ("Το πρωί περάσαμε τη γέφυρα και ο μυλωνάς μας χαιρέτησε από την όχθη.", "cp1253"),
    ("בבוקר עברנו את הגשר והטוחן בירך אותנו מן הגדה.", "cp1255"),
    ("في الصباح عبرنا الجسر وحيّانا الطحان من الضفة.", "cp1256"),
    ("في الصباح عبرنا الجسر وحيانا الطحان من الضفة.", "iso8859-6"),
    ("ในตอนเช้าเราเดินข้ามสะพานและคนโม่แป้งทักทายเรา", "cp874"),
    (CHINESE, "gbk"),
    (TRADITIONAL, "big5"),
    (JAPANESE, "cp932"),
    (JAPANESE, "euc_jp"),
    (KOREAN, "cp949"),
]


@pytest.mark.parametrize(("text", "encoding"), DOCUMENTS)
def test_a_sentence_is_read(text, encoding):
    """One sentence is enough for the text to be right, and to be sure of it."""
    found = read_legacy(text.encode(encoding))
    assert found is not None
    assert found.text == text
    assert found.confidence >= SURE


@pytest.mark.parametrize(("text", "encoding"), DOCUMENTS)
def test_a_longer_document_is_read_alike(text, encoding):
    """Ten lines of it, with ASCII between them."""
    document = f"{text}\nplain text\r\n" * 10
    found = read_legacy(document.encode(encoding))
    assert found is not None
    assert found.text == document


@given(st.binary(min_size=1, max_size=60).filter(lambda data: decode(data).legacy))
def test_confidence_and_runner_up(data):
    """The confidence lies between a half and 0.99, and the runner-up reads something else."""
    found = read_legacy(data)
    if found is not None:
        assert 0.5 <= found.confidence <= 0.99
        assert found.text
        if found.runner_up:
            assert data.decode(found.runner_up, "replace") != found.text


@pytest.mark.parametrize(
    "data",
    [
        b"\xe4\xf6",
        b"\xe9\xe8 \xe0",
        b"\xc4\xd6\xdc",
    ],
)
def test_a_few_letters_are_never_sure(data):
    """A few letters could be of several encodings, and one of those is named."""
    found = read_legacy(data)
    assert found is not None
    assert found.confidence < SURE
    assert found.runner_up is not None


@pytest.mark.parametrize("declared", ["cp1252", "iso8859-15"])
def test_of_equal_readings_the_declared_one_is_named(declared):
    """Where two encodings read the same text, the document is in the one that it declares."""
    found = read_legacy(GERMAN.encode("latin-1"), (declared,))
    assert found is not None
    assert (found.text, found.encoding) == (GERMAN, declared)


def test_a_declaration_decides_where_the_text_does_not():
    """Two letters are what the document says they are."""
    data = "Łódź".encode("cp1250")
    found = read_legacy(data, ("cp1250",))
    assert found is not None
    assert (found.text, found.encoding) == ("Łódź", "cp1250")


@pytest.mark.parametrize("declared", ["koi8-r", "cp1252", "iso8859-5"])
def test_a_wrong_declaration_does_not_decide(declared):
    """A Russian text that reads as nonsense in what it declares is read as what it is."""
    found = read_legacy(RUSSIAN.encode("cp1251"), (declared,))
    assert found is not None
    assert found.text == RUSSIAN


@pytest.mark.parametrize("label", ["koi8-r", "iso-8859-1", "iso-8859-5", "cp866"])
def test_wrong_markup_does_not_decide(label):
    """The same where the document says so itself, in its markup."""
    page = f'<html><head><meta charset="{label}"></head><body>{RUSSIAN}</body></html>'
    found = read_legacy(page.encode("cp1251"), (label,))
    assert found is not None
    assert found.text == page


def test_every_name_is_python_s():
    """An encoding that is called usual or old is one that Python has."""
    for name in USUAL | OLD:
        assert b"a".decode(name, "ignore") is not None
    assert not USUAL & OLD


@pytest.mark.parametrize("encoding", ["utf-32-le", "utf-32-be"])
def test_utf32_without_a_mark_is_read(encoding):
    """Its NULs tell it, whatever its characters are."""
    page = "<p>Ancient letters: 𐌀𐌁𐌂 𐎀𐎁𐎂 𝄞</p>\n" * 30
    found = read_legacy(page.encode(encoding))
    assert found is not None
    assert found.text == page


WAVE = "朝、私たちは橋を渡り〜粉屋が岸から挨拶してくれました。気温は−3度。"


@pytest.mark.parametrize("label", [None, "Shift_JIS"])
def test_shift_jis_is_read_by_its_standard(label):
    """The wave dash and the minus are those of the standard, whether it is declared or not."""
    head = f'<meta charset="{label}">\n' if label else ""
    decoded = decode((head + WAVE).encode("shift_jis"))
    assert (decoded.encoding, decoded.text) == ("shift_jis", head + WAVE)


@pytest.mark.parametrize(("label", "text"), [("Shift_JIS", f"①{JAPANESE}"),
                                             ("windows-31j", f"～{JAPANESE}")])  # fmt: skip
def test_shift_jis_of_microsoft(label, text):
    """It is read so where it has characters of its own, or is declared by a name of its own."""
    page = f'<meta charset="{label}">\n{text}'
    assert decode(page.encode("cp932")).text == page


def test_a_declaration_that_chardet_confirms_is_believed():
    """Much English and many tags around a text do not make it one of another language."""
    line = "<item><link>http://example.org/forum?id=7</link><description>{}</description></item>"
    hebrew = "פורומים ואנשים"
    page = '<?xml version="1.0" encoding="windows-1255"?>\n' + "\n".join(
        line.format(f"An open forum for many people, their news and their views: {hebrew}")
        for _ in range(60)
    )
    decoded = decode(page.encode("cp1255"))
    assert decoded.text == page


def test_a_few_symbols_do_not_make_a_rare_encoding():
    """KOI8-T has quotation marks where KOI8-R draws boxes: a long text is not in it for that."""
    text = f"{RUSSIAN}\n" * 25 + "╚Мост╩ √ так он называется.\n"
    assert decode(text.encode("koi8-r")).text == text


ENGLISH = "The mill stands by the river, and its wheel turns all day long in the brown water.\n"


@pytest.mark.parametrize(
    ("codec", "line"),
    [
        ("cp850", "Copyright © 2022 the miller and his wife"),
        ("cp1252", "De overeenkomst is beëindigd door de molenaar"),
        ("cp1252", "Het bestand is geüpload naar de molen"),
        ("iso8859-1", "It is 10\xa0kilometres to the mill"),
        ("cp850", "Hän näki sään, jäänyt väärään päähän"),
    ],
)
def test_one_letter_is_read_as_what_a_writer_would_put_there(codec, line):
    """`ž` is no word, `„„` is no quotation, half a Chinese character is none, a space is one."""
    text = ENGLISH + line + "\n"
    assert decode(text.encode(codec)).text == text


def test_a_reading_that_chardet_believes_in_least_is_looked_at():
    """Among sixty candidates for a few words the right one may be the last."""
    text = "%(x)s キログラム\n%(x)s ミリグラム\n%(x)s センチメートル\n%(x)s リットル\n"
    assert decode(text.encode("euc_jp")).text == text
    assert decode(text.encode("cp932")).text == text
