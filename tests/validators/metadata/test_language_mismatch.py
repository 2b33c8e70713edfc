"""Declared languages that the text is not in."""

import pytest
from cases import check_case, rule_cases

from textproof import check_text


@rule_cases(__file__)
def test_language_mismatch(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "language-mismatch")


def test_the_header_of_a_catalogue_is_held_against_its_translations():
    """The messages are in English on purpose; a template has no language."""
    pytest.importorskip("textproof.formats.po", reason="catalogues are plain text here")
    header = (
        'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    )
    entry = 'msgid "The settings of the program have been written to the file"\nmsgstr "{}"\n\n'
    german = (
        "Die Einstellungen des Programms sind in die Datei geschrieben worden, und wenn das nicht "
        "geht, wird der Benutzer gefragt, ob er es noch einmal mit einer anderen versuchen will."
    )
    for language, found in (("de", []), ("fr", ["language-mismatch"])):
        text = header.format(language) + entry.format(german) * 12
        rules = [finding.rule for finding in check_text(text, path="a.po").findings]
        assert rules == found
