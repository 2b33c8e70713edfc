"""The cheap questions before anything is undone: where a text may have been read wrongly."""

import pytest

from textproof.misread_signs import (
    has_far_letters_in_words,
    is_everyday_cjk,
    is_of_no_language,
    line_around,
    lines_with_signs,
)
from textproof.repertoire import Repertoire
from textproof.sign_places import has_sign

LANGUAGES = {
    "German": "Wir gehen über die Brücke, größer als die Mühle.",
    "French": "« Où est-ce ? » Là, à côté du café — déjà fermé…",
    "Czech": "Příliš žluťoučký kůň úpěl ďábelské ódy.",
    "Turkish": "İstanbul’da güneşli bir gün, köprüden geçtik.",
    "Vietnamese": "Buổi sáng chúng tôi đi qua cây cầu.",
    "Russian": "Утром мы перешли через мост — и ещё дальше.",
    "Greek": "Το πρωί περάσαμε τη γέφυρα.",
    "Arabic": "في الصباح عبرنا الجسر.",
    "Thai": "ในตอนเช้าเราเดินข้ามสะพาน",
    "Hindi": "सुबह हमने पुल पार किया।",
    "Chinese": "早上我们走过那座桥，大家都很高兴。",
    "Japanese": "朝、私たちは橋を渡り、粉屋が挨拶してくれました。",
    "Korean": "아침에 우리는 다리를 건넜습니다.",
}


def beyond(text):
    """The characters of a text beyond ASCII."""
    return "".join(char for char in text if char > "\x7f")


@pytest.mark.parametrize("language", LANGUAGES)
def test_clean_text_raises_no_question(language):
    """No sign, no line that is suspected, and the letters are of a language."""
    text = LANGUAGES[language]
    assert not has_sign(text)
    assert lines_with_signs(text, Repertoire(text)) == []
    assert not is_of_no_language(beyond(text))


@pytest.mark.parametrize("codec", ["latin-1", "cp437", "cp850", "koi8-r", "cp866", "mac-roman"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_utf8_read_wrongly_has_a_sign(language, codec):
    """What UTF-8 becomes in an encoding of one byte is suspected, in every language."""
    damaged = LANGUAGES[language].encode().decode(codec)
    assert lines_with_signs(damaged, Repertoire(damaged)) == [(0, len(damaged))]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("cafÃ©", True),
        ("Ð¿", True),
        ("├⌐", True),
        ("è une Ã", False),  # alone, beside ASCII
        ("voilÃ  le jour", True),  # À that lost its byte, before a space
        ("MAÇÃ", True),  # asked for; what follows decides
        ("5 µm", False),
        ("x² + y²", False),
    ],
)
def test_what_is_a_sign(text, sign):
    """A character that clean text does not have beside another one beyond ASCII."""
    assert has_sign(text) == sign


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the caf茅s of the town are open late", True),
        ("a long line of English, and then 中文", False),  # beside a space
        ("the isn鈥檛 of a long English line", True),
        ("中文 and a word", False),  # mostly beyond ASCII
        ("the page 的一我 of a long English line", False),  # a word of its own
    ],
)
def test_far_letters_inside_latin_words(text, found):
    """One letter of a script that never stands in a word with Latin ones."""
    assert has_far_letters_in_words(text, beyond(text)) == found


@pytest.mark.parametrize(
    ("letters", "of_none"),
    [
        ("éèàç", False),
        ("äöüß", False),
        ("ìšèøž", True),  # windows-1250 read as windows-1252
        ("оПХБЕР", True),  # KOI8-R read as windows-1251
        ("ПРИВЕТ", False),
        ("привет", False),
        ("浣犲ソ锛", True),  # UTF-8 read as GBK
        ("你好，", False),
    ],
)
def test_letters_of_no_language(letters, of_none):
    """No alphabet has them all, their case is turned around, or they are rare in any text."""
    assert is_of_no_language(letters) == of_none


@pytest.mark.parametrize(
    ("text", "everyday"),
    [
        ("如果是这样，我们就走。", True),
        ("浣犲ソ锛屼笘鐣", False),
        ("plain ASCII", True),
    ],
)
def test_everyday_characters(text, everyday):
    """Rare characters among few everyday ones are no text that anybody writes."""
    assert is_everyday_cjk(text) == everyday


@pytest.mark.parametrize(
    ("position", "line"),
    [(0, (0, 3)), (3, (0, 3)), (4, (4, 7)), (8, (8, 8))],
)
def test_the_line_around_a_place(position, line):
    """Without its end; the last one may be empty."""
    assert line_around("one\ntwo\n", position) == line


def test_each_line_is_named_once():
    """Several signs in a line are one line, and clean lines between them are none."""
    text = "cafÃ© dÃ©jÃ\nclean\nfÃ¼r Ã¼ber"
    assert lines_with_signs(text, Repertoire(text)) == [(0, 11), (18, 28)]
