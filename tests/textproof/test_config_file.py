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
