"""Mistakes in the configuration: one clear message, and the line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.config import ConfigError
from textproof.config_file import load_config, parse_config

TYPE = "[type.news]\nfiles = 'news/*'\n"


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("ignor = 'x'", "unknown key “ignor”; did you mean “ignore”?"),
        ("fail_on = 'error'", "unknown key “fail_on”; did you mean “fail-on”?"),
        ("fail-on = 'eror'", "fail-on: “eror” is none of its values; did you mean “error”?"),
        ("fail-on = 'x'", "fail-on: “x” is none of its values: one of info, warning, error"),
        ("fail-on = 1", "fail-on must be a string, not 1"),
        (
            "select = 'pinyin-glos'",
            "select: no rule or validator “pinyin-glos”; did you mean “pinyin-gloss”?",
        ),
        (
            "ignore = ['mojibak']",
            "ignore: no rule or validator “mojibak”; did you mean “mojibake”?",
        ),
        ("select = 3", "select must be a string or a list of strings, not 3"),
        ("select = [3]", "select must hold only strings"),
        ("allow = ['']", "allow must not hold an empty string"),
        ("severity = 'error'", "severity must be a table, not 'error'"),
        (
            "severity.bad-dat = 'info'",
            "severity: no rule or validator “bad-dat”; did you mean “bad-date”?",
        ),
        (
            "severity.bad-date = 'inof'",
            "severity.bad-date: “inof” is none of its values; did you mean “info”?",
        ),
        ("type = 3", "type must be a table, not 3"),
        ("type.news = 3", "[type.news] must be a table"),
        ("[type.news]", "type.news: “files” must say which files are of this type"),
        (TYPE + "titel = 'x'", "unknown key “type.news.titel”; did you mean “title”?"),
        (TYPE + "title = ''", "type.news.title must not be empty"),
        (TYPE + "lang = 3", "type.news.lang must be a string, not 3"),
        (TYPE + "fields = ['date']", "type.news.fields must be a table, not ['date']"),
        (TYPE + "fields.date = 'x'", "[type.news.fields.date] must be a table"),
        (
            TYPE + "fields.date.lable = 'x'",
            "unknown key “type.news.fields.date.lable”; did you mean “label”?",
        ),
        (TYPE + "fields.date.label = ''", "type.news.fields.date.label must not hold an empty"),
        (
            TYPE + "fields.date.type = 'datum'",
            "type.news.fields.date.type: “datum” is none of its values; did you mean “date",
        ),
        (
            TYPE + "fields.date.optional = 'yes'",
            "type.news.fields.date.optional must be true or false, not 'yes'",
        ),
        (TYPE + "fields.date.max = true", "type.news.fields.date.max must be a number, not True"),
        (TYPE + "fields.date.max = -1", "type.news.fields.date.max must not be negative"),
        (
            TYPE + "fields.date.after = '1998-01-01'",
            "type.news.fields.date.after must be a date such as 1998-01-01, not '1998-01-01'",
        ),
        (
            TYPE + "fields.date = { type = 'date', zone = 'Asia/Shangri-La' }",
            "type.news.fields.date.zone: no time zone “Asia/Shangri-La” is known here",
        ),
        (
            TYPE + "fields.date = { type = 'date', agree = ['ulr'] }",
            "type.news.fields.date.agree: “ulr” is none of its values; did you mean “url”?",
        ),
        (
            TYPE + "fields.date.after = 1998-01-01",
            "type.news.fields.date: “after”, “before”, “zone” and “agree” want type = ",
        ),
        (TYPE + "fields.x.ends = 'y'", "type.news.fields.x: “ends” needs a “split”"),
        (TYPE + "sections = {}", "type.news.sections must be written as [[type.news.sections]]"),
        (TYPE + "sections = ['x']", "[type.news.sections[0]] must be a table"),
        (
            TYPE + "[[type.news.sections]]",
            "type.news.sections[0]: a section needs a “name” or a “heading”",
        ),
        (
            TYPE + "[[type.news.sections]]\nname = 'a'\n[[type.news.sections]]\nmin-chars = 3",
            "unknown key “type.news.sections[1].min-chars”; did you mean “min_chars”?",
        ),
        (
            TYPE + "[[type.news.sections]]\nname = 'a'\nmin_items = 3",
            "type.news.sections[0]: “min_items” needs a “heading”",
        ),
        (
            TYPE + "boilerplate.line = 'x'",
            "unknown key “type.news.boilerplate.line”; did you mean “lines”?",
        ),
        (
            TYPE + "fields.a = { label = 'x', labels = ['y'] }",
            "type.news.fields.a: “label” and “labels” are the same; give one",
        ),
        (
            TYPE + "fields.date.label = '@dat'",
            "type.news.fields.date: no pack of labels “@dat”; did you mean “@date”?",
        ),
        (
            TYPE + "fields.date.label = '@date:xx'",
            "type.news.fields.date: no labels of “xx” in “@date”: one of ar, bg,",
        ),
        (
            TYPE + "[type.news.fields]\na.label = ['x', '作者']\nb.label = '作者'",
            "type.news.fields.b: “作者” is a label of “a” too",
        ),
        (TYPE + "fields.a.label = ['x', 'X']", "type.news.fields.a: “X” is a label twice"),
        (
            TYPE + "fields.a.pattern = '('",
            "type.news.fields.a.pattern is no regular expression: missing ), unterminated",
        ),
        (
            TYPE + "fields.a = { min = 9, max = 3 }",
            "type.news.fields.a: “min” is 9, more than “max”",
        ),
        (TYPE + "fields.a.min = 1.5", "type.news.fields.a.min must be a whole number, not 1.5"),
        (
            TYPE + "fields.a = { type = 'date', after = 2022-01-01, before = 2022-01-02 }",
            "type.news.fields.a: no day is after 2022-01-01 and before 2022-01-02",
        ),
        (TYPE + "fields.a.in = '('", "type.news.fields.a: “in” must be an opening and a closing"),
        (
            TYPE + "fields.a = { one_of = ['1', 'two'], type = 'number' }",
            "type.news.fields.a: “two” in “one_of” is no number",
        ),
        (
            TYPE + "fields.a = { one_of = ['draft'], max = 3 }",
            "type.news.fields.a: “draft” in “one_of” is 5 characters long",
        ),
        (TYPE + "fields.a.equals = 'a'", "type.news.fields.a: “equals” names the field itself"),
        (TYPE + "fields.a.equals = 3", "type.news.fields.a.equals must be a string, or { field"),
        (TYPE + "fields.a.equals = {}", "type.news.fields.a.equals: “field” must name the other"),
        (
            TYPE + "fields.a.equals = { feld = 'b' }",
            "unknown key “type.news.fields.a.equals.feld”; did you mean “field”?",
        ),
        (
            TYPE + "[type.news.fields]\ntitle2 = { equals = 'titel', one_of = ['x'] }",
            "type.news.fields.title2: “titel” in “equals” is none of the values that the contract",
        ),
        (
            TYPE + "fields.date = { type = 'date', zone = 'Asia/Shangai' }",
            "type.news.fields.date.zone: no time zone “Asia/Shangai” is known here; did you mean",
        ),
        (TYPE + "schema = 'x.json'", "type.news.schema: x.json: No such file or directory"),
        (TYPE + "extends = 'base'", "type.news.extends: no type “base”"),
        (
            TYPE + "extends = 'bse'\n[type.base]",
            "type.news.extends: no type “bse”; did you mean “base”?",
        ),
        (
            "[type.a]\nextends = 'b'\n[type.b]\nextends = 'c'\n[type.c]\nextends = 'a'",
            "type.a.extends: a circle: a extends b extends c extends a",
        ),
        (TYPE + "extends = 'news'", "type.news.extends: a circle: news extends news"),
        (TYPE + "extends = 3", "type.news.extends must be a string, not 3"),
        (
            TYPE + "sections = [{ heading = 'a', headings = ['b'] }]",
            "type.news.sections[0]: “heading” and “headings” are the same; give one",
        ),
        (
            TYPE + "sections = [{ heading = 'a', min_chars = 9, max_chars = 3 }]",
            "type.news.sections[0]: “min_chars” is 9, more than “max_chars”, 3",
        ),
        (
            TYPE + "sections = [{ name = 'a', unique = true }]",
            "type.news.sections[0]: “unique” needs a “heading”",
        ),
        (
            TYPE + "sections = [{ heading = 'a', level = 7 }]",
            "type.news.sections[0]: “level” is 1 to 6, not 7",
        ),
        (
            TYPE + "sections = [{ heading = 'a', order = 2 }]",
            "type.news.sections[0].order must be true or false, not 2",
        ),
        (
            TYPE + "sections = [{ name = 'x', heading = '結論' }, { heading = ['b', '结论'] }]",
            "type.news.sections[1]: “结论” is a heading of “x” too",
        ),
        (
            TYPE + "sections = [{ name = 'x' }, { name = 'x', heading = 'b' }]",
            "type.news.sections[1]: an earlier section is called “x” too",
        ),
        (TYPE + "boilerplate = 'x'", "type.news.boilerplate must be a table, not 'x'"),
        ("select = ", "Invalid value"),
    ],
)
def test_a_mistake_is_one_clear_message(toml, message):
    """The message names the key, says what is wrong, and what would be right."""
    with pytest.raises(ConfigError) as caught:
        parse_config(toml)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("sections", "message", "line"),
    [
        ("[{ heading = 'C' }, { heading = 'b' }]", "type.a.sections[1]: “b” is a heading of “B", 4),
        ("[{ heading = 'B', min_chars = 99 }]", "type.a.sections[0]: “min_chars” is 99, more", 4),
        ("[{ heading = 'C', level = 7 }]", "type.a.sections[0]: “level” is 1 to 6", 4),
    ],
)
def test_the_line_of_a_section_that_is_inherited_or_added(sections, message, line):
    """It is where the section stands, and not where it would stand after joining."""
    toml = (
        "[type.a]\nextends = 'base'\nfiles = '*'\n"
        f"sections = {sections}\n[type.base]\n[[type.base.sections]]\nheading = 'A'\n"
        "[[type.base.sections]]\nheading = 'B'\nmax_chars = 50\n"
    )
    with pytest.raises(ConfigError) as caught:
        parse_config(toml)
    assert str(caught.value).startswith(message)
    assert caught.value.line == line


VALUES = st.recursive(
    st.sampled_from(
        [
            *('"x"', '"@date"', '"date"', '"number"', '"("', '""', '"a{9999999999999}"', '"title"'),
            *("3", "-1", "1.5", "nan", "inf", "true", "1998-01-01", "1998-01-01T00:00:00Z"),
            *('"Asia/Tokyo"', '"../x"', '"url"', '"b"', '">"', '"結論"', '"\\u0000"', "{}", "[]"),
        ]
    ),
    lambda inner: st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
    max_leaves=3,
)
"""Values of TOML that may be right for one key or another."""


def tables(*keys):
    """Inline tables with some keys, and values that may be wrong."""
    return st.dictionaries(st.sampled_from([*keys, "x"]), VALUES, max_size=4).map(
        lambda table: f"{{ {', '.join(f'{key} = {value}' for key, value in table.items())} }}"
    )


FIELD = tables(
    *(
        "label",
        "labels",
        "optional",
        "type",
        "split",
        "ends",
        "in",
        "min",
        "max",
        "after",
        "before",
    ),
    *("zone", "agree", "pattern", "one_of", "equals", "schema"),
)
SECTION = tables(
    *("heading", "headings", "name", "optional", "order", "unique", "level", "min_chars"),
    *("max_chars", "min_items"),
)


@given(
    st.dictionaries(st.sampled_from(["a", "b", "title"]), FIELD, max_size=3),
    st.lists(SECTION, max_size=3),
    tables("lines", "suffix", "report", "repeated"),
    st.sampled_from(["", 'extends = "b"', 'extends = "a"', "schema = 3", 'lang = "zh"']),
)
def test_whatever_a_contract_says_it_is_read_or_refused(fields, sections, boilerplate, more):
    """There is no other outcome, and a mistake has a line."""
    toml = (
        f"[type.b]\nfiles = '*'\n[type.a]\nfiles = '*'\n{more}\nboilerplate = {boilerplate}\n"
        f"sections = [{', '.join(sections)}]\n[type.a.fields]\n"
        + "".join(f"{name} = {field}\n" for name, field in fields.items())
    )
    line: int | None = 1
    try:
        parse_config(toml)
    except ConfigError as error:
        line = error.line
    assert line in range(1, toml.count("\n") + 1)


LINES = """\
fail-on = "info"
# a comment with [type.news]
[type.news]
files = [
  "news/*",  # of the site
]
title = '''
[type.news.fields]
lable = 3'''

