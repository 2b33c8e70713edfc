"""Repairs: safe ones, likely ones, and what must stay as it is."""

import pytest

from textproof import Safety, check_bytes, check_text, fix_text
from textproof.decoding import decode
from textproof.finding import Repair
from textproof.fixing import apply, encoded, fix_decoded


def fixed_bytes(data, *, path=None, unsafe=False):
    """The bytes that are written for a document, and the rules of what was repaired."""
    fixed, _ = fix_decoded(decode(data, path), path=path, unsafe=unsafe, config=None)
    return encoded(fixed.text, fixed.encoding), [finding.rule for finding in fixed.applied]


def test_safe_repairs_are_made():
    """And only those: a likely one waits for `unsafe`."""
    text = "企業(yè)、產業(yè)、學(xué)校。《文化?人生》"
    assert fix_text(text).text == "企業、產業、學校。《文化?人生》"
    assert fix_text(text, unsafe=True).text == "企業、產業、學校。《文化·人生》"


def test_the_result_says_what_was_done_and_what_remains():
    """Findings whose repair was made, and those still in the text."""
    fixed = fix_text("企業(yè)、產業(yè)、學(xué)校。《文化?人生》")
    assert [finding.rule for finding in fixed.applied] == ["pinyin-gloss"] * 3
    assert [finding.rule for finding in fixed.remaining] == ["lost-character"]


def test_a_repair_of_the_whole_document_goes_to_every_place():
    """Each folded comma is repaired, and the one between digits is not."""
    fixed = fix_text("黨的,會議,通過,各地,1,000人、參加。“好”、", unsafe=True)
    assert fixed.text == "黨的，會議，通過，各地,1,000人、參加。“好”、"
    assert [finding.detail["count"] for finding in fixed.applied] == [3]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay(end):
    """Whatever ends the lines ends them afterwards."""
    text = end.join(["企業(yè)", "產業(yè)", "學(xué)校", ""])
    assert fix_text(text).text == end.join(["企業", "產業", "學校", ""])


def test_of_overlapping_repairs_the_first_is_made():
    """The second waits for the next round and does no damage."""
    first, second = check_text("企業(yè)、產業(yè)、學(xué)校").findings[:2]
    wide = first._replace(start=0, end=13, repair=Repair("甲", Safety.SAFE))
    text, repaired = apply("企業(yè)、產業(yè)、學(xué)校", (wide, second))
    assert text == "甲、學(xué)校"
    assert repaired == [wide]


def test_suppressed_findings_are_not_repaired():
    """What the author means stays."""
    text = "企業(yè)、產業(yè)、學(xué)校 <!-- textproof: ignore[pinyin-gloss] a sample -->"
    assert fix_text(text).text == text


RUSSIAN_PAGE = (
    '<!DOCTYPE html>\r\n<html><head>\r\n<meta charset="windows-1251">\r\n</head><body>\r\n'
    "<p>Утром мы перешли через мост, и мельник поздоровался с нами с берега.</p>\r\n"
    "</body></html>\r\n"
)


def test_a_legacy_page_is_rewritten_as_utf8():
    """Its line ends stay, and its declaration says what it is now."""
    data, rules = fixed_bytes(RUSSIAN_PAGE.encode("cp1251"), path="a.html")
    assert data == RUSSIAN_PAGE.replace("windows-1251", "utf-8").encode()
    assert rules == ["not-utf8"]


def test_a_page_that_was_rewritten_is_clean():
    """A second run changes nothing, and a check finds nothing."""
    once, _ = fixed_bytes(RUSSIAN_PAGE.encode("cp1251"), path="a.html")
    assert fixed_bytes(once, path="a.html") == (once, [])
    assert check_bytes(once, path="a.html").findings == ()


