"""Repairs as the formats write them."""

import csv
import io
import json
from xml.etree import ElementTree

import pytest
import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as st

from textproof.decoding import Decoded
from textproof.document import Document
from textproof.finding import Defect, Repair
from textproof.fixing import fix_decoded
from textproof.rewriting import as_written


def rewritten(format, text, part, repair):
    """The repair of the part of a source, as its format writes it."""
    start = text.index(part)
    defect = Defect(start, start + len(part), "", repair=Repair(repair))
    written = as_written(Document(Decoded(text, "utf-8"), format=format), defect)
    return written.repair and written.repair.text


@pytest.mark.parametrize(
    ("format", "text", "part", "repair", "written"),
    [
        ("plain", "a", "a", '<"', '<"'),
        ("html", "<p>aé</p>", "é", "b", "b"),
        ("html", "<p>&lt;é</p>", "&lt;é", "<e", "&lt;e"),
        ("html", "<p>é</p>", "é", "<", "&lt;"),
        ("html", "<p>AT&Té</p>", "AT&Té", "AT&T", "AT&T"),
        ("html", "<p>a<b>b</b>c</p>", "a<b>b</b>c", "abc", None),
        ("html", "<p>a<!-- x -->b</p>", "a<!-- x -->b", "ab", None),
        ("html", "<p>a</p>b", "a</p>b", "a b", None),
        ("html", "<p>a<code>b</code></p>", "a<code>b</code>", "a", None),
        ("html", '<meta charset="gbk">', "gbk", "utf-8", "utf-8"),
        ("html", '<meta content="é">', "é", '"', None),
        ("html", "<p>&#20358;源</p>", "&#20358;源", " &#20358;源", " &#20358;源"),
        ("html", "a\r\nb\n", "\r\n", "\n", "\n"),
        ("html", "<p>a</p>", "a", "", ""),
        ("xml", "<p>&amp;é</p>", "&amp;é", "&e", "&amp;e"),
        ("json", r'["é \"x\" é"]', r"é \"x\" é", 'e "x" e', r"e \"x\" e"),
        ("json", '["é"]', "é", '"\\\n', r"\"\\\n"),
        ("json", '{"é": 1}', "é", "e", "e"),
        ("json", '{"é": 1}', "é", '"', None),
        ("json", '["a"]\r["b"]', "\r", "\n", "\n"),
        ("po", 'msgid "wo"\n"rd"\n', 'wo"\n"rd', "word", "word"),
        ("po", 'msgid "é"\n', "é", 'e"', r"e\""),
        ("csv", '"é ""x"" é",b', 'é ""x"" é', 'e "x" e', 'e ""x"" e'),
        ("csv", "é,b", "é", "e, f", None),
        ("csv", '"é, é"', "é, é", "e, e", "e, e"),
        ("yaml", "a: é\n", "é", "e", "e"),
        ("yaml", "a: é\n", "é", "e: f", None),
        ("yaml", "a: 'é it''s é'\n", "é it''s é", "e it's e", "e it''s e"),
        ("yaml", r'a: "é \"x\" é"', r"é \"x\" é", 'e "x" e', r"e \"x\" e"),
    ],
)
def test_a_repair_is_written_as_the_format_has_it(format, text, part, repair, written):
    """Escapes where there must be some; no repair where it would take out markup or cannot be."""
    assert rewritten(format, text, part, repair) == written


DAMAGED = ["Ã©tÃ©", ' "x" ', "戰(zhàn)業(yè)、戰(zhàn)略", "pаypal", "it's", "<b>", "a, b", "&",
           "\\", "\n", "of\ufb01ce", "â€œxâ€\x9d", "\u200b", "l'Ã©cole Ã© Ã©", ": ",
           "企業(yè)"]  # fmt: skip
VALUES = st.lists(st.lists(st.sampled_from(DAMAGED), max_size=6).map("".join), min_size=1)


def repaired(text, path):
    fixed, _ = fix_decoded(Decoded(text, "utf-8"), path=path, unsafe=True, config=None)
    return fixed.text


@given(VALUES, st.booleans())
def test_repaired_json_is_json(values, is_ascii):
    """However its strings are damaged, with as many of them as before."""
    text = json.dumps(values, ensure_ascii=is_ascii)
    assert len(json.loads(repaired(text, "a.json"))) == len(values)


@given(VALUES)
def test_a_repaired_table_has_its_cells(values):
    """In each record as many as before."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows([[value, "x"] for value in values])
    rows = list(csv.reader(io.StringIO(repaired(file.getvalue(), "a.csv"), newline="")))
    assert [len(row) for row in rows] == [2] * len(values)


@given(VALUES)
def test_repaired_xml_is_well_formed(values):
    """With as many elements as before."""
    root = ElementTree.Element("d")
    for value in values:
        ElementTree.SubElement(root, "p").text = value.replace("\x9d", "")
    text = ElementTree.tostring(root, encoding="unicode")
    assert len(ElementTree.fromstring(repaired(text, "a.xml"))) == len(values)


@given(VALUES, st.sampled_from(["'", '"']))
def test_repaired_yaml_is_yaml(values, style):
    """In whichever quotes its strings stand. Without quotes the first character of a string that
    is left may mean something else: a repair there is unsafe, and not looked at."""
    text = pyyaml.dump(values, default_style=style, allow_unicode=True, width=10**6)
    assert len(pyyaml.safe_load(repaired(text, "a.yaml"))) == len(values)