[type.news.fields]
date = { label = "@date" }
source.max = 30

[[type.news.sections]]
name = "body"

[[type.news.sections]]
heading = "x"
[type."of course"]
files = "*"
[type."of course".fields."a b"]
label = "c"
"""


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("fail-on =", "fail_on =", 1),
        ("files =", "fils =", 4),
        ("title =", "titel =", 7),
        ("label =", "lable =", 12),
        ("source.max", "source.maks", 13),
        ("source.max = 30", "source.max = true", 13),
        ('name = "body"', 'nam = "body"', 16),
        ('heading = "x"', 'heading = "x"\nmin_items = -1', 20),
        ('heading = "x"', "min_chars = 3", 18),
        ('files = "*"', 'lang = "x"', 20),
        ('"a b"]', '"a b"]\nlable = 3', 23),
        ('label = "c"', "max = true", 23),
    ],
)
def test_the_line_of_a_mistake(old, new, line):
    """The line is that of the key; of a table that lacks something, that of its header."""
    with pytest.raises(ConfigError) as caught:
        parse_config(LINES.replace(old, new, 1))
    assert caught.value.line == line


def test_the_line_in_a_long_list_is_found_soon():
    """A list of thousands of lines is one value, and is read once for each halving."""
    words = "".join(f'  "word-{number}",\n' for number in range(4000))
    with pytest.raises(ConfigError) as caught:
        parse_config(f"allow = [\n{words}]\nignor = 3\n")
    assert caught.value.line == 4003


def test_what_is_wrong_in_a_type_is_said_of_it():
    """And not of the one that extends it, though that stands before it."""
    with pytest.raises(ConfigError, match=r"type\.base\.titel") as caught:
        parse_config("[type.a]\nextends = 'base'\nfiles = '*'\n[type.base]\ntitel = 'x'\n")
    assert caught.value.line == 5


def test_a_message_names_the_file_and_its_prefix(tmp_path):
    """In pyproject.toml the keys stand under tool.textproof."""
    path = tmp_path / "pyproject.toml"
    path.write_text("[tool.textproof]\nignor = 'x'\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"unknown key “tool\.textproof\.ignor”") as caught:
        load_config(path)
    assert str(caught.value).startswith(f"{path}:2: ")
