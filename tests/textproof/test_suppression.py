"""Findings that an author means."""

import pytest

from textproof import check_text

DAMAGE = "Ã©tÃ©"


@pytest.mark.parametrize(
    "text",
    [
        f"{DAMAGE} <!-- textproof: ignore[wrong-decode] an example -->\n",
        f"{DAMAGE} <!-- textproof: ignore -->\n",
        f"{DAMAGE} <!-- textproof: ignore[mojibake] a validator -->\n",
        f"<!-- textproof: ignore[wrong-decode] -->\n{DAMAGE}\n",
        f"# textproof: ignore[wrong-decode]\r\n{DAMAGE}\r\n",
        f"{DAMAGE}\n\n{DAMAGE}\n<!-- textproof: ignore-file[wrong-decode] all examples -->\n",
        f"{DAMAGE} // textproof: ignore[wrong-decode, pinyin-gloss]",
    ],
)
def test_a_comment_suppresses_the_finding(text):
    """On the finding's line, on the line before, or for the whole file."""
    assert check_text(text).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        f"{DAMAGE} <!-- textproof: ignore[pinyin-gloss] another rule -->\n",
        f"<!-- textproof: ignore -->\n\n{DAMAGE}\n",
        f"clean <!-- textproof: ignore -->\n{DAMAGE}\n",
        f"textproof: ignore {DAMAGE}\n",
        f"{DAMAGE}\n<!-- textproof: ignore -->\n",
        f"<!-- textproof: ignored -->\n{DAMAGE}\n",
    ],
)
def test_a_comment_suppresses_nothing_else(text):
    """Not another rule, not a line further, and not without a comment's mark."""
    assert [finding.rule for finding in check_text(text).findings] == ["wrong-decode"]
