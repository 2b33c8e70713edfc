"""JSON Schemas of contracts: of a field, and of the metadata as a whole."""

import json
import subprocess
import sys

import pytest

from textproof import Config, ConfigError, check_text
from textproof.config_file import load_config

jsonschema_rs = pytest.importorskip("jsonschema_rs", reason="wants the extra `schema`")

SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["title", "author"],
    "properties": {
        "date": {"type": "string", "format": "date"},
        "pages": {"type": "integer", "minimum": 1},
        "tags": {"type": "array", "items": {"$ref": "tag.json"}},
        "place": {"type": "object", "required": ["city"]},
    },
}
TAG = {"enum": ["art", "music"]}
CONTRACT = "[type.news]\nfiles = '*'\n"


@pytest.fixture
def folder(tmp_path):
    """A folder with a schema that leads to another."""
    (tmp_path / "news.json").write_text(json.dumps(SCHEMA), encoding="utf-8")
    (tmp_path / "tag.json").write_text(json.dumps(TAG), encoding="utf-8")
    return tmp_path


def config(folder, contract):
    path = folder / "textproof.toml"
    path.write_text(CONTRACT + contract, encoding="utf-8")
    return load_config(path)


def found(text, path, config):
    """The places, texts and messages of what breaks the contract's form."""
    result = check_text(text, path=str(config.root / path), config=config)
    findings = [f for f in result.findings if f.rule == "field-format"]
    return [(f.line, f.text, f.message.split(": ", 1)[1]) for f in findings]


def test_metadata_that_breaks_no_demand(folder):
    """Numbers, lists and tables of front matter are what they are, in YAML, and in JSON terms."""
    text = (
        "---\ntitle: no\nauthor: 012\ndate: 2022-09-17\npages: 12\n"
        "tags:\n- art\n- 'music'\nplace: {city: Rome}\n---\nText.\n"
    )
    assert found(text, "a.md", config(folder, "schema = 'news.json'")) == []


def test_each_breach_is_a_finding_at_its_field(folder):
    """What is missing is nowhere; all else is at the value that is wrong."""
    text = (
        "---\ntitle: x\ndate: 2022-02-30\npages: '12'\n"
        "tags:\n  - art\n  - sport\nplace: {town: Rome}\n---\nText.\n"
    )
    breaches = found(text, "a.md", config(folder, "schema = 'news.json'"))
    assert breaches[0] == (1, "", '"author" is a required property')
    assert breaches[1] == (3, "2022-02-30", '"2022-02-30" is not a "date"')
    assert breaches[2] == (4, "'12'", '"12" is not of type "integer"')
    assert breaches[3][:2] == (6, "- art\n  - sport")
    assert breaches[4] == (8, "{town: Rome}", '"city" is a required property')
    assert len(breaches) == 5


def test_a_schema_of_one_field(folder):
    """It is held against the value of the field alone."""
    contract = config(folder, "fields.tags.schema = 'tag.json'")
    assert found("---\ntags: art\n---\nText.\n", "a.md", contract) == []
    ((line, text, message),) = found("---\ntags: sport\n---\nText.\n", "a.md", contract)
    assert (line, text) == (2, "sport")
    assert '"sport" is not one of' in message


def test_metadata_of_a_page_and_of_plain_text_are_strings(folder):
    """What is no front matter has no numbers."""
    contract = config(folder, "schema = 'news.json'\nfields = { author = {}, pages = {} }")
    page = "<title>x</title><meta name=author content=Ada><meta name=pages content=12>"
    assert found(page, "a.html", contract) == [(1, "12", '"12" is not of type "integer"')]
    text = "Title: x\nAuthor: Ada\nPages: 12\n"
    with_title = config(folder, "schema = 'news.json'\nfields = { title={}, author={}, pages={} }")
    assert found(text, "a.txt", with_title) == [(3, "12", '"12" is not of type "integer"')]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "No such file or directory"),
        (b"\xff", "not UTF-8"),
        (b"{", "no JSON: Expecting property name"),
        (b'{"type": "strin"}', "no JSON Schema: "),
        (b'{"$ref": "https://example.org/x.json"}', "no JSON Schema: "),
        (b'{"$ref": "missing.json"}', "no JSON Schema: "),
    ],
)
def test_a_schema_that_cannot_be_used(tmp_path, text, message):
    """It is an error of the configuration, in its line; nothing is fetched over a network."""
    if text is not None:
        (tmp_path / "x.json").write_bytes(text)
    with pytest.raises(ConfigError) as caught:
        config(tmp_path, "schema = 'x.json'")
    assert str(caught.value).startswith(
        f"{tmp_path / 'textproof.toml'}:3: type.news.schema: x.json: {message}"
    )


def test_without_the_extra_there_is_one_clear_message(folder, monkeypatch):
    """It says what to install."""
    monkeypatch.setitem(sys.modules, "jsonschema_rs", None)
    with pytest.raises(ConfigError, match=r"pip install 'textproof\[schema\]'"):
        config(folder, "schema = 'tag.json'\n# another text, which is compiled anew")


def test_nothing_is_imported_without_a_schema(folder):
    """A contract without one loads neither the library nor its reader."""
    (folder / "textproof.toml").write_text(CONTRACT + "fields.title = {}\n", encoding="utf-8")
    (folder / "a.md").write_text("# Title\n\nText.\n", encoding="utf-8")
    code = (
        "import sys; from textproof.cli import main; main(['check', 'a.md']);"
        "print(sorted({'jsonschema_rs', 'textproof.schema_check'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith("[]\n")


def test_a_configuration_with_a_schema_reaches_other_processes(folder):
    """It is plain data."""
    import pickle

    contract = config(folder, "schema = 'news.json'")
    assert pickle.loads(pickle.dumps(contract)) == contract
    assert Config() != contract