@pytest.mark.parametrize(
    ("path", "before", "encoding", "after"),
    [
        ("a.xml", '<?xml version="1.0" encoding="KOI8-R"?>\n<a>{}</a>\n', "koi8-r", "utf-8"),
        ("a.txt", "-*- coding: cp1251 -*-\n{}\n", "cp1251", "utf-8"),
        ("a.md", "---\ntitle: x\nencoding: windows-1251\n---\n\n{}\n", "cp1251", "utf-8"),
        (
            "a.po",
            'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=windows-1251\\n"\n\n'
            'msgid "a"\nmsgstr "{}"\n',
            "cp1251",
            "utf-8",
        ),
    ],
)
def test_every_declaration_is_set_right(path, before, encoding, after):
    """XML, coding lines, front matter and catalogues say UTF-8 once the document is that."""
    text = before.format("Утром мы перешли через мост, и мельник поздоровался с нами.")
    data, _ = fixed_bytes(text.encode(encoding), path=path)
    labels = {"KOI8-R", "cp1251", "windows-1251"}
    for label in labels:
        text = text.replace(label, after)
    assert data == text.encode()


def test_a_legacy_document_without_a_declaration_only_changes_its_bytes():
    """What it says stays, lone CR and all."""
    text = "Утром мы перешли через мост,\rи мельник поздоровался\rс нами с берега.\r"
    assert fixed_bytes(text.encode("koi8-r")) == (text.encode(), ["not-utf8"])


@pytest.mark.parametrize("unsafe", [False, True])
def test_a_text_that_is_no_text_is_not_rewritten(unsafe):
    """Binary data has no bytes to write."""
    data = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0"
    assert fixed_bytes(data, unsafe=unsafe) == (None, [])


def test_an_uncertain_encoding_waits_for_unsafe():
    """Two letters could be of many encodings: no safe repair touches them."""
    data = b"\xe4\xf6\n"
    assert not decode(data).sure
    assert fixed_bytes(data) == (data, [])


def test_damage_keeps_its_bytes_until_it_is_repaired():
    """A stray byte stays as it is, and becomes an apostrophe where that is asked for."""
    data = "Für Müller: It".encode() + b"\x92" + b"s fine\r\n"
    assert fixed_bytes(data) == (data, [])
    assert fixed_bytes(data, unsafe=True)[0] == "Für Müller: It’s fine\r\n".encode()


def test_surrogates_are_repaired_safely():
    """A pair of surrogates has one meaning only."""
    data = "Привет ".encode() + b"\xed\xa0\xbd\xed\xb8\x80\n"
    assert fixed_bytes(data) == ("Привет 😀\n".encode(), ["invalid-bytes"])


def test_a_wrong_declaration_is_set_right():
    """Bytes that are UTF-8 and cannot be what the page says are proof enough."""
    page = '<!DOCTYPE html><meta charset="{}"><p>Größe und Maß der Brücke</p>'
    data = page.format("shift_jis").encode()
    with pytest.raises(UnicodeDecodeError):
        data.decode("shift_jis")
    assert fixed_bytes(data, path="a.html")[0] == page.format("utf-8").encode()


def test_utf16_with_its_mark_is_rewritten_on_demand_only():
    """It is what it says, so that only `unsafe` makes UTF-8 of it, without the mark."""
    data = "Größe\r\nüber\r\n".encode("utf-16")
    assert fixed_bytes(data) == (data, [])
    assert fixed_bytes(data, unsafe=True)[0] == "Größe\r\nüber\r\n".encode()


def test_utf16_that_breaks_off_is_rewritten():
    """Its whole characters are kept, and so is the byte of the last one."""
    data = "Größe über".encode("utf-16")[:-1]
    assert fixed_bytes(data, unsafe=True)[0].startswith("Größe übe".encode())


def test_repairs_that_make_new_findings_are_refused(monkeypatch):
    """Where the repaired text has more findings of a rule than before, the text stays."""
    text = "企業(yè)的發(fā)展戰(zhàn)略"
    worse = "\u202e企業" * 2
    monkeypatch.setattr("textproof.fixing.apply", lambda _, wanted: (worse, list(wanted)))
    fixed = fix_text(text)
    assert (fixed.text, fixed.applied) == (text, ())
    assert [finding.rule for finding in fixed.remaining] == ["pinyin-gloss"] * 3
    assert {finding.rule for finding in fixed.refused} == {"bidi-control"}
