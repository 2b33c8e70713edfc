"""The text report: what a person reads in a terminal."""

import re
from itertools import pairwise

import pytest
from wcwidth import wcswidth

from textproof import Config, check_bytes, check_text
from textproof.reports import Presentation
from textproof.reports._display import visible
from textproof.reports.text import render
from textproof.results import Run, Skipped


def report(*results, skipped=(), **presentation):
    run = Run(results, rules=Config().rules, skipped=skipped)
    return render(run, Presentation(**presentation))


def files(**counts):
    """So many skipped files of some kinds."""
    return tuple(
        Skipped("a.txt", kind.replace("_", " ")) for kind in counts for _ in range(counts[kind])
    )


def marked(text):
    """The part of each excerpt that stands above the marks, by display columns."""
    lines = text.splitlines()
    for line, marks in pairwise(lines):
        if re.fullmatch(r" +│ +\^+|      │ \^+", marks):
            start, end = marks.index("^"), len(marks)
            columns, found = 0, ""
            for char in line:
                if start <= columns < end:
                    found += char
                columns += max(wcswidth(char), 0)
            yield found


@pytest.mark.parametrize(
    ("text", "damage"),
    [
        ("企業(yè)、產業(yè)、學(xué)校", ["(yè)", "(yè)", "(xué)"]),
        ("表示は正しい\ufeff。", ["⟨U+FEFF⟩"]),
        ("m\u0302om\u0302 \x93quoted\x94", ["⟨U+0093⟩", "⟨U+0094⟩"]),
        ("😀😀 Ã©tÃ©", ["Ã©tÃ©"]),
        ("هذا نصٌّ \ufffd عربيّ", ["�"]),
        ("שָׁלוֹם\u202eעולם", ["⟨U+202E⟩"]),
        ("หนังสือ\ufeffภาษาไทย", ["⟨U+FEFF⟩"]),
    ],
    ids=["wide", "invisible", "combining", "emoji", "arabic", "hebrew", "thai"],
)
def test_the_marks_stand_under_the_damage(text, damage):
    """At display width, under wide, combining and invisible characters."""
    assert list(marked(report(check_text(text), every=True))) == damage


def test_bytes_that_do_not_decode_are_shown_as_bytes():
    """A byte kept as a surrogate is shown in hexadecimal."""
    text = report(check_bytes(b"caf\xc3\xa9 don\x92t na\xc3\xafve"))
    assert "don⟨92⟩t" in text
    text.encode("utf-8")


def test_no_line_is_wider_than_the_terminal():
    """Excerpts are cut to the columns that there are."""
    long = "統計資料顯示，" * 30 + "企業(yè)、產業(yè)、學(xué)校" + "這是一段很長的文字。" * 30
    for line in report(check_text(long), every=True).splitlines():
        if "│" in line:
            assert wcswidth(line) <= 80


def test_what_is_not_shown_is_counted_within_the_terminal():
    """However many rules have more findings than are shown."""
    found = check_text("企業(yè)").findings[0]
    names = ["pinyin-gloss", "wrong-decode", "han-conversion", "replacement-character"]
    many = tuple(found._replace(rule=name) for name in names for _ in range(100))
    text = report(check_text("企業(yè)")._replace(findings=many))
    told = text[text.index("  … and 97 × pinyin-gloss") :].partition("\n\n")[0]
    assert told.endswith("(--all shows them)")
    assert all(len(line) <= 80 for line in told.splitlines())


def test_many_findings_of_a_rule_do_not_drown_the_others():
    """Of each rule the first three are shown, the others counted, and all on demand."""
    result = check_text("企業(yè)、產業(yè)、學(xué)校、學(xué)生、開(kāi)始。\ufeff")
    short, full = report(result), report(result, every=True)
    assert short.count("pinyin gloss") == 3
    assert "2 × pinyin-gloss" in short
    assert "byte order mark" in short
    assert full.count("pinyin gloss") == 5


def test_the_end_counts_and_names_the_next_command():
    """Documents, findings and repairs are counted, with the command that makes them."""
    results = (check_text("fine"), check_text("企業(yè)、產業(yè)、學(xué)校", path="a.txt"))
    lines = report(*results, paths=("docs",)).splitlines()
    assert "2 documents: 1 passed, 1 failed" in lines
    assert "3 findings: 3 errors" in lines
    assert "3 safe repairs: textproof fix docs" in lines


def test_a_clean_run_is_one_line():
    """Nothing is said about documents that are clean."""
    assert report(check_text("fine")) == "1 document: 1 passed\n"


@pytest.mark.parametrize(
    ("skipped", "said"),
    [
        (files(a_PNG_image=1), "1 file skipped: PNG image"),
        (files(binary_data=1200), "1,200 files skipped: binary data"),
        (
            files(binary_data=1, a_PNG_image=2, an_xz_archive=1),
            "4 files skipped: 2 × PNG image, 1 × binary data, 1 × xz archive",
        ),
        (
            files(a_font=9, a_program=4, a_PNG_image=3, binary_data=2, an_xz_archive=1),
            "19 files skipped: 9 × font, 4 × program, 3 × PNG image, 3 × other",
        ),
    ],
    ids=["one", "one kind", "kinds", "many kinds"],
)
def test_skipped_files_are_counted_with_their_kinds(skipped, said):
    """Behind the documents, the most frequent kinds first, however few documents there are."""
    assert report(check_text("fine"), skipped=skipped) == f"1 document: 1 passed; {said}\n"
    assert report(skipped=skipped) == f"0 documents: nothing to check; {said}\n"


def test_colour_only_on_demand():
    """Without colour there is no escape sequence, whatever the documents hold."""
    result = check_text("\x1b[31mred\x1b[0m Ã©tÃ©", path="\x1b[31m.txt")
    assert "\x1b" not in report(result)
    assert "\x1b[31m" in report(result, color=True)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb", "a b"),
        ("\u202eabc", "⟨U+202E⟩abc"),
        ("👩\u200d🔬", "👩\u200d🔬"),
        ("\ue000", "⟨U+E000⟩"),
        ("line\nend", "line⏎end"),
    ],
)
def test_what_cannot_be_seen_is_made_visible(text, shown):
    """Controls, private use and line ends get a visible form; joined emoji stay."""
    assert visible(text) == shown
