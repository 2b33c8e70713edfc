"""Text in one legacy encoding that was read with another, and what it was."""

import pytest

from textproof.misread_legacy import legacy_reading, reread

RUSSIAN = "Утром мы перешли через мост, и мельник поздоровался с нами с берега."
GREEK = "Το πρωί περάσαμε τη γέφυρα και ο μυλωνάς μας χαιρέτησε από την όχθη."
HEBREW = "בבוקר עברנו את הגשר והטוחן בירך אותנו מן הגדה בשמחה רבה."
CHINESE = "早上我们走过那座桥，磨坊的主人在岸边向我们问好，大家都很高兴。"
KOREAN = "아침에 우리는 다리를 건넜고 방앗간 주인이 인사했습니다."
JAPANESE = "朝、私たちは橋を渡り、粉屋さんが岸から挨拶してくれました。"
CATALAN = "Al matí vam creuar el pont només per arribar al camí de l’illa, i això és tot."
SPANISH = "Aquí está la página que también pedirá algún número más: él dirá adiós después."
CROATIAN = "Ujutro smo rekli „dobro jutro“, što je značilo da ćemo još čekati žensku družinu."
CZECH = "Ráno jsme přešli přes most a mlynář nás pozdravil z břehu řeky."


@pytest.mark.parametrize(
    ("text", "true", "wrong"),
    [
        (RUSSIAN, "cp1251", "cp1252"),
        (RUSSIAN, "koi8-r", "cp1251"),
        (RUSSIAN, "cp1251", "koi8-r"),
        (RUSSIAN, "cp866", "cp1251"),
        (RUSSIAN, "cp866", "latin-1"),
        (GREEK, "cp1253", "cp1252"),
        (HEBREW, "cp1255", "latin-1"),
        (CHINESE, "gb18030", "latin-1"),
        (KOREAN, "cp949", "latin-1"),
        (HEBREW, "cp862", "latin-1"),  # all C1 controls
        (JAPANESE, "cp932", "koi8-r"),
        (CATALAN, "cp1252", "cp850"),
        (SPANISH, "cp850", "cp1253"),
        (CROATIAN, "mac-latin2", "cp1257"),
    ],
)
def test_the_text_comes_back(text, true, wrong):
    """The reading that is most like a language is the text, letter by letter."""
    reading = legacy_reading(text.encode(true).decode(wrong))
    assert reading is not None
    assert reading.text == text
    assert reading.gain > 0


def test_the_encodings_are_named():
    """Of several pairs that give the same text the most usual is named."""
    reading = legacy_reading(RUSSIAN.encode("cp1251").decode("cp1252"))
    assert reading is not None
    assert (reading.wrong, reading.true) == ("cp1252", "cp1251")


def test_the_last_character_may_be_cut():
    """A sample may end in the middle of a character of two bytes."""
    reading = legacy_reading(CHINESE.encode("gb18030")[:-1].decode("latin-1"))
    assert reading is not None
    assert reading.text == CHINESE[:-1]


@pytest.mark.parametrize(
    "text",
    [
        RUSSIAN,
        GREEK,
        HEBREW,
        CHINESE,
        KOREAN,
        CZECH,
        "Le café était déjà fermé à Orléans.",
        "Wir müssen über die Brücke zur Mühle.",
        "Dimineața am trecut podul, și morarul ne-a salutat.",
        "Sabah köprüden geçtik ve değirmenci bizi kıyıdan selamladı.",
        "Þetta er íslenska og það er ágætt.",
        "Mexikańska špańšćina",
        "5 µm ± 0,1 µm bei 20 °C",
        JAPANESE,
        CATALAN,
        SPANISH,
        CROATIAN,
        "صفحة خاطئة (3): غير معروف",
        "تم حذف {name}",
        "{name} حذف شد.",
        "أضف %(model)s آخر",
        "Gemäß § 5 Abs. 2 – „Größe“",
        "“Yes,” she said — ‘perhaps’…",
        "no letters beyond ASCII",
    ],
)
def test_clean_text_has_no_other_reading(text):
    """A text of a language is left as it is, in rare ones too."""
    assert legacy_reading(text) is None


@pytest.mark.parametrize(
    ("text", "wrong", "true", "expected"),
    [
        ("Ïðèâåò", "cp1252", "cp1251", "Привет"),
        ("ÄãºÃ", "latin-1", "gb18030", "你好"),
        ("Привет", "cp1252", "cp1251", None),  # cp1252 does not hold it
        ("Ä", "latin-1", "gb18030", None),  # half a character
    ],
)
def test_a_text_is_read_again(text, wrong, true, expected):
    """Written with one encoding and read with the other; None where that is not possible."""
    assert reread(text, wrong, true) == expected
