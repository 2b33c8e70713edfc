"""ftfy's test cases: damage is found, and repaired as well as by ftfy; nothing else is said."""

import ftfy
import pytest
from case import Case
from damaged import is_wrong
from ftfy_cases import is_as_good, read_cases
from peers import findings_in, repaired

from textproof import Severity

CASES = read_cases()
DAMAGED = [case for case in CASES if case.is_damaged]
CLEAN = [case for case in CASES if not case.is_damaged]

NOT_REPAIRED = {
    "Messy language names: Russian": "two bytes lost, and a no-break space became a space",
    "Latin-1 / Windows-1252 mixup of the replacement character": "U+FFFD is no repair",
    "For goodness' sake. We can come close to fixing this, but fail in the last step": (
        "two layers with lost bytes"
    ),
    "We can mostly decode the face above when we lose the character U+009D": (
        "two layers with lost bytes"
    ),
    "A complex, lossy pile-up of mojibake in Portuguese": "emoji with lost bytes",
    "Synthetic: curly quotes with mismatched encoding glitches in Latin-1": "two kinds of damage",
}
ALARMS = {
    "An absolutely hopeless garble": "it is damage, but of no kind that can be told",
    "Sort of negative: this inconsistent mojibake could be Latin-1 or MacRoman, and it was meant to"
    " be Latin-1, but it's safest to not decode it as either": "it is damage in truth",
}
WRONG = {}


def cases(every, failures):
    """The cases as parameters; a known failure, named by its label, has its reason."""
    assert failures.keys() <= {case.label for case in every}
    return pytest.mark.parametrize(
        "case",
        [
            pytest.param(
                case,
                id=case.label,
                marks=[pytest.mark.xfail(strict=True, reason=failures[case.label])]
                if case.label in failures
                else [],
            )
            for case in every
        ],
    )


def test_there_are_as_many_as_were_counted():
    """112 texts were damaged, 48 were not."""
    assert (len(DAMAGED), len(CLEAN)) == (112, 48)


@cases(DAMAGED, {})
def test_damage_is_found(case):
    """Each text that was read wrongly has a warning or an error of a mojibake rule."""
    assert any(f.severity >= Severity.WARNING for f in findings_in(case.text, "mojibake"))


@cases(DAMAGED, NOT_REPAIRED)
def test_damage_is_repaired_as_well_as_by_ftfy(case):
    """All repairs together give the text of ftfy's file, or none worse than ftfy's own."""
    text = repaired(case.text, unsafe=True, asked="mojibake")
    assert is_as_good(text, case, ftfy.fix_encoding(case.text))


@cases(CLEAN, ALARMS)
def test_what_is_no_damage_is_left_alone(case):
    """The mojibake rules say no more than an info of a text that ftfy leaves as it is."""
    assert [f for f in findings_in(case.text, "mojibake") if f.severity > Severity.INFO] == []


@cases(CASES, WRONG)
def test_a_safe_repair_is_right(case):
    """What safe repairs put into a text is what ftfy's file has there."""
    text = repaired(case.text, unsafe=False, asked="mojibake")
    meant = case.wanted[0] if case.is_damaged else case.text
    assert not is_wrong(text, Case("", "", "", meant, case.text))
