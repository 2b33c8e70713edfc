"""Escapes that leaked into prose, and those that are meant."""

import pytest
from cases import check_case, rule_cases

from textproof import Safety, check_text, fix_text


@rule_cases(__file__)
def test_escape_leak(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "escape-leak")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r'\"Ol\u00e1\", disse.\nOl\u00e1, mundo.', '"Olá", disse.\nOlá, mundo.'),
        (r'Ol\\u00e1,\\n\\\"mundo\\\".', 'Olá,\n"mundo".'),
        ("veuillez+envoyer+un+message+%C3%A0", "veuillez envoyer un message à"),
        ("Le caf=C3=A9 =3D bon, et le th=C3=\n=A9 aus=\nsi.", "Le café = bon, et le thé aussi."),
        ("Na+AO8-ve +- caf+AOk", "Naïve + café"),
        ("Voil%C3%A0%2C+c%27est+fini.%0A", "Voilà, c'est fini.\n"),
    ],
)  # fmt: skip
def test_a_whole_text_is_repaired_with_what_else_its_writer_escaped(written, meant):
    """Line ends, quotes, `=`, `+` and soft line breaks are undone with the letters."""
    assert fix_text(written, unsafe=True).text == meant


def test_a_repair_is_safe_where_many_words_are_escaped():
    """Five damaged words in a text that speaks of nothing of the kind are proof; one is none."""
    text = r"Der gr\u00fcne B\u00e4r h\u00f6rt \u00fcber die L\u00f6wen."
    findings = check_text(text).findings
    assert [f.repair.safety for f in findings] == [Safety.SAFE] * 5
    assert fix_text(text).text == "Der grüne Bär hört über die Löwen."
    assert check_text(r"Der gr\u00fcne Wald.").findings[0].repair.safety is Safety.UNSAFE


def test_a_safe_fix_leaves_an_article_about_escapes_as_it_is():
    """However many examples it has."""
    text = r"Python escapes: gr\u00fcn, B\u00e4r, h\u00f6rt, f\u00fcr, L\u00f6we, t\u00fcr."
    assert fix_text(text).text == text
