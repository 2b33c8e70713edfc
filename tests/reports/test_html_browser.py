"""The HTML report in a real browser: Debian's Chromium, offline."""

import os
import shutil
from pathlib import Path

import pytest

from textproof import Config, check_text
from textproof.comparison import Past, compare
from textproof.reports import Presentation, html
from textproof.results import Run

CHROMIUM = shutil.which("chromium")
if "CI" not in os.environ:
    pytest.importorskip("playwright", reason="wants the extra `browser`")
    pytest.importorskip("axe_playwright_python", reason="wants the extra `browser`")
    if not CHROMIUM:
        pytest.skip("wants Chromium (apt-get install chromium)", allow_module_level=True)

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
TEXTS = {
    "zh/gloss.md": "企業(yè)的發(fā)展戰(zhàn)略。\n社區(qū)學(xué)校開(kāi)課。\n" * 8,
    "es/library.txt": "La biblioteca abre de lunes a sÃ¡bado. Los niÃ±os pueden leer.\n",
    "ar/news.txt": "هذا نص \ufffd عربي سليم في معظمه.\n",
    "en/<b>&good.txt": "Good text.\n",
    "x.txt": "sÃ¡bado <script>window.attacked = 1</script> <img src=x onerror=attacked=1>\n",
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The page in each language, beside an earlier run."""
    results = tuple(check_text(text, path=path) for path, text in TEXTS.items())
    rules = Config().rules
    past = compare([Past("old", 5, 3, ())], results, [rule.name for rule in rules])
    run = Run(results, rules=rules, comparison=past)
    folder = tmp_path_factory.mktemp("pages")
    for language in ("en", "zh"):
        page = html.render(run, Presentation(paths=("docs",), language=language))
        (folder / f"{language}.html").write_text(page, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def playwright():
    with sync_playwright() as started:
        yield started


@pytest.fixture
def opened(playwright, pages, tmp_path):
    """Opens a page; at the end nothing may have been said on the console."""
    contexts, said = [], []

    def open_page(language="en", anchor="", **options):
        context = playwright.chromium.launch_persistent_context(
            tmp_path / f"profile{len(contexts)}",
            executable_path=CHROMIUM,
            args=ARGUMENTS,
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto((Path(pages) / f"{language}.html").as_uri() + anchor)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert said == []


def visible_rows(page):
    return page.locator("#table tbody tr:visible th").all_inner_texts()


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_a_page_is_accessible(opened, language, scheme, width):
    """axe has nothing to say, in every language, in light and dark, wide and narrow; no line is
    wider than the window."""
    page = opened(language, color_scheme=scheme, viewport={"width": width, "height": 900})
    for folded in page.locator("summary").all():
        folded.click()
    page.locator(".finding .place").first.focus()
    found = Axe().run(page)
    assert [(each["id"], each["nodes"][0]["html"]) for each in found.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_documents_are_filtered(opened):
    """By words, verdict and rule; the count is said, and one button shows all again."""
    page = opened()
    assert len(visible_rows(page)) == 5
    page.fill("#search", "library")
    assert visible_rows(page) == ["es/library.txt"]
    assert page.inner_text("#shown") == "1 of 5 documents."
    assert page.locator("article.document:visible h3 bdi").all_inner_texts() == ["es/library.txt"]
    page.click("#reset")
    page.select_option("#rule", "pinyin-gloss")
    assert visible_rows(page) == ["zh/gloss.md"]
    page.click("#reset")
    page.select_option("#verdicts", "pass")
    assert "en/<b>&good.txt" in visible_rows(page)
    page.click("#reset")
    page.check("#new")
    assert "en/<b>&good.txt" not in visible_rows(page)


def test_documents_are_sorted_with_the_keyboard_alone(opened):
    """A heading of the table is a button; the order is told to a screen reader."""
    page = opened()
    page.locator("th button", has_text="Document").focus()
    page.keyboard.press("Enter")
    assert visible_rows(page) == sorted(TEXTS, key=str.lower)
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "ascending"
    page.keyboard.press("Space")
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"


def test_the_keyboard_reaches_the_documents_first(opened):
    """The first stop of the tabulator skips to them."""
    page = opened()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**#documents", timeout=5_000)


def test_a_link_opens_its_finding(opened, pages):
    """Even where it is folded, and where a filter hides it."""
    page = opened()
    folded = page.locator("details .finding").last.get_attribute("id")
    linked = opened("en", f"#{folded}")
    assert linked.locator(f"#{folded}").is_visible()
    page.fill("#search", "library")
    page.evaluate("id => { location.hash = id }", folded)
    page.locator(f"#{folded}").wait_for(state="visible")
    assert page.input_value("#search") == ""


def test_a_command_and_a_link_are_copied(opened):
    """Their buttons say what they do, and that it is done."""
    page = opened(permissions=["clipboard-read", "clipboard-write"])
    page.locator(".command + .copy").first.click()
    page.get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "textproof fix docs"
    place = page.locator(".finding .place").first
    place.focus()
    page.get_by_role("button", name="Copy the link").first.click()
    page.wait_for_timeout(50)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(place.get_attribute("href"))


def test_a_page_is_read_without_javascript(opened):
    """All but the filters is there."""
    page = opened(java_script_enabled=False)
    assert len(visible_rows(page)) == 5
    assert page.locator(".finding").count() > 40
    assert not page.locator(".filters").is_visible()


def test_a_hostile_document_does_nothing(opened):
    """Its script is text."""
    page = opened()
    assert page.evaluate("window.attacked === undefined")
    assert page.locator("article.document img").count() == 0


def test_text_from_right_to_left_is_shown_so(opened):
    """The line of an Arabic document has its own direction."""
    page = opened()
    line = page.locator("article.document", has_text="ar/news.txt").locator(".found .text").first
    assert line.evaluate("line => getComputedStyle(line).direction") == "rtl"


def test_print_leaves_out_what_is_for_the_screen(opened):
    """Filters and buttons are not on paper."""
    page = opened()
    page.emulate_media(media="print")
    assert not page.locator(".filters").is_visible()
    assert page.locator(".copy:visible").count() == 0
