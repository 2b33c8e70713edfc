"""`textproof config`: what is in force, and where it comes from."""

import json
import tomllib

from textproof.cli import main
from textproof.config_file import parse_config


def shown(capsys, *arguments):
    """What the command prints."""
    assert main(["config", *arguments]) == 0
    return capsys.readouterr().out


def test_defaults(tmp_path, monkeypatch, capsys):
    """Without a file every value is the default, and what is printed is a configuration."""
    monkeypatch.chdir(tmp_path)
    output = shown(capsys)
    assert "configuration file: none" in output
    assert parse_config(output).fail_on == parse_config("").fail_on


def test_values_say_where_they_come_from(tmp_path, monkeypatch, capsys):
    """The file's values, the command line's, and the defaults are told apart."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "textproof.toml").write_text('fail-on = "warning"\nallow = ["Ã©"]\n', "utf-8")
    output = shown(capsys, "--ignore", "sections")
    assert str(tmp_path / "textproof.toml") in output
    assert 'fail-on = "warning"  # configuration file' in output
    assert 'ignore = ["sections"]  # command line' in output
    assert "exclude = []  # default" in output
    assert tomllib.loads(output)["allow"] == ["Ã©"]
    assert "empty-section" not in output


def test_types_and_severities_are_shown(tmp_path, monkeypatch, capsys):
    """The contract's types with their fields, and the severities that were changed."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "textproof.toml").write_text(
        '[severity]\nbyte-order-mark = "error"\n'
        '[type.news]\nfiles = ["news/*.md"]\n[type.news.fields]\nauthor = {}\n'
    )
    output = shown(capsys)
    assert 'byte-order-mark = "error"' in output
    assert "[type.news]" in output
    assert "fields: author; sections: none" in output


def test_the_schema_is_printed(capsys):
    """As it is installed, for an editor."""
    schema = json.loads(shown(capsys, "--schema"))
    assert schema["$id"] == "urn:textproof:configuration:1"
    assert "fail-on" in schema["properties"]
