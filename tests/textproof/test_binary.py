"""Whether bytes are a text at all."""

import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textproof import Config, Verdict, check_bytes
from textproof.binary import SIGNATURES, what_binary
from textproof.config_file import parse_config
from textproof.decoding import decode

NOISE = random.Random(1).randbytes(400)


@pytest.mark.parametrize("signature", SIGNATURES, ids=repr)
def test_a_signature_says_what_it_is(signature):
    """Each kind of file is named, and is one finding and unreadable."""
    data = signature + NOISE
    assert what_binary(data) == SIGNATURES[signature]
    result = check_bytes(data)
    assert result.verdict is Verdict.UNREADABLE
    assert [(f.rule, f.message) for f in result.findings] == [
        ("not-utf8", f"the bytes are no text: they are {SIGNATURES[signature]}")
    ]


@pytest.mark.parametrize(
    "config",
    [
        Config(),
        parse_config('[type.t]\nfiles = ["*"]\n[type.t.fields]\ndate = { label = "Date" }\n'),
        parse_config('[type.t]\nfiles = ["*"]\n[[type.t.sections]]\nheading = ["News"]\n'),
    ],
    ids=["no contract", "required field", "required section"],
)
@pytest.mark.parametrize("path", ["a.txt", "a.html", "a.md", "a.po"])
def test_what_is_no_text_is_one_finding(path, config):
    """Whatever the format and the contract demand, nothing else is said of it."""
    result = check_bytes(zlib.compress(NOISE), path=path, config=config)
    assert result.verdict is Verdict.UNREADABLE
    assert [finding.rule for finding in result.findings] == ["not-utf8"]


def test_other_binary_data_is_told_by_its_controls():
    """Compressed data without a signature has 9 % control characters."""
    assert what_binary(NOISE) == "binary data"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"plain text",
        "Größe\0".encode() + bytes(100),
        "Größe über Maß".encode("utf-16-le"),
        "Größe über Maß".encode("utf-16"),
        "Größe über Maß".encode("utf-32"),
        b"\x1b[31mFehler\x1b[0m\n" * 10,
        b"page\x0cpage\x0c",
        b"ID3 tags hold the title of a song.",
        b"BZh is how bzip2 begins.",
        "早上我们走过那座桥".encode("gbk"),
        "Утром мы перешли через мост".encode("cp1251"),
        "Größe über Maß".encode("cp1252"),
    ],
    ids=repr,
)
def test_text_is_no_binary_data(data):
    """Whatever its encoding, with marks, NULs at its end, colours or form feeds."""
    assert what_binary(data) is None


@given(st.text(st.characters(min_codepoint=0x20, exclude_characters="\x7f", codec="utf-8")))
def test_a_text_without_controls_is_no_binary_data(text):
    """Whatever its letters, and whatever the signature of some file that they spell in mid-text."""
    assert what_binary(f" {text}".encode()) is None


@pytest.mark.parametrize(
    "data",
    [
        ("Für Müller über Brücken\n" * 5).encode("latin-1") + bytes(50),
        ("Утром мы перешли через мост.\n" * 5).encode("cp1251") + b"\0\n",
    ],
    ids=["filled up with NULs", "one NUL"],
)
def test_a_legacy_text_with_nuls_is_a_text(data):
    """A crash fills the end of a legacy document with NULs as it does that of others."""
    assert decode(data).encoding is not None


@pytest.mark.parametrize(
    "data",
    [b"\0asm\1\0\0\0", b"\x7fELF\2\1\1" + bytes(9) + b"\2\0>\0\1\0\0\0"],
    ids=["WebAssembly", "ELF"],
)
def test_binary_data_that_is_valid_utf8(data):
    """A header of small numbers and NULs decodes as UTF-8, and is a program all the same."""
    assert decode(data).encoding is None


def test_other_data_behind_the_mark_of_utf16():
    """Two bytes that look like a mark make no text of what is none; a text stays one."""
    data = random.Random(1).randbytes(3000)
    assert what_binary(b"\xfe\xff" + data) == "binary data"
    assert decode(b"\xff\xfe" + data).encoding is None
    assert what_binary(b"\xff\xfe" + "Größe 朝 \ue000\n".encode("utf-16-le") * 50) is None
