"""The interface of the HTML report in other languages."""

import re

from html_pages import (
    damaged,
    page_of,
)

from textproof.reports import html
from textproof.reports._language import CHINESE


def test_every_text_of_the_interface_has_its_chinese():
    """The page asks for no text that the table lacks, and the table has none too many."""
    asked = set()
    for name in ("html.jinja", "html.py", "_charts.py", "_headline.py"):
        source = html._asset(name)
        asked |= {text for _, text in re.findall(r"""(["'])((?:(?!\1)[^\n])+)\1""", source)}
        asked |= {a or b for a, b in re.findall(r"""say\((?:"([^"]*)"|'([^']*)')""", source)}
    said = {
        a or b
        for a, b in re.findall(r"""say\((?:"([^"]*)"|'([^']*)')""", html._asset("html.jinja"))
    }
    assert said <= set(CHINESE)
    assert set(CHINESE) - asked <= {"pass", "fail", "unreadable", "error", "warning", "info"}


def test_a_page_in_chinese_says_so():
    """Its language is Chinese, but for what is English everywhere, which is marked."""
    page = page_of(*damaged(), language="zh")
    assert page.all("html") == [{"lang": "zh-Hans"}]
    assert page.texts["h1"][0].strip() == "未通过"
    assert page.texts["h2"] == ["文档", "问题", "规则"]
    assert (page.unbalanced, page.open) == ([], [])
