"""What a legacy document is judged by."""

import pytest

from textproof.codec_languages import languages_of
from textproof.legacy_sample import reading_cost, sample_of


def test_the_characters_of_a_table_say_nothing():
    """They stand alone, and are in no language; the words beside them are."""
    table = "".join(f"{code:o}\t{bytes([code]).decode('cp1252')}\tBuchstabe\n"
                    for code in range(0xC0, 0xE0))  # fmt: skip
    data = f"{table}Übersetzung\n".encode("cp1252")
    assert [word for word in sample_of(data).split() if not word.isascii()] == [b"\xdcbersetzung"]


def test_words_of_one_letter_are_no_table():
    """Russian has them among its others."""
    text = "И мельник стоял у моста, а мы с друзьями шли к берегу, о котором говорили весь день."
    data = text.encode("koi8-r")
    assert sample_of(data) == data


def test_a_word_counts_a_few_times():
    """A list that says the same of each of its items is no better known for that."""
    assert sample_of(("tỷ\n" * 50).encode("utf-8")).split() == ["tỷ".encode()] * 4


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Übersetzung", "ـbersetzung"),
        ("Blättermann", "Blنttermann"),
        ("één", "ｂn"),
        ("één", "ÄÄn"),
        ("página", "p·gina"),
        ("Bokmål", "BokmÁl"),
        ("© 2003", "® 2003"),
        ("Übersetzung", "├bersetzung"),
    ],
)
def test_what_no_writer_writes_costs_more(right, wrong):
    """Another script in a word, a piece of a frame, a capital behind a small letter."""
    costs = [reading_cost(text.encode(), text, "utf-8", ()) for text in (right, wrong)]
    assert costs[0] < costs[1]


def test_a_catalan_dot_is_none_of_them():
    """`l·l` is a letter of Catalan."""
    costs = [reading_cost(w.encode(), w, "utf-8", ()) for w in ("col·lecció", "col·gecció")]
    assert costs[0] < costs[1]


def test_an_acute_accent_is_typed_for_an_apostrophe():
    """Dutch plurals and French articles."""
    for typed, meant in (("foto´s", "foto’s"), ("l´eau", "l’eau")):
        data = typed.encode()
        assert reading_cost(data, typed, "utf-8", ()) == reading_cost(
            meant.encode(), meant, "utf-8", ()
        )


def test_an_encoding_costs_a_language_that_it_was_not_made_for():
    """German letters are in windows-1256, and no German text is."""
    text = "Die Übung für die Schüler ist schön."
    abroad, home = languages_of("cp1256"), languages_of("cp1252")
    data = text.encode()
    assert reading_cost(data, text, "utf-8", home) + 3 < reading_cost(data, text, "utf-8", abroad)
