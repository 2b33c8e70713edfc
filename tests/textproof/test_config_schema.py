"""The JSON Schema of the configuration: it knows the keys that the reader knows, and no other."""

import json
import re
import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from textproof.config import ConfigError
from textproof.config_file import parse_config
from textproof.config_table import Table

ROOT = Path(__file__).resolve().parent.parent.parent
SCHEMA = json.loads(files("textproof").joinpath("config.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
NAMED = ("severity", "type", "fields")
"""Tables whose keys are names that the user gives."""

EVERYTHING = """
[type.news]
files = "*"
fields.a = { equals = { field = "b" } }
sections = [{ name = "body" }]
boilerplate = {}
severity = {}
"""


def as_json(value):
    """A value of TOML as an editor's validator sees it."""
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def mistakes(toml):
    return [error.message for error in VALIDATOR.iter_errors(as_json(tomllib.loads(toml)))]


def known_to_the_reader(monkeypatch):
    """The keys of each table that the reader asks for, by where the table stands."""
    known = {}
    finish = Table.finish

    def noted(table):
        where = re.sub(r"(type|fields)\.\w+|\[0\]", r"\1", table.where)
        known.setdefault(where, set()).update(table.known)
        finish(table)

    monkeypatch.setattr(Table, "finish", noted)
    parse_config(EVERYTHING.replace("severity = {}\n", ""))
    return known


def known_to_the_schema():
    """The same of the schema."""
    definitions = SCHEMA["$defs"]
    equals = definitions["field"]["properties"]["equals"]["anyOf"][1]
    tables = {
        "": SCHEMA,
        "type": definitions["type"],
        "type.fields": definitions["field"],
        "type.fields.equals": equals,
        "type.sections": definitions["section"],
        "type.boilerplate": definitions["boilerplate"],
    }
    assert all(table["additionalProperties"] is False for table in tables.values())
    return {where: set(table["properties"]) for where, table in tables.items()}


def test_the_schema_is_one():
    """It is valid by its own draft."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_keys_are_those_of_the_reader(monkeypatch):
    """In every table, no more and no fewer."""
    assert known_to_the_reader(monkeypatch) == known_to_the_schema()


def test_every_key_says_what_it_is():
    """An editor shows it."""
    definitions = SCHEMA["$defs"]
    for table in (SCHEMA, *(definitions[n] for n in ("type", "field", "section", "boilerplate"))):
        for key, value in table["properties"].items():
            assert value.get("description") or "$ref" in value, key


def test_values_that_are_listed_are_those_of_the_reader():
    """Types, witnesses, severities and rules."""
    from textproof.contract_file import WITNESSES
    from textproof.finding import Severity
    from textproof.value_types import TYPES

    definitions = SCHEMA["$defs"]
    assert tuple(definitions["field"]["properties"]["type"]["enum"]) == TYPES
    assert tuple(definitions["witness"]["enum"]) == WITNESSES
    assert set(definitions["severity"]["enum"]) == {str(severity) for severity in Severity}


def test_the_configuration_of_this_project_is_valid():
    """And so is every example of the documentation."""
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
    VALIDATOR.validate(as_json(tool["textproof"]))
    for page in (ROOT / "docs").glob("*.md"):
        for block in re.findall(r"^```toml\n(.*?)^```$", page.read_text("utf-8"), re.S | re.M):
            table = tomllib.loads(block)
            configuration = table.get("tool", {}).get(
                "textproof", table if "tool" not in table else {}
            )
            VALIDATOR.validate(as_json(configuration))


@pytest.mark.parametrize(
    "toml",
    [
        "fail-on = 'warning'\nselect = ['encoding', 'my-rule']\nseverity.bad-date = 'info'",
        "[type.a]\nfiles = '*'\nfields.d = { type = 'date', after = 1998-01-01, agree = 'url' }",
        "[type.a]\nfiles = '*'\nsections = [{ headings = ['a'], level = 2, order = false }]",
    ],
)
def test_what_the_reader_takes_is_valid(toml):
    """No editor marks what textproof accepts."""
    assert mistakes(toml) == []


@pytest.mark.parametrize(
    "toml",
    [
        "ignor = 'x'",
        "fail-on = 'eror'",
        "select = 3",
        "allow = ['']",
        "severity.bad-date = 'inof'",
        "type = 3",
        "[type.a]\ntitel = 'x'",
        "[type.a]\nfiles = '*'\nfields.d.lable = 'x'",
        "[type.a]\nfiles = '*'\nfields.d.type = 'datum'",
        "[type.a]\nfiles = '*'\nfields.d = { label = 'x', labels = 'y' }",
        "[type.a]\nfiles = '*'\nfields.d.after = true",
        "[type.a]\nfiles = '*'\nfields.d = { type = 'date', agree = ['ulr'] }",
        "[type.a]\nfiles = '*'\nsections = [{}]",
        "[type.a]\nfiles = '*'\nsections = [{ name = 'x', min-chars = 3 }]",
        "[type.a]\nfiles = '*'\nsections = [{ heading = 'x', level = 7 }]",
        "[type.a]\nfiles = '*'\nsections = [{ heading = 'x', min_chars = -1 }]",
        "[type.a]\nfiles = '*'\nboilerplate.line = 'x'",
    ],
)
def test_what_the_reader_refuses_is_not(toml):
    """An editor marks it before textproof does."""
    with pytest.raises(ConfigError):
        parse_config(toml)
    assert mistakes(toml)
