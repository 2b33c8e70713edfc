"""What people call an encoding."""

import codecs

import pytest

from textproof.codec_names import shown
from textproof.legacy import OLD, USUAL


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "UTF-8"),
        ("cp1250", "windows-1250"),
        ("cp1258", "windows-1258"),
        ("cp866", "cp866"),
        ("iso8859-1", "ISO-8859-1"),
        ("iso8859-16", "ISO-8859-16"),
        ("koi8-u", "KOI8-U"),
        ("euc_jp", "EUC-JP"),
        ("euc_kr", "EUC-KR"),
        ("iso2022_jp", "ISO-2022-JP"),
        ("utf-16-be", "UTF-16BE"),
        ("utf-32-le", "UTF-32LE"),
        ("mac-cyrillic", "Mac Cyrillic"),
        ("gb18030", "GB18030"),
        ("cp932", "Shift_JIS"),
        ("hz", "HZ"),
    ],
)
def test_names(codec, name):
    """The name of a standard where there is one, of Python's where nobody has another."""
    assert shown(codec) == name


@pytest.mark.parametrize("codec", sorted(USUAL | OLD))
def test_every_encoding_that_is_looked_for_has_one(codec):
    """No two encodings that read differently have the same name, and none is empty."""
    alike = [other for other in USUAL | OLD if shown(other) == shown(codec)]
    first = {codecs.lookup(name).name for name in alike} - {"cp949", "euc_kr"}
    assert shown(codec)
    assert len(first - {"cp932", "shift_jis"}) <= 1
