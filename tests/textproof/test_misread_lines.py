"""What of a line was UTF-8 that was read with the wrong encoding, and how sure that is."""

import pytest

from textproof.misread_lines import Lines

GERMAN = "Für Größe und Übermut zählen Äpfel, schöne Bäume, große Füße und süße Öle."
RUSSIAN = "Утром мы перешли через мост, и мельник поздоровался с нами."
CHINESE = "你好，世界！"


def found_in(text, *, alike):
    """What is found in the lines of a text, each asked after those before it."""
    lines = Lines(text)
    found, start = [], 0
    for line in text.split("\n"):
        found += lines.misread_in(start, start + len(line), alike=alike)
        start += len(line) + 1
    return found


@pytest.mark.parametrize(
    ("clean", "codec"),
    [(GERMAN, "cp1252"), (RUSSIAN, "latin-1"), (RUSSIAN, "koi8-r"), (CHINESE, "gbk")],
)
def test_lines_are_read_as_those_before(clean, codec):
    """What is found is the same where the lines before tell it and where each line does."""
    text = "\n".join([clean.encode().decode(codec)] * 30)
    told, asked = found_in(text, alike=True), found_in(text, alike=False)
    assert [w[:4] for w in told] == [w[:4] for w in asked]
    assert len(told) >= 30


def test_a_line_unlike_those_before_is_asked_by_itself():
    """Clean words among damage stay, and so does what another encoding damaged."""
    damaged = GERMAN.encode().decode("cp1252")
    lines = [*[damaged] * 8, "« déjà », CAFÉ®, KÖLN", RUSSIAN.encode().decode("koi8-r")]
    found = found_in("\n".join(lines), alike=True)
    start = len("\n".join(lines[:8]))
    after = [w for w in found if w.start > start]
    assert {w.chain for w in after} == {(("utf-8", "koi8-r"),)}
    assert all(w.start > start + len(lines[8]) for w in after)
