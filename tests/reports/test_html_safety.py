"""The HTML report is safe whatever the documents hold, and loads nothing."""

from base64 import b64encode
from hashlib import sha256

import pytest
from html_pages import HOSTILE_PATH, damaged, hostile, page_of

from textproof.reports import html
from textproof.reports._display import visible


@pytest.mark.parametrize("results", [(), damaged(), hostile()], ids=["empty", "damaged", "hostile"])
def test_a_page_is_well_formed(results):
    """Every element that is opened is closed, in order."""
    page = page_of(*results)
    assert (page.unbalanced, page.open) == ([], [])
    assert page.source.startswith("<!doctype html>\n")


@pytest.mark.parametrize("results", [damaged(), hostile()], ids=["damaged", "hostile"])
def test_nothing_of_a_document_is_executed(results):
    """There is one script and one style, the page's own; no event handler, no inline style."""
    page = page_of(*results)
    names = [tag for tag, _ in page.elements]
    assert (names.count("script"), names.count("style")) == (1, 1)
    assert page.texts["script"] == [html._asset("html.js")]
    assert {"img", "iframe", "object", "embed", "base", "form"}.isdisjoint(names)
    attributes = {name for _, found in page.elements for name in found}
    assert not [name for name in attributes if name.startswith("on") or name == "style"]


def test_a_hostile_document_is_shown_as_text():
    """Markup of a document or of its path is on the page for people to read."""
    text = page_of(*hostile()).text
    assert "<script>alert(1)</script> \"q\" 'q' & <img src=x onerror" in text
    assert visible(HOSTILE_PATH) in text
    assert text.count("{{ 77 * 77 }}") > 20
    assert "5929" not in text


def test_characters_that_are_not_seen_are_made_visible():
    """No control, override or lone surrogate gets into the page; each is shown by its number."""
    page = page_of(*hostile())
    assert page.source.encode("utf-8")
    assert not set("\0\x85\x9d\xad\u200b\u202e\u2066\ufeff") & set(page.source)
    assert "⟨U+D800⟩ ⟨U+0000⟩ ⟨U+202E⟩ ⟨92⟩" in page.text


def test_the_policy_lets_only_the_own_style_and_script_count():
    """The content security policy forbids all, but the hashes of the style and script in the
    page."""
    page = page_of(*damaged())
    policy = next(meta["content"] for meta in page.all("meta") if "http-equiv" in meta)
    assert policy.startswith("default-src 'none'; ")
    for kind in ("style", "script"):
        hashed = b64encode(sha256(page.texts[kind][0].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{hashed}';" in policy


def test_a_page_loads_nothing():
    """No address of another file or host is in an attribute or in the style."""
    page = page_of(*damaged(), *hostile())
    assert page.values("src") == []
    links = page.values("href")
    assert all(link.startswith(("#", "data:image/svg+xml,")) for link in links)
    assert not [word for word in ("url(", "@import", "http") if word in page.texts["style"][0]]
