"""Characters of large texts by their rows: as a class would find them, whatever the script."""

import re

import pytest

from textproof.character_rows import FEW, Rows
from textproof.repertoire import LARGE, Repertoire
from textproof.validators._index import RULES

TEXTS = {
    "Russian": "Съешь ещё этих мягких французских булок, «да» № 5 — выпей чаю. ",
    "Greek": "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία · «ναι» ΐ. ",
    "Arabic": "نص حكيم له سر قاطع وذو شأن عظيم مكتوب على ثوب أخضر ومغلف بجلد أزرق ٥ مُهِمّ. ",
    "Hindi": "ऋषियों को सताने वाले दुष्ट राक्षसों के राजा रावण का सर्वनाश। ",
    "Thai": "เป็นมนุษย์สุดประเสริฐเลิศคุณค่า กว่าบรรดาฝูงสัตว์ ๏ ",
    "Korean": "키스의 고유조건은 입술끼리 만나야 하고 특별한 기술은 필요치 않다. ",
    "Japanese": "色は匂へど散りぬるを、我が世誰ぞ常ならむ。×→“終わり”… ",
    "Chinese": "天地玄黄，宇宙洪荒。日月盈昃，辰宿列张。\ue036𠮷 ",
    "emoji": "Дождь и ветер 🌧️, солнце и снег \U000f0001 ☃. ",
}
CLASSES = sorted(
    {
        need.value
        for rule in RULES
        for need in rule.needs
        if need.kind == "characters" and not need.language
    }
)


def found_by_class(characters, text):
    return {char for char in re.findall(f"[{characters}]", text) if char > "\x7f"}


@pytest.mark.parametrize("characters", CLASSES, ids=lambda characters: ascii(characters)[:20])
@pytest.mark.parametrize("language", TEXTS)
def test_what_any_rule_wants_is_found_as_by_a_class(language, characters):
    text = TEXTS[language] * 40
    rows = Rows(text, text.encode())
    wanted = found_by_class(characters, text)
    if rows.all_of(characters):
        assert rows.all_of(characters) == wanted
    else:
        assert not wanted or characters.startswith("^") or "\\" in characters
    one = rows.one_of(characters)
    assert one is None or (one in wanted if one else not wanted)


@pytest.mark.parametrize("language", TEXTS)
def test_a_large_text_is_asked_as_a_small_one_is(language):
    text = TEXTS[language]
    large = text * (LARGE // len(text.encode()) + 1)
    for characters in CLASSES:
        assert Repertoire(large).has(characters) == Repertoire(text).has(characters), characters


def test_a_lone_surrogate_is_a_character_too():
    text = "Съешь ещё этих мягких булок \udc92. " * 40
    rows = Rows(text, text.encode("utf-8", "surrogatepass"))
    assert rows.one_of("\ud800-\udfff") == "\udc92"


def test_a_class_of_many_characters_that_the_text_is_full_of_is_left_to_a_search():
    text = TEXTS["Chinese"] * 40
    assert Rows(text, text.encode()).one_of("\u4e00-\u9fff") is None
    assert len("一二三") < FEW
