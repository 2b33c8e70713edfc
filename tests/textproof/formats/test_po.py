"""gettext catalogues: messages and translations are prose, the header gives fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from views import assert_mapped, comments, shown, source, strings, structure

from textproof import check_text
from textproof.formats import po

HEADER = r"""# Translation of it all.
msgid ""
msgstr ""
"Project-Id-Version: river 1.0\n"
"PO-Revision-Date: 2022-09-17 10:00+0200\n"
"Last-Translator: Zoë <zoe@example.org>\n"
"Language: de\n"
"Content-Type: text/plain; charset=UTF-8\n"

"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('msgid "a"\nmsgstr "b"\n', ["a", "b"]),
        ('msgid ""\n"a "\n"b"\nmsgstr "c"\n', ["a b", "c"]),
        (r'msgid "a\nb \"c\" \\ \t"' + "\n", ["a", 'b "c" \\ \t']),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n', ["a", "b", "c", "d"]),
        ('msgctxt "x"\nmsgid "a"\n', ["a"]),
        ('# c\n#. c\n#: c.py:1\n#| msgid "c"\nmsgid "a"\n', ["a"]),
        ('#~ msgid "a"\n#~ msgstr "b"\n', []),
        ('#, fuzzy\nmsgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr "d"\n', ["a", "c", "d"]),
        ('#, fuzzy, c-format\nmsgid "a"\nmsgstr[0] "b"\nmsgid "c"\nmsgstr "d"\n', ["a", "c", "d"]),
        ('#, c-format\nmsgid "a"\nmsgstr "b"\n', ["a", "b"]),
        ('msgid "see <a href=\\"x\\">this</a>"\n', ["see ", "this"]),
        ('msgid "a <a "\n"href=\\"x\\">b</"\n"a> c"\n', ["a ", "b", " c"]),
        ('msgid "2 < 3"\n', ["2 < 3"]),
        ('msgid "a"\r\nmsgstr ""\r\n"b"\r\n"c"\r\n', ["a", "bc"]),
        ("no statement\n", []),
        ('msgid "never closed\nmsgstr "b"\n', ["b"]),
    ],
)
def test_messages_and_translations_are_prose(text, said):
    """Continued strings are one; comments, contexts, obsolete and fuzzy translations are masked."""
    assert [part for part in strings("po", text.replace("\r", "")) if part.strip()] == said


def test_continued_strings_and_escapes_have_their_places():
    """A word over two strings covers both, an escape is its character."""
    text = 'msgid ""\n"some"\n"thing \\"new\\""\n'
    assert source("po", text, "something") == 'some"\n"thing'
    assert source("po", text, '"new') == r"\"new"


def test_the_header_gives_fields():
    """By the names of contracts, each with the span of its value."""
    found = structure("po", HEADER)
    values = {field.name: field.value for field in found.fields}
    assert values == {
        "title": "river 1.0",
        "date": "2022-09-17 10:00+0200",
        "last-translator": "Zoë <zoe@example.org>",
        "lang": "de",
        "content-type": "text/plain; charset=UTF-8",
        "charset": "UTF-8",
    }
    for field in found.fields:
        assert HEADER[field.start : field.end] == field.value
        assert HEADER[field.key_start - 1] == '"'


def test_fields_without_a_structure():
    """They are the same ones."""
    assert tuple(po.fields(HEADER)) == structure("po", HEADER).fields


def test_a_template_has_no_fields_yet():
    """What gettext writes for somebody to fill in is no value."""
    template = (
        '#, fuzzy\nmsgid ""\nmsgstr ""\n"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n"\n'
        '"Last-Translator: FULL NAME <EMAIL@ADDRESS>\\n"\n"Language: \\n"\n'
        '"Content-Type: text/plain; charset=CHARSET\\n"\n'
    )
    assert [field.name for field in structure("po", template).fields] == ["content-type"]


def test_a_header_is_prose_too():
    """Damage in a translator's name is found, in a fuzzy header also."""
    assert "Zoë" in shown("po", HEADER)
    assert "Zoë" in shown("po", HEADER.replace("msgid", "#, fuzzy\nmsgid", 1))


def test_a_comment_speaks_of_its_entry():
    """Up to the blank line behind it."""
    text = 'msgid "a"\n\n# c\n#: d\nmsgid "b"\nmsgstr "e"\n\nmsgid "f"\n'
    assert comments("po", text)[0] == ("# c", '\n#: d\nmsgid "b"\nmsgstr "e"')


def test_a_finding_is_suppressed_in_its_entry_alone():
    """A comment of translators goes before others of its entry, as gettext sorts them."""
    entry = '#: a.py:1\nmsgid "x"\nmsgstr "Ã©tÃ© Ã© l\'Ã©cole"\n\n'
    text = f"# textproof: ignore[wrong-decode] an example\n{entry}{entry}"
    assert [(f.rule, f.line) for f in check_text(text, path="a.po").findings] == [
        ("wrong-decode", 8)
    ]


def test_the_declared_encoding_is_still_read():
    """A charset of the header that the bytes contradict is a finding of its rule."""
    from textproof import check_bytes

    data = HEADER.replace("UTF-8", "ISO-2022-JP").encode()
    assert {f.rule for f in check_bytes(data, path="a.po").findings} == {"declared-encoding"}


@given(st.text(alphabet='ab\\nt"统#~, \n\rmsgidtr[0]<>', max_size=60))
def test_any_text_is_read(text):
    """No text is an error, and each character has its source."""
    catalogue = f'msgid "{text}"\nmsgstr ""\n"{text}"\n{text}'
    assert_mapped("po", catalogue, lambda source: '\n\t\r\a\b\f\v"\\' if source[0] == "\\" else "")
    structure("po", catalogue)
    comments("po", catalogue)
