"""Every key of a contract is enforced: a document that keeps it passes, one that does not is told.

The keys are those of the schema that editors read; one without a case here fails the last test.
"""

import json
import re
from importlib.resources import files

import pytest

from textproof import Severity, check_text
from textproof.config import ConfigError
from textproof.config_file import load_config, parse_config

LABELLED = "Wells\n\nDate: {date}\nAuthor: {author}\n\nNine wells are known.\n"


def _labelled(date="2022-09-17", author="Ann Lee"):
    return LABELLED.format(date=date, author=author)


def _front(**fields):
    return "---\n" + "".join(f"{k}: {v}\n" for k, v in fields.items()) + "---\n\nNine wells.\n"


def _sections(*sections):
    return "# Wells\n\n" + "".join(f"## {head}\n\n{body}\n\n" for head, body in sections)


def _field(demand):
    return f"[type.t.fields]\nk = {{ {demand} }}\n"


def _section(demand, heading="Sites"):
    return f"[[type.t.sections]]\nheading = '{heading}'\n{demand}\n"


FIELDS = {
    "label": (_field("label = 'Author'"), _labelled(), _labelled().replace("Author", "Autho"),
              "missing-field"),
    "labels": (_field("labels = ['Author', 'By']"), _labelled().replace("Author", "By"),
               _labelled().replace("Author", "Bye"), "missing-field"),
    "optional": ("[type.t.fields]\nk = { optional = true }\nl = { optional = false }\n",
                 _front(l="a"), _front(k="a"), "missing-field"),
    "type": (_field("type = 'email'"), _front(k="a@example.org"), _front(k="a at b"),
             "field-format"),
    "split": (_field("label = 'Author', split = '>', one_of = ['a', 'b']"),
              _labelled(author="a > b"), _labelled(author="a > c"), "field-format"),
    "ends": (_field("label = 'Author', split = '>', ends = 'Text'"),
             _labelled(author="a > Text"), _labelled(author="a > b"), "field-format"),
    "in": (_field("label = 'Author', in = '(…)'"), "Wells\n\n(Author: Ann)\n\nNine wells.\n",
           "Wells\n\nAuthor: Ann\n\nNine wells.\n", "missing-field"),
    "min": (_field("min = 3"), _front(k="abc"), _front(k="ab"), "field-format"),
    "max": (_field("max = 3"), _front(k="abc"), _front(k="abcd"), "field-format"),
    "after": (_field("type = 'date', after = 2020-01-01"), _front(k="2020-01-02"),
              _front(k="2020-01-01"), "field-format"),
    "before": (_field("type = 'date', before = 2020-01-03"), _front(k="2020-01-02"),
               _front(k="2020-01-03"), "field-format"),
    "zone": (_field("type = 'datetime', zone = 'Asia/Shanghai', after = 2020-01-01"),
             _front(k="2020-01-01T20:00:00Z"), _front(k="2020-01-01T10:00:00Z"), "field-format"),
    "pattern": (_field("pattern = '[A-Z]{2}-\\d+'"), _front(k="AB-1"), _front(k="ab-1"),
                "field-format"),
    "one_of": (_field("one_of = ['draft', 'final']"), _front(k="draft"), _front(k="drat"),
               "field-format"),
    "equals": ("[type.t.fields]\nk = { equals = 'l' }\nl = {}\n", _front(k="a", l="a"),
               _front(k="a", l="b"), "field-format"),
    "agree": (_field("type = 'date', agree = 'url'"), _front(k="2022-09-17"),
              _front(k="2022-09-18"), "dates-disagree"),
}  # fmt: skip

SECTIONS = {
    "heading": (_section(""), _sections(("Sites", "Nine.")), _sections(("Site", "Nine.")),
                "missing-section"),
    "headings": ("[[type.t.sections]]\nheadings = ['Sites', 'Places']\n",
                 _sections(("Places", "Nine.")), _sections(("Spots", "Nine.")), "missing-section"),
    "name": ("[[type.t.sections]]\nname = 'body'\nmin_chars = 5\n", "Nine wells are known.\n",
             "Nine\n", "short-section"),
    "optional": (_section("optional = true") + _section("optional = false", "Aim"),
                 _sections(("Aim", "Nine.")), _sections(("Sites", "Nine.")), "missing-section"),
    "order": (_section("order = false") + _section("order = true", "Aim") + _section("", "End"),
              _sections(("Aim", "a."), ("End", "b."), ("Sites", "c.")),
              _sections(("End", "b."), ("Aim", "a."), ("Sites", "c.")), "section-order"),
    "unique": (_section("unique = true"), _sections(("Sites", "Nine.")),
               _sections(("Sites", "Nine."), ("Aim", "x."), ("Sites", "Ten.")),
               "duplicate-section"),
    "level": (_section("level = 2"), _sections(("Sites", "Nine.")),
              "# Wells\n\n### Sites\n\nNine.\n", "missing-section"),
    "min_chars": (_section("min_chars = 5"), _sections(("Sites", "Nine wells.")),
                  _sections(("Sites", "None")), "short-section"),
    "max_chars": (_section("max_chars = 5"), _sections(("Sites", "None")),
                  _sections(("Sites", "Nine wells.")), "short-section"),
    "min_items": (_section("min_items = 2"), _sections(("Sites", "- a\n- b")),
                  _sections(("Sites", "- a")), "short-section"),
}  # fmt: skip

