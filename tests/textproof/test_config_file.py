"""Reading the configuration: every kind of mistake is one clear message."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.config import Config, ConfigError
from textproof.config_file import find_config, load_config, parse_config
from textproof.finding import Severity

TYPE = "[type.news]\nfiles = 'news/*'\n"


def test_a_whole_configuration():
    """Every key ends up where it belongs."""
    config = parse_config(
        """
        select = ["encoding", "bad-date"]
        ignore = "byte-order-mark"
        fail-on = "warning"
        include = "**/*.txt"
        exclude = ["drafts/**"]
        allow = ["naïve"]
        severity = { bad-date = "info" }
        [type.news]
        files = "news/*"
        lang = "zh"
        title = "【{}】"
        [type.news.fields]
        date = { label = "發布時間", type = "datetime", after = 1998-01-01, before = 2030-01-01 }
        path = { split = ">", ends = "正文", in = "(…)", max = 9, optional = true }
        source = {}
        [[type.news.sections]]
        name = "body"
        min_chars = 300
        [[type.news.sections]]
        heading = ["相關閱讀"]
        optional = true
        min_items = 1
        [type.news.boilerplate]
        lines = ["打印"]
        suffix = "更多>>"
        """
    )
    assert config.select == ("encoding", "bad-date")
    assert config.ignore == ("byte-order-mark",)
    assert config.fail_on is Severity.WARNING
    assert (config.include, config.exclude) == (("**/*.txt",), ("drafts/**",))
    assert config.allow == {"naïve"}
    assert config.severity == {"bad-date": Severity.INFO}
    (news,) = config.types
    assert (news.name, news.files, news.lang, news.title) == ("news", ("news/*",), "zh", "【{}】")
    published, path, source = news.fields
    assert (published.labels, published.type) == (("發布時間",), "datetime")
    assert (published.after, published.before) == (date(1998, 1, 1), date(2030, 1, 1))
    assert (path.split, path.ends, path.within, path.max) == (">", "正文", "(…)", 9)
    assert (path.labels, path.optional) == (("path",), True)
    assert (source.written, source.optional) == ((), False)
    assert {"source", "來源", "Quelle"} < set(source.labels)
    body, links = news.sections
    assert (body.name, body.headings, body.min_chars, body.optional) == ("body", (), 300, False)
    assert (links.name, links.headings, links.min_items) == ("相關閱讀", ("相關閱讀",), 1)
    assert (news.boilerplate_lines, news.boilerplate_suffix) == (("打印",), "更多>>")


def test_the_severity_of_a_validator_is_that_of_its_rules():
    """A rule's own severity wins over its validator's."""
    severity = parse_config("severity = { sections = 'info', empty-section = 'error' }").severity
    assert severity["boilerplate"] is Severity.INFO
    assert severity["empty-section"] is Severity.ERROR
    assert "bad-date" not in severity


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


def test_labels_of_packs():
    """A pack has the labels of all languages, or of one; what another field writes out is its."""
    config = parse_config(
        TYPE + "[type.news.fields]\ndate.label = '@date'\nstand.label = ['Stand', '@author:de']\n"
        "updated.label = '@updated'\npublisher = {}\nx = { labels = ['Bogen'] }"
    )
    fields = {field.name: field for field in config.types[0].fields}
    assert {"發布時間", "Published", "Veröffentlicht", "公開日", "Дата"} <= set(
        fields["date"].labels
    )
    assert "Stand" not in fields["date"].labels
    assert set(fields["stand"].labels) >= {"Stand", "Autor"}
    assert "Author" not in fields["stand"].labels
    assert {"publisher", "出版社", "Verlag"} <= set(fields["publisher"].labels)
    assert fields["x"].labels == ("Bogen",)


def test_the_language_of_a_type_narrows_the_packs_that_are_not_written():
    """What is known without a contract is known with one."""
    german = "lang = 'de'\n[type.news.fields]\nauthor = {}\nkeywords = {}\ndate.label = '@date'"
    fields = {
        field.name: set(field.labels) for field in parse_config(TYPE + german).types[0].fields
    }
    assert {"author", "Verfasserin", "記者"} <= fields["author"]
    assert "Skribent" not in fields["author"]
    assert fields["keywords"] >= {"Schlagwörter"}
    assert "Keywords" not in fields["keywords"]
    assert {"發布時間", "Veröffentlicht"} <= fields["date"]


def test_a_type_extends_another():
    """What is not said again is as it is there: fields and sections key by key, in their order."""
    config = parse_config(
        """
        [type.long]
        extends = "news"
        files = "long/*"
        title = "《{}》"
        fields.date = { label = "Date", optional = true }
        fields.editor = {}
        boilerplate.suffix = ">>"
        sections = [{ name = "body", min_chars = 900 }, { heading = "Notes" }]
        [type.news]
        extends = "base"
        files = "news/*"
        fields.date = { labels = ["日期"] }
        fields.author = {}
        [type.base]
        lang = "zh"
        title = "【{}】"
        fields.date = { label = "發布時間", type = "date", after = 1998-01-01 }
        boilerplate.lines = ["打印"]
        sections = [{ name = "body", min_chars = 300, max_chars = 9000 }, { heading = "Links" }]
        """
    )
    long, news = config.types
    assert (long.name, news.name) == ("long", "news")
    assert (long.files, long.title, long.lang) == (("long/*",), "《{}》", "zh")
    assert (news.files, news.title) == (("news/*",), "【{}】")
    assert [field.name for field in long.fields] == ["date", "author", "editor"]
    assert long.fields[0].labels == ("Date",)
    assert (long.fields[0].optional, long.fields[0].after) == (True, date(1998, 1, 1))
    assert news.fields[0].labels == ("日期",)
    assert (long.boilerplate_lines, long.boilerplate_suffix) == (("打印",), ">>")
    assert [(s.name, s.min_chars, s.max_chars) for s in long.sections] == [
        ("body", 900, 9000),
        ("Links", None, None),
        ("Notes", None, None),
    ]
    assert [s.name for s in news.sections] == ["body", "Links"]


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


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("textproof.toml", "fail-on = 'info'"),
        ("textproof.toml", "\ufefffail-on = 'info'"),
        ("pyproject.toml", "[tool.textproof]\nfail-on = 'info'"),
    ],
)
def test_the_nearest_file_is_found(tmp_path, name, text):
    """A folder is of the project whose configuration is the nearest upward."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    inner = tmp_path / "docs" / "deep"
    inner.mkdir(parents=True)
    config = find_config(inner)
    assert (config.fail_on, config.root) == (Severity.INFO, tmp_path)


