"""Values of metadata are prose too: damage in them is found once, in its place, and repaired."""

import json

import pytest

from textproof import check_text, fix_text
from textproof.config import Config
from textproof.decoding import Decoded
from textproof.document import Document
from textproof.fixing import fix_decoded

META = '<meta name="description" content="{}">'
OPEN_GRAPH = "<meta property='og:title' content='{}'>"
CARD = '<meta name="twitter:description" content="{}">'
DAMAGED = [
    ("a description", META, "Le cafÃ© du port est ouvert", "wrong-decode", "Ã©"),
    ("OpenGraph", OPEN_GRAPH, "caf\ufffd du port", "replacement-character", "\ufffd"),
    ("entities", META, "Le caf&Atilde;&copy; du port", "wrong-decode", "&Atilde;&copy;"),
    ("glosses", META, "開展統戰(zhàn)工作，發(fā)展企業(yè)", "pinyin-gloss", "(zhàn)"),
    ("letters", '<meta name="author" content="{}">', "Иванов, мocт", "homoglyph", "мocт"),
    ("a leak", CARD, "l&amp;eacute;glise du village", "entity-leak", "&amp;eacute;"),
    ("a control", CARD, "Don\x92t miss the caf\xe9", "control-residue", "\x92"),
]  # fmt: skip
JSON_LD = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("where", "tag", "value", "rule", "text"), DAMAGED, ids=lambda v: str(v)[:12]
)
def test_damage_in_a_value_is_found_in_its_place(where, tag, value, rule, text):
    """The rule that finds it in prose finds it in an attribute, at the characters of the source."""
    page = f"<html><head>{tag.format(value)}</head><body><p>Text.</p></body></html>"
    found = [f for f in check_text(page, format="html").findings if f.rule == rule]
    assert found
    assert found[0].text == text
    assert page[found[0].start : found[0].end] == text


@pytest.mark.parametrize("ascii_only", [True, False])
def test_damage_in_json_ld_is_found_behind_its_escapes(ascii_only):
    """A headline with mojibake, as such and as `\\u` escapes."""
    item = {"@type": "Article", "headline": "Le cafÃ© du port", "datePublished": "2022-09-17"}
    page = JSON_LD.format(json.dumps(item, ensure_ascii=ascii_only))
    (finding,) = check_text(page, format="html").findings
    assert finding.rule == "wrong-decode"
    assert finding.text == (r"\u00c3\u00a9" if ascii_only else "Ã©")


def test_damage_in_front_matter_is_found_behind_its_escapes():
    """Strings in double quotes decode their escapes, others have none."""
    text = '---\ntitle: "Le caf\\u00c3\\u00a9 du port"\nauthor: RenÃ©e\n---\n\nText.\n'
    found = check_text(text, path="a.md").findings
    assert [(f.rule, f.line, f.text) for f in found] == [
        ("wrong-decode", 2, r"\u00c3\u00a9"),
        ("wrong-decode", 3, "Ã©"),
    ]


@pytest.mark.parametrize("value", [r'"caf\u00e9 du port"', r'"\u4e2d\u6587"', r'"caf\xe9"'])
def test_escapes_in_double_quotes_of_front_matter_are_no_leak(value):
    """YAML decodes them."""
    assert not check_text(f"---\ntitle: {value}\n---\nText.\n", path="a.md").findings


@pytest.mark.parametrize("value", [r"caf\u00e9 du port", r"'caf\u00e9 du port'"])
def test_escapes_that_yaml_does_not_decode_are_leaks(value):
    """Without double quotes they are what they look like."""
    found = check_text(f"---\ntitle: {value}\n---\nText.\n", path="a.md").findings
    assert [f.rule for f in found] == ["escape-leak"]


def test_a_damaged_value_is_one_finding_and_its_prose_another():
    """A description and a paragraph are damaged in two places; the title stands in the prose."""
    page = (
        "<title>RenÃ©e</title><meta name='description' content='Un cafÃ© noir'><p>Le thÃ© vert</p>"
    )
    found = check_text(page, format="html").findings
    assert [(f.rule, f.text) for f in found] == [("wrong-decode", "Ã©")] * 3
    assert [page[f.start - 2 : f.start] for f in found] == ["en", "af", "th"]


def test_values_for_machines_are_left_out():
    """Addresses, dates, settings and plain words in ASCII add nothing to the prose."""
    page = (
        "<meta property='og:url' content='https://example.org/?a=%C3%A9'>"
        "<meta name='viewport' content='width=device-width, initial-scale=1'>"
        "<meta name='date' content='2022-09-17T10:00:00+02:00'>"
        "<meta name='description' content='Plain words in ASCII.'><p>Text.</p>"
    )
    document = Document(Decoded(page, "utf-8"), format="html")
    assert document.with_metadata is document


def test_values_do_not_reach_the_rules_of_sections():
    """The prose itself stays what a reader reads; only the damage rules' view has more."""
    page = "<meta name='description' content='Größe'><h1>x</h1><p>Text.</p>"
    document = Document(Decoded(page, "utf-8"), format="html")
    assert "Größe" not in document.prose.text
    assert "Größe" in document.with_metadata.prose.text


CLEAN = [
    META.format("Größe &amp; Maß: «hier», l’été") + "<p>Größe und Maß.</p>",
    META.format("統戰工作，發展企業。") + "<p>發展企業。</p>",
    JSON_LD.format('{"@type": "WebPage", "name": "Gr\\u00f6\\u00dfe \\"x\\""}'),
    META.format("What is Ã©?") + "<p>This mojibake comes of a wrong encoding.</p>",
    META.format("戰(zhàn)") + "<p>戰(zhàn)是一個字，讀作 zhàn，鄉(xiāng)也是。戰、鄉。</p>",
    "<p data-x='cafÃ©'>Text.</p><script>var x = 'cafÃ©';</script><!-- cafÃ© -->",
]


@pytest.mark.parametrize("page", CLEAN)
def test_clean_values_stay_silent(page):
    """Letters, quotes, glosses of an author, and texts about encodings."""
    assert not [f for f in check_text(page, format="html").findings if f.validator != "metadata"]


def fixed(page):
    text, _ = fix_decoded(Decoded(page, "utf-8"), path="a.html", unsafe=True, config=Config())
    return text.text


def test_a_repair_is_written_as_its_place_demands():
    """A quote in an attribute is `&quot;`, in JSON-LD it is escaped; the page stays valid."""
    page = META.format("Die Gr&Atilde;&para;&Atilde;&#376;e z&Atilde;&curren;hlt") + "<p>Text.</p>"
    assert fixed(page) == META.format("Die Größe zählt") + "<p>Text.</p>"
    quoted = META.format("l&amp;eacute;glise &amp;quot;neuve&amp;quot;")
    assert fixed(quoted) == META.format("léglise &quot;neuve&quot;")
    item = '{"@type": "WebPage", "name": "l&eacute;glise &quot;neuve&quot;"}'
    script = fixed(JSON_LD.format(item))
    assert script == JSON_LD.format('{"@type": "WebPage", "name": "léglise \\"neuve\\""}')
    assert json.loads(script[len(JSON_LD) - len("{}</script>") : -len("</script>")])


def test_a_clean_page_stays_as_it_is():
    """A fix leaves it byte for byte."""
    page = "<meta name='description' content='Größe &amp; Maß'><p>Größe.</p>"
    assert fixed(page) == page
    assert fix_text("Größe").text == "Größe"
