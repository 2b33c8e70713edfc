"""CSV and TSV: cells are prose, and nothing reaches from one to the next."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from views import assert_mapped, shown, source, strings

from textproof import check_text
from textproof.formats.csv import delimiter_of


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("a,b\nc,d\n", "a·b\nc·d\n"),
        ('"a, b",c', "·a, b··c"),
        ('"a ""b"" c"\r\nd', '·a "b" c·\r\nd'),
        ('"a\nb",c\n', "·a\nb··c\n"),
        ("a\tb\nc, d\te", "a·b\nc, d·e"),
        ("a;b\n1,5;2,5\n", "a·b\n1,5·2,5\n"),
        ('a,"b\nc,d\n', 'a·"b\nc·d\n'),
        ('5" pipe,a "b" c', '5" pipe·a "b" c'),
        ("", ""),
        (",,\n", "··\n"),
        ('"",a', "···a"),
    ],
)
def test_cells_are_prose(text, prose):
    """Quotes and delimiters are masked; a quote that nothing closes is a character."""
    assert shown("csv", text) == prose


def test_two_quotes_in_a_cell_are_one_in_its_place():
    """The way back from a quotation mark leads to both that stand for it."""
    assert source("csv", 'a,"b ""c"""', '"') == '""'
    assert source("csv", 'a,"b ""c"" d"', "c") == "c"


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b", ","),
        ("a;b,c;d", ";"),
        ('"a;b;c",d', ","),
        ("a|b", "|"),
        ("a\tb, c", ","),
        ("a\tb\nc, d\te, f, g", "\t"),
        ("", ","),
    ],
)
def test_the_delimiter_is_what_the_first_record_has_most_often(text, delimiter):
    """What stands in quotes is not counted."""
    assert delimiter_of(text) == delimiter


CELLS = st.lists(
    st.lists(st.text(alphabet='ab統 ",\n', max_size=6), min_size=2, max_size=4),
    min_size=1,
    max_size=5,
)


@given(CELLS)
def test_what_python_writes_is_read_back(rows):
    """The words of all cells, in order, are those that were written."""
    file = io.StringIO()
    csv.writer(file, quoting=csv.QUOTE_ALL).writerows(rows)
    words = [line for row in rows for cell in row for line in cell.split("\n") if line]
    assert strings("csv", file.getvalue().replace("\r\n", "\n")) == words


@given(st.text(alphabet='ab統",;\t\r\n', max_size=60))
def test_any_text_is_read(text):
    """No text is an error, and each character has its source."""
    assert_mapped("csv", text)


def test_a_finding_reaches_over_no_cell():
    """What would be damage in a line is none in two cells."""
    assert check_text("戰,(zhàn)", path="a.csv").findings == ()
    assert check_text("戰(zhàn),戰(zhàn)、業(yè)", path="a.csv").findings != ()


def test_there_are_no_comments():
    """A cell that looks like a comment is one of the table's, and suppresses nothing."""
    table = "a,b\n# textproof: ignore,Ã©tÃ© Ã© l'Ã©cole\n"
    assert "wrong-decode" in {f.rule for f in check_text(table, path="a.csv").findings}


def test_no_rule_of_sections_judges_a_table():
    """A cell that would be a page's widget, or a heading over nothing, is one of its strings."""
    table = "相關閱讀更多>>\n打印\nT+\n"
    assert check_text(table, path="a.csv").findings == ()
    assert {f.validator for f in check_text(f"x\n{table}").findings} == {"sections"}
