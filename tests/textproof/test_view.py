"""Views: texts derived from a source, with the way back to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.view import Piece, View


@st.composite
def sources(draw):
    """A source, and pieces of it: kept as they are, put in other words, or left out."""
    source, pieces = "", []
    for _ in range(draw(st.integers(0, 8))):
        kind = draw(st.sampled_from(["kept", "other", "out"]))
        part = draw(st.text(alphabet="abc統&;", min_size=1, max_size=5))
        start, source = len(source), source + part
        if kind == "kept":
            pieces.append(Piece(part, start, len(source)))
        elif kind == "other":
            words = draw(st.text(alphabet="xyz", max_size=6))
            if len(words) == len(part):
                words += "x"
            pieces.append(Piece(words, start, len(source)))
    return source, pieces


@given(sources())
def test_every_piece_maps_to_its_source(case):
    """The span of a piece in the view is its span in the source."""
    _, pieces = case
    view, position = View.of_pieces(pieces), 0
    for piece in pieces:
        end = position + len(piece.text)
        assert view.text[position:end] == piece.text
        if piece.text:
            assert view.source_span(position, end) == (piece.start, piece.end)
            assert view.excerpt(piece.start, piece.end) == piece.text
        position = end


@given(sources(), st.data())
def test_a_span_covers_its_pieces(case, data):
    """Any span maps to a span of the source that grows with it and stays within the source."""
    source, pieces = case
    view = View.of_pieces(pieces)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    low, high = view.source_span(start, end)
    assert 0 <= low <= high <= len(source)
    if start < end:
        inner = view.source_span(start, end - 1)
        assert low == inner[0] or start == end - 1
        assert inner[1] <= high


@given(sources(), st.data())
def test_without_keeps_the_rest(case, data):
    """What is not left out stays, and its places in the source stay the same."""
    _, pieces = case
    view = View.of_pieces(pieces)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(view.text)), max_size=6)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    kept = [i for i in range(len(view.text)) if not any(a <= i < b for a, b in spans)]
    rest = view.without(spans)
    assert rest.text == "".join(view.text[i] for i in kept)
    for position, index in enumerate(kept):
        assert rest.source_span(position, position + 1) == view.source_span(index, index + 1)


@given(st.text(), st.data())
def test_a_view_of_the_source_itself(text, data):
    """Where nothing was changed, a span is itself; without parts of it, it maps back."""
    view = View(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert view.source_span(start, end) == (start, end)
    assert view.excerpt(start, end) == text[start:end]
    rest = view.without([(start, end)])
    assert rest.text == text[:start] + text[end:]
    for index in range(len(rest.text)):
        low, high = rest.source_span(index, index + 1)
        assert text[low:high] == rest.text[index]


def test_a_span_across_what_was_left_out():
    """The span of two neighbours covers what stood between them."""
    view = View("發(fā)展").without([(1, 5)])
    assert view.text == "發展"
    assert view.source_span(0, 2) == (0, 6)
    assert view.source_span(1, 2) == (5, 6)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (1, 1), (2, 2)])
def test_an_empty_span(start, end):
    """A place between two characters is a place in the source."""
    view = View.of_pieces([Piece("a", 0, 1), Piece("é", 1, 9)])
    low, high = view.source_span(start, end)
    assert low == high


def test_a_view_of_nothing():
    """No pieces make an empty view."""
    view = View.of_pieces([Piece("", 0, 5)])
    assert (view.text, view.source_span(0, 0), view.without([]).text) == ("", (0, 0), "")
