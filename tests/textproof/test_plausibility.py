"""How much a text reads like a language."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.everyday_cjk import is_common_cjk
from textproof.plausibility import cost, is_plausible, is_spelling

SENTENCES = {
    "German": "Am Morgen gingen wir über die Brücke, und der Müller grüßte uns.",
    "French": "Le matin, nous avons traversé le pont, et le meunier nous a salués.",
    "Spanish": "Por la mañana cruzamos el río, y el molinero nos saludó.",
    "Portuguese": "De manhã atravessámos a ponte, e o moleiro saudou-nos. Não há pão.",
    "Polish": "Jutro pójdziemy przez most, a młynarz pozdrowi nas z brzegu, wciąż.",
    "Czech": "Ráno jsme přešli přes most a mlynář nás pozdravil z břehu řeky.",
    "Hungarian": "Reggel átmentünk a hídon, és a molnár üdvözölt minket, őt is.",
    "Romanian": "Dimineața am trecut podul, și morarul ne-a salutat în zori.",
    "Turkish": "Sabah köprüden geçtik ve değirmenci bizi kıyıdan selamladı.",
    "Swedish": "På morgonen gick vi över bron, och mjölnaren hälsade på oss.",
    "Russian": "Утром мы перешли через мост, и мельник поздоровался с нами.",
    "Ukrainian": "Вранці ми перейшли через міст, і мірошник привітався з нами.",
    "Serbian": "Јутрос смо прешли преко моста, а воденичар нас је поздравио.",
    "Bulgarian": "Сутринта преминахме моста и воденичарят ни поздрави от брега.",
    "Greek": "Το πρωί περάσαμε τη γέφυρα και ο μυλωνάς μας χαιρέτησε.",
    "Hebrew": "בבוקר עברנו את הגשר והטוחן בירך אותנו מן הגדה.",
    "Arabic": "في الصباح عبرنا الجسر وحيانا الطحان من الضفة.",
    "Thai": "ในตอนเช้าเราเดินข้ามสะพานและคนโม่แป้งทักทายเรา",
    "Chinese": "早上我们走过那座桥，磨坊的主人在岸边向我们问好。",
    "Japanese": "朝、私たちは橋を渡り、粉屋が岸から挨拶してくれました。",
    "Korean": "아침에 우리는 다리를 건넜고 방앗간 주인이 인사했습니다.",
}

MISREADINGS = [
    ("German", "cp1252", "cp437"),
    ("German", "cp1252", "cp850"),
    ("German", "cp1252", "mac-roman"),
    ("German", "cp1252", "cp1251"),
    ("German", "cp1252", "iso8859-7"),
    ("German", "cp850", "cp1252"),
    ("German", "mac-roman", "cp1252"),
    ("French", "cp1252", "mac-roman"),
    ("French", "cp1252", "cp437"),
    ("French", "mac-roman", "cp1252"),
    ("Spanish", "cp1252", "cp850"),
    ("Portuguese", "cp1252", "cp1250"),
    ("Polish", "cp1250", "cp1252"),
    ("Polish", "iso8859-2", "cp1252"),
    ("Czech", "cp1250", "cp1252"),
    ("Czech", "cp852", "cp1250"),
    ("Hungarian", "cp1250", "cp1252"),
    ("Romanian", "iso8859-16", "cp1252"),
    ("Turkish", "cp1254", "cp1252"),
    ("Swedish", "cp1252", "mac-roman"),
    ("Russian", "cp1251", "koi8-r"),
    ("Russian", "koi8-r", "cp1251"),
    ("Russian", "cp866", "cp1251"),
    ("Russian", "cp1251", "cp1252"),
    ("Russian", "cp1251", "mac-cyrillic"),
    ("Ukrainian", "cp1251", "iso8859-5"),
    ("Serbian", "cp1251", "koi8-r"),
    ("Bulgarian", "cp1251", "cp866"),
    ("Greek", "cp1253", "cp1252"),
    ("Hebrew", "cp1255", "cp1252"),
    ("Arabic", "cp1256", "cp1252"),
    ("Thai", "cp874", "cp1252"),
    ("Chinese", "gb18030", "big5"),
    ("Chinese", "gb18030", "cp1252"),
    ("Japanese", "cp932", "gb18030"),
    ("Japanese", "euc_jp", "gb18030"),
    ("Korean", "cp949", "gb18030"),
    ("Korean", "cp949", "big5"),
]


@pytest.mark.parametrize(("language", "right", "wrong"), MISREADINGS)
def test_the_right_reading_costs_less(language, right, wrong):
    """Of two readings of the same bytes the one that is a language is the cheaper."""
    text = SENTENCES[language]
    misread = text.encode(right).decode(wrong, "replace")
    assert misread != text
    assert cost(text) < cost(misread)


@pytest.mark.parametrize("language", SENTENCES)
def test_utf8_that_was_read_otherwise_costs_more(language):
    """Mojibake is dearer than the text that it was, in every language."""
    text = SENTENCES[language]
    assert cost(text) < cost(text.encode().decode("latin-1"))


@given(st.text(st.characters(max_codepoint=0x7E), max_size=80))
def test_ascii_costs_nothing(text):
    """Only what is beyond ASCII is asked about."""
    assert cost(text) == 0


@given(st.text(max_size=40))
def test_a_cost_is_no_gain(text):
    """No text costs less than nothing."""
    assert cost(text) >= 0


@given(st.text(max_size=40))
def test_composition_does_not_matter(text):
    """Decomposed letters cost what the composed ones do."""
    composed = unicodedata.normalize("NFC", text)
    assert cost(unicodedata.normalize("NFD", composed)) == cost(composed)


@pytest.mark.parametrize(
    ("before", "letters", "after"),
    [
        *(("f", "ü", "r"), ("M", "ä", "d"), ("", "Ü", "b"), ("t", "é", ""), ("r", "ç", "o")),
        *(("i", "ñ", "o"), ("n", "ã", "o"), ("m", "ł", "y"), ("i", "ąż", ""), ("p", "ř", "e")),
        *(
            ("", "ő", "t"),
            ("k", "ö", "p"),
            ("", "ş", "e"),
            ("p", "å", ""),
            ("a", "ï", "v"),
            ("i", "ß", ""),
            ("u", "ß", " "),
        ),
        *(("м", "о", "с"), ("о", "щ", "е"), ("", "б", "о"), ("т", "і", "л"), ("", "λ", "ό")),
        ("a", "ß", "e"),
        ("r", "öß", "t"),
    ],
)
def test_letters_of_words_are_spelling(before, letters, after):
    """The letters of a word beyond ASCII, with the characters beside them, are of its language."""
    assert is_spelling(before, letters, after)


@pytest.mark.parametrize(
    ("before", "letters", "after"),
    [
        ("r", "Ü", "n"),
        ("t", "’", "s"),
        (" ", "Ԡ", " "),
        ("s", "▀", "e"),
        ("r", "³", "s"),
        ("a", "щ", "b"),
        ("k", "ρ", "t"),
        (" ", "ǡ", "r"),
    ],
)
def test_what_is_no_spelling(before, letters, after):
    """Capitals inside words, symbols, and letters of two scripts side by side."""
    assert not is_spelling(before, letters, after)


@pytest.mark.parametrize("char", [*"’‘“”„–—…«»©®°§€£", "\xa0", "中", "の", "한", "，"])
def test_typography_and_common_characters_are_plausible(char):
    """Between whatever characters."""
    assert is_plausible(" ", char, " ")
    assert is_plausible("a", char, "b")


@pytest.mark.parametrize("char", "的一我們中國語，。「」のカ한글！")
def test_common_cjk(char):
    """Everyday characters, kana and syllables, with their punctuation."""
    assert is_common_cjk(char)


@pytest.mark.parametrize("char", ["龘", "𠮷", "뷁", "ü", "я", "a", "\ue000", "㍿"])
def test_uncommon_cjk(char):
    """Rare characters and syllables, and those of other scripts."""
    assert not is_common_cjk(char)
