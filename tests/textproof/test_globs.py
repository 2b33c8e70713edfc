"""Path patterns of the configuration."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof.globs import glob


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("a.txt", "a.txt"),
        ("*.txt", "a.txt"),
        ("?.txt", "統.txt"),
        ("news/*", "news/a"),
        ("**/*.md", "a.md"),
        ("**/*.md", "b/c/a.md"),
        ("news/**", "news/2022/a.md"),
        ("news/", "news/2022/a.md"),
        ("./news/*.md", "news/a.md"),
        ("news/**/*.{txt,md}", "news/a.txt"),
        ("{news,blog}/*", "blog/a"),
        ("{*.md,docs/**}", "docs/b/a.rst"),
        ("a{b", "a{b"),
        ("a+(b).[c]", "a+(b).[c]"),
        ("*", "a\nb"),
    ],
)
def test_matches(pattern, path):
    """A pattern describes the path."""
    assert glob(pattern).fullmatch(path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.txt", "seeds/a.txt"),
        ("*.txt", "a.txt.md"),
        ("news/*", "news/2022/a"),
        ("news/**/*.md", "oldnews/a.md"),
        ("?.txt", "/.txt"),
        ("a.txt", "aXtxt"),
        ("{a,b}.md", "c.md"),
        ("news/", "news"),
        ("", "a"),
    ],
)
def test_does_not_match(pattern, path):
    """A pattern does not describe the path."""
    assert not glob(pattern).fullmatch(path)


@given(st.text(), st.text())
def test_any_text_is_a_pattern(pattern, path):
    """No pattern is an error."""
    glob(pattern).fullmatch(path)


@given(st.text(alphabet=st.characters(exclude_characters="*?{}/"), min_size=1))
def test_a_name_describes_itself(name):
    """A pattern without wildcards is a path."""
    assert glob(name).fullmatch(name)
