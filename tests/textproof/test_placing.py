"""From a defect to a finding: places, bytes and fingerprints."""

import pytest

from textproof import check_bytes, check_text
from textproof.decoding import Decoded
from textproof.document import Document


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("", 0, (1, 1)),
        ("ab", 2, (1, 3)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 2, (1, 3)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb", 2, (2, 1)),
        ("a\u2028b\x0bc\x85d", 6, (1, 7)),
        ("😀😀x", 2, (1, 3)),
        ("\n\n", 2, (3, 1)),
    ],
)
def test_places_count_code_points_and_line_ends(text, offset, place):
    """Lines end in LF, CR LF or CR and nothing else; an astral character is one column."""
    assert Document(Decoded(text, "utf-8")).place(offset) == place


@pytest.mark.parametrize(
    ("encoding", "start"),
    [("utf-8", 8), ("utf-16", 10), ("utf-16-be", 10), ("utf-32", 16)],
)
def test_byte_offsets_are_those_of_the_file(encoding, start):
    """In UTF-16 and UTF-32 with a mark, in UTF-8 without."""
    text = "é😀é\ufeff!"
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    data = mark + text.encode(encoding)
    inside = [f for f in check_bytes(data).findings if "inside" in f.message]
    assert [finding.byte_start for finding in inside] == [start]


def test_a_byte_that_does_not_decode_counts_as_one():
    """Offsets after bad bytes are exact."""
    data = "café naïve rôle ".encode() + b"\x92 and \x93\x94" + "é".encode() * 9
    found = [(f.byte_start, f.byte_end) for f in check_bytes(data).findings]
    assert found == [(19, 20), (25, 27)]


def test_a_fingerprint_survives_inserted_lines():
    """Lines that come before a finding change its place and not its fingerprint."""
    text = "企業(yè)、產業(yè)、學(xué)校\n"
    before = check_text(text, path="a.txt").findings
    after = check_text(f"A new line.\n\n{text}More.\n", path="a.txt").findings
    assert [f.line for f in after] == [3, 3, 3]
    assert [f.fingerprint for f in after] == [f.fingerprint for f in before]


def test_fingerprints_are_unique_in_a_document():
    """The same defect several times in equal lines is told apart by its occurrence."""
    findings = check_text("學(xué)校\n學(xué)校\n學(xué)校的學(xué)生\n").findings
    assert len({finding.fingerprint for finding in findings}) == len(findings) == 4


def test_context_is_the_text_on_the_same_line():
    """What stands around a finding, up to the line's ends and no further than 60 code points."""
    line = "開會" * 50 + "學(xué)校" + "散會" * 50
    finding = check_text(f"學(xué)校\n{line}\n學(xué)校").findings[1]
    assert finding.before == ("開會" * 50 + "學")[-60:]
    assert finding.after == ("校" + "散會" * 50)[:60]
    assert check_text("學(xué)校\n學(xué)校\n學(xué)").findings[2].after == ""