def test_a_pyproject_of_another_tool_is_passed_over(tmp_path):
    """A pyproject.toml without a table for textproof does not end the search."""
    inner = tmp_path / "package"
    inner.mkdir()
    (tmp_path / "textproof.toml").write_text("fail-on = 'info'", encoding="utf-8")
    (inner / "pyproject.toml").write_text("[project]\nname = 'textproof-x'", encoding="utf-8")
    assert find_config(inner).fail_on is Severity.INFO


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"fail-on = 'caf\xe9'", "not UTF-8 at byte 14"),
        (b"fail-on", "Expected '=' after a key"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path, data, message):
    """What keeps a file from being read is said with its path."""
    path = tmp_path / "textproof.toml"
    path.write_bytes(data)
    with pytest.raises(ConfigError, match=message):
        load_config(path)


def test_a_file_that_is_missing(tmp_path):
    """A named file must be there."""
    with pytest.raises(ConfigError, match="no such file"):
        load_config(tmp_path / "textproof.toml")


@pytest.mark.parametrize("toml", ["tool = 3", "[tool]\ntextproof = 3", "[tool]\nother = 3"])
def test_a_pyproject_of_another_shape(tmp_path, toml):
    """Tables that are none are an error, or no configuration at all; never a crash."""
    path = tmp_path / "pyproject.toml"
    path.write_text(toml, encoding="utf-8")
    if "textproof" in toml:
        with pytest.raises(ConfigError, match=r"\[tool\.textproof\] must be a table"):
            load_config(path)
    else:
        assert load_config(path).select == Config().select
