"""A page that declares Shift_JIS and is that, by the standard or Microsoft's."""

import pytest

from textproof import check_paths


@pytest.mark.parametrize(("codec", "text"), [("shift_jis", "朝〜夜"), ("cp932", "①朝～夜")])
def test_what_declares_shift_jis_is_that(tmp_path, codec, text):
    """Neither the wave dash of the one nor the digits in circles of the other contradict it."""
    path = tmp_path / "a.html"
    text = f"{text}、私たちは橋を渡り、粉屋が岸から挨拶してくれました。"
    page = f'<!DOCTYPE html><meta charset="Shift_JIS"><title>橋</title><p>{text}</p>\n'
    path.write_bytes(page.encode(codec))
    (result,) = check_paths([str(path)])
    assert [finding.rule for finding in result.findings] == ["not-utf8"]
