"""`docs/mojibake.md` is as the benchmark makes it, and says of its examples what is true."""

import importlib.util
import re
from pathlib import Path

import pytest
from damaged import CLASSES, is_wrong
from examples import EXAMPLES, said
from page_parts import refreshed, table
from peers import textproof_says

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs" / "mojibake.md"
PART = re.compile(r"<!-- (\w+) -->\n\n(.*?)\n\n<!-- end of \1 -->", re.DOTALL)


def page_parts():
    """The texts of the page that the benchmark writes, by their part."""
    return dict(PART.findall(PAGE.read_text(encoding="utf-8")))


def tables(text):
    """The tables of a text: rows of cells, the first the heads of the columns."""
    for block in re.findall(r"^\|.*?(?=\n\n|\Z)", text, re.MULTILINE | re.DOTALL):
        head, _, *rows = [line[2:-2].split(" | ") for line in block.split("\n")]
        yield [[cell.strip() for cell in row] for row in (head, *rows)]


def benchmark():
    """The benchmark as a module."""
    place = ROOT / "benchmarks" / "quality" / "__main__.py"
    spec = importlib.util.spec_from_file_location("quality_benchmark", place)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_has_each_part_of_the_benchmark():
    """In the benchmark's order, after the circumstances."""
    assert list(page_parts()) == ["circumstances", *benchmark().PARTS]


def test_the_benchmark_would_leave_the_page_as_it_is():
    """Put back between its comments, what is there changes nothing."""
    content = PAGE.read_text(encoding="utf-8")
    assert refreshed(content, page_parts()) == content


def test_a_page_without_the_comments_is_refused():
    """What the benchmark measured is not lost in silence."""
    with pytest.raises(ValueError, match="the page has no <!-- speed -->"):
        refreshed("# Another page\n", {"speed": "a table"})


@pytest.mark.parametrize("part", ["examples", "damage", "chinese", "clean", "ftfy", "speed"])
def test_each_part_has_its_tables(part):
    """With textproof in it, in the form that the benchmark gives a table."""
    found = list(tables(page_parts()[part]))
    assert len(found) == (2 if part == "speed" else 1)
    for head, *rows in found:
        assert table(head, rows) in page_parts()[part]
        assert part == "clean" or "textproof" in str([head, *rows])


def test_the_classes_are_those_of_the_benchmark():
    """An example and a row of figures for each, in order."""
    (examples,) = tables(page_parts()["examples"])
    (damage,) = tables(page_parts()["damage"])
    assert [row[0] for row in examples[1:]] == list(CLASSES)
    assert [row[0] for row in damage[1:]] == [f"{name}: {what}" for name, what in CLASSES.items()]


def test_what_the_page_says_of_its_examples_is_true():
    """textproof finds and repairs the examples as the page has it."""
    (rows,) = tables(page_parts()["examples"])
    column = rows[0].index("textproof")
    judged = textproof_says([case.damaged for case in EXAMPLES])
    now = [said(one, case) for one, case in zip(judged, EXAMPLES, strict=True)]
    assert [row[column] for row in rows[1:]] == now


@pytest.mark.parametrize(
    ("repaired", "wrong"),
    [
        ("Le café est dÃ©jÃ fermé.", False),  # a part of it
        ("Le café est déjà fermé.", False),
        ("Le cafè est dÃ©jÃ fermÃ©.", True),  # another letter
        ("Le caf est dÃ©jÃ fermÃ©.", False),  # no more is wrong than before
        ("Le cafÃ© estdÃ©jÃ fermÃ©.", True),  # a space of the clean text is gone
    ],
)
def test_when_a_safe_repair_is_wrong(repaired, wrong):
    """Where it put in what the clean text does not have there, or took out what it has."""
    case = EXAMPLES[0]._replace(damaged="Le cafÃ© est dÃ©jÃ fermÃ©.")
    assert is_wrong(repaired, case) == wrong
