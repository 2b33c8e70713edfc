"""Families of good documents, generated: a contract is learnt from them."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

ZH = (
    "會議認為今年各項工作取得新的進展要繼續推動社區建設完善服務網絡"
    "改善居民生活環境組織志願者參加活動提高管理水平加強協調配合總結經驗做法"
)
EN = (
    "the harbour office measured tides at every station and compared them with older tables "
    "boats leave early when water is high and wind comes from west crews note each depth"
).split()


def chinese(rng: random.Random, length: int) -> str:
    return "".join(rng.choice(ZH) for _ in range(length)) + "。"


def english(rng: random.Random, words: int) -> str:
    return " ".join(rng.choice(EN) for _ in range(words)).capitalize() + "."


def day(rng: random.Random) -> str:
    return f"20{rng.randint(10, 24)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"


def news_zh(rng: random.Random) -> dict[str, str]:
    """A page of a Chinese portal as plain text, by its parts."""
    name = rng.choice("王李張劉陳楊") + "".join(rng.choice("小明建國文英") for _ in range(2))
    hour = f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}:00"
    links = "".join(f"{chinese(rng, 9)[:-1]}\n" for _ in range(rng.randint(2, 5)))
    return {
        "breadcrumb": f"您的位置: 首頁 > {rng.choice(['要聞', '社區', '文化'])} > 正文\n\n",
        "title": f"【{chinese(rng, 6)[:-1]}】{chinese(rng, 10)[:-1]}\n\n",
        "date": f"發布時間：{day(rng)} {hour}",
        "source": f" 來源：{rng.choice(['城市日報', '社區週刊', '文化報'])}",
        "number": f" 稿件編碼：{rng.randint(1000, 9999)}\n",
        "buttons": "打印\nT+\nT-\n分享給朋友\n\n",
        "background": f"背景導讀\n\n  {chinese(rng, rng.randint(90, 200))}\n\n",
        "body": "".join(f"  {chinese(rng, rng.randint(60, 120))}\n\n" for _ in range(3)),
        "editor": f"(責編：{name})\n\n",
        "links": f"相關閱讀\n{links}",
    }


def report_md(rng: random.Random) -> dict[str, str]:
    """A report in Markdown with front matter, by its parts."""
    tags = ", ".join(rng.sample(["tides", "boats", "wind", "maps"], 2))
    return {
        "open": "---\n",
        "title": f"title: {english(rng, 4)[:-1]}\n",
        "date": f"date: {day(rng)}\n",
        "author": f"author: {rng.choice(['Ada Byron', 'Grace Hill', 'Mary Ross'])}\n",
        "tags": f"tags: [{tags}]\n",
        "pages": f"pages: {rng.randint(2, 90)}\n",
        "close": "---\n\n",
        "summary": f"## Summary\n\n{english(rng, rng.randint(40, 80))}\n\n",
        "methods": f"## Methods\n\n{english(rng, rng.randint(30, 60))}\n\n",
        "detail": f"### {english(rng, 3)[:-1]}\n\n{english(rng, 20)}\n\n",
        "results": f"## Results\n\n{english(rng, rng.randint(60, 90))}\n\n",
        "references": f"## References\n\n- {english(rng, 5)}\n- {english(rng, 6)}\n\n",
        "footer": "Published by the harbour office\n",
    }


def page_html(rng: random.Random) -> dict[str, str]:
    """A page in HTML with meta elements and JSON-LD, by its parts."""
    published = day(rng)
    return {
        "head": "<!doctype html><html lang=en><head><meta charset=utf-8>\n"
        "<meta name=viewport content='width=device-width'>\n",
        "title": f"<title>{english(rng, 4)[:-1]}</title>\n",
        "author": f"<meta name=author content='{rng.choice(['Ada Byron', 'Mary Ross'])}'>\n",
        "description": f"<meta name=description content='{english(rng, 9)}'>\n",
        "date": f"<meta property='article:published_time' content='{published}T10:00:00Z'>\n",
        "canonical": f"<meta name=origin content='https://example.org/{rng.randint(1, 999)}'>\n",
        "jsonld": '<script type="application/ld+json">{"@type": "Article", "headline": "x", '
        f'"datePublished": "{published}"}}</script>\n',
        "body": f"</head><body>\n<h1>{english(rng, 4)[:-1]}</h1>\n<p>{english(rng, 60)}</p>\n",
        "summary": f"<h2>Summary</h2>\n<p>{english(rng, rng.randint(40, 80))}</p>\n",
        "costs": f"<h2>Costs</h2>\n<p>{english(rng, rng.randint(40, 80))}</p>\n",
        "end": "</body></html>\n",
    }


FAMILIES: dict[str, tuple[Callable[[random.Random], dict[str, str]], str]] = {
    "news_zh": (news_zh, ".txt"),
    "report_md": (report_md, ".md"),
    "page_html": (page_html, ".html"),
}


def write_family(name: str, folder: Path, count: int, seed: int = 1) -> None:
    """Write so many good documents of a family."""
    make, suffix = FAMILIES[name]
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        parts = make(random.Random(f"{name}-{seed}-{number}"))
        text = "".join(parts.values())
        (folder / f"{number:03}{suffix}").write_text(text, encoding="utf-8")


def another(name: str, seed: int = 2) -> dict[str, str]:
    """The parts of one more document."""
    return FAMILIES[name][0](random.Random(f"{name}-{seed}"))
