"""UTF-8 read as an encoding of two bytes that could not read all of it."""

import pytest

from textproof.misread_holes import holed_in
from textproof.misread_utf8 import replaced


def given_back(line: str) -> str | None:
    found = holed_in(line)
    return replaced(line, found.segments) if found else None


@pytest.mark.parametrize(
    ("clean", "codec", "meant"),
    [
        ("你好，世界。", "gbk", "你好，世界。"),
        ("你好，世界。", "cp932", "你好，世界。"),
        ("Привет мир", "cp932", "Приве\ufffd мир"),
        ("Starting upload… The following", "gbk", "Starting upload… The following"),
        ("Vi fant blåbær på øya. Årsaken?", "euc_kr", "Vi fant blåbær på øya. \ufffdrsaken?"),
    ],
)
def test_what_fits_by_far_best_is_put_where_a_byte_was_lost(
    clean: str, codec: str, meant: str
) -> None:
    damaged = clean.encode().decode(codec, "replace")
    assert damaged != clean
    assert given_back(damaged) == meant


@pytest.mark.parametrize("codec", ["gbk", "cp949", "shift_jis", "cp950", "euc_jp"])
def test_what_is_whole_is_given_back_and_the_rest_is_said_to_be_lost(codec: str) -> None:
    clean = "त्रुटि: परियोजना नहीं मिली"
    found = given_back(clean.encode().decode(codec, "replace"))
    assert found is not None
    assert len(found) == len(clean)
    assert all(char in (meant, "\ufffd") for char, meant in zip(found, clean, strict=True))


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("contract 鈥?Pydantic", "contract \ufffdPydantic"),
        ("椤圭洰绠＄悊鍛樺凡缁忓?℃牳", "项目管理员已经\ufffd核"),
    ],
)
def test_a_question_mark_in_place_of_bytes_is_not_guessed(line: str, meant: str) -> None:
    assert given_back(line) == meant


@pytest.mark.parametrize(
    "line",
    [
        "你好\ufffd世界，这是一个文件。",
        "漢字とかな\ufffdの文書です。",
        "The word 你好? is Chinese, I guess.",
        "Wie heißt das auf Chinesisch? 谢谢?",
        "안녕하세요\ufffd 세계",
        "plain \ufffd text",
        "caf\ufffd",
    ],
)
def test_clean_text_with_a_lost_character_is_left_as_it_is(line: str) -> None:
    assert holed_in(line) is None