BOILERPLATE = {
    "lines": ("[type.t.boilerplate]\nlines = ['A line of ours']\n", "Nine wells.\n",
              "Nine wells.\n\nA line of ours\n", "boilerplate"),
    "suffix": ("[type.t.boilerplate]\nsuffix = 'All of it'\n" + _section(""),
               "Sites All of it\n\nNine wells.\n", "Sites Part of it\n\nNine wells.\n",
               "missing-section"),
    "report": ("[type.t.boilerplate]\nlines = ['A line of ours']\nreport = false\n",
               "A line of ours\n\nNine wells.\n", None, None),
}  # fmt: skip

TYPES = {
    "title": ("type.t.title = '【{}】'\n", "【Wells】\n\nNine.\n", "Wells\n\nNine.\n",
              "missing-field"),
    "lang": ("type.t.lang = 'de'\n[type.t.fields]\nauthor = {}\n",
             "Brunnen\n\nAutor: Ann\n\nNeun.\n",
             "Brunnen\n\nVon weitem: Ann\n\nNeun.\n", "missing-field"),
    "extends": ("type.t.extends = 'page'\n[type.page.fields]\nk = {}\n", _front(k="a"),
                _front(l="a"), "missing-field"),
}  # fmt: skip

GROUPS = {"field": FIELDS, "section": SECTIONS, "boilerplate": BOILERPLATE, "type": TYPES}
CASES = [
    (f"{group}: {key}", *case) for group, cases in GROUPS.items() for key, case in cases.items()
]


def _rules(toml, text):
    config = parse_config("type.t.files = '*'\n" + toml)
    path = "2022-09-17.md" if text.startswith(("---", "#")) else "2022-09-17.txt"
    found = check_text(text, path=path, config=config).findings
    return {f.rule for f in found if f.severity >= Severity.WARNING or f.rule == "boilerplate"}


@pytest.mark.parametrize(("key", "toml", "good", "bad", "rule"), CASES, ids=[c[0] for c in CASES])
def test_a_key_is_enforced(key, toml, good, bad, rule):
    """The document that keeps it has nothing, the one that does not has the finding."""
    assert _rules(toml, good) == set()
    assert bad is None or rule in _rules(toml, bad)


ELSEWHERE = {"files", "fields", "sections", "boilerplate", "schema", "repeated"}
"""What the tests of the paths, of JSON Schema and of folders hold."""


def test_every_key_of_the_schema_has_its_case():
    """So that a new key has its test too."""
    schema = json.loads((files("textproof") / "config.schema.json").read_text("utf-8"))
    for group, cases in GROUPS.items():
        known = set(schema["$defs"][group]["properties"])
        assert known - ELSEWHERE == set(cases)


VALUES = ("3", "-1", "1.5", "true", "''", '"\\u0000"', "[]", "[3]", "['']", "{}", "{ x = 1 }",
          "nan", "2020-01-01",
          "10:00:00", "[[[]]]", "'{'", "'(('", "99999999999999999999")  # fmt: skip


KEYS = (
    [f"fields.k.{key}" for key in FIELDS]
    + [f"boilerplate.{key}" for key in BOILERPLATE]
    + [*TYPES, "fields", "sections", "boilerplate", "schema", "files"]
    + [f"sections.{key}" for key in SECTIONS]
)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("value", VALUES)
def test_a_hostile_value_is_read_or_is_one_error_with_its_line(tmp_path, key, value):
    """No other exception, whatever stands behind a key."""
    group, _, name = key.rpartition(".")
    of_section = group == "sections"
    files = "" if key == "files" else "files = '*'\n"
    head = "[[type.t.sections]]\n" if of_section else ""
    path = tmp_path / "textproof.toml"
    path.write_text(f"[type.t]\n{files}{head}{name if of_section else key} = {value}\n", "utf-8")
    told = ""
    try:
        check_text(_labelled(), path="a.txt", config=load_config(path))
    except ConfigError as error:
        told = str(error)
    assert not told or re.search(r"textproof\.toml:\d|at line \d", told)


def test_a_length_of_a_date_is_a_contradiction():
    """“min” and “max” are lengths: “after” is meant."""
    with pytest.raises(ConfigError, match="“after” is meant"):
        parse_config("type.t.files = '*'\ntype.t.fields.k = { type = 'date', min = 3 }\n")
