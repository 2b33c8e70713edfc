"""Reading the configuration: every kind of mistake is one clear message."""

from datetime import date

import pytest

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
        (TYPE + "boilerplate = 'x'", "type.news.boilerplate must be a table, not 'x'"),
        ("select = ", "Invalid value"),
    ],
)
def test_a_mistake_is_one_clear_message(toml, message):
    """The message names the key, says what is wrong, and what would be right."""
    with pytest.raises(ConfigError) as caught:
        parse_config(toml)
    assert str(caught.value).startswith(message)


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
    with pytest.raises(ConfigError, match="No such file"):
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
