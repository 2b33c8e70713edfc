"""Characters of UTF-8 that were read wrongly and cut: a byte is U+FFFD, `?`, a space or a quote."""

import pytest

from textproof.misread_lossy import lossy_segments


@pytest.mark.parametrize(
    ("text", "codec", "start", "end", "meant"),
    [
        ("SlovenÄ\ufffdina", "cp1252", 6, 8, "č"),  # C4 8D
        ("from â€œbbâ€?", "cp1252", 10, 13, "”"),  # E2 80 9D
        ("voilÃ  le jour", "cp1252", 4, 6, "à"),  # C3 A0, of which A0 is a space
    ],
)
def test_what_was_cut(text, codec, start, end, meant):
    """What may have stood there is tried, and taken where it is likelier by far than all else."""
    found = [(s.start, s.end, s.meant.rstrip(" ")) for s in lossy_segments(text, codec)]
    assert found == [(start, end, meant)]


@pytest.mark.parametrize(
    "text",
    [
        "Was macht Zoé? Nichts.",
        "Où est-ce ? Là ?",
        "Elle a dit « oui ? »",
        "Á ?",
        "Kdo je to? Já.",
        "Qu'est-ce que c'est ? À Paris.",
        "Ã? What is this",
    ],
)
def test_questions_are_no_cut_characters(text):
    """A question mark behind an accented letter asks."""
    assert list(lossy_segments(text, "cp1252")) == []


def test_a_lost_byte_is_never_invented():
    """Where several characters are as likely, U+FFFD stays the sign of the loss."""
    for segment in lossy_segments("dâ€\ufffd autres", "cp1252"):
        assert segment.meant in "”\ufffd"
