"""JSON-LD by the letter of RFC 8259, with the places of its values."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.json_ld import (
    BrokenJsonError,
    fields,
    fields_of_script,
    is_page,
    read_json,
    scripts,
    string_pieces,
    top_items,
)

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-999, 999) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=12,
)


def plain(node):
    """A value as Python's own reader gives it."""
    if node.members is not None:
        return {key: plain(member) for key, member in node.members}
    return [plain(item) for item in node.items] if node.items is not None else node.value


@given(VALUES, st.booleans())
def test_what_json_writes_is_read_as_it_was(value, ascii_only):
    """A value that json writes is read back, with escapes and without."""
    text = json.dumps(value, ensure_ascii=ascii_only)
    assert plain(read_json(text)) == value


@given(st.text(alphabet='{}[]:,"\\ \n0123456789.-+eEtruefalsn/u', max_size=24))
def test_what_is_valid_is_what_json_takes(text):
    """Any other text is broken for both readers, and the offset lies in it."""
    try:
        expected = json.loads(text, parse_constant=lambda name: pytest.fail(name))
    except ValueError:
        with pytest.raises(BrokenJsonError) as broken:
            read_json(text)
        assert 0 <= broken.value.offset <= len(text)
    else:
        assert plain(read_json(text)) == expected


@given(st.text(max_size=12))
def test_the_place_of_a_string_is_what_stands_for_it(value):
    """The span of a string holds its source, whose pieces are the value."""
    text = json.dumps({"name": value})
    node = read_json(text).members[0][1]
    assert text[node.start - 1] == text[node.end] == '"'
    pieces = string_pieces(text, node.start, node.end)
    assert "".join(piece.text for piece in pieces) == node.value == value


def test_half_of_a_surrogate_pair_is_no_character():
    """It is read as U+FFFD, since no text can hold it."""
    assert read_json(r'["\ud83d x \ude00"]').items[0].value == "\ufffd x \ufffd"


def test_nesting_without_end_is_broken_and_does_not_end_the_process():
    """A hundred levels are enough."""
    with pytest.raises(BrokenJsonError, match="levels of nesting"):
        read_json("[" * 100_000)


def test_old_wrappers_are_left_out():
    """A comment of HTML and a section of character data, with the marks that hide them."""
    for text in (
        '<!--\n{"a": 1}\n//-->',
        '//<![CDATA[\n{"a": 1}\n//]]>',
        '/*<![CDATA[*/{"a": 1}/*]]>*/',
    ):
        node = read_json(text)
        assert plain(node) == {"a": 1}
        assert text[node.start : node.end] == '{"a": 1}'


def test_scripts_of_other_kinds_and_in_comments_are_left_out():
    """Only what is JSON-LD is one, in any case, and one that is not closed as well."""
    page = (
        "<!-- <script type='application/ld+json'>1</script> --><script>2</script>"
        "<SCRIPT id=x TYPE=application/ld+json>3</SCRIPT><pre><script type='application/ld+json'>4"
        "</script></pre><script type='application/ld+json'>5"
    )
    assert [page[s.start : s.end] for s in scripts(page)] == ["3", "5"]


def test_the_page_itself_and_what_else_is_described_have_different_names():
    """The article's headline is `jsonld:headline`, the name of its publisher is not."""
    page = """<script type="application/ld+json">{"@graph": [
        {"@type": "NewsArticle", "headline": "A", "author": [{"@type": "Person", "name": "B"}]},
        {"@type": ["Organization"], "name": "C", "@id": "#d"}]}</script>"""
    found = [(f.name, f.value, page[f.start : f.end]) for f in fields_of_script(page, 0)]
    assert found == [
        ("jsonld:headline", "A", "A"),
        ("jsonld:author.name", "B", "B"),
        ("jsonld:Organization.name", "C", "C"),
    ]


def test_the_date_of_publication_has_the_name_that_contracts_know():
    """`jsonld` is the date, with the place of `jsonld:datePublished`."""
    page = '<script type="application/ld+json">{"datePublished": "2022-09-17"}</script>'
    by_name = {field.name: field for field in fields_of_script(page, 100)}
    assert by_name["jsonld"][1:] == by_name["jsonld:datePublished"][1:]
    assert page[by_name["jsonld"].start - 100 : by_name["jsonld"].end - 100] == "2022-09-17"


def test_a_broken_script_has_no_fields():
    """What no reader can read says nothing."""
    assert not list(fields_of_script('<script type="application/ld+json">{"a": </script>', 0))


def test_items_of_a_list_and_of_a_graph_are_at_the_top():
    """A list of items, one of them a graph."""
    root = read_json('[{"@type": "WebPage"}, {"@graph": [{"@type": "Blog"}, 1]}]')
    assert [sorted(item.types) for item in top_items(root)] == [["WebPage"], ["Blog"]]
    assert [is_page(item) for item in top_items(root)] == [True, False]
    assert not list(fields(root))
